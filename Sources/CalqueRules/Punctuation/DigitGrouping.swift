import CalqueLint
import CalqueSyntax
import CalqueText

/// Thousands grouped by spaces or full stops: "1 200 tonnes", "300.000 euros".
struct DigitGrouping: Rule {
    static let description = RuleDescription(
        id: "digit-grouping",
        name: "Foreign grouping of digits",
        family: .punctuation,
        summary: "Thousands are grouped by spaces or full stops.",
        rationale: """
            Russian, French and others group digits by spaces, German, Spanish and others by full stops; English news has \
            commas. Keeps quiet with telephone numbers, years, dates, thin spaces of scientific texts, and three decimal digits.
            """,
        mqm: "Locale convention/Number format",
        severity: .minor,
        bad: [
            "They loaded [[10 000]] tonnes of rubber.",
            "The theatre cost [[300.000]] euros.",
            "The town paid [[1.200.000]] crowns for the bridge.",
            "It holds [[1 500 000]] litres of milk.",
        ],
        good: [
            "They loaded 10,000 tonnes of rubber.",
            "Call 8 800 200 4040 or 555 123 for help.",
            "In 2019 250 boats came; on May 3 250 left.",
            "The pitcher allowed 1.125 runs; the runner needed 10.000 seconds.",
            "Flight 12 300 metres above the sea.",
        ],
        evidence: .slip, hasSafeFix: true, precision: "1.00 (n = 7)")

    init() {}

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        for block in analysis.blockTexts() {
            var consumed = block.start
            block.forEachNumber { number in
                guard number.start >= consumed, let span = grouped(block, number) else { return }
                consumed = span.end
                let written = block.string(span)
                let mended = written.split { !$0.isNumber }.joined(separator: ",")
                findings.append(
                    Finding(
                        rule: Self.description, span: span, message: Self.message(written, mended),
                        suggestions: [Suggestion(span: span, replacement: mended)], confidence: 0.9))
            }
        }
    }

    private func grouped(_ block: BlockText, _ first: Span) -> Span? {
        guard first.count <= 3, block.byte(first.start) != 48 else { return nil }
        let before = block.characterBefore(first.start)
        if [43, 44, 45, 46, 47, 58, 40].contains(before) { return nil }
        let isSpaced = block.byte(first.end) == 32 || block.has("\u{A0}", at: first.end)
        guard isSpaced || block.byte(first.end) == 46 else { return nil }
        let width = isSpaced && block.byte(first.end) != 32 ? 2 : 1
        var end = first.end
        var groups = 0
        var isRound = true
        while isSpaced ? BlockText.isSpace(block.character(end)) : block.byte(end) == 46 {
            let start = end + width
            var stop = start
            while BlockText.isDigit(UInt32(block.byte(stop))) { stop += 1 }
            if stop - start == 0 { break }
            guard stop - start == 3 else { return nil }
            isRound = isRound && block.text[start..<stop].allSatisfy { $0 == 48 }
            groups += 1
            end = stop
        }
        let next = block.character(end)
        guard groups > 0, next != 45, next != 47, !BlockText.isLetter(next),
            !([44, 46, 58].contains(next) && BlockText.isDigit(UInt32(block.byte(end + 1))))
        else { return nil }
        let following = block.wordAfter(end)
        if groups >= 2 { return Span(first.start, end) }
        if isSpaced {
            // A number beside a number: a date, a bus line, a flight.
            guard isRound || MeasureWords.isMeasure(following) else { return nil }
            let word = block.lastWord(before: first.start)
            if MeasureWords.months.contains(word) || Self.numbered.contains(word) { return nil }
            return Span(first.start, end)
        }
        guard isRound, following.count > 2, !Self.measured.contains(following) else { return nil }
        return Span(first.start, end)
    }

    /// Words before a number that is a name.
    private static let numbered: Set<String> = [
        "number", "no", "nos", "flight", "line", "room", "call", "phone", "tel", "bus", "route", "unit", "lot", "code",
    ]

    /// What is measured to the thousandth.
    private static let measured: Set<String> = [
        "seconds", "second", "percent", "per", "meters", "metres", "points", "inches", "for", "and", "the",
    ]

    private static func message(_ number: String, _ mended: String) -> String {
        "“\(number)” has its thousands grouped as other languages do; English writes \(mended)."
    }
}
