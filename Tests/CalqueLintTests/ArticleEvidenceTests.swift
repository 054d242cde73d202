import CalqueText
import Testing

@testable import CalqueLint

@Suite struct ArticleEvidenceTests {
    private func finding(_ evidence: Evidence, at start: Int, confidence: Double = 0.85) -> Finding {
        let rule = RuleDescription(
            id: "rule-\(evidence.rawValue)", name: "Rule", family: .verbs, summary: "A summary.", rationale: "Why.",
            mqm: "Fluency", severity: .major, bad: [], good: [], evidence: evidence)
        return Finding(rule: rule, span: Span(start, start + 5), message: "A message.", confidence: confidence)
    }

    /// The confidence of a doubtful finding among others.
    private func weighed(words: Int, beside others: [Finding] = []) -> Double {
        var findings = [finding(.doubtful, at: 0)] + others
        ArticleEvidence.weigh(&findings, words: words)
        return findings[0].confidence
    }

    @Test func `a sentence by itself is judged nearly as it stands`() {
        #expect(weighed(words: 12) < 0.85 && weighed(words: 12) > 0.8)
    }

    @Test func `a long article without any other mark speaks against the one there is`() {
        #expect(weighed(words: 300) < ArticleEvidence.usualConfidence)
        #expect(weighed(words: 3000) < weighed(words: 300))
    }

    @Test func `other marks speak for it, certain ones more than slips`() {
        let certain = weighed(words: 300, beside: [finding(.certain, at: 50), finding(.certain, at: 90)])
        let slips = weighed(words: 300, beside: [finding(.slip, at: 50), finding(.slip, at: 90)])
        #expect(certain > 0.85)
        #expect(slips < certain && slips > weighed(words: 300))
    }

    @Test func `what overlaps a finding is no further evidence`() {
        let alone = weighed(words: 300)
        #expect(weighed(words: 300, beside: [finding(.certain, at: 3)]) == alone)
        #expect(weighed(words: 300, beside: [finding(.certain, at: 5)]) > alone)
    }

    @Test(arguments: [Evidence.certain, .slip]) func `what speaks for itself is not weighed`(evidence: Evidence) {
        var findings = [finding(evidence, at: 0), finding(.doubtful, at: 50)]
        ArticleEvidence.weigh(&findings, words: 10_000)
        #expect(findings[0].confidence == 0.85)
    }

    @Test(arguments: [0.0, 1]) func `confidence stays a probability`(confidence: Double) {
        var findings = [finding(.doubtful, at: 0, confidence: confidence)]
        ArticleEvidence.weigh(&findings, words: 0)
        #expect((0...1).contains(findings[0].confidence))
    }
}
