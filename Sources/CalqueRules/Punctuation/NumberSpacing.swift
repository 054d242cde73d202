import CalqueLint
import CalqueSyntax
import CalqueText

/// A number torn from what belongs to it: "$ 140", "8: 00", "50 km / h", "15 ° C", "14 -strong".
struct NumberSpacing: Rule {
    static let description = RuleDescription(
        id: "number-spacing",
        name: "Space within a number",
        family: .punctuation,
        summary: "A number is torn from its sign, unit or second half.",
        rationale: """
            A machine splits signs from digits before it translates and does not always put them together again. Keeps \
            quiet where the sign may belong to something else: a currency behind its number, a verse of scripture, a proportion.
            """,
        mqm: "Locale convention/Number format",
        severity: .minor,
        bad: [
            "The firm lost [[$ 140]] million in a year.",
            "The train leaves at [[8: 00]] and returns at [[21: 45]].",
            "The wind reached 50 [[km / h]] at noon.",
            "It will be [[+ 22 ° C]] in the shade and [[15 ° C]] at night.",
            "His [[14 -strong]] team went home.",
        ],
        good: [
            "The firm lost $140 million in a year.",
            "He paid 140 $ 20 years ago.",
            "Read John 3: 16 and mix it 1: 10.",
            "The train leaves at 8:00; the water is at 15 °C.",
            "Three tasks remain: 10 houses, 12 barns.",
            "The team of 14 - strong men all - went home.",
        ],
        hasSafeFix: true, precision: "1.00 (n = 14)")

