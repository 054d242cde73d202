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

    private let version: String

    public init(options: ReportOptions) { version = options.version }

    public func report(_ results: [ArticleResult]) -> [UInt8] {
        let proofs = results.enumerated().map { HTMLProof($1, number: $0 + 1, isAlone: results.count == 1) }
        var totals = ReportTotals()
        for result in results { totals.add(result) }
        let heading = results.count == 1 ? "Proof of " + results[0].article.name : "Proof of \(results.count) articles"
        let found = totals.findings == 0 ? "No findings" : Decimal.count(totals.findings, "finding")
        return HTMLTemplate.filled([
            "title": .with { $0.text("\(heading): \(found) – Calque") },
            "heading": .with { $0.text(heading) },
            "figures": .with { writeFigures(totals, to: &$0) },
            "contents": .with { writeContents(proofs, to: &$0) },
            "filter": .with { writeFilter(totals, to: &$0) },
            "articles": .with { html in for proof in proofs { proof.write(to: &html) } },
            "corrections": .with { writeCorrections(proofs, to: &$0) },
            "rules": .with { HTMLRulePages.write(proofs, to: &$0) },
            "footer": .with { writeFooter(to: &$0) },
        ])
    }

    private func writeFigures(_ totals: ReportTotals, to html: inout HTMLBuilder) {
        html.raw("<dl class=\"figures\">")
        func write(_ number: String, _ name: String) {
            html.raw("<div>")
            html.element("dt", name)
            html.element("dd", number)
            html.raw("</div>")
        }
        write(Decimal.grouped(totals.findings), totals.findings == 1 ? "finding" : "findings")
        if totals.articles != 1 { write(Decimal.grouped(totals.articles), "articles") }
        write(Decimal.grouped(totals.words), totals.words == 1 ? "word" : "words")
        if let score = totals.score { write(Decimal.oneDigit(score), "automatic penalty per 1,000 words") }
        html.raw("</dl>")
    }

    private func writeContents(_ proofs: [HTMLProof], to html: inout HTMLBuilder) {
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
                html.text("\(article.name):\(start.line):\(start.column): \(correction) (\(finding.rule.name))")
                html.raw("</li>\n")
            }
        }
        html.raw("</ol></details>")
    }

    private func writeFooter(to html: inout HTMLBuilder) {
        html.raw("<p>Made by Calque")
        if !version.isEmpty { html.text(" " + version) }
        html.raw(", a linter for machine-translated news. ")
        html.raw("It reports what it is sure of: what is not marked may still be wrong.</p>\n")
        html.raw("<p>Automatic penalty: points per 1,000 words after MQM, 1 for a minor, 5 for a major and 25 for a ")
        html.raw("critical finding; no human gave it.</p>\n")
        html.raw("<p class=\"js-only\">Keys: <kbd>n</kbd> or <kbd>j</kbd> next finding, <kbd>p</kbd> or <kbd>k</kbd> ")
        html.raw("previous finding, <kbd>c</kbd> copy the corrections that are shown.</p>")
    }
}

extension HTMLBuilder {
    fileprivate static func with(_ body: (inout HTMLBuilder) -> Void) -> HTMLBuilder {
        var html = HTMLBuilder()
        body(&html)
        return html
    }
}
