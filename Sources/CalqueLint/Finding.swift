import CalqueText

/// A mark that the machine left: where, by which rule, with what evidence and which fixes.
public struct Finding: Sendable {
    public let rule: RuleDescription
    public var severity: Severity
    /// UTF-8 bytes of the article's text.
    public var span: Span
    /// Whole sentences, with the evidence in them.
    public var message: String
    /// The likeliest first; may be empty.
    public var suggestions: [Suggestion]
    /// The probability that an editor agrees, 0 to 1.
    public var confidence: Double
    /// What was seen where; only where the linter was asked to explain.
    public var explanation: Explanation?

    public init(
        rule: RuleDescription, severity: Severity? = nil, span: Span, message: String, suggestions: [Suggestion] = [],
        confidence: Double = 0.9
    ) {
        self.rule = rule
        self.severity = severity ?? rule.severity
        self.span = span
        self.message = message
        self.suggestions = suggestions
        self.confidence = confidence
    }
}

/// One way to mend a fault: put `replacement` in the place of `span`.
public struct Suggestion: Hashable, Sendable {
    /// UTF-8 bytes of the article's text; lies within the finding or touches it.
    public var span: Span
    public var replacement: String

    public init(span: Span, replacement: String) {
        self.span = span
        self.replacement = replacement
    }
}
