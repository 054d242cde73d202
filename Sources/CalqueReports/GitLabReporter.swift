import CalqueLint
import CalqueText

/// The report for the merge requests of GitLab: Code Quality, a JSON array
/// (https://docs.gitlab.com/ci/testing/code_quality/).
///
/// Severities have the same names there. Columns count code points; GitLab shows lines only. It tells old findings
/// from new ones by fingerprints, which stay the same when lines move: see `Fingerprints`.
public struct GitLabReporter: Reporter {
    public static let name = "gitlab"
    public static let summary = "Code Quality of GitLab"

    private let options: ReportOptions
    private var isFirst = true

    public init(options: ReportOptions) { self.options = options }

    public mutating func begin() -> [UInt8] { Array("[".utf8) }

    public mutating func add(_ result: ArticleResult) -> [UInt8] {
        let path = path(result.article.name)
        let index = PositionIndex(result.article.text)
        var fingerprints = Fingerprints(result.article, path: path)
        var json = JSONWriter()
        var bytes: [UInt8] = []
        for finding in result.findings {
            json.removeAll()
            write(finding, path: path, fingerprint: fingerprints.next(finding), index, to: &json)
            bytes += (isFirst ? "\n" : ",\n").utf8
            bytes += json.bytes
            isFirst = false
        }
        return bytes
    }

    public mutating func end() -> [UInt8] { Array("\n]\n".utf8) }

    private func write(
        _ finding: Finding, path: String, fingerprint: String, _ index: PositionIndex, to json: inout JSONWriter
    ) {
        let start = index.position(at: finding.span.start)
        let end = index.position(at: max(finding.span.start, finding.span.end))
        json.beginObject()
        json.key("description")
        json.string(finding.message)
        json.key("check_name")
        json.string(finding.rule.id)
        json.key("fingerprint")
        json.string(fingerprint)
        json.key("severity")
        json.string(finding.severity.name)
        json.key("location")
        json.beginObject()
        json.key("path")
        json.string(path)
        json.key("lines")
        json.beginObject()
        json.key("begin")
        json.integer(start.line)
        json.key("end")
        json.integer(end.line)
        json.endObject()
        json.key("positions")
        json.beginObject()
        for (isStart, position) in [(true, start), (false, end)] {
            if isStart { json.key("begin") } else { json.key("end") }
            json.beginObject()
            json.key("line")
            json.integer(position.line)
            json.key("column")
            json.integer(position.column)
            json.endObject()
        }
        json.endObject()
        json.endObject()
        json.endObject()
    }

    /// GitLab knows paths of the repository only: a slash at the start is left out.
    private func path(_ name: String) -> String {
        let path = options.repositoryPath(name).drop { $0 == "/" }
        return path.isEmpty ? "article" : String(path)
    }
}
