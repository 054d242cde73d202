import CalqueLint
import CalqueSyntax
import CalqueText

/// "The farmers of the region, have": a comma stands between a subject and its verb.
struct CommaBetweenSubjectAndVerb: Rule {
    static let description = RuleDescription(
        id: "comma-between-subject-and-verb",
        name: "Comma between subject and verb",
        family: .punctuation,
        summary: "A single comma parts a subject from its verb.",
        rationale: """
            Russian closes every participle phrase and relative clause with a comma, and a dash or comma may stand for “is”; in \
            English a comma between a subject and its verb must have another one before it. The rule looks only at the first \
            comma of a sentence: it stands behind the whole subject and right before the finite verb.
            """,
        mqm: "Fluency/Punctuation",
        severity: .minor,
        bad: [
            "The farmers of the northern [[region, have]] asked for help.",
            "The houses that were built after the [[flood, have]] new roofs.",
            "A decision about the old [[bridge, was]] not accepted.",
            "Drivers who crossed the border at [[night, were]] sent back to the port.",
        ],
        good: [
            "The mayor, who was ill, has resigned.",
            "The farmers, the millers and the bakers have asked for help.",
            "The firm, called Red Star until May, sells tractors.",
            "In the spring, can we expect a change of course?",
            "The rain stopped, said the minister.",
            "He came into the room, opened the window and left.",
        ],
        missed: [
            "After the meeting, the ministers of both states, have left the city."
        ], evidence: .doubtful
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let trees = analysis.trees
        guard !trees.isEmpty else { return }
        for sentence in analysis.sentences where analysis.isRunningText(sentence) {
            guard let comma = firstComma(sentence.tokens, analysis, trees) else { continue }
            for token in sentence.tokens.lowerBound..<comma
            where trees.relations[token] == .nsubj || trees.relations[token] == .nsubjPass {
                guard parts(comma, token, sentence.tokens, analysis, trees) else { continue }
                let verb = comma + 1
                findings.append(
                    Finding(
                        rule: Self.description, span: analysis.span(comma - 1...verb),
                        message: Self.message(subject: analysis.string(token), verb: analysis.string(verb)),
                        suggestions: [Suggestion(span: analysis.tokens[comma].span, replacement: "")], confidence: 0.88)
                )
                break
            }
        }
    }

    /// The first comma of a sentence, if no other sign stands before it and a finite verb behind it.
    private func firstComma(_ sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees) -> Int? {
        for token in sentence {
            switch analysis.tokens[token].kind {
            case .comma:
                guard token > sentence.lowerBound, token + 1 < sentence.upperBound, trees.penn[token + 1].isFiniteVerb
                else { return nil }
                return token
            case .colon, .semicolon, .dash, .quote, .openQuote, .closeQuote, .openBracket, .closeBracket, .slash:
                return nil
            case .hyphen: if trees.penn[token] != .HYPH { return nil }
            default: break
            }
        }
        return nil
    }

    /// Whether the comma parts this subject from its verb beyond doubt.
    private func parts(
        _ comma: Int, _ subject: Int, _ sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> Bool {
        let verb = comma + 1
        guard let predicate = trees.head(subject), predicate > subject, trees.finiteVerb(of: predicate) == verb else {
            return false
        }
        switch trees.penn[subject] {
        case .WP, .WDT, .DT, .EX: return false
        default: break
        }
        // "Portugal, for example, would": half of a pair.
        if analysis.isToken(comma - 1, in: Self.asides) { return false }
        let start = trees.nounPhraseStart(subject, in: sentence)
        // "Anna, look": somebody is spoken to.
        if trees.universal[subject] == .PROPN {
            if comma == start + 1 { return false }
            if trees.universal[verb] == .VERB && trees.penn[verb] == .VBP { return false }
        }
        for child in trees.children(subject) {
            switch trees.relations[child] {
            case .conj, .cc, .appos, .parataxis, .list, .case: return false
            default: break
            }
        }
        // "The rain stopped, said the minister."
        if trees.children(predicate).contains(where: { $0 > verb && trees.relations[$0].isSubject }) { return false }
        var finiteVerbs = 0
        for token in sentence.lowerBound..<comma {
            let penn = trees.penn[token]
            if token < start {
                if penn.isFiniteVerb || penn == .VB || penn == .VBG { return false }
            } else {
                guard token <= subject || trees.isToken(token, within: subject) else { return false }
                guard penn.isFiniteVerb else { continue }
                finiteVerbs += 1
                guard finiteVerbs == 1, isInClause(token, of: subject, trees) else { return false }
            }
        }
        // "The firm, called Red Star, sells": a participle, which a second comma closes.
        if trees.universal[verb] == .VERB, trees.penn[verb] == .VBD, analysis.entry(verb).tags.contains(.VBN) {
            return !(verb + 1..<sentence.upperBound).contains {
                analysis.tokens[$0].kind == .comma || trees.penn[$0].isFiniteVerb
            }
        }
        return true
    }

    private static let asides: FormSet = [
        "example", "instance", "however", "therefore", "though", "moreover", "course", "then", "too", "also",
        "together",
        "respectively", "meanwhile", "turn", "fact", "addition",
    ]

    /// Whether a verb belongs to a relative clause or participle phrase of a noun, or of a noun that depends on it.
    private func isInClause(_ verb: Int, of noun: Int, _ trees: Trees) -> Bool {
        var at = verb
        for _ in 0..<64 {
            guard let head = trees.head(at) else { return false }
            if trees.relations[at] == .aclRelcl || trees.relations[at] == .acl {
                return trees.isToken(head, within: noun)
            }
            if head == noun { return false }
            at = head
        }
        return false
    }
}

extension CommaBetweenSubjectAndVerb {
    private static func message(subject: String, verb: String) -> String {
        "A comma stands between the subject “\(subject)” and its verb “\(verb)”."
    }
}
