/// What a report depends on besides the results.
public struct ReportOptions: Sendable {
    /// Columns of the terminal that the text report is made for; fewer than 24 count as 24, more than 1,000 as 1,000.
    public var columns = 80
    /// Whether the text report may use the colours of the terminal (ANSI, ECMA-48).
    public var usesColour = false
    /// The version of Calque that the report names: "0.1.0"; not named when empty.
    public var version = ""

    public init(columns: Int = 80, usesColour: Bool = false, version: String = "") {
        self.columns = columns
        self.usesColour = usesColour
        self.version = version
    }
}
