import CalqueLint
import CalqueSyntax
import CalqueText

/// No space behind a comma or a full stop: "the country,and".
struct MissingSpace: Rule {
    static let description = RuleDescription(
        id: "missing-space",
        name: "Missing space",
        family: .punctuation,
        summary: "No space stands between a comma or full stop and the next word.",
        rationale: """
            Machines glue sentences and clauses together where the source had none between them, as Chinese has. People slip \
            too, above all behind full stops. Keeps quiet with web addresses, file names, initials and abbreviations.
            """,
        mqm: "Fluency/Punctuation",
        severity: .minor,
        isOnByDefault: false,
        bad: [
            "The ferry[[,which]] was late, sank.",
            "The ferry was [[late.Nobody]] waited.",
        ],
        good: [
            "The ferry, which was late, sank.",
            "See example.com, Kostroma.Today and J.R.Ewing.",
            "It weighs 1,200 tons, e.g.Monday.",
            "The file report.Pdf is there.",
        ],
        missed: ["The ferry was late .Nobody waited."],
        precision: "")

    init() {}

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        for block in analysis.article.blockTexts() {
            var at = block.start + 1
            while at + 1 < block.end {
                let byte = block.text[at]
                if byte == 44, BlockText.isLower(block.characterBefore(at)), BlockText.isLetter(block.character(at + 1)) {
                    let next = block.word(at + 1)
                    if block.wordBefore(at).count > 2, next.count > 1 {
                        report(Span(at, next.end), ", " + block.string(next), into: &findings)
                    }
                } else if byte == 46, BlockText.isLower(block.characterBefore(at)),
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
        [46, 64, 47, 95, 58].contains(block.byte(word.start - 1)) || [46, 64, 47, 95].contains(block.byte(next.end))
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
