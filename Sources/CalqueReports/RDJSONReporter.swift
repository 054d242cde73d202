import CalqueLint
import CalqueText

/// The report for reviewdog, which comments on pull requests: its Diagnostic Format as one JSON document
/// (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf).
///
/// Columns count bytes of UTF-8.
public struct RDJSONReporter: Reporter {
    public static let name = "rdjson"
    public static let summary = "diagnostics for reviewdog"

    private let options: ReportOptions
    private var isFirst = true

    public init(options: ReportOptions) { self.options = options }

    public mutating func begin() -> [UInt8] { Array(#"{"source":{"name":"calque"},"diagnostics":["#.utf8) }

    public mutating func add(_ result: ArticleResult) -> [UInt8] {
        var bytes: [UInt8] = []
        let index = PositionIndex(result.article.text)
        var json = JSONWriter()
        for finding in result.findings {
            json.removeAll()
            write(finding, of: result.article, index, to: &json)
            bytes += (isFirst ? "\n" : ",\n").utf8
            bytes += json.bytes
            isFirst = false
        }
        return bytes
    }

    public mutating func end() -> [UInt8] { Array("\n]}\n".utf8) }

    private func write(_ finding: Finding, of article: Article, _ index: PositionIndex, to json: inout JSONWriter) {
        json.beginObject()
        json.key("message")
        json.string(finding.message)
        json.key("location")
        json.beginObject()
        json.key("path")
        json.string(options.repositoryPath(article.name))
        writeRange(finding.span, index, to: &json)
        json.endObject()
        json.key("severity")
        json.string(Self.severity(finding.severity))
        json.key("code")
        json.beginObject()
        json.key("value")
        json.string(finding.rule.id)
        json.endObject()
        if !finding.suggestions.isEmpty {
            json.key("suggestions")
            json.beginArray()
            for suggestion in finding.suggestions {
                json.beginObject()
                writeRange(suggestion.span, index, to: &json)
                json.key("text")
                json.string(suggestion.replacement)
                json.endObject()
            }
            json.endArray()
        }
        json.endObject()
    }

    private func writeRange(_ span: Span, _ index: PositionIndex, to json: inout JSONWriter) {
        json.key("range")
        json.beginObject()
        for (isStart, byte) in [(true, span.start), (false, span.end)] {
            let position = index.position(at: byte, in: .utf8)
            if isStart { json.key("start") } else { json.key("end") }
            json.beginObject()
            json.key("line")
            json.integer(position.line)
            json.key("column")
            json.integer(position.column)
            json.endObject()
        }
        json.endObject()
    }

    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .minor: "INFO"
        case .major: "WARNING"
        case .critical: "ERROR"
        }
    }
}
