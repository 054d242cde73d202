import CalqueLint
import CalqueText

/// The report for programs: one JSON document, described by `reports/calque-report.schema.json`.
///
/// Offsets count Unicode code points of the article's text, a byte-order mark included; lines and columns
/// count from 1. Members are only ever added under the same `version`.
public struct JSONReporter: Reporter {
    public static let name = "json"
    public static let summary = "one JSON document, for programs"

    /// The number of the form, raised when a member changes its meaning or goes.
    public static let version = 1

    private let options: ReportOptions
    private var totals = ReportTotals()

    public init(options: ReportOptions) { self.options = options }

    public mutating func begin() -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("version")
        json.integer(Self.version)
        json.key("tool")
        json.beginObject()
        json.key("name")
        json.string("calque")
        if !options.version.isEmpty {
            json.key("version")
            json.string(options.version)
        }
        json.endObject()
        json.key("articles")
        return json.bytes + Array("[".utf8)
    }

    public mutating func add(_ result: ArticleResult) -> [UInt8] {
        var json = JSONWriter()
        var own = ReportTotals()
        own.add(result)
        let index = PositionIndex(result.article.text)
        json.beginObject()
        json.key("path")
        json.string(result.article.name)
        json.key("findings")
        json.beginArray()
        for finding in result.findings { write(finding, of: result.article, index, to: &json) }
        json.endArray()
        write(own, to: &json)
        json.endObject()
        defer { totals.add(result) }
        return Array((totals.articles == 0 ? "\n" : ",\n").utf8) + json.bytes
    }

    public mutating func end() -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("articles")
        json.integer(totals.articles)
        write(totals, to: &json)
        json.endObject()
        return Array("\n],\"summary\":".utf8) + json.bytes + Array("}\n".utf8)
    }

    private func write(
        _ finding: Finding, of article: Article, _ index: PositionIndex, to json: inout JSONWriter
    ) {
        let start = index.position(at: finding.span.start)
        let end = index.position(at: finding.span.end)
        json.beginObject()
        json.key("rule")
        json.string(finding.rule.id)
        json.key("name")
        json.string(finding.rule.name)
        json.key("family")
        json.string(finding.rule.family.rawValue)
        json.key("category")
        json.string(finding.rule.mqm)
        json.key("severity")
        json.string(finding.severity.name)
        json.offsets(of: finding.span, index)
        json.key("line")
        json.integer(start.line)
        json.key("column")
        json.integer(start.column)
        json.key("endLine")
        json.integer(end.line)
        json.key("endColumn")
        json.integer(end.column)
        json.key("text")
        json.string(utf8: article.bytes(of: finding.span))
        json.key("message")
        json.string(finding.message)
        json.suggestionsAndConfidence(of: finding, index)
        json.key("safeFix")
        json.boolean(finding.safeFix != nil)
        if let explanation = finding.explanation { write(explanation, index, to: &json) }
        json.endObject()
    }

    private func write(
        _ explanation: Explanation, _ index: PositionIndex, to json: inout JSONWriter
    ) {
        json.key("explanation")
        json.beginObject()
        if let pattern = explanation.pattern {
            json.key("pattern")
            json.string(pattern)
            json.key("exceptions")
            json.beginArray()
            for exception in explanation.exceptions { json.string(exception) }
            json.endArray()
        }
        json.key("tokens")
        json.beginArray()
        for token in explanation.tokens {
            json.beginObject()
            json.offsets(of: token.span, index)
            json.key("text")
            json.string(token.text)
            json.key("role")
            json.string(token.role.rawValue)
            if explanation.pattern != nil {
                json.key("anchor")
                json.boolean(token.isAnchor)
                json.key("condition")
                json.string(token.condition)
            }
            json.key("values")
            json.beginObject()
            for (attribute, value) in token.values {
                json.key(attribute)
                json.string(value)
            }
            json.endObject()
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    /// The members that an article and the summary share.
    private func write(_ totals: ReportTotals, to json: inout JSONWriter) {
        json.key("counts")
        json.beginObject()
        json.key("total")
        json.integer(totals.findings)
        json.key("severities")
        json.beginObject()
        for severity in Severity.allCases {
            json.key(severity.name)
            json.integer(totals.findings(severity))
        }
        json.endObject()
        json.key("families")
        json.beginObject()
        for family in Family.allCases where totals.findings(family) > 0 {
            json.key(family.rawValue)
            json.integer(totals.findings(family))
        }
        json.endObject()
        json.endObject()
        json.key("words")
        json.integer(totals.words)
        json.key("score")
        if let score = totals.score { json.number(score, decimals: 2) } else { json.null() }
    }
}
