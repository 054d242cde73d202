import CalqueLint
import CalqueSyntax
import CalqueText

/// The numero sign of Russian texts: "№ 6".
struct NumeroSign: Rule {
    static let description = RuleDescription(
        id: "numero-sign",
        name: "Numero sign",
        family: .residue,
        summary: "The sign № stands for “No.”.",
        rationale: "Russian keyboards have the sign № and English ones do not: English writes “No. 6”, or “number 6”.",
        mqm: "Locale convention",
        severity: .minor,
        bad: [
            "The people of flat [[№ 6]] were asleep.",
            "School [[№12]] is closed.",
        ],
        good: [
            "The people of flat No. 6 were asleep.",
            "School No 12 has a new roof, and no. 14 waits for one.",
        ],
        hasSafeFix: true, precision: "")

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        for block in analysis.blockTexts() {
            var at = block.nextMark(block.start)
            while at < block.end {
                guard block.text[at] == 0xE2, block.character(at) == 0x2116 else {
                    at = block.nextMark(at + 1)
                    continue
                }
                let number = block.word(block.skippingSpace(at + 3))
                let isNumber = BlockText.isDigit(block.character(number.start))
                let span = Span(at, isNumber ? number.end : at + 3)
                let mended = isNumber ? "No. " + block.string(number) : "No."
                findings.append(
                    Finding(
                        rule: Self.description, span: span, message: Self.message(block.string(span), mended),
                        suggestions: [Suggestion(span: span, replacement: mended)], confidence: 0.9))
                at = span.end
            }
        }
    }

    private static func message(_ text: String, _ mended: String) -> String {
        "“\(text)” has the sign of Russian texts; English writes “\(mended)”."
    }
}
