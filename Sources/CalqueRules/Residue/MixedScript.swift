import CalqueLint
import CalqueSyntax
import CalqueText

/// Latin and Cyrillic letters in one word: "Тoday" with a Cyrillic T.
struct MixedScript: Rule {
    static let description = RuleDescription(
        id: "mixed-script",
        name: "Letters of two scripts in one word",
        family: .residue,
        summary: "A word has Latin and other letters side by side.",
        rationale: """
            A machine that splits words into pieces translates one piece and copies another, or takes over letters that look \
            Latin and are not: readers do not see these, search engines do. Keeps quiet with Greek symbols beside units, and with \
            parts that a hyphen divides.
            """,
        mqm: "Fluency/Character encoding",
        severity: .major,
        bad: [
            "[[Тoday]] the bridge was opened.",
            "General [[Праютa]] took the office.",
        ],
        good: ["Today the bridge was opened.", "A grain of 5 μm, a Т-34 tank."],
        hasSafeFix: true, precision: "")

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        for block in analysis.blockTexts() {
            for word in ForeignWord.words(in: block) where word.isMixed && word.script == .cyrillic {
                let text = block.string(word.span)
                let mended = Romanization.lookalike(text) ?? Romanization.latin(text)
                findings.append(
                    Finding(
                        rule: Self.description, span: word.span, message: Self.message(text, mended),
                        suggestions: mended.map { [Suggestion(span: word.span, replacement: $0)] } ?? [],
                        confidence: 0.97))
            }
        }
    }

    private static func message(_ text: String, _ mended: String?) -> String {
        "“\(text)” has Latin and Cyrillic letters in one word"
            + (mended.map { "; in Latin letters it is “\($0)”." } ?? ".")
    }
}
