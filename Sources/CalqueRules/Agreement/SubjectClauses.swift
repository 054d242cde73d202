import CalqueSyntax
import CalqueText

/// A subject and its verb that differ in number.
struct Disagreement {
    var subject: Int
    var verb: Int
    /// The first token of what is reported: the subject, or “there” before the verb.
    var start: Int
    /// The number of the subject.
    var number: GrammaticalNumber
}

/// The clauses of a sentence, with what tells whether a subject's number can be held against its verb.
struct SubjectClauses {
    let sentence: Range<Int>
    let trees: Trees

    private enum Kind { case plain, relative, existential }

    /// The disagreement of a subject (a noun, pronoun or relative pronoun) with its verb, if it is beyond doubt.
    func disagreement(at token: Int, _ analysis: borrowing Analysis) -> Disagreement? {
        switch trees.relations[token] {
        case .nsubj, .nsubjPass, .nsubjOuter: break
        default: return nil
        }
        guard let predicate = trees.head(token), let verb = trees.finiteVerb(of: predicate),
            let verbNumber = analysis.verbNumber(verb, trees)
        else { return nil }
        var kind = Kind.plain
        var subject = token
        let there = (max(sentence.lowerBound, verb - 2)..<min(sentence.upperBound, verb + 2)).first {
            trees.penn[$0] == .EX || trees.relations[$0] == .expl && analysis.isToken($0, in: Self.there)
        }
        if there != nil && token > verb { kind = .existential }
        let isRelative =
            trees.penn[token] == .WDT || trees.penn[token] == .WP
            || trees.relations[predicate] == .aclRelcl && analysis.isToken(token, in: Self.that)
        if isRelative {
            guard analysis.isToken(token, in: Self.relatives), trees.relations[predicate] == .aclRelcl,
                let antecedent = trees.head(predicate), antecedent < token
            else { return nil }
            kind = .relative
            subject = antecedent
        }
        guard let number = analysis.subjectNumber(subject, trees), number != verbNumber else { return nil }
        if isRelative && !isAntecedentCertain(subject, of: token, number, analysis) { return nil }
        let pair = Disagreement(
            subject: subject, verb: verb, start: kind == .existential ? min(there ?? verb, verb) : subject,
            number: number)
        guard isOrderCertain(pair, kind, analysis), isSubjectCertain(pair, kind, analysis),
            isStretchClear(pair, from: isRelative ? token : subject, kind, analysis),
            isVerbCertain(pair, predicate, kind, analysis)
        else { return nil }
        return pair
    }

    // MARK: Relative clauses

    /// The antecedent stands right before the pronoun, and no other noun can be meant: not "one of the writers who".
    private func isAntecedentCertain(
        _ noun: Int, of pronoun: Int, _ number: GrammaticalNumber, _ analysis: borrowing Analysis
    ) -> Bool {
        let tokens = analysis.tokens
        var before = pronoun - 1
        let hasComma = before > noun && tokens[before].kind == .comma
        if hasComma { before -= 1 }
        guard before == noun, trees.universal[noun] != .PRON, trees.relations[noun] != .conj else { return false }
        // ", which is": the whole clause may be meant.
        if hasComma && number == .plural && analysis.isToken(pronoun, in: Self.which) { return false }
        let start = trees.nounPhraseStart(noun, in: sentence)
        if (max(sentence.lowerBound, noun - 8)..<noun).contains(where: { analysis.isToken($0, in: Self.one) }) {
            return false
        }
        if start > sentence.lowerBound, analysis.isToken(start - 1, in: Self.ofAndOr) { return false }
        if trees.children(noun).contains(where: { trees.relations[$0] == .conj || trees.relations[$0] == .cc }) {
            return false
        }
        // "a list of checks for drivers that has": behind a preposition or a verb without a subject, an earlier noun may be meant.
        guard start > sentence.lowerBound else { return true }
        var left = start - 1
        while left > sentence.lowerBound, trees.universal[left] == .ADV { left -= 1 }
        guard
            trees.universal[left] == .ADP || trees.universal[left] == .PART || trees.penn[left] == .VBG
                || trees.penn[left] == .VB
                || (trees.universal[left] == .VERB && trees.penn[left] != .VBZ && trees.penn[left] != .VBP
                    && trees.penn[left] != .VBD)
        else { return true }
        for token in max(sentence.lowerBound, start - 7)..<start {
            switch trees.universal[token] {
            case .NOUN, .PROPN, .PRON: if analysis.subjectNumber(token, trees) != number { return false }
            default: break
            }
        }
        return true
    }

    // MARK: The subject

