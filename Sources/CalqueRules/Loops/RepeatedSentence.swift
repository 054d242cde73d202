import CalqueLint
import CalqueSyntax
import CalqueText

/// A sentence that stands twice in a row in one paragraph.
struct RepeatedSentence: Rule {
    static let description = RuleDescription(
        id: "repeated-sentence",
        name: "Repeated sentence",
        family: .loops,
        summary: "A sentence stands twice in a row.",
        rationale: """
            Neural systems repeat a sentence when they are fed with overlapping pieces of an article, and tools that join their \
            output do it too. The rule looks at sentences of five words and more within a paragraph and outside quotations: \
            speakers repeat themselves, and so do headlines in the first paragraph.
            """,
        mqm: "Fluency/Duplication",
        severity: .major,
        bad: [
            "The road to the village was closed by snow. [[The road to the village was closed by snow.]] Buses turn back at the mill."
        ],
        good: [
            "The road to the village was closed by snow. The road to the town was closed by snow.",
            "“We will not leave this house. We will not leave this house,” she said.",
            "It rained. It rained. It rained.",
        ],
        evidence: .slip
    )

    /// The fewest words of a sentence that is looked at.
    private static let fewest = 5

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let segmentation = analysis.segmentation
        guard segmentation.sentences.count > 1 else { return }
        for index in 1..<segmentation.sentences.count {
            let sentence = segmentation.sentences[index]
            let before = segmentation.sentences[index - 1]
            guard sentence.block == before.block, sentence.tokens.count == before.tokens.count,
                sentence.tokens.count > Self.fewest,
                zip(sentence.tokens, before.tokens).allSatisfy({ segmentation.sameForm($0, $1) }),
                sentence.tokens.count(where: { segmentation.tokens[$0].isWord }) >= Self.fewest,
                !sentence.tokens.contains(where: { segmentation.tokens[$0].isQuoted })
            else { continue }
            let span = analysis.span(sentence.tokens.lowerBound...sentence.tokens.upperBound - 1)
            let previous = Int(segmentation.tokens[before.tokens.upperBound - 1].end)
            findings.append(
                Finding(
                    rule: Self.description, span: span, message: Self.message,
                    suggestions: [Suggestion(span: Span(previous, span.end), replacement: "")], confidence: 0.95))
        }
    }
}

extension RepeatedSentence {
    private static let message = "This sentence repeats the one before it, word for word."
}
