import CalqueSyntax
import CalqueText

/// A place where a clause with the verb before its subject may begin.
struct InvertedClause {
    var start: Int
    var sentence: Range<Int>

    static func isQuestion(_ sentence: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
        sentence.suffix(3).contains {
            let end = analysis.tokens[$0]
            guard end.kind == .terminal else { return false }
            return analysis.segmentation.form($0).contains { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "!") }
        }
    }

    /// From the verb to the first word of its subject.
    func find(_ analysis: borrowing Analysis, _ trees: Trees) -> ClosedRange<Int>? {
        auxiliaryFirst(analysis, trees) ?? nominative(analysis, trees) ?? verbFirst(analysis, trees)
            ?? verbBeforeTwoPhrases(analysis, trees) ?? itSaid(analysis, trees) ?? saidName(analysis, trees) ?? asTold(
                analysis, trees) ?? modalBehindPhrase(analysis, trees)
    }

    private var isFirst: Bool { start == sentence.lowerBound }

    /// Whether the clause begins behind the only comma so far, and what stands before it is no clause of its own but a
    /// phrase ("In May, …") or a subordinate clause ("Although the town is small, …").
    private func isBehindFront(_ analysis: borrowing Analysis, _ trees: Trees) -> Bool {
        guard start >= sentence.lowerBound + 3, analysis.tokens[start - 1].kind == .comma,
            trees.penn[sentence.lowerBound] == .IN || trees.penn[sentence.lowerBound] == .VBG
                || analysis.isToken(sentence.lowerBound, in: InversionWords.frontOpeners)
        else { return false }
        return !(sentence.lowerBound..<start - 1).contains {
            switch analysis.tokens[$0].kind {
            case .comma, .openQuote, .quote, .closeQuote: true
            default: false
            }
        }
    }

    /// "Was published the study", "In May, will open a school".
    private func auxiliaryFirst(_ analysis: borrowing Analysis, _ trees: Trees) -> ClosedRange<Int>? {
        guard analysis.isToken(start, in: InversionWords.auxiliaries) else { return nil }
        if !isFirst {
            guard isBehindFront(analysis, trees),
                !analysis.contains(InversionWords.triggers, in: sentence.lowerBound..<start - 1, of: sentence)
            else { return nil }
        }
        var verb = analysis.behindAdverbs(start + 1, in: sentence, limit: 3)
        if verb < sentence.upperBound, analysis.isToken(verb, in: InversionWords.be) { verb += 1 }
        verb = analysis.behindAdverbs(verb, in: sentence, limit: 3)
        guard verb + 1 < sentence.upperBound, analysis.tokens[verb].shape == .lower else { return nil }
        if analysis.isToken(start, in: InversionWords.modals) {
            guard trees.penn[verb] == .VB, analysis.entry(verb).tags.contains(.VB) else { return nil }
        } else {
            let tags = analysis.entry(verb).tags
            let isProgressive = trees.penn[verb] == .VBG && tags.contains(.VBG)
            let isParticiple = [.VBN, .VBD].contains(trees.penn[verb]) && tags.contains(.VBN)
            guard isParticiple || (isProgressive && analysis.isToken(start, in: VerbGroupWords.finiteBe)) else {
                return nil
            }
        }
        let subject = trees.penn[verb + 1] == .RP ? verb + 2 : verb + 1
        guard subject < sentence.upperBound else { return nil }
        let isAdjective = trees.penn[subject] == .JJ || trees.penn[subject] == .CD
        return isAdjective || startsNounPhrase(subject, analysis, trees) ? start...subject : nil
    }

    /// "made I another attempt": a subject's pronoun behind a verb, and no verb behind it.
    private func nominative(_ analysis: borrowing Analysis, _ trees: Trees) -> ClosedRange<Int>? {
        let pronoun = start + 1
        guard pronoun + 1 < sentence.upperBound, isNominative(pronoun, analysis) else { return nil }
        switch trees.penn[start] {
        case .VBD, .VBZ, .VBN, .RP, .VB: break
        default: return nil
        }
        let tags = analysis.entry(start).tags
        guard !tags.isDisjoint(with: [.VBD, .VBZ, .VBN, .VB, .RP]), !tags.contains(.MD),
            !analysis.isToken(start, in: InversionWords.mayPrecede),
            !analysis.isToken(start, in: InversionWords.perfectAndDo)
        else { return nil }
        let next = analysis.behindAdverbs(pronoun + 1, in: sentence, limit: 4)
        // "the answer he felt he no longer needed"
        guard next == pronoun + 1 || next < sentence.upperBound else { return nil }
        switch trees.penn[next] {
        case .VBD, .VBZ, .VBP, .MD, .VB, .VBN, .VBG, .NN: return nil
        default: break
        }
        switch analysis.tokens[next].kind {
        case .openQuote, .quote, .closeQuote, .hyphen, .dash, .comma: return nil
        default: break
        }
        guard analysis.entry(next).tags.isDisjoint(with: [.VBD, .VBZ, .VBP, .MD]),
            !analysis.isToken(next, in: InversionWords.clitics),
            !(pronoun + 1..<sentence.upperBound).prefix(5).contains(where: {
                trees.penn[$0] == .VBD || trees.penn[$0] == .VBZ || trees.penn[$0] == .MD
            })
        else { return nil }
        return start...pronoun
    }

    private func isNominative(_ token: Int, _ analysis: borrowing Analysis) -> Bool {
        guard analysis.isToken(token, in: InversionWords.nominatives) else { return false }
        let isI = analysis.tokens[token].end - analysis.tokens[token].start == 1
        return analysis.tokens[token].shape == (isI ? .upper : .lower)
    }

    /// "Described Baker her", "In 1943, received Baker his doctorate".
    private func verbFirst(_ analysis: borrowing Analysis, _ trees: Trees) -> ClosedRange<Int>? {
        guard isFirst || isBehindFront(analysis, trees) else { return nil }
        switch trees.penn[start] {
        case .VBD, .VBZ, .VBN: break
        default: return nil
        }
        guard !analysis.entry(start).tags.isDisjoint(with: [.VBD, .VBZ]),
            !analysis.isToken(start, in: InversionWords.mayPrecede),
            !analysis.isToken(start, in: InversionWords.auxiliaries)
        else { return nil }
        let subject = isFirst && trees.penn[start + 1] == .RP ? start + 2 : start + 1
        var at = subject
        while at < sentence.upperBound, trees.penn[at].isProperNoun { at += 1 }
        if at == subject, at < sentence.upperBound, isNominative(at, analysis) { at += 1 }
        guard at > subject, at < sentence.upperBound else { return nil }
        switch trees.penn[at] {
        case .DT, .PRPS, .PRP, .CD: break
        case .IN, .RB, .TO: if isFirst { return nil }
        default: return nil
        }
        if !isFirst, (at..<sentence.upperBound).contains(where: { trees.penn[$0].isFiniteVerb }) { return nil }
        return start...at - 1
    }

    /// "Marked this past week the opening night", "Requires the town its guests to sign"
    private func verbBeforeTwoPhrases(_ analysis: borrowing Analysis, _ trees: Trees) -> ClosedRange<Int>? {
        let tags = analysis.entry(start).tags
        guard isFirst, [.VBD, .VBZ, .VBN].contains(trees.penn[start]), !tags.isDisjoint(with: [.VBD, .VBZ]),
            tags.isDisjoint(with: [.VB, .JJ, .NN, .NNS]), !analysis.isToken(start, in: InversionWords.mayPrecede),
            !analysis.isToken(start, in: InversionWords.auxiliaries),
            !analysis.isToken(start, in: InversionWords.absolute)
        else { return nil }
        var at = start + 1
        while at < sentence.upperBound {
            switch trees.penn[at] {
            case .DT, .PRPS:
                // The second phrase begins.
                if at > start + 2, trees.penn[at - 1].isNoun {
                    return isSecondPhrase(at, analysis, trees) ? start...at - 1 : nil
                }
            case .JJ, .NN, .NNS, .NNP, .NNPS, .CD, .POS, .HYPH: break
            case .TO, .PRP: return at > start + 2 && isSecondPhrase(at, analysis, trees) ? start...at - 1 : nil
            default: return nil
            }
            at += 1
        }
        return nil
    }

    private func isSecondPhrase(_ token: Int, _ analysis: borrowing Analysis, _ trees: Trees) -> Bool {
        trees.penn[token - 1].isNoun && token - start <= 6
            && !(token..<sentence.upperBound).contains { trees.penn[$0].isFiniteVerb }
            && !analysis.contains(VerbGroupWords.times, in: token..<token + 3, of: sentence)
    }

    /// "Soon after the flood said Poland and Austria."
    private func saidName(_ analysis: borrowing Analysis, _ trees: Trees) -> ClosedRange<Int>? {
        guard start >= sentence.lowerBound + 2, analysis.isToken(start, in: InversionWords.said),
            trees.penn[start - 1].isNoun
        else { return nil }
        var at = start + 1
        while at < sentence.upperBound, trees.penn[at] == .NNP || (at > start + 1 && trees.penn[at] == .CC) { at += 1 }
        guard at > start + 1, at < sentence.upperBound, analysis.tokens[at].kind == .terminal,
            !analysis.isToken(start + 1, in: FinishedTime.days), !analysis.isToken(start + 1, in: FinishedTime.months)
        else { return nil }
        let isPlain = !(sentence.lowerBound..<start).contains {
            switch analysis.tokens[$0].kind {
            case .comma, .openQuote, .quote, .closeQuote: true
            default: trees.penn[$0].isFiniteVerb
            }
        }
        return isPlain ? start...at - 1 : nil
    }

    /// "It said a court spokeswoman on Monday."
    private func itSaid(_ analysis: borrowing Analysis, _ trees: Trees) -> ClosedRange<Int>? {
        guard isFirst, sentence.count < 14, analysis.isToken(start, in: InversionWords.it),
            analysis.isToken(start + 1, in: InversionWords.said),
            analysis.isToken(start + 2, in: VerbGroupWords.articles),
            !(start + 3..<sentence.upperBound).contains(where: { trees.penn[$0].isFiniteVerb })
        else { return nil }
        return start...start + 2
    }

    /// "As told the minister", "As explained Petrov"
    private func asTold(_ analysis: borrowing Analysis, _ trees: Trees) -> ClosedRange<Int>? {
        guard analysis.isToken(start, in: InversionWords.asWord),
            isFirst || analysis.tokens[start - 1].kind == .comma,
            analysis.isToken(start + 1, in: InversionWords.told)
        else { return nil }
        var at = start + 2
        let hasTo = analysis.isToken(at, in: VerbForms.to)
        if hasTo { at += 1 }
        guard at < sentence.upperBound,
            !analysis.contains(InversionWords.byOrThat, in: start + 2..<start + 8, of: sentence)
        else { return nil }
        switch trees.penn[at] {
        case .DT, .NNP, .PRPS: return analysis.isToken(at, in: InversionWords.byOrThat) ? nil : start...at
        default:
            let kind = analysis.tokens[at].kind
            return hasTo && (kind == .openQuote || kind == .quote) ? start...at : nil
        }
    }

    /// "after the reform will grow the income of farmers"
    private func modalBehindPhrase(_ analysis: borrowing Analysis, _ trees: Trees) -> ClosedRange<Int>? {
        guard trees.penn[start] == .MD, start >= sentence.lowerBound + 2,
            analysis.isToken(start, in: InversionWords.modals)
        else { return nil }
        let verb = analysis.behindAdverbs(start + 1, in: sentence, limit: 3)
        guard verb + 1 < sentence.upperBound, trees.penn[verb] == .VB,
            !analysis.isToken(verb, in: InversionWords.equatives),
            analysis.isToken(verb + 1, in: VerbForms.objectStarts)
        else { return nil }
        var at = start - 1
        var nouns = 0
        while at >= sentence.lowerBound, start - at <= 7 {
            if analysis.isToken(at, in: InversionWords.prepositions) {
                let previous = at - 1
                guard nouns == 1 else { return nil }
                if previous < sentence.lowerBound || analysis.tokens[previous].kind == .comma
                    || analysis.isToken(previous, in: InversionWords.thatOrWhen)
                    || analysis.isToken(previous, in: InversionWords.thanks)
                {
                    return analysis.contains(VerbGroupWords.times, in: at..<start, of: sentence)
                        || analysis.isToken(start - 1, in: InversionWords.points)
                        ? nil : start...verb + 1
                }
                return nil
            }
            switch trees.penn[at] {
            case .NN, .NNS, .NNP, .NNPS:
                nouns += 1
                if at + 1 < start, trees.penn[at + 1] == .DT || trees.penn[at + 1] == .PRPS { return nil }
            case .DT, .JJ, .PRPS, .CD: break
            default: return nil
            }
            at -= 1
        }
        return nil
    }

    private func startsNounPhrase(_ token: Int, _ analysis: borrowing Analysis, _ trees: Trees) -> Bool {
        switch trees.penn[token] {
        case .DT, .PRPS, .NNP, .NNPS, .NNS, .PRP: !analysis.isToken(token, in: InversionWords.noSubject)
        default: false
        }
    }
}

