import CalqueLint
import CalqueSyntax
import CalqueText

/// "will greatly helped", "of quickly find": parts of a verb group that cannot stand together.
struct VerbForm: Rule {
    static let description = RuleDescription(
        id: "verb-form",
        name: "Impossible verb form",
        family: .verbs,
        summary: "The form of a verb does not go with the auxiliary, “to” or preposition before it.",
        rationale: """
            An engine that chooses endings word by word writes “will helped”, “must to become”, “did not came”, “of \
            quickly find” and passives with an object. The rule goes by what a form *can* be: “decide” is never a participle, \
            “went” never an infinitive. It keeps quiet where a clause may end between the two words (“what we have is”, \
            “everything we can to help”) and about forms that are nouns or adjectives as well.
            """,
        mqm: "Fluency/Grammar/Word form",
        severity: .major,
        bad: [
            "The new road [[will greatly reduced]] the noise in the centre.",
            "The officials [[did not accepted]] the offer of the union.",
            "The dough [[must to become]] soft before it is baked.",
            "The company [[has identify]] three causes of the fire.",
            "The matter needs to [[be quickly decide]] by the council.",
            "There was little chance [[of quickly find]] another job in the valley.",
            "The singer looks forward [[to soon perform]] in her home town.",
            "Because the owner [[not repaired]] the roof, the barn was closed.",
            "The council has [[been decided]] to plant a hundred trees.",
            "In this plant [[was adopted a]] new system of bonuses.",
        ],
        good: [
            "We shall do everything we can to help the people of the town.",
            "What we have is a question of trust, the minister said.",
            "All they had to do was go to the office and sign.",
            "The road will be built, and it has been a success.",
            "The workers have access to the plant and have come to an agreement.",
            "She was given the prize, and he was named the head of the bank.",
            "The bridge was opened the day after the fire had started.",
            "The council asked that the votes not be counted until Monday.",
            "He saw the guards, not heard them, on the left of the road.",
            "It has been decided to plant a hundred trees.",
        ],
        missed: [
            "The guests will be wait at the station for the bus."
        ],
        evidence: .doubtful,
        precision: "1.00 (n = 9)"
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let trees = analysis.trees
        guard !trees.isEmpty else { return }
        for sentence in analysis.sentences where analysis.isRunningText(sentence) {
            for token in sentence.tokens.dropLast() {
                guard let fault = Self.fault(at: token, in: sentence.tokens, analysis, trees) else { continue }
                findings.append(
                    Finding(
                        rule: Self.description, span: analysis.span(fault.tokens), message: fault.message,
                        suggestions: fault.suggestions, confidence: 0.9))
            }
        }
    }

    struct Fault {
        var tokens: ClosedRange<Int>
        var message: String
        var suggestions: [Suggestion] = []
    }

    private static func fault(
        at token: Int, in sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> Fault? {
        let tokens = analysis.tokens
        guard tokens[token].kind == .word, tokens[token].shape == .lower || tokens[token].isFirst,
            analysis.isToken(token, in: VerbForms.starters)
        else { return nil }
        let verb = analysis.behindAdverbs(token + 1, in: sentence)
        guard verb < sentence.upperBound, tokens[verb].shape == .lower, tokens[verb].kind == .word,
            !analysis.segmentation.form(verb).contains(UInt8(ascii: "-")),
            verb + 1 >= sentence.upperBound || tokens[verb + 1].kind != .openBracket
        else { return nil }
        let place = VerbPlace(start: token, verb: verb, sentence: sentence)
        if analysis.isToken(token, in: VerbGroupWords.modals) { return place.behindModal(analysis, trees) }
        if analysis.isToken(token, in: VerbGroupWords.formsOfDo) { return place.behindDo(analysis) }
        if analysis.isToken(token, in: VerbGroupWords.formsOfHave) { return place.behindHave(analysis, trees) }
        if analysis.isToken(token, in: VerbGroupWords.formsOfBe) { return place.behindBe(analysis, trees) }
        if analysis.isToken(token, in: VerbForms.to) { return place.behindTo(analysis, trees) }
        if analysis.isToken(token, in: VerbForms.prepositions) { return place.behindPreposition(analysis, trees) }
        if analysis.isToken(token, in: VerbForms.not) { return place.behindNot(analysis, trees) }
        if analysis.isToken(token, in: VerbForms.forward) { return place.behindForward(analysis, trees) }
        if analysis.isToken(token, in: VerbForms.decided) { return place.decided(analysis, trees) }
        return nil
    }
}

/// A word that governs the form of a verb, and the verb behind it, over adverbs.
struct VerbPlace {
    var start: Int
    var verb: Int
    var sentence: Range<Int>