    private func isOrderCertain(_ pair: Disagreement, _ kind: Kind, _ analysis: borrowing Analysis) -> Bool {
        if kind == .existential {
            // What stands far behind "there is" may belong to another clause.
            return !analysis.isToken(pair.verb, in: Self.contracted)
                && trees.nounPhraseStart(pair.subject, in: sentence) <= pair.verb + 3
        }
        return pair.subject < pair.verb
    }

    private func isSubjectCertain(_ pair: Disagreement, _ kind: Kind, _ analysis: borrowing Analysis) -> Bool {
        let tokens = analysis.tokens
        let subject = pair.subject
        let isPronoun = trees.universal[subject] == .PRON || trees.penn[subject] == .PRP || trees.penn[subject] == .DT
        // "workers’ pay", "[w]orkers": not the whole word.
        let next = subject + 1
        if next < sentence.upperBound,
            tokens[next].kind == .word || tokens[next].kind == .quote || tokens[next].kind == .closeQuote,
            analysis.isToken(next, in: Self.apostrophes)
        {
            return false
        }
        if tokens[subject].shape == .upper && tokens[subject].end - tokens[subject].start > 1 { return false }
        let start = trees.nounPhraseStart(subject, in: sentence)
        let left = start > sentence.lowerBound ? start - 1 : nil
        // A title or a name, whatever its form: "Families USA is", "Pictures hopes".
        if !isPronoun, trees.penn[subject] != .NNP, tokens[subject].isCapitalised, subject > sentence.lowerBound {
            guard tokens[subject - 1].kind == .quote || tokens[subject - 1].kind == .openQuote else { return false }
        }
        for child in trees.children(subject) {
            let relation = trees.relations[child]
            if relation == .nummod || trees.penn[child] == .CD || analysis.isToken(child, in: NumberWords.quantities),
                kind != .relative || child < subject
            {
                return false
            }
            // What has a preposition is no subject: the tree is wrong.
            if relation == .case && kind != .relative { return false }
        }
        if kind != .relative, let left, trees.universal[left] == .ADP { return false }
        switch pair.number {
        case .singular:
            if analysis.isToken(subject, in: NumberWords.collectives) { return false }
            if kind != .relative, trees.children(subject).contains(where: { isCoordination(trees.relations[$0]) }) {
                return false
            }
            if hasChild(subject, in: Self.openDeterminers, analysis) { return false }
            // "the poor", "the past"
            let entry = analysis.entry(subject)
            if !isPronoun, entry.tags.contains(.JJ), !entry.features.contains(.countable),
                hasChild(subject, in: Self.the, analysis)
            {
                return false
            }
            if analysis.isToken(subject, in: Self.nominalAdjectives) { return false }
            // "Hard hit were the farmers": the subject follows.
            if !isPronoun, !entry.tags.isDisjoint(with: [.VBN, .VBD]), analysis.isToken(pair.verb, in: Self.be) {
                return false
            }
            if !isPronoun && kind == .plain && isCoordinated(start, analysis) { return false }
        case .plural:
            if kind == .plain, !analysis.isToken(subject, in: NumberWords.pluralPronouns),
                trees.children(subject).contains(where: { trees.relations[$0] == .conj || trees.relations[$0] == .cc })
            {
                return false
            }
            if hasChild(subject, in: Self.questionOrEach, analysis) { return false }
            if analysis.isToken(subject, in: Self.vocatives) { return false }
            if kind == .plain, let left, !isPronoun, analysis.isToken(left, in: Self.conjunctions) { return false }
        }
        // "He knew that", "and that has": a conjunction or a relative pronoun after all.
        return !(analysis.isToken(subject, in: Self.that) && kind == .plain && subject > sentence.lowerBound)
    }

    /// Whether a singular noun phrase may be the last part of a coordination: "bread, rice and fish are", "day after day have".
    private func isCoordinated(_ start: Int, _ analysis: borrowing Analysis) -> Bool {
        guard start > sentence.lowerBound else { return false }
        let tokens = analysis.tokens
        let left = start - 1
        let isDetermined = trees.universal[start] == .DET || trees.penn[start] == .PRPS
        if analysis.isToken(left, in: Self.joiners) || (tokens[left].kind == .comma && !isDetermined) { return true }
        var at = left
        while at >= max(sentence.lowerBound, start - 10) {
            if trees.penn[at].isFiniteVerb || tokens[at].kind == .semicolon || tokens[at].kind == .colon {
                return false
            }
            if tokens[at].kind == .comma && at == left { return false }
            if analysis.isToken(at, in: Self.conjunctions) { return true }
            at -= 1
        }
        return false
    }

