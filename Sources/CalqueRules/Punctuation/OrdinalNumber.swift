import CalqueLint
import CalqueSyntax
import CalqueText

/// Ordinal numbers as other languages write them: "the 85-th", "23. March", "the 44. meeting".
struct OrdinalNumber: Rule {
    static let description = RuleDescription(
        id: "ordinal-number",
        name: "Foreign form of an ordinal number",
        family: .punctuation,
        summary: "An ordinal number is written with a hyphen or a full stop.",
        rationale: """
            Russian hangs endings on numbers with a hyphen (85-й), German, Czech, Croatian and others put a full stop (44.); \
            English writes 85th and 44th. A full stop is reported only where it cannot end a sentence.
            """,
        mqm: "Locale convention/Number format",
        severity: .minor,
        bad: [
            "They came for the [[85-th]] birthday of the mill.",
            "The fair opens on [[23. March]] in the castle.",
            "At the [[44.]] meeting of the club the roof fell in.",
            "She was born in the [[90-ies]].",
        ],
        good: [
            "They came for the 85th birthday of the mill.",
            "He wore number 23. March was cold.",
            "1. salt 2. flour",
            "The 9-to-5 shift and the F-16 left in the 90s.",
            "In 1944. A new mill was built.",
        ],
        hasSafeFix: true, precision: "1.00 (n = 4)")

    init() {}

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        for block in analysis.blockTexts() {
            block.forEachNumber { number in
                if block.byte(number.end) == 45 {
                    hyphen(block, number, into: &findings)
                } else if block.byte(number.end) == 46 {
                    fullStop(block, number, into: &findings)
                }
            }
        }
    }

    private func hyphen(_ block: BlockText, _ number: Span, into findings: inout [Finding]) {
        let ending = block.word(number.end + 1)
        let text = block.lowercased(ending)
        let isDecade =
            block.byte(number.end - 1) == 48 && (text == "ies" || text == "es" || text == "s" && number.count == 4)
        guard isDecade || ["st", "nd", "rd", "th"].contains(text), number.count <= 4 else { return }
        let span = Span(number.start, ending.end)
        let value = block.text[number.start..<number.end].reduce(0) { $0 * 10 + Int($1 - 48) }
        report(block, span, block.string(number) + (isDecade ? "s" : Self.suffix(value)), into: &findings)
    }

    private func fullStop(_ block: BlockText, _ number: Span, into findings: inout [Finding]) {
        guard number.count <= 3, block.byte(number.end + 1) == 32, number.start > block.start,
            ![44, 46, 58, 47, 36, 45].contains(block.characterBefore(number.start))
        else { return }
        let value = block.text[number.start..<number.end].reduce(0) { $0 * 10 + Int($1 - 48) }
        guard value > 0 else { return }
        let next = block.skippingSpace(number.end + 1)
        let before = block.lastWord(before: number.start)
        if MeasureWords.months.contains(block.lowercased(block.word(next))), BlockText.isUpper(block.character(next)) {
            guard value <= 31, Self.beforeDate.contains(before) else { return }
            let month = block.word(next)
            report(
                block, Span(number.start, month.end), block.string(number) + " " + block.string(month), into: &findings)
        } else if Self.determiners.contains(before),
            BlockText.isLower(block.character(next)) || before == "the" && BlockText.isUpper(block.character(next))
        {
            let word = block.word(next)
            // "the 23. and 24 April" is a date.
            let suffix = ["and", "or", "to"].contains(block.lowercased(word)) ? "" : Self.suffix(value)
            report(block, Span(number.start, number.end + 1), block.string(number) + suffix, into: &findings)
        }
    }

    private func report(_ block: BlockText, _ span: Span, _ mended: String, into findings: inout [Finding]) {
        findings.append(
            Finding(
                rule: Self.description, span: span, message: Self.message(block.string(span), mended),
                suggestions: [Suggestion(span: span, replacement: mended)], confidence: 0.95))
    }

    private static func suffix(_ value: Int) -> String {
        if (11...13).contains(value % 100) { return "th" }
        return value % 10 == 1 ? "st" : value % 10 == 2 ? "nd" : value % 10 == 3 ? "rd" : "th"
    }

    private static let beforeDate: Set<String> = [
        "the", "on", "from", "until", "till", "since", "to", "and", "between", "by", "of", "before", "after",
    ]
    private static let determiners: Set<String> = ["the", "its", "his", "her", "their", "our", "to"]

    private static func message(_ written: String, _ mended: String) -> String {
        "“\(written)” is how other languages write it; English has \(mended)."
    }
}
