import CalqueLint

/// What a report says of all articles together.
public struct ReportTotals: Sendable {
    public private(set) var articles = 0
    public private(set) var words = 0
    /// Articles with at least one finding.
    public private(set) var articlesWithFindings = 0
    private var counts = [Int](repeating: 0, count: Severity.allCases.count)
    private var familyCounts = [Int](repeating: 0, count: Family.allCases.count)

    public init() {}

    public mutating func add(_ result: ArticleResult) {
        articles += 1
        words += result.words
        if !result.findings.isEmpty { articlesWithFindings += 1 }
        for finding in result.findings {
            counts[Int(finding.severity.rawValue)] += 1
            if let family = Family.allCases.firstIndex(of: finding.rule.family) { familyCounts[family] += 1 }
        }
    }

    public var findings: Int { counts.reduce(0, +) }
    public func findings(_ severity: Severity) -> Int { counts[Int(severity.rawValue)] }
    public func findings(_ family: Family) -> Int {
        Family.allCases.firstIndex(of: family).map { familyCounts[$0] } ?? 0
    }

    /// The automatic penalty over all articles together; see `Score`.
    public var score: Double? {
        let points = Severity.allCases.reduce(0) { $0 + $1.penalty * findings($1) }
        return Score.penalty(points: points, words: words)
    }
}