    private var range: ClosedRange<Int> { start...verb }
    private var isAdjacent: Bool { verb == start + 1 }

    /// The word before `start`, if there is one.
    private var previous: Int? { start > sentence.lowerBound ? start - 1 : nil }
    private var next: Int? { verb + 1 < sentence.upperBound ? verb + 1 : nil }

    func behindModal(_ analysis: borrowing Analysis, _ trees: Trees) -> VerbForm.Fault? {
        guard trees.penn[start] == .MD, !isCleft(analysis) else { return nil }
        if let previous, [.JJ, .DT, .POS, .PRPS].contains(trees.penn[previous]) { return nil }
        let isLeft = analysis.isToken(verb, in: VerbForms.left)
        if isInflected(analysis) || isLeft, trees.penn[verb].isVerb,
            trees.penn[verb] != .VB, !(isAdjacent && analysis.isToken(verb, in: VerbForms.finiteAuxiliaries))
        {
            return fault(analysis, "takes the base form of a verb, which “%” is not", to: .base)
        }
        guard isAdjacent else { return nil }
        if analysis.isToken(verb, in: VerbForms.to), let next, analysis.entry(next).tags.contains(.VB),
            !analysis.isToken(start, in: VerbForms.modalsThatAreNounsOrEnd)
        {
            let to = Span(Int(analysis.tokens[verb].start), Int(analysis.tokens[next].start))
            return VerbForm.Fault(
                tokens: start...next,
                message: "“\(analysis.string(start))” takes the verb without “to”.",
                suggestions: [Suggestion(span: to, replacement: "")])
        }
        if trees.penn[verb] == .MD, analysis.isToken(verb, in: VerbGroupWords.modals), let previous,
            trees.penn[previous] != .NN
        {
            return VerbForm.Fault(
                tokens: range,
                message: "Two modal verbs, “\(analysis.string(start))” and “\(analysis.string(verb))”, stand in a row.")
        }
        return nil
    }

    /// Whether the verb has an ending, and its form is no noun: "accepted", which may be an adjective, "contributes".
    private func isInflected(_ analysis: borrowing Analysis) -> Bool {
        let tags = analysis.entry(verb).tags
        return !tags.isDisjoint(with: .verb) && tags.isSubset(of: Lexicon.TagSet.verb.union(.JJ)) && !tags.contains(.VB)
    }

    func behindDo(_ analysis: borrowing Analysis) -> VerbForm.Fault? {
        guard (start + 1..<verb).contains(where: { analysis.isToken($0, in: VerbGroupWords.negations) }),
            isInflected(analysis), !analysis.isToken(verb, in: VerbForms.notBehindDo)
        else { return nil }
        return fault(analysis, "takes the base form of a verb, which “%” is not", to: .base)
    }

    func behindTo(_ analysis: borrowing Analysis, _ trees: Trees) -> VerbForm.Fault? {
        guard analysis.isVerbOnly(verb), !analysis.isToken(verb, in: VerbForms.finiteAuxiliaries) else { return nil }
        let tags = analysis.entry(verb).tags
        guard !tags.contains(.VB) else { return nil }
        let isFinite = !tags.isDisjoint(with: [.VBD, .VBZ]) && !tags.contains(.VBN)
        if let previous, trees.penn[start] == .IN, [.VBD, .VBN].contains(trees.penn[previous]) { return nil }
        let hasObject = next.map { [.DT, .PRP, .PRPS].contains(trees.penn[$0]) } ?? false
        guard isFinite || (tags.contains(.VBN) && trees.penn[start] == .TO && hasObject) else { return nil }
        return fault(analysis, "takes the base form of a verb, which “%” is not", to: .base)
    }

