import CalqueLint
import CalqueSyntax
import CalqueText

/// "several post", "one of the minister", "two year": a quantifier wants the plural.
struct NumberAfterQuantifier: Rule {
    static let description = RuleDescription(
        id: "number-after-quantifier",
        name: "Singular after a quantifier",
        family: .agreement,
        summary: "A singular noun stands where a number or a quantifier wants the plural.",
        rationale: """
            Russian has a form of its own after numbers and after “several” or “many”, which a machine that looks up words one by \
            one gives back as a singular. The rule wants a count noun that ends its phrase: it keeps quiet about modifiers \
            (“a two year deal”), measures, ordinals, nouns without a plural, and about groups.
            """,
        mqm: "Fluency/Grammar/Agreement",
        severity: .major,
        bad: [
            "The firm has opened [[several new shop]] in the north.",
            "He is [[one of the best player]] in the country.",
            "She waited for [[two year]] before the trial began.",
            "They checked [[many document]] at the border.",
            "The court heard [[a number of witness]] on Monday.",
            "More than [[40 driver]] took part in the race.",
            "They have visited [[all the local farmer]] in the north.",
        ],
        good: [
            "She signed a two year deal with the club.",
            "The three-year plan was agreed by both sides.",
            "Several police arrived, and many people left the square.",
            "He is one of the family now, say his friends.",
            "The law is in article 12 of the constitution.",
            "He came second in a field of 30 aircraft.",
            "They worked all the night and rested all the morning.",
            "He paid 50 million for the house in the hills.",
            "Many a soldier has dreamt of this town.",
            "The five state governors met on Monday.",
        ],
        missed: [
            "He was told two score after the match."
        ], evidence: .doubtful
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let trees = analysis.trees
        guard !trees.isEmpty else { return }
        for sentence in analysis.sentences where analysis.isRunningText(sentence) {
            for token in sentence.tokens {
                guard let quantifier = Quantifier(at: token, in: sentence.tokens, analysis, trees),
                    let head = quantifier.wrongHead(analysis, trees)
                else { continue }
                findings.append(
                    Finding(
                        rule: Self.description, span: analysis.span(quantifier.start...head),
                        message: Self.message(
                            quantifier: quantifier.words(analysis), noun: analysis.string(head)),
                        suggestions: Self.plural(of: head, analysis), confidence: 0.93))
            }
        }
    }

    /// The plural of a noun, if the lexicon knows or spelling tells it.
    static func plural(of noun: Int, _ analysis: borrowing Analysis) -> [Suggestion] {
        guard let form = analysis.lexicon.inflect(analysis.string(noun), as: .plural) else { return [] }
        return [Suggestion(span: analysis.tokens[noun].span, replacement: form)]
    }
}

extension NumberAfterQuantifier {
    private static func message(quantifier: String, noun: String) -> String {
        "“\(quantifier)” is followed by a plural, but “\(noun)” is singular."
    }
}
