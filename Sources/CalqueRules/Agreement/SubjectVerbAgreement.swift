import CalqueLint
import CalqueSyntax
import CalqueText

/// "The price of the tickets are": subject and verb differ in number.
struct SubjectVerbAgreement: Rule {
    static let description = RuleDescription(
        id: "subject-verb-agreement",
        name: "Subject and verb",
        family: .agreement,
        summary: "The verb does not agree with its subject in number.",
        rationale: """
            A machine that translates phrase by phrase takes the verb's number from the nearest noun, or keeps that of the \
            source, whose subject was another word. The rule looks up the subject in the sentence's tree, at any distance and \
            through relative clauses. It keeps quiet where usage is divided (“the team are”, “a number of people were”, \
            “two years is”), where the verb may be a subjunctive, where a coordination or an inserted clause stands between \
            subject and verb, and where the tree may be wrong about the subject.
            """,
        mqm: "Fluency/Grammar/Agreement",
        severity: .major,
        bad: [
            "The [[reason for the delays are]] still not known to the passengers.",
            "[[Prices of bread has]] risen twice since the spring.",
            "According to the ministry, the [[witnesses of the crash was]] taken to a hospital.",
            "He showed a [[map that were]] drawn by hand in the last century.",
            "[[There is no rooms]] left in the hotels of the town.",
            "The doctor says that [[she have]] seen many patients like him.",
            "In the evening [[they was]] allowed to go home.",
            "The [[farmers explains]] that the harvest came late.",
        ],
        good: [
            "The team are confident before the match on Sunday.",
            "A number of officers were wounded in the clash.",
            "Two years is a long time for a child.",
            "The mayor and the governor are expected at the opening.",
            "The committee demanded that the minister resign at once.",
            "If the treaty were signed, the troops would leave.",
            "He is one of the writers who have left the country.",
            "The prices, which was a surprise to many, fell in May.",
            "Fixing the roads is a task for the next government.",
            "What the voters want is peace in the region.",
            "The news was read on the radio in the morning.",
            "The minister, as well as his deputies, is on leave.",
            "The letters the office has received are kept in a safe.",
            "The poor are waiting for help from the city.",
        ],
        missed: [
            "The prices of oil and gas has risen again this week.",
            "The minister of defence, who visited the base, are satisfied.",
        ], evidence: .doubtful
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let trees = analysis.trees
        guard !trees.isEmpty else { return }
        for sentence in analysis.sentences where analysis.isRunningText(sentence) {
            let clauses = SubjectClauses(sentence: sentence.tokens, trees: trees)
            var reported = Set<Int>()
            for token in sentence.tokens {
                guard
                    let pair = clauses.disagreement(at: token, analysis)
                        ?? clauses.pronounDisagreement(at: token, analysis),
                    reported.insert(pair.verb).inserted
                else { continue }
                findings.append(finding(pair, sentence.tokens, analysis))
            }
        }
    }

    private func finding(
        _ pair: Disagreement, _ sentence: Range<Int>, _ analysis: borrowing Analysis
    ) -> Finding {
        let verb = analysis.tokens[pair.verb]
        var first = min(pair.start, pair.verb)
        var last = max(pair.subject, pair.verb)
        // A long finding shows nothing: of subject and verb far apart, the verb and what follows is reported.
        if (first...last).count(where: { analysis.tokens[$0].spaceBefore }) > 6 {
            first = pair.verb
            last = pair.verb
            if pair.verb + 1 < sentence.upperBound, analysis.tokens[pair.verb + 1].kind == .word { last += 1 }
        }
        var suggestions: [Suggestion] = []
        if let form = Self.form(of: pair.verb, as: pair.number, analysis), !verb.isCapitalised {
            suggestions.append(Suggestion(span: verb.span, replacement: form))
        }
        return Finding(
            rule: Self.description, span: analysis.span(first...last),
            message: Self.message(
                subject: analysis.string(pair.subject), verb: analysis.string(pair.verb), number: pair.number),
            suggestions: suggestions, confidence: 0.9)
    }

    /// The form of a verb that agrees with a subject.
    private static func form(
        of verb: Int, as number: GrammaticalNumber, _ analysis: borrowing Analysis
    ) -> String? {
        let written = analysis.string(verb)
        if let form = auxiliaries.first(where: { $0.singular == written || $0.plural == written }) {
            return number == .singular ? form.singular : form.plural
        }
        let word = analysis.word(verb)
        if number == .singular { return analysis.lexicon.inflect(written, as: .thirdPerson) }
        return analysis.lexicon.lemmas(of: word).first { $0.inflection == .thirdPerson }
            .map { analysis.lexicon.string($0.word) }
    }

    private static let auxiliaries: [(singular: String, plural: String)] = [
        ("is", "are"), ("was", "were"), ("has", "have"), ("does", "do"),
    ]
}

extension SubjectVerbAgreement {
    private static func message(subject: String, verb: String, number: GrammaticalNumber) -> String {
        let other: GrammaticalNumber = number == .singular ? .plural : .singular
        return "The subject “\(subject)” is \(number.name), its verb “\(verb)” is \(other.name)."
    }
}
