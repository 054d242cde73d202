import Calque

/// Where fixed articles go, and how many fixes there were.
struct FixOutput {
    private let mode: FixMode
    private let output = Output.standard()
    private var fixes = 0
    private var articles = 0
    private var left = 0
    private var unsafe = 0

    init(_ mode: FixMode) { self.mode = mode }

    /// Writes the file anew, or the diff to standard output; the fixed text of standard input goes to standard output.
    ///
    /// - Throws: `Trouble` for a file that is left as it was.
    mutating func add(_ outcome: Fixer.Outcome, _ path: Path, of article: Article, displayPath: String) throws {
        if mode.isDiff {
            try output.write(outcome.edits.unifiedDiff(of: article.text, path: displayPath))
        } else if path.isDash {
            try output.write(outcome.article.text)
        } else if !outcome.edits.isEmpty {
            try FixedFile.write(outcome.article.text, to: path, insteadOf: article.text)
        }
        fixes += outcome.count
        if outcome.count > 0 { articles += 1 }
        left += outcome.after.findings.count
        if !mode.includesUnsafe { unsafe += outcome.after.findings.count { !$0.suggestions.isEmpty } }
    }

    func finish() throws { try output.flush() }

    /// "3 fixes in 2 articles; 4 findings are left, 2 with a suggestion for --fix-unsafe."
    var summary: String {
        let fixed = fixes == 1 ? "1 fix" : "\(fixes) fixes"
        var text = articles == 0 ? "No fixes" : "\(fixed) in \(articles == 1 ? "1 article" : "\(articles) articles")"
        if mode.isDiff && articles > 0 { text += ", not written" }
        if left == 0 { return text + "; no findings are left." }
        text += "; \(left == 1 ? "1 finding is" : "\(left) findings are") left"
        if unsafe > 0 { text += ", \(unsafe) with a suggestion for --fix-unsafe" }
        return text + "."
    }
}
