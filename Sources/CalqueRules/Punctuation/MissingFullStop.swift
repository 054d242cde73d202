import CalqueLint
import CalqueSyntax
import CalqueText

/// A paragraph of prose that ends without a mark.
struct MissingFullStop: Rule {
    static let description = RuleDescription(
        id: "missing-full-stop",
        name: "Missing full stop",
        family: .punctuation,
        summary: "A paragraph of several sentences ends without a full stop.",
        rationale: """
            Machines lose the last mark of a sentence, above all behind a year or a number whose full stop belonged to an \
            ordinal or an abbreviation in the source. Reported only in paragraphs of prose whose other sentences have their \
            marks: headlines, captions, bylines and list items have none.
            """,
        mqm: "Fluency/Punctuation",
        severity: .minor,
        bad: [
            "The province has one refinery, and nobody has worked there since the fire in the spring.\n\nThe refinery was built in the north of the province. It was put into operation in October [[1976]]\n\nIt stands still."
        ],
        good: [
            "Refinery stands still after strike\n\nThe refinery was built in 1976.",
            "Snow in the north. Trains stop\n\nThe refinery was built in 1976.",
            "The rules are simple. First the list:\n\nNo smoking.",
            "The refinery stands still. Picture: J. Roe",
        ],
        evidence: .slip, precision: "1.00 (n = 1)")

    init() {}

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let blocks = analysis.article.blocks
        for (index, block) in analysis.blockTexts().enumerated()
        where index > 0 && blocks[index].kind == .paragraph {
            let end = block.skippingSpaceBack(block.end)
            let last = block.characterBefore(end)
            guard BlockText.isDigit(last) || BlockText.isLower(last) else { continue }
            let word = block.wordBefore(end)
            // Headlines of two sentences end in a name.
            guard BlockText.isLower(block.character(word.start)) || BlockText.isDigit(last) else { continue }
            let sentences = analysis.sentences.filter { $0.block == index }
            let isYear = word.count == 4 && BlockText.isDigit(last) && hasFiniteVerb(sentences.last, analysis)
            guard sentences.count >= 2 || isYear, let final = sentences.last, final.tokens.count >= 6 else { continue }
            guard !analysis.tokens[final.tokens].contains(where: { $0.kind == .colon || $0.kind == .url }) else {
                continue
            }
            let span = word
            findings.append(
                Finding(
                    rule: Self.description, span: span, message: Self.message(block.string(word)),
                    suggestions: [Suggestion(span: span, replacement: block.string(span) + ".")], confidence: 0.7))
        }
    }

    /// Headlines that end in a year have no auxiliary verb of the past.
    private func hasFiniteVerb(_ sentence: Sentence?, _ analysis: borrowing Analysis) -> Bool {
        sentence?.tokens.contains { analysis.isToken($0, in: Self.auxiliaries) } ?? false
    }

    private static let auxiliaries: FormSet = ["was", "were", "had", "has", "have"]

    private static func message(_ word: String) -> String {
        "The paragraph ends with “\(word)” and no full stop, though its other sentences have theirs."
    }
}
