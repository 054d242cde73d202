import CalqueText

/// Chooses between findings that overlap.
///
/// * Of two findings of the same rule that share a byte, the longer stays; of equal ones the first.
/// * Of two findings of different rules with the same span, the one with the higher confidence stays,
///   then the one with the higher severity, then the one whose rule id comes first.
/// * Findings of different rules that nest or cross both stay: each tells an editor something else.
public enum OverlapFilter {
    /// The findings that stay, by place.
    public static func filter(_ findings: [Finding]) -> [Finding] {
        let sorted = findings.sorted { a, b in
            if a.span != b.span { return a.span < b.span }
            if a.confidence != b.confidence { return a.confidence > b.confidence }
            if a.severity != b.severity { return a.severity > b.severity }
            return a.rule.id < b.rule.id
        }
        var kept: [Finding] = []
        for finding in sorted {
            var index = kept.count - 1
            var isDropped = false
            // Kept findings are sorted by start; those far back may be long, so look at all that share a byte.
            while index >= 0 && !isDropped {
                let other = kept[index]
                if other.span == finding.span
                    || (other.rule === finding.rule && other.span.overlaps(finding.span) && !other.span.isEmpty)
                {
                    isDropped = true
                }
                if finding.span.start - other.span.start > 4096 { break }
                index -= 1
            }
            if !isDropped { kept.append(finding) }
        }
        return kept
    }
}

extension Span {
    fileprivate var isEmpty: Bool { start == end }
}
