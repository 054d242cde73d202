import CalqueLint
import CalqueText

/// The report as a comment on a pull request or merge request: totals, a table of the articles in which something was
/// found, and the findings of each, folded.
///
/// A comment on GitHub holds 65,536 characters: what has no room is left out, and the end says how much. Until the end
/// no more than that is kept. Columns count code points.
public struct MarkdownReporter: Reporter {
    public static let name = "markdown"
    public static let summary = "a comment on a pull request"

    /// Characters that a comment holds on GitHub; a million on GitLab.
    public static let commentLimit = 65_536

    /// Bytes of the whole, which are not fewer than its characters.
    private let limit: Int
    private var totals = ReportTotals()
    private var rows: [UInt8] = []
    private var details: [UInt8] = []
    private var findingsShown = 0
    private var rowsShown = 0

    public init(options: ReportOptions) { self.init(options: options, limit: Self.commentLimit) }

    /// - Parameter limit: bytes of the whole; at least 4,096.
    public init(options: ReportOptions, limit: Int) { self.limit = max(limit, 4096) }

    public mutating func begin() -> [UInt8] { [] }

    public mutating func add(_ result: ArticleResult) -> [UInt8] {
        totals.add(result)
        guard !result.findings.isEmpty else { return [] }
        addRow(result)
        addDetails(result)
        return []
    }

    public mutating func end() -> [UInt8] {
        var text = "## Calque: "
        if totals.findings == 0 {
            text += "no findings\n\n"
        } else {
            text += Decimal.count(totals.findings, "finding")
            text +=
                " in \(Decimal.grouped(totals.articlesWithFindings)) of \(Decimal.count(totals.articles, "article"))\n\n"
        }
        text += totals.sentence + "\n"
        var bytes = Array(text.utf8)
        if !rows.isEmpty {
            bytes +=
                "\n| article | findings | critical | major | minor | penalty per 1,000 words |\n| --- | ---: | ---: | ---: | ---: | ---: |\n"
                .utf8
            bytes += rows
        }
        let missing = totals.articlesWithFindings - rowsShown
        if missing > 0 { bytes += "\nThe table has no room for \(Decimal.count(missing, "more article")).\n".utf8 }
        bytes += details
        let left = totals.findings - findingsShown
        if left > 0 {
            let are = left == 1 ? "1 finding is" : "\(Decimal.grouped(left)) findings are"
            bytes +=
                "\n\(are) left out here: there is room for \(Decimal.grouped(limit)) characters. The other formats have all of them.\n"
                .utf8
        }
        return bytes
    }

    private mutating func addRow(_ result: ArticleResult) {
        var own = ReportTotals()
        own.add(result)
        var cells = [MarkdownText.code(result.article.name), Decimal.grouped(own.findings)]
        cells += Severity.allCases.reversed().map { Decimal.grouped(own.findings($0)) }
        cells.append(own.score.map(Decimal.oneDigit) ?? "–")
        let row = Array(("| " + cells.joined(separator: " | ") + " |\n").utf8)
        // A quarter of the room is for the table.
        guard rowsShown + 1 == totals.articlesWithFindings, rows.count + row.count <= limit / 4 else { return }
        rows += row
        rowsShown += 1
    }

    /// Adds as many findings as there is room for, in whole rows, and nothing once one was left out.
    private mutating func addDetails(_ result: ArticleResult) {
        let before = totals.findings - result.findings.count
        guard findingsShown == before else { return }
        let head =
            "\n<details><summary>\(MarkdownText.code(result.article.name)): \(Decimal.count(result.findings.count, "finding"))</summary>\n\n| place | severity | finding | correction |\n| --- | --- | --- | --- |\n"
        let foot = "\n</details>\n"
        // What stands before and behind needs less than a kilobyte.
        var room = limit - limit / 4 - 1024 - details.count - head.utf8.count - foot.utf8.count
        let index = PositionIndex(result.article.text)
        var shown: [UInt8] = []
        for finding in result.findings {
            let row = Array(row(finding, of: result.article, index).utf8)
            room -= row.count
            if room < 0 { break }
            shown += row
            findingsShown += 1
        }
        if !shown.isEmpty { details += Array(head.utf8) + shown + Array(foot.utf8) }
    }

    private func row(_ finding: Finding, of article: Article, _ index: PositionIndex) -> String {
        let start = index.position(at: finding.span.start)
        let corrections = finding.suggestions.map { Correction($0, in: article).text.cut(toUTF8: 1000) }
        return
            "| \(start.line):\(start.column) | \(finding.severity.name) | **\(MarkdownText.escaped(finding.rule.name))** (\(MarkdownText.code(finding.rule.id))): \(MarkdownText.escaped(finding.message.cut(toUTF8: 2000))) | \(MarkdownText.escaped(corrections.joined(separator: " or "))) |\n"
    }
}