    private func isCoordination(_ relation: Relation) -> Bool {
        switch relation {
        case .conj, .cc, .appos, .parataxis, .list: true
        default: false
        }
    }

    private func hasChild(_ noun: Int, in set: FormSet, _ analysis: borrowing Analysis) -> Bool {
        trees.children(noun).contains { $0 < noun && analysis.isToken($0, in: set) }
    }

    // MARK: Between subject and verb

    private func isStretchClear(
        _ pair: Disagreement, from: Int, _ kind: Kind, _ analysis: borrowing Analysis
    ) -> Bool {
        let tokens = analysis.tokens
        let first = min(pair.start, from, pair.verb)
        let last = max(from, pair.verb)
        let stretch = (kind == .relative ? from : first) + 1
        // Over more words the tree is no evidence.
        guard stretch <= last, last - stretch < 40 else { return false }
        var finiteVerbs = 0
        for token in stretch..<last {
            switch tokens[token].kind {
            case .comma, .colon, .semicolon, .dash, .openBracket, .closeBracket, .slash: return false
            case .quote, .openQuote, .closeQuote: if kind != .existential { return false }
            case .hyphen: if trees.penn[token] != .HYPH { return false }
            default: break
            }
            if analysis.isToken(token, in: Self.conjunctions) || analysis.isToken(token, in: Self.companions) {
                return false
            }
            if kind == .existential { continue }
            if trees.penn[token].isFiniteVerb {
                finiteVerbs += 1
                let predicate = trees.universal[token] == .AUX ? trees.head(token) ?? token : token
                guard finiteVerbs == 1, trees.relations[predicate] == .aclRelcl, trees.head(predicate) == pair.subject
                else {
                    return false
                }
            }
            if isFreeNoun(token, from: first, to: pair.verb) { return false }
        }
        return true
    }

    /// Whether a noun between subject and verb is neither behind a preposition, nor an object, nor in a clause of its own:
    /// then it may be the true subject.
    private func isFreeNoun(_ token: Int, from first: Int, to verb: Int) -> Bool {
        switch trees.universal[token] {
        case .NOUN, .PROPN, .PRON: break
        default: return false
        }
        switch trees.penn[token] {
        case .PRPS, .WDT, .WP, .WPS: return false
        default: break
        }
        let head = Int(trees.heads[token])
        switch trees.relations[token] {
        case .compound, .nmodPoss, .flat, .det, .amod: return false
        case .obj, .obl, .xcomp, .oblUnmarked, .iobj: if head > first && head < token { return false }
        case .nsubj, .nsubjPass: if head > token && head < verb { return false }
        default: break
        }
        return !trees.children(token).contains { trees.relations[$0] == .case && $0 > first && $0 < token }
    }

    // MARK: The verb

    private func isVerbCertain(
        _ pair: Disagreement, _ predicate: Int, _ kind: Kind, _ analysis: borrowing Analysis
    ) -> Bool {
        let tokens = analysis.tokens
        let (subject, verb) = (pair.subject, pair.verb)
        let left = min(pair.start, subject, verb)
        let before = max(sentence.lowerBound, left - 14)..<left
        let start = trees.nounPhraseStart(subject, in: sentence)
        let isBe = analysis.isToken(verb, in: Self.be)
        if pair.number == .singular {
            if analysis.isToken(verb, in: Self.were), isHypothetical(before, analysis) {
                return false
            }
            if !isBe {
                // "demanded that he go", "let the child have", "does the mayor have"
                if before.contains(where: {
                    analysis.isToken($0, in: Self.demands) || analysis.isToken($0, in: Self.causatives)
                }) {
                    return false
                }
                let near = max(sentence.lowerBound, left - 5)..<verb
                if near.contains(where: { analysis.isToken($0, in: Self.beforeBase) }) { return false }
            }
            if trees.penn[verb] == .VB {
                guard predicate == verb, start < subject || trees.universal[subject] == .PRON,
                    start == sentence.lowerBound || !trees.penn[start - 1].isVerb
                else { return false }
            }
        }
        if verb + 1 < sentence.upperBound, kind != .existential, analysis.isToken(verb + 1, in: Self.nominatives) {
            return false
        }
        if kind == .plain && !isClauseBeginning(start, pair, analysis) { return false }
        // "Stars on Cars gives": a title.
        if pair.number == .plural, tokens[subject].isCapitalised, trees.penn[subject] != .PRP,
            left + 1 < verb, (left + 1..<verb).contains(where: { tokens[$0].isCapitalised })
        {
            return false
        }
        // "everybody present knows", "need not be": no verb, or one that has no other form.
        if verb + 1 < sentence.upperBound, trees.universal[verb] == .VERB {
            if trees.penn[verb + 1].isFiniteVerb { return false }
            if analysis.isToken(verb, in: Self.modals), analysis.isToken(verb + 1, in: Self.not) { return false }
        }
        return !isNounLike(pair, analysis)
    }

