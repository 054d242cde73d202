/// What a report depends on besides the results.
public struct ReportOptions: Sendable {
    /// Columns of the terminal that the text report is made for; fewer than 24 count as 24, more than 1,000 as 1,000.
    public var columns = 80
    /// Whether the text report may use the colours of the terminal (ANSI, ECMA-48).
    public var usesColour = false
    /// The version of Calque that the report names: "0.1.0"; not named when empty.
    public var version = ""
    /// The folder that relative paths start from, without a slash at its end: "/home/me/news". Formats that take only
    /// paths of a repository get relative ones of what lies in it. Not known when empty.
    public var folder = ""
    /// Seconds since 1970 (UTC), for formats that must name a time.
    public var time = 0

    public init(columns: Int = 80, usesColour: Bool = false, version: String = "", folder: String = "", time: Int = 0) {
        self.columns = columns
        self.usesColour = usesColour
        self.version = version
        self.folder = folder
        self.time = time
    }

    /// An article's name as a path of the repository: without "./", and relative where it lies in `folder`.
    public func repositoryPath(_ name: String) -> String {
        var path = name[...]
        if !folder.isEmpty, path.hasPrefix(folder + "/") { path = path.dropFirst(folder.count + 1) }
        while path.hasPrefix("./") { path = path.dropFirst(2) }
        return path.isEmpty ? name : String(path)
    }
}
