import CalqueLint

/// What a report says of all articles together.
public struct ReportTotals: Sendable {
    public private(set) var articles = 0
    public private(set) var words = 0
    /// Articles with at least one finding.
    public private(set) var articlesWithFindings = 0
    /// The rules that found something, with the number of their findings, in the order of their first one.
    public private(set) var rules: [(rule: RuleDescription, findings: Int)] = []
    private var ruleIndices: [String: Int] = [:]
    private var counts = [Int](repeating: 0, count: Severity.allCases.count)
    private var familyCounts = [Int](repeating: 0, count: Family.allCases.count)

    public init() {}

    public mutating func add(_ result: ArticleResult) {
        articles += 1
        words += result.words
        if !result.findings.isEmpty { articlesWithFindings += 1 }
        for finding in result.findings {
            rules[index(of: finding.rule)].findings += 1
            counts[Int(finding.severity.rawValue)] += 1
            if let family = Family.allCases.firstIndex(of: finding.rule.family) { familyCounts[family] += 1 }
        }
    }

    /// The place of a rule in `rules`, where it is put if it is not there.
    mutating func index(of rule: RuleDescription) -> Int {
        if let index = ruleIndices[rule.id] { return index }
        ruleIndices[rule.id] = rules.count
        rules.append((rule, 0))
        return rules.count - 1
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

    /// All of it for people: "1 article, 333 words: 19 findings (1 critical, 7 major, 11 minor). Automatic penalty: …"
    var sentence: String {
        var sentence = Decimal.count(articles, "article") + ", " + Decimal.count(words, "word") + ": "
        if findings == 0 {
            sentence += "no findings."
        } else {
            let severities = Severity.allCases.reversed().filter { findings($0) > 0 }
            let parts = severities.map { "\(findings($0)) \($0.name)" }.joined(separator: ", ")
            sentence += Decimal.count(findings, "finding") + " (\(parts))."
        }
        if let score { sentence += " Automatic penalty: \(Decimal.oneDigit(score)) points per 1,000 words." }
        return sentence
    }
}
