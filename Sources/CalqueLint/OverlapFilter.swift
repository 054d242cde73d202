import CalqueText

/// Chooses between findings that overlap.
///
/// * Of two findings of the same rule that share a byte, the one that begins first stays, of two that begin together
///   the longer: a rule that speaks twice of one place has nothing to add the second time.
/// * Of two findings of different rules with the same span, the one with the higher confidence stays,
///   then the one with the higher severity, then the one whose rule id comes first: one mark, one cause.
/// * Findings of different rules that nest or cross both stay: each tells an editor something else.
public enum OverlapFilter {
    /// The findings that stay, by place; in a time that grows with their number and with how many cross one place.
    public static func filter(_ findings: [Finding]) -> [Finding] {
        if findings.count < 2 { return findings }
        let sorted = findings.sorted { a, b in
            if a.span != b.span { return a.span < b.span }
            if a.confidence != b.confidence { return a.confidence > b.confidence }
            if a.severity != b.severity { return a.severity > b.severity }
            return a.rule.id < b.rule.id
        }
        var kept: [Finding] = []
        // Indices of kept findings that may reach to where the next one begins.
        var open: [Int] = []
        for finding in sorted {
            open.removeAll { kept[$0].span.end < finding.span.start }
            let isDropped = open.contains { index in
                let other = kept[index]
                return other.span == finding.span
                    || (other.rule === finding.rule && other.span.end > finding.span.start)
            }
            if isDropped { continue }
            open.append(kept.count)
            kept.append(finding)
        }
        return kept
    }
}
