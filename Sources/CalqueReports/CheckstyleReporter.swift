import CalqueLint
import CalqueText

/// The report in the XML of Checkstyle, which many servers read.
///
/// Severities are `info`, `warning` and `error`; columns count code points, as Checkstyle's own do.
public struct CheckstyleReporter: Reporter {
    public static let name = "checkstyle"
    public static let summary = "XML of Checkstyle, for build servers"

    public init(options: ReportOptions) {}

    public mutating func begin() -> [UInt8] { XMLWriter.declaration + Array("<checkstyle version=\"4.3\">\n".utf8) }

    public mutating func add(_ result: ArticleResult) -> [UInt8] {
        var xml = XMLWriter()
        let index = PositionIndex(result.article.text)
        xml.open("file", ("name", result.article.name))
        xml.raw("\n")
        for finding in result.findings {
            let start = index.position(at: finding.span.start)
            xml.empty(
                "error", ("line", "\(start.line)"), ("column", "\(start.column)"),
                ("severity", Self.severity(finding.severity)), ("message", finding.message),
                ("source", "calque.\(finding.rule.family.rawValue).\(finding.rule.id)"))
            xml.raw("\n")
        }
        xml.close("file")
        xml.raw("\n")
        return xml.bytes
    }

    public mutating func end() -> [UInt8] { Array("</checkstyle>\n".utf8) }

    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .minor: "info"
        case .major: "warning"
        case .critical: "error"
        }
    }
}
