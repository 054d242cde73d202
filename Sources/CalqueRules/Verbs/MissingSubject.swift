import CalqueLint
import CalqueSyntax
import CalqueText

/// "In the town opened a shelter", "Was born in Perm in 1961.": a finite verb with no subject before it.
struct MissingSubject: Rule {
    static let description = RuleDescription(
        id: "missing-subject",
        name: "Missing subject",
        family: .verbs,
        summary: "A statement has a finite verb but no subject where English has one.",
        rationale: """
            Slavic and Romance verbs show the person and need no pronoun, and their subject may stand behind the verb; a \
            machine writes “Was born in 1961” and “In the town opened a shelter”. The rule reports a statement that begins \
            with a finite verb, one whose opening phrase runs straight into a verb, and “said that has”. It keeps quiet about \
            commands, questions, verbs that invert (“Next comes the choir”), and participles that open a sentence.
            """,
        mqm: "Fluency/Grammar/Missing",
        severity: .major,
        bad: [
            "[[Was born]] in a village near Perm in 1961.",
            "In the old [[town opened]] a shelter for cats.",
            "The minister said [[that has]] no information about the accident.",
            "[[Became the]] first woman in the history of the club.",
            "After he had read the letter[[, realized]] that the house was lost.",
            "The tram will not run on Sunday[[, said]] in the city administration.",
            "And also [[won't]] be there in winter.",
        ],
        good: [
            "He was born in a village near Perm in 1961.",
            "In the old town a shelter for cats opened.",
            "The minister said that he had no information about the accident.",
            "Next comes the choir of the school.",
            "Wolf, who heads the bank, said in a letter that it was sold.",
            "As he came home, never had he been so tired.",
            "May God help us.",
            "Is the bridge open on Sunday?",
            "Founded in 1961, the club has two thousand members.",
            "In the port, two ships collided on Friday.",
            "The law that has no friends was passed.",
        ],
        missed: ["He said yes, and on Monday already was again at work."],
        evidence: .doubtful,
        precision: "0.92 (n = 12)")

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let clauses = analysis.facts(Clauses.self)
        for sentence in analysis.sentences where clauses.isProse(sentence, analysis) {
            let tokens = sentence.tokens
            if let gap = gap(atStart: tokens, clauses, analysis) {
                findings.append(
                    finding(gap, verb: gap.isPhrase ? gap.tokens.upperBound : gap.tokens.lowerBound, analysis))
            }
            for token in tokens.dropFirst().dropLast() {
                if isBareThat(token, clauses, analysis) {
                    findings.append(finding((token...token + 1, true), verb: token + 1, analysis))
                } else if let gap = attribution(token, in: tokens, clauses, analysis) {
                    findings.append(finding((gap, true), verb: gap.upperBound, analysis))
                }
            }
        }
    }

    private func finding(
        _ gap: (tokens: ClosedRange<Int>, isPhrase: Bool), verb: Int, _ analysis: borrowing Analysis
    ) -> Finding {
        Finding(
            rule: Self.description, span: analysis.span(gap.tokens), message: Self.message(analysis.string(verb)),
            confidence: 0.85)
    }

    /// The words around the place of the subject that a sentence lacks, and whether a phrase stands before the verb.
    private func gap(
        atStart sentence: Range<Int>, _ clauses: Clauses, _ analysis: borrowing Analysis
    ) -> (tokens: ClosedRange<Int>, isPhrase: Bool)? {
        var first = sentence.lowerBound
        if analysis.tokens[first].isQuotationMark { first += 1 }
        guard first + 2 < sentence.upperBound else { return nil }
        if analysis.isToken(first, in: Self.linking) {
            first += 1
            while first < sentence.upperBound, analysis.isComma(first) || clauses.trees.penn[first] == .RB {
                first += 1
            }
        } else if analysis.isToken(first, in: Self.subordinating) {
            return behindClause(from: first, in: sentence, clauses, analysis).map { ($0, true) }
        } else if clauses.trees.penn[first] == .IN, !analysis.isToken(first, in: Self.conjunctions) {
            return phrase(from: first, in: sentence, clauses, analysis).map { ($0, true) }
        } else if clauses.trees.penn[first] == .RB {
            guard !analysis.isToken(first, in: Self.inverting) else { return nil }
            first += 1
        }
        guard first + 2 < sentence.upperBound, isBareVerb(first, in: sentence, clauses, analysis) else { return nil }
        return (first...first + 1, false)
    }

    /// Whether the sentence opens with a finite verb that has no subject behind it either.
    private func isBareVerb(
        _ verb: Int, in sentence: Range<Int>, _ clauses: Clauses, _ analysis: borrowing Analysis
    ) -> Bool {
        let trees = clauses.trees
        switch trees.penn[verb] {
        case .VBD, .VBZ: guard !analysis.isToken(verb, in: Self.spoken) else { return false }
        // "And also won't work", "Must be borne in mind".
        case .MD:
            guard !analysis.isToken(verb, in: Self.wishing), analysis.isToken(verb + 1, in: Self.behindModal) else {
                return false
            }
        default: return false
        }
        let isAuxiliary = [.aux, .auxPass, .cop].contains(trees.relations[verb])
        let predicate = isAuxiliary ? trees.head(verb) ?? verb : verb
        if trees.children(predicate).contains(where: { trees.relations[$0].isSubject || trees.relations[$0] == .expl })
        {
            return false
        }
        let next = verb + 1
        if analysis.isToken(next, in: ClauseWords.subjects) || analysis.isToken(next, in: Self.you) { return false }
        // "Reports state that": a plural noun that the tagger takes for a verb.
        if trees.penn[verb] == .VBZ, analysis.entry(verb).tags.contains(.NNS),
            [.VBP, .VB, .IN, .NN].contains(trees.penn[next])
        {
            return false
        }
        if verb > sentence.lowerBound, analysis.isToken(verb - 1, in: Self.inverting),
            isBe(verb, analysis) || analysis.isToken(verb, in: Self.invertingVerbs)
        {
            return false
        }
        return isNoParticiple(verb, in: sentence, clauses, analysis)
    }

    /// Whether a form that may be a participle is none: it is the only verb that no word opens a clause for.
    private func isNoParticiple(
        _ verb: Int, in sentence: Range<Int>, _ clauses: Clauses, _ analysis: borrowing Analysis
    ) -> Bool {
        guard analysis.entry(verb).tags.contains(.VBN), !analysis.isToken(verb, in: Self.clearPasts) else {
            return true
        }
        return clauses.isSubordinate(verb + 1..<sentence.upperBound, analysis)
    }

    private func isBe(_ token: Int, _ analysis: borrowing Analysis) -> Bool { analysis.isToken(token, in: Self.be) }

    /// The last word of a phrase that opens a sentence, and the verb that it runs into.
    private func phrase(
        from first: Int, in sentence: Range<Int>, _ clauses: Clauses, _ analysis: borrowing Analysis
    ) -> ClosedRange<Int>? {
        let trees = clauses.trees
        guard let verb = (first + 1..<sentence.upperBound).first(where: { clauses.mayBeFinite[$0] }) else { return nil }
        switch trees.penn[verb] {
        case .VBD, .VBZ, .MD: guard verb + 1 < sentence.upperBound else { return nil }
        default: return nil
        }
        for token in first..<verb {
            if trees.relations[token].isSubject || trees.relations[token] == .expl { return nil }
            if analysis.tokens[token].kind == .openBracket || analysis.isToken(token, in: Self.relative) { return nil }
            let head = Int(trees.heads[token])
            guard head < 0 || head >= verb else { continue }
            switch trees.relations[token] {
            case .obl, .punct, .advmod, .oblUnmarked, .cc, .discourse, .aux, .auxPass, .cop, .advcl, .case: break
            default: return nil
            }
        }
        let isAuxiliary = [.aux, .auxPass, .cop].contains(trees.relations[verb])
        let predicate = isAuxiliary ? trees.head(verb) ?? verb : verb
        if trees.children(predicate).contains(where: { trees.relations[$0].isSubject || trees.relations[$0] == .expl })
        {
            return nil
        }
        let before = verb - 1
        if analysis.tokens[before].isQuotationMark || analysis.tokens[before].kind == .closeBracket { return nil }
        if (first..<verb).count(where: { analysis.isComma($0) }) > 1 { return nil }
        // "In second place is Brazil", "Among the works is the garden": English inverts as well.
        if isBe(verb, analysis), trees.penn[verb + 1].isProperNoun || analysis.isToken(first, in: Self.among) {
            return nil
        }
        // "In December in Hong Kong Portman agreed": a name may be the subject, unless the preposition is its own.
        var name = before
        while name > first, trees.penn[name] == .RB { name -= 1 }
        if trees.penn[name].isProperNoun {
            while name > first, trees.penn[name].isProperNoun { name -= 1 }
            guard trees.penn[name] == .IN else { return nil }
        }
        let mayBeParticiple = analysis.entry(verb).tags.contains(.VBN)
        if mayBeParticiple, trees.penn[verb] == .VBD, !isBe(verb, analysis) {
            // "At the debate held October 8", "At the debate, held in Denver".
            if analysis.isToken(first, in: Self.withParticiple) || analysis.isComma(before) { return nil }
            if trees.penn[verb + 1].isProperNoun || trees.penn[verb + 1] == .CD { return nil }
        }
        guard trees.penn[verb] == .MD || isNoParticiple(verb, in: sentence, clauses, analysis) else { return nil }
        return before...verb
    }

    /// Whether "that" stands between a verb of saying and a finite verb, with no subject.
    private func isBareThat(_ that: Int, _ clauses: Clauses, _ analysis: borrowing Analysis) -> Bool {
        let trees = clauses.trees
        guard analysis.isToken(that, in: Self.that), analysis.isToken(that - 1, in: Self.saying),
            trees.penn[that - 1].isVerb
        else { return false }
        if trees.penn[that + 1] == .VBZ || trees.penn[that + 1] == .VBD {
            return !analysis.isToken(that + 1, in: ClauseWords.clitics)
        }
        return analysis.isToken(that + 1, in: Self.auxiliaries)
    }

    /// The comma behind a clause that opens a sentence, and the verb that stands right behind it.
    private func behindClause(
        from first: Int, in sentence: Range<Int>, _ clauses: Clauses, _ analysis: borrowing Analysis
    ) -> ClosedRange<Int>? {
        let trees = clauses.trees
        guard let comma = sentence.first(where: { analysis.isComma($0) }),
            (first..<comma).contains(where: { clauses.isFinite($0, analysis) })
        else { return nil }
        var verb = comma + 1
        while verb < sentence.upperBound, trees.penn[verb] == .RB {
            if analysis.isToken(verb, in: Self.inverting) { return nil }
            verb += 1
        }
        guard verb + 2 < sentence.upperBound, trees.penn[verb] == .VBD || trees.penn[verb] == .VBZ,
            !analysis.isToken(verb + 1, in: ClauseWords.subjects),
            trees.penn[verb] == .VBZ || isNoParticiple(verb, in: sentence, clauses, analysis),
            !(verb + 1..<sentence.upperBound).contains(where: {
                trees.relations[$0] == .root && clauses.isFinite($0, analysis)
            })
        else { return nil }
        return comma...verb
    }

    /// The comma and the verb of "..., said in a message", where a whole statement stands before.
    private func attribution(
        _ verb: Int, in sentence: Range<Int>, _ clauses: Clauses, _ analysis: borrowing Analysis
    ) -> ClosedRange<Int>? {
        guard analysis.isToken(verb, in: Self.attributing), verb - sentence.lowerBound >= 6,
            verb + 1 < sentence.upperBound, analysis.isToken(verb + 1, in: Self.places)
        else { return nil }
        let trees = clauses.trees
        let start = analysis.isToken(verb - 1, in: Self.passive) ? verb - 1 : verb
        guard analysis.isComma(start - 1), !trees.children(verb).contains(where: { trees.relations[$0].isSubject })
        else {
            return nil
        }
        let statement = sentence.lowerBound..<start - 1
        guard !statement.contains(where: { analysis.tokens[$0].isQuotationMark }),
            !clauses.isSubordinate(statement, analysis)
        else { return nil }
        // "Smith, head of the bank, said in": behind the last comma there is a clause of its own, not an apposition.
        if let comma = statement.last(where: { analysis.isComma($0) }),
            !(comma..<start - 1).contains(where: { clauses.isFinite($0, analysis) })
        {
            return nil
        }
        return start - 1...verb
    }

    private static let subordinating: FormSet = [
        "after", "when", "if", "as", "while", "because", "since", "although", "before",
    ]
    private static let attributing: FormSet = [
        "said", "says", "reported", "reports", "informed", "stated", "noted", "announced", "told",
    ]
    private static let places: FormSet = ["in", "by", "at", "on"]
    private static let passive: FormSet = ["was", "is", "were"]
    private static let wishing: FormSet = ["may", "might"]
    private static let behindModal: FormSet = ["n't", "not", "be", "have", "also"]
    private static let among: FormSet = ["among"]
    private static let that: FormSet = ["that"]
    private static let you: FormSet = ["you"]
    private static let linking: FormSet = [
        "and", "but", "so", "then", "also", "however", "consequently", "therefore", "moreover", "still", "now", "later",
        "thus", "again", "yes",
    ]
    private static let conjunctions: FormSet = [
        "than", "as", "if", "because", "that", "although", "though", "while", "until", "like", "after", "since",
        "before",
        "unless", "whether", "of", "so",
    ]
    private static let inverting: FormSet = [
        "next", "here", "there", "nowhere", "never", "now", "only", "then", "so", "second", "first", "nor", "not",
        "more", "thus",
        "also", "much",
    ]
    private static let invertingVerbs: FormSet = [
        "comes", "says", "said", "stands", "came", "follows", "lies", "began", "begins", "commenced", "ended",
        "started",
        "died", "passed",
    ]
    private static let be: FormSet = ["is", "was", "has", "had", "does", "did", "are", "were"]
    private static let spoken: FormSet = ["thanks", "sounds", "looks", "turns", "seems"]
    private static let clearPasts: FormSet = ["had", "became", "came"]
    private static let relative: FormSet = ["what", "who", "which"]
    private static let withParticiple: FormSet = ["by", "for", "with"]
    private static let auxiliaries: FormSet = [
        "plans", "has", "is", "was", "will", "can", "must", "should", "would", "could",
    ]
    private static let saying: FormSet = [
        "said", "says", "noted", "notes", "assured", "assures", "stated", "states", "believes", "believed", "claims",
        "claimed", "reported", "reports", "added", "adds", "told", "admitted", "announced", "hopes", "explained",
        "emphasized", "emphasised", "stressed", "convinced", "reminded", "recalled", "confirmed", "confirms", "argues",
        "argued", "promised",
    ]
}

extension MissingSubject {
    private static func message(_ verb: String) -> String {
        "“\(verb)” is a finite verb, but the statement names no subject before it."
    }
}
