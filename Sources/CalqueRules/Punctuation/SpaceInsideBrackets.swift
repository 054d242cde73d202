import CalqueLint
import CalqueSyntax
import CalqueText

/// A space behind an opening or before a closing bracket: "( compared to May )".
struct SpaceInsideBrackets: Rule {
    static let description = RuleDescription(
        id: "space-inside-brackets",
        name: "Space inside brackets",
        family: .punctuation,
        summary: "A space stands behind an opening or before a closing bracket.",
        rationale: """
            A machine that splits words from marks before it translates does not always join them again. Keeps quiet with \
            check boxes, list numbers and emoticons.
            """,
        mqm: "Fluency/Punctuation",
        severity: .minor,
        bad: [
            "The boat was faster ([[ ]]compared to the ferry) in the storm.",
            "The boat was faster (compared to the ferry[[ ]]) in the storm.",
        ],
        good: [
            "The boat was faster (compared to the ferry) in the storm.",
            "Choose: ( ) yes ( ) no : )",
            "a ) salt b ) flour",
        ],
        evidence: .slip, precision: "")

    init() {}

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        for block in analysis.blockTexts() {
            var open: Int?
            var at = block.start
            while at < block.end {
                switch block.text[at] {
                case 40:
                    open = at
                    let end = block.skippingSpace(at + 1)
                    if end > at + 1, BlockText.isLetter(block.character(end)) || BlockText.isDigit(block.character(end))
                    {
                        report(Span(at + 1, end), Self.afterOpening, into: &findings)
                    }
                case 41:
                    let start = block.skippingSpaceBack(at)
                    let last = block.characterBefore(start)
                    if let opened = open, start < at, start > opened + 1,
                        BlockText.isLetter(last) || BlockText.isDigit(last)
                    {
                        report(Span(start, at), Self.beforeClosing, into: &findings)
                    }
                    open = nil
                default: break
                }
                at = block.nextMark(at + 1)
            }
        }
    }

    private func report(_ span: Span, _ message: String, into findings: inout [Finding]) {
        findings.append(
            Finding(
                rule: Self.description, span: span, message: message,
                suggestions: [Suggestion(span: span, replacement: "")], confidence: 0.85))
    }

    private static let afterOpening = "A space stands behind the opening bracket; the first word follows it at once."
    private static let beforeClosing = "A space stands before the closing bracket; it follows the last word at once."
}
