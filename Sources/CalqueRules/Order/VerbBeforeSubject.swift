import CalqueLint
import CalqueSyntax
import CalqueText

/// "Was published the study on Monday": the verb stands before its subject, in a statement.
struct VerbBeforeSubject: Rule {
    static let description = RuleDescription(
        id: "verb-before-subject",
        name: "Verb before its subject",
        family: .order,
        summary: "A statement has its verb, or a part of it, before the subject.",
        rationale: """
            Russian puts the verb first to tell what happened; German does so after any phrase at the front. English keeps \
            subject and verb in order, apart from questions, “Never have …”, “Here comes …” and attributions (“…”, said \
            the minister). The rule knows the shapes that have no other reading: a sentence, or what follows the comma of a \
            fronted phrase, that begins with an auxiliary and a participle; “I” or “they” behind a verb with no verb of its own; a \
            verb and two noun phrases; “after the flood said Austria”; “as told the minister”; a prepositional phrase before “will” and an object.
            """,
        mqm: "Fluency/Grammar/Word order",
        severity: .major,
        bad: [
            "[[Was published the]] study in a journal on Monday.",
            "As in all years, [[was closed the]] museum for the winter.",
            "In the second book [[made I]] another attempt to explain it.",
            "In 1943, [[received Baker]] his doctorate from the university.",
            "[[Described Baker]] her as the best pupil of the school.",
            "Although the town is small, [[is visited it]] by many guests.",
            "[[Requires the union]] its members to sign a promise.",
            "Only days after the flood in the valley [[said Poland and Austria]].",
            "[[It said a]] clerk of the town hall in the evening.",
            "[[As told the]] minister, the road will be opened in May.",
            "The minister believes that after the reform [[will grow the]] income of the farmers.",
        ],
        good: [
            "“The study was published on Monday,” said the minister of health.",
            "Was the study published in a journal on Monday?",
            "Had the study been published, the minister would have known of it.",
            "Never have I seen such a crowd in the streets of the town.",
            "Described by Baker as the best, she left the school.",
            "In the second book made by the firm, I found another attempt.",
            "As the minister told the paper, the road will be opened in May.",
            "After the reform the income of the farmers will grow the most.",
            "In the corner of the room stands a table of oak.",
            "In the book he knew they would find the answer.",
            "The judge was sure that he felt he no longer needed help.",
        ],
        missed: [
            "Began he in the spring with the work at the hospital."
        ],
        evidence: .doubtful, precision: "1.00 (n = 4)"
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let trees = analysis.trees
        guard !trees.isEmpty else { return }
        for sentence in analysis.sentences where analysis.isRunningText(sentence) {
            if InvertedClause.isQuestion(sentence.tokens, analysis) { continue }
            for token in sentence.tokens.dropLast(2) {
                let clause = InvertedClause(start: token, sentence: sentence.tokens)
                guard let found = clause.find(analysis, trees) else { continue }
                findings.append(
                    Finding(
                        rule: Self.description, span: analysis.span(found),
                        message: Self.message(
                            verb: analysis.string(found.lowerBound), subject: analysis.string(found.upperBound)),
                        confidence: 0.9))
            }
        }
    }
}

extension VerbBeforeSubject {
    private static func message(verb: String, subject: String) -> String {
        "In a statement the subject stands before its verb; here “\(verb)” comes before “\(subject)”."
    }
}
