/// What is wrong in a pattern, at a place in it.
struct CQLError: Error, CustomStringConvertible {
    /// Code points from the pattern's start.
    var offset: Int
    /// Whole sentences that say what to write instead.
    var message: String

    var description: String { message }

    init(_ offset: Int, _ message: String) {
        self.offset = offset
        self.message = message
    }
}

/// A pattern (or another text of a rule) and where its characters stand in a file.
struct SourceText {
    let scalars: [Unicode.Scalar]
    /// The file, or empty.
    var path = ""
    /// Line of the first character, from 1.
    var line = 1
    /// Columns that every line is indented by in the file, in code points.
    var indent = 0

    init(_ text: String, path: String = "", line: Int = 1, indent: Int = 0) {
        scalars = Array(text.unicodeScalars)
        self.path = path
        self.line = line
        self.indent = indent
    }

    var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The text with its lines and indents as single spaces.
    var oneLine: String {
        text.split { $0 == " " || $0 == "\n" || $0 == "\r\n" || $0 == "\t" }.joined(separator: " ")
    }

    /// The error with the line and column that an editor shows.
    func error(_ error: CQLError) -> RuleError { self.error(at: error.offset, error.message) }

    func error(at offset: Int, _ message: String) -> RuleError {
        let before = scalars.prefix(max(0, min(offset, scalars.count)))
        let lines = before.count { $0 == "\n" }
        let start = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
        return RuleError(path: path, line: line + lines, column: indent + before.count - start + 1, message: message)
    }
}
