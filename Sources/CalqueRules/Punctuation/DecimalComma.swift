import CalqueLint
import CalqueSyntax
import CalqueText

/// A comma where English has a decimal point: "5,3 percent".
struct DecimalComma: Rule {
    static let description = RuleDescription(
        id: "decimal-comma",
        name: "Decimal comma",
        family: .punctuation,
        summary: "A decimal fraction is written with a comma.",
        rationale: """
            Most languages of Europe write 5,3 for five and three tenths; machines copy it. In English a comma groups \
            thousands. Reported only where one or two digits follow the comma and a unit, a currency or a per cent sign tells \
            that it is one number: "sections 5,6" and "(3,5)" stay unreported.
            """,
        mqm: "Locale convention/Number format",
        severity: .minor,
        bad: [
            "Prices rose by [[5,3]] percent in the spring.",
            "The temperature fell to [[15,8]]C in the night.",
            "The firm paid $[[21,8]] billion for the mine.",
            "Inflation will reach 8-[[8,5]]% by December.",
            "The harvest grew [[2,5]]-fold.",
            "The lake lost [[1 200,50]] tonnes of fish.",
            "Snow fell again after [[6, 6]]mm of rain.",
            "They drove [[1,5]] million sheep over the pass.",
        ],
        good: [
            "Prices rose by 5.3 percent, 2,000 dollars a head.",
            "The city of 1,200,500 people has 3,5 and 7 as bus lines.",
            "See articles 5,6 and 7 of the law.",
            "In 2019,50 percent fewer boats came.",
            "Lines 1,2,3 stop here.",
            "He scored 10,12 and 14.",
        ],
        missed: ["An earthquake of magnitude 5,3 woke the town."],
        precision: "1.00 (n = 3)")

    init() {}

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        for block in analysis.blockTexts() {
            block.forEachNumber { whole in
                guard let span = number(block, whole) else { return }
                let written = block.string(span)
                let isTorn = written.contains(", ")
                let mended =
                    isTorn ? written.filter { $0 != " " } : written.split { $0.isWhitespace }.joined(separator: ",")
                let comma = mended.lastIndex(of: ",") ?? mended.startIndex
                let replacement = mended[..<comma] + "." + mended[mended.index(after: comma)...]
                findings.append(
                    Finding(
                        rule: Self.description, span: span,
                        message: Self.message(written, String(replacement)),
                        suggestions: [Suggestion(span: span, replacement: String(replacement))], confidence: 0.95))
            }
        }
    }

    /// The number with its groups before and its fraction behind, if the digits are the last ones before a decimal comma.
    private func number(_ block: BlockText, _ whole: Span) -> Span? {
        guard whole.count <= 3, block.byte(whole.end) == 44 else { return nil }
        if let torn = torn(block, whole) { return torn }
        let fraction = block.word(whole.end + 1)
        var end = whole.end + 1
        while BlockText.isDigit(UInt32(block.byte(end))) { end += 1 }
        let digits = end - whole.end - 1
        guard digits == 1 || digits == 2 else { return nil }
        let before = block.characterBefore(whole.start)
        guard before != 44, before != 46, before != 47, before != 58 else { return nil }
        if [44, 46, 58, 47].contains(block.byte(end)) && BlockText.isDigit(UInt32(block.byte(end + 1))) { return nil }
        guard isMeasured(block, end, fraction) || isMoney(block, whole.start) else { return nil }
        // 1 200,50: the group before belongs to the number.
        let group = block.wordBefore(block.previous(whole.start))
        if whole.count == 3, BlockText.isSpace(before), group.count <= 3, group.count > 0,
            block.text[group.start..<group.end].allSatisfy({ $0 >= 48 && $0 <= 57 })
        {
            return Span(group.start, end)
        }
        return Span(whole.start, end)
    }

    /// `6, 6mm`: a space behind the comma, and a unit at the digits.
    private func torn(_ block: BlockText, _ whole: Span) -> Span? {
        let start = whole.end + 2
        guard whole.count <= 2, block.byte(whole.end + 1) == 32, BlockText.isDigit(UInt32(block.byte(start))),
            ["mm", "cm", "km", "kg"].contains(block.lowercased(block.word(start + 1))),
            !BlockText.isDigit(block.characterBefore(block.skippingSpaceBack(whole.start) - 1))
        else { return nil }
        return Span(whole.start, start + 1)
    }

    private func isMoney(_ block: BlockText, _ start: Int) -> Bool {
        let symbol = block.characterBefore(block.skippingSpaceBack(start))
        return symbol == 36 || symbol == 0xA3 || symbol == 0x20AC || symbol == 0x20BD
    }

    private func isMeasured(_ block: BlockText, _ end: Int, _ word: Span) -> Bool {
        let next = block.character(end)
        // 15,8C and 2,5-fold
        if BlockText.isLetter(next) { return MeasureWords.units.contains(block.lowercased(block.word(end))) }
        if next == 45 {
            let tail = block.lowercased(block.word(end + 1))
            if tail == "fold" || tail.hasPrefix("percent") || tail.hasPrefix("magnitude") { return true }
        }
        let after = block.skippingSpace(end)
        let sign = block.character(after)
        if sign == 37 || sign == 0xB0 || sign == 0x20AC || sign == 0x2030 || sign == 0x2103 { return true }
        if MeasureWords.isMeasure(block.lowercased(block.word(after))) { return true }
        // 6,5-7,5%: a range, whose other end is measured.
        if BlockText.isDash(sign) {
            var at = block.skippingSpace(block.next(after))
            let start = at
            while [44, 46].contains(block.byte(at)) || BlockText.isDigit(UInt32(block.byte(at))) { at += 1 }
            return at > start && block.byte(block.skippingSpace(at)) == 37
        }
        return false
    }

    private static func message(_ number: String, _ mended: String) -> String {
        "“\(number)” has a decimal comma; English writes \(mended)."
    }
}
