import CalqueLint
import CalqueText
import Glibc

/// The report as test results in the XML of JUnit, after the schema of the Ant task
/// (https://github.com/windyroad/JUnit-Schema): a suite an article, a failed case a finding, and one that passed for
/// an article in which nothing was found.
///
/// Columns count code points.
public struct JUnitReporter: Reporter {
    public static let name = "junit"
    public static let summary = "test results in the XML of JUnit"

    private let timestamp: String
    private var suites = 0

    public init(options: ReportOptions) { timestamp = Self.timestamp(options.time) }

    public mutating func begin() -> [UInt8] { XMLWriter.declaration + Array("<testsuites>\n".utf8) }

    public mutating func add(_ result: ArticleResult) -> [UInt8] {
        var xml = XMLWriter()
        let path = result.article.name
        let findings = result.findings
        xml.open(
            "testsuite", ("package", "calque"), ("id", "\(suites)"), ("name", path), ("timestamp", timestamp),
            ("hostname", "localhost"), ("tests", "\(max(findings.count, 1))"), ("failures", "\(findings.count)"),
            ("errors", "0"), ("time", "0"))
        xml.raw("\n<properties/>\n")
        suites += 1
        let index = PositionIndex(result.article.text)
        for finding in findings {
            let start = index.position(at: finding.span.start)
            let place = "\(start.line):\(start.column)"
            xml.open(
                "testcase", ("name", "\(place) \(finding.rule.id)"), ("classname", path), ("time", "0"))
            xml.open("failure", ("type", finding.rule.id), ("message", finding.message))
            xml.text("\(path):\(place): \(finding.severity.name): \(finding.message)")
            for suggestion in finding.suggestions {
                xml.text("\nFix: \(Correction(suggestion, in: result.article).text)")
            }
            xml.raw("</failure></testcase>\n")
        }
        if findings.isEmpty {
            xml.empty("testcase", ("name", "no findings"), ("classname", path), ("time", "0"))
            xml.raw("\n")
        }
        xml.raw("<system-out/>\n<system-err/>\n</testsuite>\n")
        return xml.bytes
    }

    public mutating func end() -> [UInt8] { Array("</testsuites>\n".utf8) }

    /// "2024-05-17T09:30:00", in UTC.
    static func timestamp(_ seconds: Int) -> String {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        func digits(_ number: Int32, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        let date = [digits(parts.tm_year + 1900, 4), digits(parts.tm_mon + 1, 2), digits(parts.tm_mday, 2)]
        let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { digits($0, 2) }
        return date.joined(separator: "-") + "T" + clock.joined(separator: ":")
    }
}
