import CalqueText
import Glibc

/// Weighs doubtful findings by what else was found in their article.
///
/// An article with several marks of a machine is machine-made and rough, and what would be doubtful in a clean one is
/// likely there. The density of marks has a gamma prior, so that a sentence by itself is judged as it stands, while a
/// long article without any other mark speaks against the one that seems to be there:
///
///     m = (prior + weight of the other findings) / (prior words + words) × prior words / prior
///     logit of the reported confidence = logit of the rule's confidence + exponent × ln m
///
/// Weights and prior were chosen on the development sets (`docs/evidence.md`).
struct ArticleEvidence {
    /// Doubtful findings below it are not reported unless more are asked for.
    static let usualConfidence = 0.7

    private static let prior = 0.5
    private static let priorWords = 150.0
    private static let exponent = 2.0
    /// Neighbours, on either side, that are looked at for overlaps.
    private static let reach = 4

    private static func weight(_ finding: Finding) -> Double {
        switch finding.rule.evidence {
        case .certain: 1
        case .slip: 0.3
        case .doubtful: 0.5
        }
    }

    /// - Parameters:
    ///   - findings: By place. What overlaps a finding is the same evidence and does not speak for it.
    ///   - words: Words of the article.
    static func weigh(_ findings: inout [Finding], words: @autoclosure () -> Int) {
        guard findings.contains(where: { $0.rule.evidence == .doubtful }) else { return }
        let weights = findings.map(weight)
        let total = weights.reduce(0, +)
        let scale = priorWords / prior / (priorWords + Double(words()))
        for index in findings.indices where findings[index].rule.evidence == .doubtful {
            let span = findings[index].span
            var others = total
            for other in max(0, index - reach)...min(findings.count - 1, index + reach)
            where findings[other].span.start < span.end && span.start < findings[other].span.end {
                others -= weights[other]
            }
            let density = (prior + max(0, others)) * scale
            let confidence = min(max(findings[index].confidence, 0.01), 0.99)
            let odds = confidence / (1 - confidence) * pow(density, exponent)
            findings[index].confidence = min(0.99, odds / (1 + odds))
        }
    }
}
