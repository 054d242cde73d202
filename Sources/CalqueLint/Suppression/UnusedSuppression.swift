import CalqueSyntax

/// Directives that do nothing. The filter finds them, since only it knows what they suppress: the rule says whether they
/// are reported.
public struct UnusedSuppression: Rule {
    public static let description = RuleDescription(
        id: "unused-suppression", name: "Directive that does nothing", family: .consistency,
        summary: "Reports a directive (“<!-- calque-off … -->”) that suppresses nothing, or cannot be read.",
        rationale: """
            A directive says that a finding is known to be right. Once the text has changed, or the rule has learnt better, it
            hides only what comes later. A misspelt one hides nothing from the beginning.

            It keeps quiet where a rule that the directive names does not run.
            """,
        mqm: "Style/Organizational style", severity: .minor,
        bad: [
            "The ferry left at noon.\n\n[[<!-- calque-off repeated-word -->]]\nNobody was on board.",
            "The ferry left at noon.\n\n[[<!-- calque-of -->]]\nNobody was on board.",
        ],
        good: [
            "The ferry left at noon.\n\nIt came back in the evening with all of its crew.",
            "The ferry left at noon.\n\n<!-- from the evening desk -->\nIt came back with all of its crew.",
        ])

    public init() {}

    public func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {}
}
