/// The formats of reports, by name.
public enum Reporters {
    /// Every reporter, in the order in which help lists them; the first is the default.
    public static let all: [any Reporter.Type] = [
        TextReporter.self, CompactReporter.self, JSONReporter.self, HTMLReporter.self, MarkdownReporter.self,
        SARIFReporter.self, JUnitReporter.self, GitHubReporter.self, GitLabReporter.self, RDJSONReporter.self,
        CheckstyleReporter.self, TAPReporter.self,
    ]

    /// The names that `--format` takes.
    public static var names: [String] { all.map { $0.name } }

    /// The format where none is asked for.
    public static let defaultName = TextReporter.name

    /// The reporter of that name, or nil where there is none.
    public static func named(_ name: String) -> (any Reporter.Type)? { all.first { $0.name == name } }
}
