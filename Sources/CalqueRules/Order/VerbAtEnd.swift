import CalqueLint
import CalqueSyntax
import CalqueText

/// "We the centre of the town visited": the verb stands behind its object, at the end.
struct VerbAtEnd: Rule {
    static let description = RuleDescription(
        id: "verb-at-end",
        name: "Verb at the end of its sentence",
        family: .order,
        summary: "The only finite verb of a sentence stands at its end, behind its object.",
        rationale: """
            German and Turkish put the verb last in many clauses, and an engine that moves it too little leaves it there. The rule \
            looks at sentences whose only finite verb is their last word and asks for evidence that something else stands where \
            the verb should be: a pronoun such as “he” or “we” with a noun phrase or infinitive behind it, or two noun phrases in a \
            row without a comma. Relative clauses, quotations and plain short sentences (“The talks failed.”) are left alone.
            """,
        mqm: "Fluency/Grammar/Word order",
        severity: .major,
        bad: [
            "We the centre of the town with our guests [[visited]].",
            "We a letter from the bank [[received]].",
            "The mayor the keys of the new school [[was given]].",
            "Airline Condor a new flight to the island [[will offer]].",
        ],
        good: [
            "The talks between the two ministers failed.",
            "On Sunday the main parade of the fleet was held.",
            "The man whom the police had been looking for was found.",
            "All the while the mayor of the town waited.",
            "He was the man the whole town loved.",
            "They all agreed that the talks had failed.",
        ],
        missed: [
            "Wildlife in these hills loud sounds until the morning make."
        ],
        evidence: .doubtful, precision: "1.00 (n = 1)"
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let trees = analysis.trees
        guard !trees.isEmpty else { return }
        for sentence in analysis.sentences where analysis.isRunningText(sentence) {
            guard let group = Self.finalGroup(of: sentence.tokens, analysis, trees),
                let evidence = Self.evidence(before: group, in: sentence.tokens, analysis, trees)
            else { continue }
            findings.append(
                Finding(
                    rule: Self.description, span: analysis.span(group),
                    message: Self.message(
                        verb: analysis.article.string(analysis.span(group)), subject: analysis.string(evidence - 1),
                        next: analysis.string(evidence)),
                    confidence: 0.85))
        }
    }

