import CalqueLint
import CalqueSyntax
import CalqueText

/// No space behind a comma: "the country,and".
struct MissingSpace: Rule {
    static let description = RuleDescription(
        id: "missing-space",
        name: "Missing space",
        family: .punctuation,
        summary: "No space stands between a comma and the next word.",
        rationale: """
            Machines glue clauses together where the source has no space between them, as Chinese has none. Reported only \
            between words in small letters: lists of names are glued by people.
            """,
        mqm: "Fluency/Punctuation",
        severity: .minor,
        bad: [
            "The ferry[[,which]] was late, sank."
        ],
        good: [
            "The ferry, which was late, sank.",
            "It weighs 1,200 tons.",
            "The stops are Leeton,Lithgow and Hay.",
        ],
        evidence: .slip, precision: "")

    init() {}

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        for block in analysis.blockTexts() {
            var at = block.start + 1
            while at + 1 < block.end {
                let byte = block.text[at]
                if byte == 44, BlockText.isLower(block.characterBefore(at)), BlockText.isLower(block.character(at + 1)),
                    block.byte(at + 1) < 128
                {
                    let next = block.word(at + 1)
                    if block.wordBefore(at).count > 2, next.count > 1 {
                        report(Span(at, next.end), ", " + block.string(next), into: &findings)
                    }
                }
                at = block.nextMark(at + 1)
            }
        }
    }

    private func report(_ span: Span, _ mended: String, into findings: inout [Finding]) {
        findings.append(
            Finding(
                rule: Self.description, span: span, message: Self.message(mended),
                suggestions: [Suggestion(span: span, replacement: mended)], confidence: 0.85))
    }

    private static func message(_ mended: String) -> String {
        "A space is missing behind the mark: “\(mended)”."
    }
}
