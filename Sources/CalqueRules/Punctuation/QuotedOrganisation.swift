import CalqueLint
import CalqueSyntax
import CalqueText

/// The name of a company, club or agency in quotation marks: `the company "Severstal"`.
struct QuotedOrganisation: Rule {
    static let description = RuleDescription(
        id: "quoted-organisation-name",
        name: "Organisation's name in quotation marks",
        family: .punctuation,
        summary: "The name of an organisation stands in quotation marks.",
        rationale: """
            Russian and its neighbours put the names of companies, clubs, agencies and hotels in quotation marks; English does \
            not. Reported behind a word for an organisation (“the group "Night Train"”), and for names that are known. Keeps \
            quiet with newspapers, ships, films and all else that English may set off, and where the name is spoken of as such \
            (“called”, “named”).
            """,
        mqm: "Fluency/Punctuation",
        severity: .minor,
        bad: [
            "The soloist of the group [[\"Night Train\"]] visited the town.",
            "He works for the company [[“Bridge and Sons,”]] said his wife.",
            "They stayed at the hotel [[\"Old Mill\"]].",
        ],
        good: [
            "The soloist of the group Night Train visited the town.",
            "The company's \"Green Light\" plan failed.",
            "The newspaper “Red Star” and the frigate \"Polar Bear\" are old.",
            "The group called \"Night Train\" met the club; \"Winter\" is a film.",
            "He told the company \"No Comment Now We Are Busy Here\".",
        ],
        precision: "1.00 (n = 2)")

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let marks = analysis.facts(QuotationMarks.self).marks
        guard !marks.isEmpty else { return }
        let blocks = analysis.blockTexts()
        for (index, mark) in marks.enumerated()
        where mark.role == .opens && mark.partner == index + 1 && !mark.isMisplaced {
            let block = blocks[mark.block]
            var inner = Span(mark.span.end, marks[index + 1].span.start)
            var stop = ""
            if [44, 46].contains(block.characterBefore(inner.end)) {
                stop = block.string(Span(inner.end - 1, inner.end))
                inner.end -= 1
            }
            guard inner.count > 1, isName(block, inner) else { continue }
            let noun = block.lastWord(before: mark.span.start)
            guard Self.nouns.contains(noun) else { continue }
            let name = block.string(inner)
            let span = Span(mark.span.start, marks[index + 1].span.end)
            findings.append(
                Finding(
                    rule: Self.description, span: span, message: Self.message(name),
                    suggestions: [Suggestion(span: span, replacement: name + stop)], confidence: 0.8))
        }
    }

    /// One to four words with a capital, small words between.
    private func isName(_ block: BlockText, _ span: Span) -> Bool {
        var at = span.start
        var count = 0
        while at < span.end {
            let word = block.word(at)
            guard word.count > 0, word.end <= span.end else { return false }
            let first = block.character(at)
            let isSmall = count > 0 && ["and", "of", "the", "de", "i"].contains(block.lowercased(word))
            guard BlockText.isUpper(first) || isSmall || count > 0 && BlockText.isDigit(first) else { return false }
            count += 1
            at = block.skippingSpace(word.end)
        }
        return count > 0 && count <= 4
    }

    private static let nouns: Set<String> = [
        "agency", "company", "club", "bank", "channel", "station", "restaurant", "hotel", "group", "firm",
        "corporation",
        "concern", "team", "holding", "bakery", "factory", "plant", "stadium", "fund", "foundation", "association",
        "movement", "faction", "party", "union", "enterprise", "airline", "cafe", "supermarket", "brewery",
        "cooperative",
        "portal", "website", "organization", "organisation", "publisher", "operator", "bureau", "institute", "clinic",
    ]

    private static func message(_ name: String) -> String {
        "English writes the name of an organisation without quotation marks: \(name)."
    }
}
