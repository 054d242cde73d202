import CalqueLint
import CalqueSyntax
import CalqueText

/// "14 o'clock", "9,30 o'clock": hours of the day counted as other languages do.
struct ClockTime: Rule {
    static let description = RuleDescription(
        id: "clock-time",
        name: "Foreign form of the time of day",
        family: .punctuation,
        summary: "“o'clock” stands behind a number over twelve or behind minutes.",
        rationale: """
            German says 14 Uhr and 9.30 Uhr, and a machine puts o'clock for Uhr; in English only the twelve full hours are \
            o'clock.
            """,
        mqm: "Locale convention/Time format",
        severity: .minor,
        bad: [
            "The procession starts at [[14 o'clock]].",
            "Mass is at [[9,30 o'clock]] in the old church.",
            "The alarm came at [[01:23 o’clock]].",
        ],
        good: ["The procession starts at 2 o'clock.", "It was 12 o'clock; route 14 clock tower."],
        precision: "1.00 (n = 2)")

    init() {}

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        for block in analysis.blockTexts() {
            block.forEachNumber { number in
                let word = block.word(block.skippingSpace(number.end))
                guard word.count >= 7 else { return }
                let text = block.string(word)
                guard text == "o'clock" || text == "o’clock" else { return }
                // "01: 23 o'clock" is torn apart; number-spacing sees it.
                if block.byte(block.skippingSpaceBack(number.start) - 1) == 58, block.byte(number.start - 1) == 32 {
                    return
                }
                var start = number.start
                var minutes = ""
                if [44, 46, 58].contains(block.byte(start - 1)) {
                    let hours = block.wordBefore(start - 1)
                    guard hours.count > 0 else { return }
                    minutes = ":" + block.string(number)
                    start = hours.start
                }
                let end = minutes.isEmpty ? number.end : number.start - 1
                guard end - start <= 2 else { return }
                let hour = block.text[start..<end].reduce(0) { $0 * 10 + Int($1 &- 48) }
                guard hour <= 24, hour > 12 || !minutes.isEmpty else { return }
                let mended =
                    hour > 12 ? "\(hour - 12)\(minutes) \(hour == 24 ? "a.m." : "p.m.")" : "\(hour)\(minutes)"
                let span = Span(start, word.end)
                findings.append(
                    Finding(
                        rule: Self.description, span: span, message: Self.message(block.string(span), mended),
                        suggestions: [Suggestion(span: span, replacement: mended)], confidence: 0.95))
            }
        }
    }

    private static func message(_ written: String, _ mended: String) -> String {
        "Only full hours up to twelve are “o'clock”; for “\(written)” English writes \(mended)."
    }
}
