/// What a page of proofs and the index of a folder share.
enum HTMLParts {
    /// The totals, under the heading.
    static func writeFigures(_ totals: ReportTotals, to html: inout HTMLBuilder) {
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

    /// Who made the page, and what the numbers mean.
    static func writeFooter(version: String, to html: inout HTMLBuilder) {
        html.raw("<p>Made by Calque")
        if !version.isEmpty { html.text(" " + version) }
        html.raw(", a linter for machine-translated news. ")
        html.raw("It reports what it is sure of: what is not marked may still be wrong.</p>\n")
        html.raw("<p>Automatic penalty: points per 1,000 words after MQM, 1 for a minor, 5 for a major and 25 for a ")
        html.raw("critical finding; no human gave it.</p>\n")
    }
}

extension HTMLBuilder {
    static func with(_ body: (inout HTMLBuilder) -> Void) -> HTMLBuilder {
        var html = HTMLBuilder()
        body(&html)
        return html
    }
}
