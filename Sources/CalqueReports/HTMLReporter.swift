import CalqueLint
import CalqueText

/// The report that an editor opens in a browser: one file, in which nothing is fetched from elsewhere.
///
/// Each article stands in full, marked in place, with cause, evidence and fix in the margin, and the page
/// of every rule that found something behind it. All of it can be read without script; with script
/// there are a filter, keys, and a button that copies the corrections. The page around it is
/// `reports/report.html`.
public struct HTMLReporter: Reporter {
    public static let name = "html"
    public static let summary = "one page for editors, to open in a browser"

    /// The Content-Security-Policy of the page, which it also states itself.
    public static let policy = HTMLTemplate.page.policy

    private let version: String
    private var results: [ArticleResult] = []

    public init(options: ReportOptions) { version = options.version }

    public mutating func begin() -> [UInt8] { [] }

    public mutating func add(_ result: ArticleResult) -> [UInt8] {
        results.append(result)
        return []
    }

    public mutating func end() -> [UInt8] { page(results) }

    /// - Parameter index: Where the index of a folder stands, as a link of the page; nil for a page by itself.
    func page(_ results: [ArticleResult], index: String? = nil) -> [UInt8] {
        let proofs = results.enumerated().map { HTMLProof($1, number: $0 + 1, isAlone: results.count == 1) }
        var totals = ReportTotals()
        for result in results { totals.add(result) }
        let heading = results.count == 1 ? "Proof of " + results[0].article.name : "Proof of \(results.count) articles"
        let found = totals.findings == 0 ? "No findings" : Decimal.count(totals.findings, "finding")
        return HTMLTemplate.page.filled([
            "title": .with { $0.text("\(heading): \(found) – Calque") },
            "heading": .with { $0.text(heading) },
            "figures": .with { HTMLParts.writeFigures(totals, to: &$0) },
            "contents": .with { writeContents(proofs, index: index, to: &$0) },
            "filter": .with { writeFilter(totals, to: &$0) },
            "articles": .with { html in for proof in proofs { proof.write(to: &html) } },
            "corrections": .with { writeCorrections(proofs, to: &$0) },
            "rules": .with { HTMLRulePages.write(proofs, to: &$0) },
            "footer": .with { writeFooter(to: &$0) },
        ])
    }

    private func writeContents(_ proofs: [HTMLProof], index: String?, to html: inout HTMLBuilder) {
        if let index {
            html.raw("<nav aria-label=\"Articles\" class=\"up\">")
            html.open("a", ("href", index))
            html.raw("All articles</a></nav>")
        }
        guard proofs.count > 1 else { return }
        html.raw("<nav aria-label=\"Articles\"><ol class=\"contents\">\n")
        for proof in proofs {
            html.raw("<li>")
            html.open("a", ("href", "#" + proof.id))
            html.text(proof.result.article.name)
            html.raw("</a> <span>")
            html.text(Decimal.count(proof.result.findings.count, "finding"))
            html.raw("</span></li>\n")
        }
        html.raw("</ol></nav>")
    }

    /// Counts by family and severity; with script each is a choice of what to show.
    private func writeFilter(_ totals: ReportTotals, to html: inout HTMLBuilder) {
        guard totals.findings > 0 else { return }
        html.raw(
            "<section class=\"filter\" aria-label=\"Findings by family and severity\">\n<fieldset><legend>Family</legend>"
        )
        for family in Family.allCases where totals.findings(family) > 0 {
            writeChip("family", family.rawValue, totals.findings(family), to: &html)
        }
        html.raw("</fieldset>\n<fieldset><legend>Severity</legend>")
        for severity in Severity.allCases.reversed() where totals.findings(severity) > 0 {
            writeChip("severity", severity.name, totals.findings(severity), to: &html)
        }
        html.raw("</fieldset>\n</section>")
    }

    private func writeChip(_ group: String, _ name: String, _ count: Int, to html: inout HTMLBuilder) {
        html.raw("<label class=\"chip\">")
        html.raw("<input type=\"checkbox\" checked class=\"js-only\"")
        html.raw(" name=\"")
        html.text(group)
        html.raw("\" value=\"")
        html.text(name)
        html.raw("\"> ")
        html.text(name)
        html.raw(" <b>")
        html.text(Decimal.grouped(count))
        html.raw("</b></label>")
    }

    /// The first suggestion of each finding, as text to hand on; the button copies what is shown of it.
    private func writeCorrections(_ proofs: [HTMLProof], to html: inout HTMLBuilder) {
        let count = proofs.reduce(0) { $0 + $1.result.findings.count { !$0.suggestions.isEmpty } }
        guard count > 0 else { return }
        html.raw("<details class=\"corrections\"><summary>List of corrections (")
        html.text(Decimal.grouped(count))
        html.raw(")</summary>\n<ol>\n")
        for proof in proofs {
            let article = proof.result.article
            let index = PositionIndex(article.text)
            for finding in proof.groups.flatMap(\.findings) {
                guard let suggestion = finding.suggestions.first else { continue }
                let start = index.position(at: suggestion.span.start)
                html.open(
                    "li", ("data-family", finding.rule.family.rawValue), ("data-severity", finding.severity.name))
                let correction = VisibleText.of(Correction(suggestion, in: article).text)
                let path = VisibleText.of(article.name)
                html.text("\(path):\(start.line):\(start.column): \(correction) (\(finding.rule.name))")
                html.raw("</li>\n")
            }
        }
        html.raw("</ol></details>")
    }

    private func writeFooter(to html: inout HTMLBuilder) {
        HTMLParts.writeFooter(version: version, to: &html)
        html.raw("<p class=\"js-only\">Keys: <kbd>n</kbd> or <kbd>j</kbd> next finding, <kbd>p</kbd> or <kbd>k</kbd> ")
        html.raw("previous finding, <kbd>c</kbd> copy the corrections that are shown.</p>")
    }
}
