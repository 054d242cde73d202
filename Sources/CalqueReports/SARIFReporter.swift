import CalqueLint
import CalqueText

/// The report in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), for code scanning and IDEs.
///
/// Columns count UTF-16 code units, which `columnKind` says; a byte-order mark is not counted. GitHub takes 5,000
/// results of a run, those of the gravest levels: of more, these are written, and a notification says how many are
/// missing. So the results are kept until the end, as their bytes.
public struct SARIFReporter: Reporter {
    public static let name = "sarif"
    public static let summary = "SARIF 2.1.0, for code scanning"

    /// Results that GitHub takes of a run.
    public static let resultLimit = 5_000

    private let options: ReportOptions
    private var totals = ReportTotals()
    private var suppressed = 0
    /// In the order of the report.
    private var results: [(severity: Severity, bytes: [UInt8])] = []

    public init(options: ReportOptions) { self.options = options }

    public mutating func begin() -> [UInt8] { [] }

    public mutating func add(_ result: ArticleResult) -> [UInt8] {
        totals.add(result)
        suppressed += result.suppressed.count
        if result.findings.isEmpty && result.suppressed.isEmpty { return [] }
        let uri = Self.uri(options.repositoryPath(result.article.name))
        let index = PositionIndex(result.article.text)
        var fingerprints = Fingerprints(result.article, path: options.repositoryPath(result.article.name))
        var json = JSONWriter()
        for finding in result.findings {
            json.removeAll()
            write(finding, uri: uri, index, fingerprints.next(finding), suppression: nil, to: &json)
            results.append((finding.severity, json.bytes))
        }
        for item in result.suppressed {
            json.removeAll()
            write(item.finding, uri: uri, index, fingerprints.next(item.finding), suppression: item, to: &json)
            results.append((item.finding.severity, json.bytes))
        }
        if results.count > 2 * Self.resultLimit { keepGravest() }
        return []
    }

    public mutating func end() -> [UInt8] {
        keepGravest()
        var json = JSONWriter()
        json.beginObject()
        json.key("$schema")
        json.string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
        json.key("version")
        json.string("2.1.0")
        json.key("runs")
        json.beginArray()
        json.beginObject()
        json.key("tool")
        json.beginObject()
        json.key("driver")
        writeDriver(to: &json)
        json.endObject()
        json.key("columnKind")
        json.string("utf16CodeUnits")
        writeInvocation(to: &json)
        json.key("properties")
        json.beginObject()
        json.key("articles")
        json.integer(totals.articles)
        json.key("words")
        json.integer(totals.words)
        json.key("automaticPenalty")
        if let score = totals.score { json.number(score, decimals: 2) } else { json.null() }
        json.endObject()
        json.key("results")
        var bytes = json.bytes + Array("[".utf8)
        for (number, result) in results.enumerated() {
            bytes += (number == 0 ? "\n" : ",\n").utf8
            bytes += result.bytes
        }
        return bytes + Array("\n]}]}\n".utf8)
    }

    /// Leaves as many results as the limit allows: those of the gravest severities, of one severity the first.
    private mutating func keepGravest() {
        guard results.count > Self.resultLimit else { return }
        var room = Self.resultLimit
        var rooms: [Severity: Int] = [:]
        for severity in Severity.allCases.reversed() {
            let count = min(room, results.count { $0.severity == severity })
            rooms[severity] = count
            room -= count
        }
        results = results.filter { result in
            let left = rooms[result.severity, default: 0]
            rooms[result.severity] = left - 1
            return left > 0
        }
    }

    // MARK: The tool

    private func writeDriver(to json: inout JSONWriter) {
        json.beginObject()
        json.key("name")
        json.string("Calque")
        if !options.version.isEmpty {
            json.key("semanticVersion")
            json.string(options.version)
        }
        json.key("shortDescription")
        Self.writeText("A linter for machine-translated news.", to: &json)
        json.key("rules")
        json.beginArray()
        for (rule, _) in totals.rules { write(rule, to: &json) }
        json.endArray()
        json.endObject()
    }

    private func write(_ rule: RuleDescription, to json: inout JSONWriter) {
        json.beginObject()
        json.key("id")
        json.string(rule.id)
        json.key("name")
        json.string(Self.pascalCase(rule.id))
        json.key("shortDescription")
        Self.writeText(rule.name, to: &json)
        json.key("fullDescription")
        Self.writeText(rule.summary, to: &json)
        json.key("help")
        json.beginObject()
        json.key("text")
        json.string(RulePage.text(rule))
        json.key("markdown")
        json.string(RulePage.markdown(rule))
        json.endObject()
        json.key("defaultConfiguration")
        json.beginObject()
        json.key("enabled")
        json.boolean(rule.isOnByDefault)
        json.key("level")
        json.string(Self.level(rule.severity))
        json.endObject()
        json.key("properties")
        json.beginObject()
        json.key("tags")
        json.beginArray()
        json.string("machine-translation")
        json.string(rule.family.rawValue)
        json.endArray()
        json.key("mqm")
        json.string(rule.mqm)
        json.key("problem.severity")
        json.string(rule.severity == .critical ? "error" : rule.severity == .major ? "warning" : "recommendation")
        json.key("safeFix")
        json.boolean(rule.hasSafeFix)
        if let precision = Self.precision(rule.precision) {
            json.key("precision")
            json.string(precision)
            json.key("measuredPrecision")
            json.string(rule.precision)
        }
        json.endObject()
        json.endObject()
    }

