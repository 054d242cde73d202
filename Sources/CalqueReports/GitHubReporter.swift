import CalqueLint
import CalqueText

/// The report in a job of GitHub Actions: annotations, by the workflow commands `::error`, `::warning` and `::notice`.
///
/// GitHub takes ten annotations of each kind from a step, and drops the others without a word: so no more are written,
/// and the last notice says how many are missing. The whole is in the job summary, a `MarkdownReporter` of
/// `summaryLimit`, which `calque check` writes where `GITHUB_STEP_SUMMARY` is set. Columns count code points; GitHub
/// has columns only for what stands in one line.
public struct GitHubReporter: Reporter {
    public static let name = "github"
    public static let summary = "annotations and job summary of GitHub Actions"

    /// Bytes that GitHub takes of the summary of a step.
    public static let summaryLimit = 1 << 20

    /// Annotations of one kind that GitHub takes from a step.
    static let annotationLimit = 10
    /// Bytes of a message that GitHub takes (64 KiB), less what escaping may add to control characters.
    private static let messageLimit = 16_000

    private let options: ReportOptions
    private var totals = ReportTotals()
    private var written = [Int](repeating: 0, count: Severity.allCases.count)

    public init(options: ReportOptions) { self.options = options }

    public mutating func begin() -> [UInt8] { [] }

    public mutating func add(_ result: ArticleResult) -> [UInt8] {
        totals.add(result)
        var bytes: [UInt8] = []
        var index: PositionIndex?
        for finding in result.findings {
            let kind = Int(finding.severity.rawValue)
            // One notice is kept for what is said at the end.
            guard written[kind] < Self.annotationLimit - (finding.severity == .minor ? 1 : 0) else { continue }
            written[kind] += 1
            let positions = index ?? PositionIndex(result.article.text)
            index = positions
            bytes += annotation(finding, of: result.article, positions).utf8
        }
        return bytes
    }

    public mutating func end() -> [UInt8] {
        var text = ""
        let missing = totals.findings - written.reduce(0, +)
        if missing > 0 {
            let are = missing == 1 ? "1 finding is" : "\(Decimal.grouped(missing)) findings are"
            let sentence =
                "\(are) not annotated, since GitHub shows \(Self.annotationLimit) annotations of a kind. The job summary has more."
            text += "::notice title=Calque::\(Self.escaped(sentence))\n"
        }
        return Array((text + totals.sentence + "\n").utf8)
    }

    private func annotation(_ finding: Finding, of article: Article, _ index: PositionIndex) -> String {
        let start = index.position(at: finding.span.start)
        let end = index.position(at: max(finding.span.start, finding.span.end))
        var properties = [
            ("file", options.repositoryPath(article.name)), ("line", "\(start.line)"), ("endLine", "\(end.line)"),
        ]
        if start.line == end.line { properties += [("col", "\(start.column)"), ("endColumn", "\(end.column)")] }
        properties.append(("title", VisibleText.of("\(finding.rule.name) (\(finding.rule.id))")))
        let list = properties.map { "\($0)=\(Self.escapedProperty($1))" }.joined(separator: ",")
        let message = VisibleText.of(finding.message).cut(toUTF8: Self.messageLimit)
        return "::\(Self.command(finding.severity)) \(list)::\(Self.escaped(message))\n"
    }

    private static func command(_ severity: Severity) -> String {
        switch severity {
        case .minor: "notice"
        case .major: "warning"
        case .critical: "error"
        }
    }

    /// As the toolkit of GitHub's actions escapes a message: what would end the line, and the sign of escapes.
    private static func escaped(_ text: String) -> String {
        escaped(text) { $0 == "%" || $0 == "\r" || $0 == "\n" }
    }

    /// The same for the value of a property: what would end it as well.
    private static func escapedProperty(_ text: String) -> String {
        escaped(text) { $0 == "%" || $0 == "\r" || $0 == "\n" || $0 == ":" || $0 == "," }
    }

    private static func escaped(_ text: String, where isSpecial: (Unicode.Scalar) -> Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if isSpecial(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "%" + (digits.count < 2 ? "0" : "") + digits
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension String {
    /// As many characters as have room in so many bytes of UTF-8, the last of them … where some are left out.
    func cut(toUTF8 limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var result = ""
        var count = 3
        for scalar in unicodeScalars {
            count += UTF8.width(scalar)
            if count > limit { break }
            result.unicodeScalars.append(scalar)
        }
        return result + "…"
    }
}