/// Word lists of `verb-before-subject`.
enum InversionWords {
    static let auxiliaries: FormSet = [
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could",
    ]
    static let modals: FormSet = ["will", "would", "can", "could", "must", "may", "should"]
    static let be: FormSet = ["be", "been"]
    static let perfectAndDo: FormSet = ["has", "have", "had", "did", "does", "do", "been", "being"]
    static let equatives: FormSet = ["be", "have"]
    static let nominatives: FormSet = ["i", "he", "she", "we", "they"]
    static let clitics: FormSet = ["'s", "'d", "'ll", "'re", "'ve", "n't"]
    static let it: FormSet = ["it", "this", "he", "that"]
    static let said: FormSet = ["said", "told", "announced", "reported", "stated", "wrote"]
    static let asWord: FormSet = ["as"]
    static let told: FormSet = [
        "said", "told", "wrote", "noted", "explained", "reported", "stated", "announced", "writes", "reports", "says",
        "notes", "stressed", "tells", "explains",
    ]
    static let byOrThat: FormSet = ["that", "by", "this"]
    static let thanks: FormSet = ["thanks"]
    static let thatOrWhen: FormSet = ["that", "when"]
    static let points: FormSet = ["point", "stage", "least", "most", "best", "worst", "all"]
    static let prepositions: FormSet = [
        "in", "on", "at", "for", "from", "with", "after", "during", "by", "under", "among", "near", "to", "since",
        "before", "within",
    ]
    static let noSubject: FormSet = [
        "there", "itself", "himself", "themselves", "me", "him", "us", "them", "all", "each", "that", "both", "such",
        "herself", "any", "either", "no", "some",
    ]