    init() {}

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        for block in analysis.blockTexts() {
            block.forEachNumber { number in
                currency(block, number, into: &findings)
                clock(block, number, into: &findings)
                degrees(block, number, into: &findings)
                compound(block, number, into: &findings)
                speed(block, number, into: &findings)
            }
        }
    }

    private func currency(_ block: BlockText, _ number: Span, into findings: inout [Finding]) {
        let end = block.skippingSpaceBack(number.start)
        guard end < number.start else { return }
        let symbol = block.characterBefore(end)
        guard symbol == 36 || symbol == 0xA3 || symbol == 0x20AC || symbol == 0x20BD || symbol == 0xA5 else { return }
        let start = block.previous(end)
        // "140 $ 20": the sign may belong to the number before it.
        if BlockText.isDigit(block.characterBefore(block.skippingSpaceBack(start))) { return }
        var stop = number.end
        while [44, 46].contains(block.byte(stop)), BlockText.isDigit(UInt32(block.byte(stop + 1))) {
            stop += 1
            while BlockText.isDigit(UInt32(block.byte(stop))) { stop += 1 }
        }
        report(
            block, Span(start, stop), block.string(Span(start, end)) + block.string(Span(number.start, stop)),
            Self.currency, into: &findings)
    }

    private func clock(_ block: BlockText, _ hours: Span, into findings: inout [Finding]) {
        guard hours.count <= 2, block.byte(hours.end) == 58, block.byte(hours.end + 1) == 32 else { return }
        let start = hours.end + 2
        guard block.byte(start) >= 48, block.byte(start) <= 53, BlockText.isDigit(UInt32(block.byte(start + 1))),
            !BlockText.isDigit(UInt32(block.byte(start + 2))), block.byte(start + 2) != 58,
            ![44, 46, 58].contains(block.characterBefore(hours.start))
        else { return }
        let hour = block.text[hours.start..<hours.end].reduce(0) { $0 * 10 + Int($1 - 48) }
        guard hour <= 24 else { return }
        let next = block.wordAfter(start + 2)
        guard Self.beforeTime.contains(block.lastWord(before: hours.start)) || Self.afterTime.contains(next) else {
            return
        }
        let span = Span(hours.start, start + 2)
        report(
            block, span, block.string(hours) + ":" + block.string(Span(start, start + 2)), Self.clock, into: &findings)
    }

    /// `22 ° C`: the sign is torn from the number and from the letter.
    private func degrees(_ block: BlockText, _ number: Span, into findings: inout [Finding]) {
        let sign = block.skippingSpace(number.end)
        guard block.character(sign) == 0xB0 else { return }
        let letter = block.skippingSpace(sign + 2)
        guard [67, 70].contains(block.byte(letter)), !BlockText.isLetter(block.character(letter + 1)) else { return }
        var start = number.start
        if block.byte(start - 1) == 46 {
            let whole = block.wordBefore(start - 1)
            if whole.count > 0 { start = whole.start }
        }
        let digits = start
        let plus = block.skippingSpaceBack(start)
        if plus < start, block.characterBefore(plus) == 43 { start = plus - 1 }
        let isTorn = letter > sign + 2 && sign > number.end
        guard isTorn || start < digits else { return }
        let text = (start < digits ? "+" : "") + block.string(Span(digits, number.end)) + "°"
        report(
            block, Span(start, letter + 1), text + (block.byte(letter) == 67 ? "C" : "F"), Self.degrees, into: &findings
        )
    }

    /// `14 -strong`
    private func compound(_ block: BlockText, _ number: Span, into findings: inout [Finding]) {
        guard block.byte(number.end) == 32, block.byte(number.end + 1) == 45 else { return }
        let word = block.word(number.end + 2)
        let first = block.lowercased(word).split(separator: "-").first.map(String.init) ?? ""
        guard Self.compounds.contains(first) else { return }
        let span = Span(number.start, word.end)
        report(block, span, block.string(number) + "-" + block.string(word), Self.compound, into: &findings)
    }

    /// `50 km / h`
    private func speed(_ block: BlockText, _ number: Span, into findings: inout [Finding]) {
        let unit = block.word(block.skippingSpace(number.end))
        guard ["km", "m", "mb", "gb"].contains(block.lowercased(unit)) else { return }
        let slash = block.skippingSpace(unit.end)
        guard block.byte(slash) == 47 else { return }
        let time = block.word(block.skippingSpace(slash + 1))
        guard ["h", "s", "sec", "hour"].contains(block.lowercased(time)), time.start > slash + 1 || slash > unit.end
        else { return }
        report(
            block, Span(unit.start, time.end), block.string(unit) + "/" + block.string(time), Self.speed,
            into: &findings)
    }

    private func report(
        _ block: BlockText, _ span: Span, _ mended: String, _ message: (String, String) -> String,
        into findings: inout [Finding]
    ) {
        findings.append(
            Finding(
                rule: Self.description, span: span, message: message(block.string(span), mended),
                suggestions: [Suggestion(span: span, replacement: mended)], confidence: 0.95))
    }

    private static let beforeTime: Set<String> = [
        "at", "before", "after", "until", "till", "by", "around", "about", "from", "to", "between", "since", "and",
        "approximately",
    ]
    private static let afterTime: Set<String> = ["a", "p", "am", "pm", "hours", "local", "moscow", "o'clock", "gmt"]
    private static let compounds: Set<String> = [
        "strong", "year", "day", "month", "hour", "minute", "week", "metre", "meter", "kilometre", "kilometer", "mile",
        "member", "point", "man", "storey", "story", "page", "percent", "foot", "inch", "degree", "fold", "person",
        "game", "seat", "room", "round", "ton", "tonne", "party", "step", "time",
    ]

    private static func currency(_ written: String, _ mended: String) -> String {
        "A space stands between the currency sign and the number in “\(written)”; English writes \(mended)."
    }

    private static func clock(_ written: String, _ mended: String) -> String {
        "A space stands between the hours and the minutes of “\(written)”; English writes \(mended)."
    }

    private static func degrees(_ written: String, _ mended: String) -> String {
        "The temperature “\(written)” is torn apart; English writes \(mended)."
    }

    private static func compound(_ written: String, _ mended: String) -> String {
        "A space tears the compound “\(written)”; English writes \(mended)."
    }

    private static func speed(_ written: String, _ mended: String) -> String {
        "Spaces tear the unit “\(written)”; English writes \(mended)."
    }
}
