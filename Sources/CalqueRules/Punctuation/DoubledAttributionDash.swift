import CalqueLint
import CalqueSyntax
import CalqueText

/// A dash between a quotation and who said it: `", - said Petrov`.
///
/// Slavic and Romance languages put it there; English has the comma alone.
struct DoubledAttributionDash: Rule {
    static let description = RuleDescription(
        id: "doubled-attribution-dash",
        name: "Dash before the attribution",
        family: .order,
        summary: "A dash stands between a quotation and its attribution.",
        rationale: """
            Russian, Ukrainian, Polish and other languages put a comma and a dash between direct speech and the words that \
            tell who speaks; a machine copies the dash. English closes the quotation with a comma inside the marks and \
            goes on. Keeps quiet where no verb of saying follows the dash.
            """,
        mqm: "Fluency/Punctuation",
        severity: .minor,
        bad: [
            "“The bridge will be open by May[[”, — said]] the mayor of Tver.",
            "\"We found two boats in the reeds[[\", - told]] reporters the head of the rescue team.",
            "\"The well is dry[[,\" - he said]].",
            "\"Nobody asked the tenants[[, \"- says]] the caretaker.",
            "We shall win the second match[[, - said]] the trainer of the guests.",
            "\"The harvest is safe[[\" – assured]] the minister.",
        ],
        good: [
            "“The bridge will be open by May,” said the mayor of Tver.",
            "The word “harvest” – said twice in the text – was underlined.",
            "He read the paper \"Trud\" - a habit of many years.",
            "The ferry was late, said the captain, - and full.",
        ],
        missed: ["\"The lake has frozen over\", - the fishermen of the village."],
        precision: "1.00 (n = 2)")

    init() {}

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        for block in analysis.blockTexts() {
            var at = block.start
            while at < block.end {
                let byte = block.text[at]
                guard byte == 45 || byte == 0xE2, BlockText.isDash(block.character(at)) else {
                    at = block.nextMark(at + 1)
                    continue
                }
                var end = block.next(at)
                while BlockText.isDash(block.character(end)) { end = block.next(end) }
                check(block, dash: Span(at, end), into: &findings)
                at = end
            }
        }
    }

    private func check(_ block: BlockText, dash: Span, into findings: inout [Finding]) {
        let word = block.skippingSpace(dash.end)
        // What stands before the dash: spaces, a mark with or without a comma on either side, or a comma.
        var start = block.skippingSpaceBack(dash.start)
        var mark = ""
        var closer: UInt32 = 0
        let outer = start
        if Self.isStop(block.characterBefore(start)) { start = block.previous(start) }
        let beforeMark = block.skippingSpaceBack(start)
        if Self.isMark(block.characterBefore(beforeMark)) {
            start = block.previous(beforeMark)
            mark = block.string(Span(start, beforeMark))
            let inner = block.skippingSpaceBack(start)
            closer = block.characterBefore(inner)
            if Self.isStop(closer) { start = block.previous(inner) } else { start = inner }
        } else {
            closer = block.characterBefore(outer)
            guard Self.isStop(closer), closer != 46, outer < dash.start || dash.end < word else { return }
            start = outer - 1
        }
        guard start > block.start, word > dash.end || !mark.isEmpty else { return }
        guard SpeechVerbs.isAttribution(block, word, withName: !mark.isEmpty) else { return }
        if isParenthesis(block, from: word) { return }
        let stop = closer == 33 || closer == 63 ? String(UnicodeScalar(UInt8(closer))) : ","
        let verb = attributionEnd(block, word)
        findings.append(
            Finding(
                rule: Self.description, span: Span(start, verb),
                message: Self.message(dash: block.string(dash), words: block.string(Span(word, verb))),
                suggestions: [
                    Suggestion(span: Span(start, word), replacement: stop + (mark == "“" ? "”" : mark) + " ")
                ],
                confidence: 0.97))
    }

    /// The end of the verb or of the pronoun and the verb.
    private func attributionEnd(_ block: BlockText, _ word: Int) -> Int {
        let first = block.word(word)
        if SpeechVerbs.contains(block.lowercased(first)) { return first.end }
        let second = block.word(block.skippingSpace(first.end))
        return SpeechVerbs.contains(block.lowercased(second)) ? second.end : first.end
    }

    /// A second dash closes what the first opens: "the word – said twice – was".
    private func isParenthesis(_ block: BlockText, from word: Int) -> Bool {
        var at = word
        while at < block.end, ![46, 33, 63].contains(block.byte(at)) {
            if BlockText.isSpace(block.characterBefore(at)) && BlockText.isDash(block.character(at)) { return true }
            at = block.next(at)
        }
        return false
    }

    private static func isStop(_ character: UInt32) -> Bool { [44, 46, 33, 63].contains(character) }

    private static func isMark(_ character: UInt32) -> Bool {
        [0x22, 0x201C, 0x201D, 0xBB].contains(character)
    }

    private static func message(dash: String, words: String) -> String {
        "The dash “\(dash)” before “\(words)” is not English: a comma inside the quotation marks is all that stands between a quotation and its speaker."
    }
}