    /// Words at the front after which the verb may come first.
    static let triggers: FormSet = [
        "so", "nor", "neither", "never", "not", "only", "such", "more", "most", "here", "there", "than", "rarely",
        "seldom", "hardly", "no", "little", "often", "how", "what", "where", "who", "whom", "why", "which", "whose",
        "whether", "equally", "included", "attached", "among", "thus",
    ]
    static let frontOpeners: FormSet = [
        "although", "as", "while", "when", "since", "because", "after", "before", "though", "despite", "following",
        "like", "unlike", "according", "last",
    ]
    /// Participles that open a sentence with an object: "Given the rain, …".
    static let absolute: FormSet = [
        "given", "provided", "granted", "assumed", "considered", "gone", "looks", "seems", "turns",
    ]

    /// Verbs that may stand before their subject: attributions, and verbs of place and appearance.
    static let mayPrecede: FormSet = [
        "said", "says", "say", "told", "tells", "added", "adds", "asked", "asks", "wrote", "writes", "explained",
        "explains", "noted", "notes", "argued", "argues", "replied", "warned", "warns", "recalled", "continued",
        "continues", "claimed", "insisted", "insists", "admitted", "admits", "declared", "stated", "states", "reads",
        "read", "thinks", "think", "concluded", "joked", "remarked", "announced", "commented", "tweeted", "reported",
        "reports", "suggested", "observed", "complained", "quipped", "responded", "shouted", "cried", "laughed",
        "answered", "promised", "agreed", "agrees", "stressed", "emphasized", "emphasised", "recounted", "believes",
        "believed", "confirmed", "pointed", "quoted", "mused", "sang", "sings", "goes", "went", "came", "comes", "lies",
        "lay", "stands", "stood", "sits", "sat", "lived", "lives", "follows", "followed", "remains", "remained",
        "began", "begins", "appeared", "appears", "emerged", "hangs", "hung", "rose", "loomed", "looms", "ended",
        "ends", "is", "was", "were", "are", "had", "be", "runs", "ran", "enter", "gone", "depends", "summed",
        "exclaimed", "felt", "feels", "feel", "thought", "know", "knew", "hope", "hoped", "guess", "suppose", "wish",
    ]
}
