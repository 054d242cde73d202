/// Which suggestions may be applied without anybody looking at them.
///
/// Safe is a fix that leaves every word and every number what it was, or takes away what stands twice: spaces, marks of
/// punctuation, capitals of nations, letters of a wrong alphabet, the form of an article. Precision of its rule on the
/// development sets is 1.00, or the form is closed, so that nothing is left to judge.
extension RuleDescription {
    /// Whether a single suggestion of this rule is safe to apply; those of other rules, a user's own among them, want an
    /// editor's eye.
    public var hasSafeFix: Bool { Self.safeFixes.contains(id) }

    private static let safeFixes: Set<String> = [
        "a-or-an", "broken-characters", "digit-grouping", "doubled-punctuation", "lowercase-nationality",
        "mixed-script",
        "number-spacing", "numero-sign", "ordinal-number", "quotation-spacing", "repeated-word",
        "space-before-apostrophe", "space-before-punctuation",
    ]
}

extension Finding {
    /// Of findings with a lower confidence no fix is safe.
    private static let leastConfidence = 0.9

    /// The fix that may be applied without anybody looking at it: the only suggestion of a rule with safe fixes.
    public var safeFix: Suggestion? {
        rule.hasSafeFix && suggestions.count == 1 && confidence >= Self.leastConfidence ? suggestions[0] : nil
    }
}
