import CalqueLint
import CalqueSyntax
import CalqueText

/// "dollars 8 billion": the currency's word before its number.
struct CurrencyBeforeNumber: Rule {
    static let description = RuleDescription(
        id: "currency-before-number",
        name: "Currency before its number",
        family: .punctuation,
        summary: "The word for a currency stands before the amount.",
        rationale: """
            The source had a sign or a code before the number ($8 billion), and the machine turned it into a word in the same \
            place. Reported only before an amount with "million" or the like, or with grouped thousands.
            """,
        mqm: "Locale convention/Currency format",
        severity: .minor,
        bad: [
            "The studio cost more than [[dollars 8 billion]].",
            "They ask for [[euros 12 million]] from the fund.",
            "The tax brought [[roubles 1.5 trillion]] in a year.",
        ],
        good: [
            "The studio cost more than 8 billion dollars.",
            "They earned dollars; 8 billion people did not.",
            "He paid 20 dollars 3 times.",
            "USD 8 billion was spent.",
        ],
        precision: "1.00 (n = 3)")

    init() {}

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        for block in analysis.blockTexts() {
            block.forEachNumber { number in
                let end = block.skippingSpaceBack(number.start)
                guard end < number.start else { return }
                let currency = block.wordBefore(end)
                let name = block.lowercased(currency)
                guard Self.names.contains(name),
                    !BlockText.isDigit(block.characterBefore(block.skippingSpaceBack(currency.start)))
                else { return }
                var stop = number.end
                while [44, 46].contains(block.byte(stop)), BlockText.isDigit(UInt32(block.byte(stop + 1))) {
                    stop += 1
                    while BlockText.isDigit(UInt32(block.byte(stop))) { stop += 1 }
                }
                let multiple = block.word(block.skippingSpace(stop))
                guard MeasureWords.multiples.contains(block.lowercased(multiple)) else { return }
                // "8 million dollars 5 million": the word may belong to the number before it.
                let before = block.lastWord(before: currency.start)
                guard !MeasureWords.multiples.contains(before), before != "hundred" else { return }
                let amount = block.string(Span(number.start, multiple.end))
                let sign =
                    name.hasPrefix("dollar") ? "$" : name.hasPrefix("euro") ? "€" : name.hasPrefix("pound") ? "£" : ""
                let span = Span(currency.start, multiple.end)
                let mended = sign.isEmpty ? "\(amount) \(name)" : sign + amount
                findings.append(
                    Finding(
                        rule: Self.description, span: span, message: Self.message(name, mended),
                        suggestions: [Suggestion(span: span, replacement: mended)], confidence: 0.95))
            }
        }
    }

    private static let names: Set<String> = [
        "dollars", "dollar", "euros", "rubles", "roubles", "hryvnias", "yuan", "pounds", "francs", "crowns", "yen",
    ]

    private static func message(_ name: String, _ mended: String) -> String {
        "“\(name)” stands before its number; English writes \(mended)."
    }
}
