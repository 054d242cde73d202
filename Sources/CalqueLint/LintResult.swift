import CalqueSyntax
import CalqueText

/// What came of linting an article.
public struct LintResult: Sendable {
    /// By place.
    public var findings: [Finding] = []
    /// What was found and is not to be reported, by place.
    public var suppressed: [SuppressedFinding] = []
    /// Of each of the findings what a baseline knows it by; empty unless a baseline was given.
    public var keys: [Baseline.Key] = []
    /// The sentences in which a baseline knows a finding that is there.
    public var knownSentences: Set<String> = []
    /// What the baseline knows of the article and was not found any more, and how often.
    public var stale: [Baseline.Key: Int] = [:]

    /// - Parameter findings: By place.
    public init(findings: [Finding] = []) { self.findings = findings }

    /// Takes out the findings, with their keys, that the condition does not hold for.
    public mutating func keepFindings(where isKept: (Finding) -> Bool) {
        let kept = findings.indices.filter { isKept(findings[$0]) }
        if !keys.isEmpty { keys = kept.map { keys[$0] } }
        findings = kept.map { findings[$0] }
    }
}

extension LintResult {
    /// Leaves out what a baseline knows of the article.
    mutating func leaveOut(_ known: [Baseline.Key: Int], _ analysis: borrowing Analysis, _ article: Article) {
        stale = known
        var kept: [Finding] = []
        for finding in findings {
            let key = Baseline.Key(finding, analysis, article)
            if let count = stale[key] {
                stale[key] = count > 1 ? count - 1 : nil
                knownSentences.insert(key.sentence)
                suppressed.append(SuppressedFinding(finding: finding, place: .file, reason: "Known to the baseline."))
            } else {
                kept.append(finding)
                keys.append(key)
            }
        }
        findings = kept
        suppressed.sort { $0.finding.span < $1.finding.span }
    }
}
