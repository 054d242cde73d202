import CalqueLint
import CalqueSyntax
import CalqueText

/// No space between two sentences: "was late.Nobody waited".
struct GluedSentences: Rule {
    static let description = RuleDescription(
        id: "glued-sentences",
        name: "Glued sentences",
        family: .punctuation,
        summary: "No space stands between a full stop and the next sentence.",
        rationale: """
            Machines glue sentences together where the source has no space between them. People and web pages do so as often, \
            so the rule is off by default. Keeps quiet with web addresses, file names, initials and abbreviations.
            """,
        mqm: "Fluency/Punctuation",
        severity: .minor,
        isOnByDefault: false,
        bad: [
            "The ferry was [[late.Nobody]] waited."
        ],
        good: [
            "The ferry, which was late, sank.",
            "See example.com, Kostroma.Today and J.R.Ewing.",
            "It weighs 1,200 tons, e.g.Monday.",
            "The file report.Pdf is there.",
        ],
        missed: ["The ferry was late .Nobody waited."],
        evidence: .slip, precision: "")

    init() {}

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        for block in analysis.blockTexts() {
            var at = block.start + 1
            while at + 1 < block.end {
                let byte = block.text[at]
                if byte == 46, BlockText.isLower(block.characterBefore(at)),
                    BlockText.isUpper(block.character(at + 1))
                {
                    let (word, next) = (block.wordBefore(at), block.word(at + 1))
                    if word.count > 3, next.count > 1, BlockText.isLower(block.character(word.start)),
                        !isAddress(block, word, next)
                    {
                        report(
                            Span(word.start, next.end), block.string(word) + ". " + block.string(next), into: &findings)
                    }
                }
                at += 1
            }
        }
    }

    private func isAddress(_ block: BlockText, _ word: Span, _ next: Span) -> Bool {
        [46, 64, 47, 95, 58].contains(block.byte(word.start - 1))
            || [46, 64, 47, 95].contains(block.byte(next.end))
                && !BlockText.isSpace(block.character(next.end + 1)) && next.end + 1 < block.end
            || next.count <= 3 && ["com", "org", "net", "ru", "pdf", "doc", "gov"].contains(block.lowercased(next))
    }

    private func report(_ span: Span, _ mended: String, into findings: inout [Finding]) {
        findings.append(
            Finding(
                rule: Self.description, span: span, message: Self.message(mended),
                suggestions: [Suggestion(span: span, replacement: mended)], confidence: 0.85))
    }

    private static func message(_ mended: String) -> String {
        "A space is missing behind the mark: “\(mended)”."
    }
}
