import CalqueLint
import CalqueSyntax
import CalqueText

/// "We asked himself": a reflexive pronoun that cannot mean its subject.
struct PronounNumber: Rule {
    static let description = RuleDescription(
        id: "pronoun-number",
        name: "Reflexive pronoun",
        family: .agreement,
        summary: "A reflexive pronoun differs in person or number from the pronoun that is its subject.",
        rationale: """
            Russian has one reflexive pronoun for all persons, so a machine must choose between “myself”, “yourself” and \
            “themselves”, and often takes the commonest. The rule asks only for subjects that are pronouns themselves, of the \
            same verb, and keeps quiet about emphasis (“I, myself”) and fixed phrases (“in itself”).
            """,
        mqm: "Fluency/Grammar/Agreement",
        severity: .major,
        bad: [
            "The coach says that [[they saw himself]] in the mirror.",
            "[[We asked himself]] how this could happen in our town.",
            "[[I told yourself]] that the war would end soon.",
        ],
        good: [
            "They saw themselves in the mirror of the old hall.",
            "You should be proud of yourselves and of him.",
            "We consider the treaty a success in itself.",
            "I did it by myself, and she did it by herself.",
            "They asked the minister himself about the plan.",
        ],
        missed: [
            "The soldiers defended himself against the attack."
        ], evidence: .doubtful
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let trees = analysis.trees
        guard !trees.isEmpty else { return }
        for sentence in analysis.sentences where analysis.isRunningText(sentence) {
            for token in sentence.tokens {
                guard let allowed = Self.reflexives.first(where: { analysis.isToken(token, in: $0.form) })?.subjects,
                    let subject = subject(of: token, sentence.tokens, analysis, trees),
                    !analysis.isToken(subject, in: allowed)
                else { continue }
                let isNear = token - subject < 6
                findings.append(
                    Finding(
                        rule: Self.description, span: analysis.span((isNear ? subject : token)...token),
                        message: Self.message(
                            subject: analysis.string(subject), reflexive: analysis.string(token)), confidence: 0.92))
            }
        }
    }

    /// The pronoun that is the only subject of the verb or adjective that a reflexive belongs to.
    private func subject(
        of reflexive: Int, _ sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> Int? {
        switch trees.relations[reflexive] {
        case .obj, .obl, .iobj, .nmod: break
        default: return nil
        }
        guard reflexive > sentence.lowerBound, let head = trees.head(reflexive) else { return nil }
        // "I am sure themselves, have": no object at all.
        if reflexive + 1 < sentence.upperBound, analysis.tokens[reflexive + 1].kind == .comma,
            trees.child(reflexive, .case) == nil
        {
            return nil
        }
        // "They asked the minister himself."
        if trees.universal[reflexive - 1] == .NOUN || trees.universal[reflexive - 1] == .PROPN { return nil }
        if trees.children(reflexive).contains(where: { analysis.isToken($0, in: Self.alone) }) { return nil }
        let subjects = trees.children(head).filter {
            $0 < reflexive && (trees.relations[$0] == .nsubj || trees.relations[$0] == .nsubjPass)
        }
        guard subjects.count == 1, analysis.isToken(subjects[0], in: Self.personal) else { return nil }
        let subject = subjects[0]
        // "I, and my colleagues, have committed ourselves"
        if analysis.tokens[subject + 1].kind == .comma || trees.child(subject, .conj) != nil { return nil }
        return subject
    }

    private static let alone: FormSet = ["by", "between", "in"]
    private static let personal: FormSet = ["i", "you", "he", "she", "we", "they"]
    private static let reflexives: [(form: FormSet, subjects: FormSet)] = [
        (["myself"], ["i"]), (["yourself", "yourselves"], ["you"]), (["ourselves"], ["we"]),
        (["themselves"], ["they"]), (["himself"], ["he"]), (["herself"], ["she"]), (["itself"], ["it"]),
    ]
}

extension PronounNumber {
    private static func message(subject: String, reflexive: String) -> String {
        "“\(reflexive)” cannot mean its subject “\(subject)”."
    }
}
