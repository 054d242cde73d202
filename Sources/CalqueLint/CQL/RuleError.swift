/// What is wrong in a rule file or a pattern: where, and what to write instead.
public struct RuleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file; empty for a pattern that stands in no file.
    public var path: String
    /// From 1.
    public var line: Int
    /// From 1, in code points.
    public var column: Int
    /// Whole sentences.
    public var message: String

    public init(path: String = "", line: Int, column: Int, message: String) {
        self.path = path
        self.line = line
        self.column = column
        self.message = message
    }

    /// "rules/en/calques/told-that.yml:12:5: …", in the form that editors and terminals make into a link.
    public var description: String {
        (path.isEmpty ? "" : path + ":") + "\(line):\(column): \(message)"
    }
}

/// All that is wrong in a set of rule files.
public struct RuleErrors: Error, Sendable, CustomStringConvertible {
    /// By file, then by place.
    public let errors: [RuleError]

    public init(_ errors: [RuleError]) {
        self.errors = errors.sorted { ($0.path, $0.line, $0.column) < ($1.path, $1.line, $1.column) }
    }

    /// One error a line.
    public var description: String { errors.map(\.description).joined(separator: "\n") }
}
