import CalqueLint
import CalqueText

/// The report with a line a finding, as compilers write them: for editors, `grep` and problem matchers.
///
///     story.txt:5:54: major: “gromov” follows a given name, so it is a surname. [lowercase-name]
///
/// Columns count code points. Where nothing was found, nothing is written.
public struct CompactReporter: Reporter {
    public static let name = "compact"
    public static let summary = "a line a finding: path:line:column"

    public init(options: ReportOptions) {}

    public mutating func begin() -> [UInt8] { [] }

    public mutating func add(_ result: ArticleResult) -> [UInt8] {
        guard !result.findings.isEmpty else { return [] }
        let index = PositionIndex(result.article.text)
        let path = VisibleText.of(result.article.name)
        var bytes: [UInt8] = []
        for finding in result.findings {
            let start = index.position(at: finding.span.start)
            let text = "\(finding.severity.name): \(finding.message) [\(finding.rule.id)]"
            bytes += "\(path):\(start.line):\(start.column): \(VisibleText.of(text))\n".utf8
        }
        return bytes
    }

    public mutating func end() -> [UInt8] { [] }
}