    func behindHave(_ analysis: borrowing Analysis, _ trees: Trees) -> VerbForm.Fault? {
        guard trees.penn[start].isVerb, trees.penn[verb].isVerb, trees.penn[verb] != .VBG, !isCleft(analysis),
            analysis.isVerbOnly(verb), analysis.entry(verb).tags.isDisjoint(with: [.VBN, .VBG]),
            !analysis.isToken(verb, in: VerbGroupWords.finiteBe)
        else { return nil }
        return fault(analysis, "takes a past participle, which “%” is not", to: .pastParticiple)
    }

    func behindBe(_ analysis: borrowing Analysis, _ trees: Trees) -> VerbForm.Fault? {
        guard !isCleft(analysis), !analysis.contains(VerbForms.doing, in: start - 8..<start, of: sentence) else {
            return nil
        }
        let tags = analysis.entry(verb).tags
        if analysis.isVerbOnly(verb), tags.isDisjoint(with: [.VBN, .VBG]),
            !analysis.isToken(verb, in: VerbForms.finiteAuxiliaries)
        {
            return fault(analysis, "takes a participle, which “%” is not", to: nil)
        }
        let isBehindLy = verb == start + 2 && analysis.endsInLy(start + 1)
        if isBehindLy, tags.contains(.VB), tags.isSubset(of: [.VB, .VBP, .NN, .NNS, .VBD]),
            trees.penn[verb] == .VB || trees.penn[verb] == .VBP
        {
            return fault(analysis, "takes a participle, which “%” is not", to: nil)
        }
        return passiveWithObject(analysis, trees)
    }

    /// "was adopted a new system": verbs with two objects apart, a passive has none.
    private func passiveWithObject(_ analysis: borrowing Analysis, _ trees: Trees) -> VerbForm.Fault? {
        guard let next, trees.penn[verb] == .VBN || trees.penn[verb] == .VBD, analysis.entry(verb).tags.contains(.VBN),
            analysis.isToken(next, in: VerbForms.objectStarts), next + 1 < sentence.upperBound,
            !analysis.isToken(verb, in: VerbForms.passiveWithObject),
            !analysis.contains(VerbGroupWords.times, in: next + 1..<next + 4, of: sentence)
        else { return nil }
        return VerbForm.Fault(
            tokens: start...next,
            message: """
                “\(analysis.string(start)) … \(analysis.string(verb))” is a passive, but an object follows it (“\
                \(analysis.string(next)) \(analysis.string(next + 1))”): it is its subject, or the verb is to be active.
                """)
    }

    func behindPreposition(_ analysis: borrowing Analysis, _ trees: Trees) -> VerbForm.Fault? {
        guard trees.penn[start] == .IN, trees.penn[verb] == .VB || trees.penn[verb] == .VBP else { return nil }
        let tags = analysis.entry(verb).tags
        guard tags.contains(.VB) else { return nil }
        if analysis.isVerbOnly(verb), tags.isDisjoint(with: [.VBN, .VBD, .VBG]) {
            if let previous,
                trees.penn[previous].isVerb || [.RP, .WP, .WDT, .WRB].contains(trees.penn[previous])
            {
                return nil
            }
        } else {
            guard verb == start + 2, analysis.endsInLy(start + 1),
                tags.isSubset(of: [.VB, .VBP, .VBN, .NN, .VBZ])
            else { return nil }
            if let previous, analysis.isToken(previous, in: VerbForms.kinds) { return nil }
        }
        return fault(analysis, "takes a gerund, which “%” is not", to: .presentParticiple)
    }