    /// The verb group that ends a sentence, where that is a plain statement.
    private static func finalGroup(
        of sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> ClosedRange<Int>? {
        let stop = sentence.upperBound - 1
        let end = stop - 1
        guard analysis.tokens[stop].kind == .terminal, analysis.tokens[end].shape == .lower,
            !InvertedClause.isQuestion(sentence, analysis)
        else { return nil }
        for token in sentence.lowerBound..<end {
            switch analysis.tokens[token].kind {
            case .openQuote, .closeQuote, .quote, .colon, .semicolon, .openBracket, .dash: return nil
            default: break
            }
        }
        let tags = analysis.entry(end).tags
        if [.VBN, .VBG, .VB].contains(trees.penn[end]) || !tags.isDisjoint(with: [.VBN, .VBG, .VB]) {
            var at = end - 1
            while at > sentence.lowerBound, analysis.isToken(at, in: within) || analysis.isAdverb(at) { at -= 1 }
            if at >= sentence.lowerBound + 3, analysis.isToken(at, in: auxiliaries) { return at...end }
        }
        guard end >= sentence.lowerBound + 3,
            trees.penn[end].isFiniteVerb && !tags.isDisjoint(with: [.VBD, .VBZ, .VBP])
                || analysis.isToken(end, in: finalAuxiliaries)
        else { return nil }
        return end...end
    }

    /// The first word of what stands in the verb's place, right behind the subject.
    private static func evidence(
        before group: ClosedRange<Int>, in sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> Int? {
        let before = sentence.lowerBound..<group.lowerBound
        return pronounEvidence(before, analysis, trees) ?? nounEvidence(before, analysis, trees)
    }

    /// "We the centre", "He to have sold"
    private static func pronounEvidence(
        _ before: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> Int? {
        for token in before.dropLast() {
            guard analysis.isToken(token, in: InversionWords.nominatives), trees.penn[token] == .PRP,
                token == before.lowerBound || analysis.tokens[token - 1].kind == .comma
                    || analysis.isToken(token - 1, in: openers)
            else { continue }
            let next = analysis.behindAdverbs(token + 1, in: before)
            guard next < before.upperBound, !analysis.isToken(next, in: notInPlaceOfVerb),
                canNotBeVerb(next, analysis, trees),
                !(next..<before.upperBound).contains(where: { canBeFinite($0, analysis, trees) })
            else { continue }
            return next
        }
        return nil
    }

    private static func canNotBeVerb(_ token: Int, _ analysis: borrowing Analysis, _ trees: Trees) -> Bool {
        let tags = analysis.entry(token).tags
        switch trees.penn[token] {
        case .DT, .PRPS, .TO, .NNP, .NNPS, .CD: return true
        case .IN: return tags.contains(.IN)
        case .NN, .NNS, .JJ: return tags.isDisjoint(with: Lexicon.TagSet.verb.union(.RB))
        default: return false
        }
    }

    /// "The mayor the keys of the school was given"
    private static func nounEvidence(_ before: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees) -> Int? {
        for token in before {
            if canBeFinite(token, analysis, trees) || analysis.isToken(token, in: subordinators) { return nil }
        }
        var hasComma = false
        for token in before.dropFirst() {
            hasComma = hasComma || analysis.tokens[token - 1].kind == .comma
            guard isNominal(trees.penn[token - 1]), !analysis.isToken(token - 1, in: VerbGroupWords.times),
                opensPhrase(token, before, analysis, trees), hasComma || !isPhraseOpener(before.lowerBound, trees)
            else { continue }
            if analysis.contains(VerbGroupWords.times, in: token..<token + 4, of: before)
                || analysis.isToken(before.lowerBound, in: quantifiers)
                || (token..<before.upperBound).contains(where: { analysis.tokens[$0].kind == .comma })
            {
                continue
            }
            return token
        }
        return nil
    }

    private static func isNominal(_ tag: PennTag) -> Bool { tag.isNoun || tag == .CD || tag == .PRP }

    private static func opensPhrase(
        _ token: Int, _ before: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> Bool {
        if [.DT, .PRPS].contains(trees.penn[token]) { return analysis.isToken(token, in: determiners) }
        if trees.penn[token] == .PRP { return analysis.isToken(token, in: objectPronouns) }
        // "Barger to engage in"; "plans to engage" has its infinitive by right.
        return analysis.isToken(token, in: VerbForms.to) && token + 1 < before.upperBound
            && trees.penn[token + 1] == .VB
            && trees.penn[token - 1].isProperNoun
    }

    private static func isPhraseOpener(_ token: Int, _ trees: Trees) -> Bool {
        switch trees.penn[token] {
        case .IN, .TO, .RB, .VBG, .VBN, .CC, .WRB: true
        default: false
        }
    }

    private static func canBeFinite(_ token: Int, _ analysis: borrowing Analysis, _ trees: Trees) -> Bool {
        if trees.penn[token] == .POS { return false }
        if trees.penn[token].isFiniteVerb || analysis.isToken(token, in: auxiliaries)
            || analysis.isToken(token, in: InversionWords.clitics)
        {
            return true
        }
        let tags = analysis.entry(token).tags
        return analysis.tokens[token].shape == .lower && !tags.isDisjoint(with: .finite)
            && tags.isDisjoint(with: [.NN, .NNS, .JJ, .VBN])
    }

    private static let within: FormSet = ["be", "been", "being", "not", "n't"]
    private static let auxiliaries: FormSet = [
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
        "should", "shall", "did", "does", "do",
    ]
    private static let finalAuxiliaries: FormSet = ["is", "are", "was", "were", "has", "have", "had"]
    private static let openers: FormSet = ["that", "and", "but", "when", "then", "because"]
    private static let determiners: FormSet = ["a", "an", "the", "his", "her", "its", "their", "this"]
    private static let objectPronouns: FormSet = ["him", "them", "me", "us"]
    private static let quantifiers: FormSet = ["all", "such", "every", "each", "no", "half", "both"]
    private static let notInPlaceOfVerb: FormSet = [
        "all", "both", "each", "themselves", "himself", "that", "who", "as", "than", "alone", "like", "either", "too",
        "in", "of", "when",
    ]
    private static let subordinators: FormSet = [
        "who", "which", "whom", "whose", "what", "that", "as", "than", "because", "if", "when", "where", "how", "while",
        "although", "though", "until", "before", "after", "since", "so", "like", "whether", "why",
    ]
}

extension VerbAtEnd {
    private static func message(verb: String, subject: String, next: String) -> String {
        "“\(verb)” stands at the end; English has the verb behind its subject, where “\(subject)” is followed by “\(next)”."
    }
}