    /// Whether no infinitive, gerund or question word stands in the clause before the subject: "limiting the losses is",
    /// "what the voters want is".
    private func isClauseBeginning(_ start: Int, _ pair: Disagreement, _ analysis: borrowing Analysis) -> Bool {
        let tokens = analysis.tokens
        let isPlural = pair.number == .plural && !analysis.isToken(pair.subject, in: Self.weThey)
        if isPlural, start < pair.subject, trees.universal[start] != .DET,
            analysis.segmentation.form(start).suffix(3).elementsEqual("ing".utf8)
        {
            return false
        }
        var at = start - 1
        while at >= max(sentence.lowerBound, start - 40) {
            switch tokens[at].kind {
            case .comma, .semicolon, .colon, .openQuote, .quote: return true
            default: break
            }
            if trees.universal[at] == .SCONJ && analysis.isToken(at, in: Self.that) { return true }
            if isPlural {
                if trees.penn[at] == .VBG || trees.penn[at] == .VB || analysis.isToken(at, in: Self.questions) {
                    return false
                }
            } else if pair.number == .singular, start - at <= 3, analysis.isToken(at, in: Self.asking) {
                return false
            }
            at -= 1
        }
        return true
    }

    /// Whether what is taken for a verb may be a noun: "the art work", "police reports". Then what follows must need a verb.
    private func isNounLike(_ pair: Disagreement, _ analysis: borrowing Analysis) -> Bool {
        let verb = pair.verb
        guard trees.universal[verb] == .VERB, trees.universal[pair.subject] != .PRON,
            !analysis.isToken(verb, in: NumberWords.singularAuxiliaries),
            !analysis.isToken(verb, in: NumberWords.pluralAuxiliaries),
            analysis.entry(verb).tags.contains(pair.number == .singular ? .NN : .NNS)
        else { return false }
        guard verb + 1 < sentence.upperBound else { return true }
        switch trees.penn[verb + 1] {
        case .DT, .PRP, .PRPS, .TO, .WDT, .WP, .WRB, .CD: return false
        default: return !analysis.isToken(verb + 1, in: Self.thatNot)
        }
    }

    /// "if he were", "as it were"
    private func isHypothetical(_ before: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
        before.contains { analysis.isToken($0, in: Self.hypothesis) }
            || before.suffix(3).contains { analysis.isToken($0, in: Self.as_) }
    }

    // MARK: Pronouns

    /// The disagreement of "he", "she", "it", "we" or "they" with an auxiliary that follows at once, whatever the tree says.
    func pronounDisagreement(at token: Int, _ analysis: borrowing Analysis) -> Disagreement? {
        guard trees.penn[token] == .PRP, analysis.isToken(token, in: Self.nominatives3) else { return nil }
        let isPlural = analysis.isToken(token, in: Self.weThey)
        var verb = token + 1
        if verb + 1 < sentence.upperBound, trees.penn[verb] == .RB, analysis.isToken(verb, in: Self.lightAdverbs) {
            verb += 1
        }
        guard verb < sentence.upperBound, trees.penn[verb].isFiniteVerb,
            analysis.isToken(verb, in: isPlural ? Self.singularForms : Self.pluralForms)
        else { return nil }
        if token > sentence.lowerBound {
            let left = token - 1
            if analysis.isToken(left, in: Self.conjunctions) || analysis.isToken(left, in: Self.beforePronoun)
                || trees.penn[left] == .VB || (trees.penn[left] == .IN && trees.universal[left] == .ADP)
            {
                return nil
            }
            switch analysis.tokens[left].kind {
            case .comma, .word, .number, .openQuote, .quote, .closeQuote: break
            default: return nil
            }
            // "the man who saw it were": only at the beginning of a clause is it a subject.
            if analysis.isToken(token, in: Self.it), analysis.tokens[left].kind != .comma,
                !analysis.isToken(left, in: Self.clauseOpeners)
            {
                return nil
            }
        }
        let before = max(sentence.lowerBound, token - 14)..<token
        if !isPlural, !analysis.isToken(verb, in: Self.are) {
            let isSubjunctive = before.contains {
                analysis.isToken($0, in: Self.demands) || analysis.isToken($0, in: Self.causatives)
            }
            if isSubjunctive || isHypothetical(before, analysis) { return nil }
        }
        return Disagreement(subject: token, verb: verb, start: token, number: isPlural ? .plural : .singular)
    }
}
