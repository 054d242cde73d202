extension Finding {
    /// Of findings with a lower confidence no fix is safe.
    private static let leastConfidence = 0.9

    /// The fix that may be applied without anybody looking at it: the only suggestion of a rule with safe fixes.
    public var safeFix: Suggestion? {
        rule.hasSafeFix && suggestions.count == 1 && confidence >= Self.leastConfidence ? suggestions[0] : nil
    }
}
