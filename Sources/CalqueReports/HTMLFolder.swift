import CalqueLint
import CalqueText

/// The report for editors as a folder: a page an article, and an index of them.
///
/// A page is handed out as soon as its article is linted; for the index a row an article is kept. The page around the
/// index is `reports/index.html`.
public struct HTMLFolder: Sendable {
    /// A file of the report.
    public struct Page: Sendable {
        /// The path within the folder.
        public let name: String
        public let bytes: [UInt8]
    }

    /// The folder of the articles' pages, within that of the report.
    public static let articlesFolder = "articles"

    /// The path of an article's page, by its number from 1.
    public static func pageName(_ number: Int) -> String { "\(articlesFolder)/\(number).html" }

    private let version: String
    private let reporter: HTMLReporter
    private var totals = ReportTotals()
    private var rows: [Row] = []

    /// An article in the table; HTML already, since that takes the least room.
    private struct Row {
        let penalty: Double
        let html: HTMLBuilder
    }

    public init(options: ReportOptions) {
        version = options.version
        reporter = HTMLReporter(options: options)
    }

    /// Articles so far.
    public var articles: Int { totals.articles }

    /// The page of the next article.
    public mutating func add(_ result: ArticleResult) -> Page {
        totals.add(result)
        rows.append(row(result))
        return Page(name: Self.pageName(articles), bytes: reporter.page([result], index: "../index.html"))
    }

    /// The index of the articles that were added.
    public func index() -> Page {
        let heading = "Proofs of " + Decimal.count(articles, "article")
        let found = totals.findings == 0 ? "No findings" : Decimal.count(totals.findings, "finding")
        let bytes = HTMLTemplate.index.filled([
            "title": .with { $0.text("\(heading): \(found) – Calque") },
            "heading": .with { $0.text(heading) },
            "figures": .with { HTMLParts.writeFigures(totals, to: &$0) },
            "chart": .with { writeChart(to: &$0) },
            "articles": .with { writeTable(to: &$0) },
            "footer": .with { HTMLParts.writeFooter(version: version, to: &$0) },
        ])
        return Page(name: "index.html", bytes: bytes)
    }

    // MARK: Table

    /// The worst articles first, as their penalty orders them; with script by any column.
    private func writeTable(to html: inout HTMLBuilder) {
        html.raw("<table role=\"table\" aria-label=\"Articles\">\n<thead role=\"rowgroup\"><tr role=\"row\">")
        for (column, name) in ["Article", "Findings", "Penalty per 1,000 words", "Worst rules"].enumerated() {
            let sorting = column == 2 ? "descending" : "none"
            html.open("th", ("role", "columnheader"), ("scope", "col"), ("aria-sort", sorting))
            html.text(name)
            html.raw("</th>")
        }
        html.raw("</tr></thead>\n<tbody role=\"rowgroup\">\n")
        let order = rows.indices.sorted { a, b in
            rows[a].penalty != rows[b].penalty ? rows[a].penalty > rows[b].penalty : a < b
        }
        for index in order { html.append(rows[index].html) }
        html.raw("</tbody>\n</table>")
    }

    private func row(_ result: ArticleResult) -> Row {
        var own = ReportTotals()
        own.add(result)
        var html = HTMLBuilder()
        html.raw("<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">")
        html.open("a", ("href", Self.pageName(articles)))
        html.text(result.article.name)
        html.raw("</a></th><td role=\"cell\">")
        html.text(Decimal.grouped(own.findings))
        html.raw("</td><td role=\"cell\">")
        html.text(own.score.map(Decimal.oneDigit) ?? "–")
        html.raw("</td><td role=\"cell\">")
        let worst = own.rules.sorted { a, b in
            let (x, y) = (a.findings * a.rule.severity.penalty, b.findings * b.rule.severity.penalty)
            return x != y ? x > y : a.rule.id < b.rule.id
        }
        let names = worst.prefix(3).map { $0.findings > 1 ? "\($0.rule.name) × \($0.findings)" : $0.rule.name }
        html.text(names.joined(separator: ", "))
        html.raw("</td></tr>\n")
        return Row(penalty: own.score ?? -1, html: html)
    }

    // MARK: Chart

    private static let rowHeight = 22

    /// Findings by family as bars, with their names and numbers as text.
    private func writeChart(to html: inout HTMLBuilder) {
        let families = Family.allCases.filter { totals.findings($0) > 0 }
        let most = families.map { totals.findings($0) }.max() ?? 0
        guard most > 0 else { return }
        html.raw("<figure class=\"chart\"><figcaption>Findings by family</figcaption>\n")
        html.open("svg", ("viewBox", "0 0 400 \(families.count * Self.rowHeight)"), ("role", "img"))
        let list = families.map { "\($0.rawValue) \(Decimal.grouped(totals.findings($0)))" }
        html.element("title", "Findings by family: " + list.joined(separator: ", "))
        for (row, family) in families.enumerated() {
            let count = totals.findings(family)
            let width = max(2, 230 * count / most)
            let base = row * Self.rowHeight
            html.open("text", ("x", "88"), ("y", "\(base + 15)"), ("class", "family"))
            html.text(family.rawValue)
            html.raw("</text>")
            html.open("rect", ("x", "96"), ("y", "\(base + 3)"), ("width", "\(width)"), ("height", "16"))
            html.raw("</rect>")
            html.open("text", ("x", "\(102 + width)"), ("y", "\(base + 15)"))
            html.text(Decimal.grouped(count))
            html.raw("</text>\n")
        }
        html.raw("</svg></figure>")
    }
}