    func behindNot(_ analysis: borrowing Analysis, _ trees: Trees) -> VerbForm.Fault? {
        guard let previous, isAdjacent, trees.penn[previous].isNoun || trees.penn[previous] == .PRP,
            !analysis.isToken(previous, in: VerbForms.notBeforeNot)
        else { return nil }
        let tags = analysis.entry(verb).tags
        var isFinite = analysis.isToken(verb, in: VerbForms.finiteBehindNot)
        if analysis.isVerbOnly(verb), tags.contains(.VBD), !tags.contains(.VB) {
            let hasObject = next.map { analysis.isToken($0, in: VerbForms.objectOrQuestion) } ?? false
            isFinite =
                isFinite || !tags.contains(.VBN)
                || (hasObject && !analysis.isToken(verb, in: VerbForms.passiveWithObject))
        }
        guard isFinite else { return nil }
        return VerbForm.Fault(
            tokens: range,
            message: "“not” stands before the finite verb “\(analysis.string(verb))” without “did” or “do”.")
    }

    func behindForward(_ analysis: borrowing Analysis, _ trees: Trees) -> VerbForm.Fault? {
        guard analysis.isToken(start + 1, in: VerbForms.to),
            analysis.contains(VerbForms.look, in: start - 3..<start, of: sentence)
        else { return nil }
        let infinitive = analysis.behindAdverbs(start + 2, in: sentence)
        guard infinitive < sentence.upperBound, trees.penn[infinitive] == .VB,
            analysis.entry(infinitive).tags.contains(.VB)
        else { return nil }
        return VerbPlace(start: start + 1, verb: infinitive, sentence: sentence)
            .fault(analysis, "takes a gerund after “look forward”, which “%” is not", to: .presentParticiple)
    }

    /// "The council has been decided to plant": who decides is not decided.
    func decided(_ analysis: borrowing Analysis, _ trees: Trees) -> VerbForm.Fault? {
        guard let previous, analysis.isToken(previous, in: VerbForms.passiveBe), isAdjacent,
            analysis.isToken(verb, in: VerbForms.to),
            let subject = trees.children(start).first(where: { trees.relations[$0].isSubject }),
            trees.universal[subject] == .NOUN || trees.universal[subject] == .PROPN
        else { return nil }
        return VerbForm.Fault(
            tokens: previous...start,
            message: "“\(analysis.string(subject))” cannot be decided to do something: the verb is to be active.")
    }

    /// "What we have is", "everything we can do", "the problem Democrats have is": another clause may begin between.
    private func isCleft(_ analysis: borrowing Analysis) -> Bool {
        analysis.contains(VerbForms.clefts, in: start - 5..<start, of: sentence)
    }

    /// - Parameter claim: what the first word takes, with "%" for the verb.
    private func fault(_ analysis: borrowing Analysis, _ claim: String, to inflection: Inflection?) -> VerbForm.Fault {
        let form = analysis.string(verb)
        let parts = claim.split(separator: "%", omittingEmptySubsequences: false)
        var suggestions: [Suggestion] = []
        if let inflection, let right = analysis.inflected(verb, as: inflection), right != form {
            suggestions = [Suggestion(span: analysis.tokens[verb].span, replacement: right)]
        }
        return VerbForm.Fault(
            tokens: range, message: "“\(analysis.string(start))” \(parts.joined(separator: form)).",
            suggestions: suggestions)
    }
}

extension Analysis {
    /// Another form of the verb that a token is a form of, where the lexicon knows the verb.
    func inflected(_ token: Int, as inflection: Inflection) -> String? {
        let links = lexicon.lemmas(of: word(token))
        let link =
            links.first { $0.inflection != .base && $0.inflection != .plural } ?? links.first
        guard let link, !lexicon[link.word].tags.isDisjoint(with: .verb) else { return nil }
        return lexicon.inflect(lexicon.string(link.word), as: inflection)
    }
}
