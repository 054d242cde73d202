import CalqueLint
import CalqueText

/// Findings that share bytes, shown to a reader as one: a garbled stretch and the wrong verb in it.
struct FindingGroup {
    /// By place; of those that start together the longer first.
    var findings: [Finding]
    /// From the first byte of any to the last of any.
    var span: Span

    /// The gravest of the severities.
    var severity: Severity { findings.map(\.severity).max() ?? .minor }

    /// Groups findings that overlap, directly or through others.
    static func groups(of findings: [Finding]) -> [FindingGroup] {
        var groups: [FindingGroup] = []
        for finding in findings.sorted(by: { $0.span < $1.span }) {
            if let last = groups.indices.last, groups[last].span.overlaps(finding.span) {
                groups[last].findings.append(finding)
                groups[last].span.end = max(groups[last].span.end, finding.span.end)
            } else {
                groups.append(FindingGroup(findings: [finding], span: finding.span))
            }
        }
        return groups
    }

    /// The group's bytes cut where a finding begins or ends, each piece with the number of findings that cover it.
    var pieces: [(span: Span, depth: Int)] {
        guard findings.count > 1 else { return [(span, 1)] }
        let cuts = Set(findings.flatMap { [$0.span.start, $0.span.end] }).sorted()
        return zip(cuts, cuts.dropFirst()).map { start, end in
            (Span(start, end), findings.count { $0.span.start <= start && end <= $0.span.end })
        }
    }
}