    private func writeInvocation(to json: inout JSONWriter) {
        json.key("invocations")
        json.beginArray()
        json.beginObject()
        json.key("executionSuccessful")
        json.boolean(true)
        let found = totals.findings + suppressed
        if results.count < found {
            json.key("toolExecutionNotifications")
            json.beginArray()
            json.beginObject()
            json.key("level")
            json.string("warning")
            json.key("message")
            Self.writeText(
                "There are \(Decimal.grouped(found)) findings; the \(Decimal.grouped(results.count)) gravest stand here, as many as GitHub takes of a run. The format json has all of them.",
                to: &json)
            json.endObject()
            json.endArray()
        }
        json.endObject()
        json.endArray()
    }

    // MARK: Results

    private mutating func write(
        _ finding: Finding, uri: String, _ index: PositionIndex, _ fingerprint: String,
        suppression: SuppressedFinding?, to json: inout JSONWriter
    ) {
        json.beginObject()
        json.key("ruleId")
        json.string(finding.rule.id)
        json.key("ruleIndex")
        json.integer(totals.index(of: finding.rule))
        json.key("level")
        json.string(Self.level(finding.severity))
        json.key("message")
        Self.writeText(finding.message, to: &json)
        json.key("locations")
        json.beginArray()
        json.beginObject()
        json.key("physicalLocation")
        json.beginObject()
        Self.writeArtifact(uri, to: &json)
        json.key("region")
        Self.writeRegion(finding.span, index, to: &json)
        json.endObject()
        json.endObject()
        json.endArray()
        json.key("partialFingerprints")
        json.beginObject()
        json.key("calqueFinding/v1")
        json.string(fingerprint)
        json.endObject()
        if let suppression { Self.write(suppression, to: &json) }
        if !finding.suggestions.isEmpty { Self.writeFixes(finding.suggestions, uri: uri, index, to: &json) }
        json.key("rank")
        json.number(finding.confidence * 100, decimals: 1)
        json.endObject()
    }

    private static func write(_ suppression: SuppressedFinding, to json: inout JSONWriter) {
        json.key("suppressions")
        json.beginArray()
        json.beginObject()
        json.key("kind")
        json.string(suppression.place == .article ? "inSource" : "external")
        if !suppression.reason.isEmpty {
            json.key("justification")
            json.string(suppression.reason)
        }
        json.endObject()
        json.endArray()
    }

    private static func writeFixes(
        _ suggestions: [Suggestion], uri: String, _ index: PositionIndex, to json: inout JSONWriter
    ) {
        json.key("fixes")
        json.beginArray()
        for suggestion in suggestions {
            json.beginObject()
            json.key("artifactChanges")
            json.beginArray()
            json.beginObject()
            writeArtifact(uri, to: &json)
            json.key("replacements")
            json.beginArray()
            json.beginObject()
            json.key("deletedRegion")
            writeRegion(suggestion.span, index, to: &json)
            json.key("insertedContent")
            writeText(suggestion.replacement, to: &json)
            json.endObject()
            json.endArray()
            json.endObject()
            json.endArray()
            json.endObject()
        }
        json.endArray()
    }

    private static func writeArtifact(_ uri: String, to json: inout JSONWriter) {
        json.key("artifactLocation")
        json.beginObject()
        json.key("uri")
        json.string(uri)
        json.endObject()
    }

    private static func writeRegion(_ span: Span, _ index: PositionIndex, to json: inout JSONWriter) {
        let start = index.position(at: span.start, in: .utf16)
        let end = index.position(at: max(span.start, span.end), in: .utf16)
        json.beginObject()
        json.key("startLine")
        json.integer(start.line)
        json.key("startColumn")
        json.integer(start.column)
        json.key("endLine")
        json.integer(end.line)
        json.key("endColumn")
        json.integer(end.column)
        json.endObject()
    }

    private static func writeText(_ text: String, to json: inout JSONWriter) {
        json.beginObject()
        json.key("text")
        json.string(text)
        json.endObject()
    }

    private static func level(_ severity: Severity) -> String {
        switch severity {
        case .minor: "note"
        case .major: "warning"
        case .critical: "error"
        }
    }

    /// "LowercaseName" for "lowercase-name": SARIF wants a name that can be read as an identifier.
    private static func pascalCase(_ id: String) -> String {
        id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// GitHub's name for a precision that was measured as "0.93 (n = 120)"; nil where there is none.
    static func precision(_ measured: String) -> String? {
        guard let number = measured.split(separator: " ").first.flatMap({ Double($0) }) else { return nil }
        return number >= 0.9 ? "very-high" : number >= 0.8 ? "high" : number >= 0.6 ? "medium" : "low"
    }

    /// A path as a reference of RFC 3986: a relative one, or a URI of the scheme "file". All bytes but unreserved
    /// characters and slashes are encoded.
    static func uri(_ path: String) -> String {
        var uri = path.hasPrefix("/") ? "file://" : ""
        for byte in path.utf8 {
            let isLetter = (0x61...0x7A).contains(byte | 0x20)
            let isPlain = isLetter || (0x30...0x39).contains(byte) || "-._~/".utf8.contains(byte)
            if isPlain {
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                uri += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
        return uri
    }
}
