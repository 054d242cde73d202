import CalqueLint
import CalqueSyntax
import CalqueText

/// A space in a possessive or a short form: "the scientists ' attention", "the mayor 's office", "do n't".
struct SpaceBeforeApostrophe: Rule {
    static let description = RuleDescription(
        id: "space-before-apostrophe",
        name: "Space before an apostrophe",
        family: .punctuation,
        summary: "A space tears a possessive or a short form apart.",
        rationale: """
            Machines split 's and n't from their words before they translate, and do not always join them again. Keeps quiet \
            where the apostrophe may be a single quotation mark.
            """,
        mqm: "Fluency/Punctuation",
        severity: .minor,
        bad: [
            "The flood held the scientists[[ ' ]]attention for years.",
            "The mayor[[ 's]] office was closed.",
            "They do[[ n't]] know the way.",
        ],
        good: [
            "The flood held the scientists' attention for years.",
            "He called them 'old clients ' and left.",
            "In the '90s they said 'so what' and 's' for yes.",
        ],
        evidence: .slip, hasSafeFix: true, precision: "1.00 (n = 1)")

    init() {}

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        for block in analysis.blockTexts() {
            var hasSingleQuote = false
            var at = block.nextMark(block.start)
            while at < block.end {
                let character = block.character(at)
                let end = block.next(at)
                if character == 39 || character == 0x2019 || character == 0x2018 {
                    let isSpaced = BlockText.isSpace(block.characterBefore(at))
                    if !isSpaced && (at == block.start || !BlockText.isLetter(block.characterBefore(at)))
                        || character == 0x2018
                    {
                        hasSingleQuote = true
                    } else if isSpaced && !hasSingleQuote {
                        hasSingleQuote = !check(block, at, end, into: &findings)
                    }
                }
                if character == 39, block.byte(at - 1) == 110, block.byte(at - 2) == 32, block.byte(at + 1) == 116,
                    !BlockText.isWordCharacter(block.character(at + 2)),
                    Self.negatable.contains(block.lastWord(before: at - 1))
                {
                    report(Span(block.skippingSpaceBack(at - 1), at + 2), "n't", block, into: &findings)
                }
                at = block.nextMark(end)
            }
        }
    }

    /// Looks at an apostrophe behind a space; false where it may open a single quotation.
    private func check(_ block: BlockText, _ at: Int, _ end: Int, into findings: inout [Finding]) -> Bool {
        let word = block.wordBefore(block.skippingSpaceBack(at))
        guard word.count > 0, BlockText.isLetter(block.characterBefore(word.end)) else { return false }
        let next = block.character(end)
        if next == 115, !BlockText.isWordCharacter(block.character(end + 1)) {
            report(Span(word.end, end + 1), block.string(Span(at, end + 1)), block, into: &findings)
            return true
        }
        guard next == 32, block.byte(word.end - 1) == 115, word.count > 3,
            BlockText.isLower(block.character(end + 1)), block.word(word.start).end == word.end
        else { return false }
        report(Span(word.end, end + 1), block.string(Span(at, end)) + " ", block, into: &findings)
        return true
    }

    private func report(_ span: Span, _ mended: String, _ block: BlockText, into findings: inout [Finding]) {
        let word = block.wordBefore(span.start)
        findings.append(
            Finding(
                rule: Self.description, span: span,
                message: Self.message(block.string(word), block.string(word) + mended),
                suggestions: [Suggestion(span: span, replacement: mended)], confidence: 0.9))
    }

    private static let negatable: Set<String> = [
        "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "would", "could", "should", "wo", "ca",
        "must",
    ]

    private static func message(_ word: String, _ mended: String) -> String {
        "A space stands between “\(word)” and its apostrophe; English writes “\(mended.last == " " ? String(mended.dropLast()) : mended)”."
    }
}
