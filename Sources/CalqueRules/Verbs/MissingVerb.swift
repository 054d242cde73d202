import CalqueLint
import CalqueSyntax
import CalqueText

/// A full sentence, or a clause between its opener and its end, in which no word can be a finite verb.
struct MissingVerb: Rule {
    static let description = RuleDescription(
        id: "missing-verb",
        name: "Missing verb",
        family: .verbs,
        summary: "A sentence or clause has a subject but no word that can be its verb.",
        rationale: """
            Systems that translate phrase by phrase lose verbs, above all those that stand at the end of a German clause or \
            that a Slavic sentence leaves out. The rule looks for a subject pronoun that no verb follows, for a clause \
            between “that”, “because” or “although” and its stop, for “not” without an auxiliary, and for a sentence that \
            opens with a definite subject and ends with a full stop. It keeps quiet in headings, lists and captions, in \
            fragments as people speak them (“Not this time.”), and wherever any word could be the verb.
            """,
        mqm: "Fluency/Grammar/Missing",
        severity: .major,
        bad: [
            "The mayor denied that the [[plans.]]",
            "The failed [[harvest a]] heavy blow for the village.",
            "The [[road not repaired]] since the flood of 2013.",
            "All of the [[houses,]] say the residents.",
        ],
        good: [
            "He went to the capital by train on Friday evening.",
            "The mayor denied that the plans existed.",
            "He and his brother, too, went by train.",
            "Taller than he in every way, she won the match.",
            "Not this time, and not in this town.",
            "Another bad harvest for the village.",
            "The bank demands that he not leave the town.",
            "The reasons not named in the report are known.",
            "The house he lived in a year ago is sold.",
            "The more the better, the farmers say.",
        ],
        missed: [
            "Scholarships and grants not keep pace with prices."
        ],
        evidence: .doubtful,
        precision: "1.00 (n = 10)"
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let clauses = analysis.facts(Clauses.self)
        for sentence in analysis.sentences where clauses.isProse(sentence, analysis) {
            let tokens = sentence.tokens
            var gaps: [(tokens: ClosedRange<Int>, message: String)] = []
            for token in tokens {
                if let gap = gap(behindPronoun: token, in: tokens, clauses, analysis) {
                    gaps.append((gap, Self.bareSubject(analysis.string(token))))
                } else if let gap = gap(behindOpener: token, in: tokens, clauses, analysis) {
                    gaps.append((gap, Self.bareClause(analysis.string(token))))
                } else if let gap = gap(aroundNot: token, in: tokens, clauses, analysis) {
                    gaps.append((gap, Self.bareNegation(analysis.string(gap.upperBound))))
                }
            }
            // What the tree takes for a predicate is reported as a missing copula.
            if gaps.isEmpty,
                !tokens.contains(where: { MissingCopula.gap(before: $0, in: tokens, clauses, analysis) != nil }),
                let gap = SentenceGap(tokens, clauses).find(analysis)
            {
                gaps.append((gap, Self.bareSentence(analysis.string(gap.lowerBound))))
            }
            var covered = -1
            for gap in gaps where gap.tokens.lowerBound > covered {
                covered = gap.tokens.upperBound
                findings.append(
                    Finding(
                        rule: Self.description, span: analysis.span(gap.tokens), message: gap.message,
                        confidence: 0.85))
            }
        }
    }
}

extension MissingVerb {
    private static func bareSubject(_ pronoun: String) -> String {
        "“\(pronoun)” is the subject of a clause, but no verb follows it."
    }

    private static func bareClause(_ opener: String) -> String {
        "“\(opener)” opens a clause, but none of the words up to its end can be its verb."
    }

    private static func bareNegation(_ verb: String) -> String {
        "“not” stands before “\(verb)” without an auxiliary such as “did”, “was” or “has”."
    }

    private static func bareSentence(_ word: String) -> String {
        "The sentence has no verb of its own: one is missing behind “\(word)”."
    }
}

// "He to the capital": a subject pronoun without a verb

extension MissingVerb {
    private func gap(
        behindPronoun pronoun: Int, in sentence: Range<Int>, _ clauses: Clauses, _ analysis: borrowing Analysis
    ) -> ClosedRange<Int>? {
        let isNeuter = analysis.isToken(pronoun, in: Self.neuter)
        let written = analysis.tokens[pronoun]
        guard isNeuter || analysis.isToken(pronoun, in: ClauseWords.nominative), pronoun + 2 < sentence.upperBound,
            written.shape != .upper || written.end - written.start == 1,
            written.isCapitalised || written.end - written.start > 1
        else { return nil }
        let trees = clauses.trees
        // What the tree takes for a predicate is reported as a missing copula.
        if let head = trees.head(pronoun),
            MissingCopula.gap(before: head, in: sentence, clauses, analysis) != nil
        {
            return nil
        }
        guard isSubjectPlace(pronoun, isNeuter: isNeuter, in: sentence, clauses, analysis),
            isOpen(pronoun + 1, behind: pronoun, clauses, analysis)
        else { return nil }
        // Where the verb would stand: behind the adverbs.
        var place = pronoun + 1
        while place < sentence.upperBound, [.RB, .RBR, .RBS].contains(trees.penn[place]) { place += 1 }
        guard place < sentence.upperBound, !analysis.isStop(place), !clauses.mayBeFinite[place],
            !couldBeVerb(place, behind: pronoun, trees, analysis)
        else { return nil }
        let end = clauses.end(from: pronoun + 1, in: sentence, analysis)
        guard end - pronoun >= 3 else { return nil }
        let clause = pronoun + 1..<end
        if clause.contains(where: { clauses.isFinite($0, analysis) }) {
            guard !isNeuter, clauses.isSubordinate(pronoun..<end, analysis) else { return nil }
        }
        // The verb may stand behind a parenthesis: "he, too, said", "they (the guests) left".
        if end < sentence.upperBound, analysis.tokens[end].kind != .terminal, analysis.isStop(end),
            (end..<sentence.upperBound).contains(where: { clauses.mayBeFinite[$0] }),
            !(analysis.isComma(end) && end - pronoun > 3)
        {
            return nil
        }
        return pronoun...place
    }

    /// Whether a pronoun stands where a clause has its subject, and no verb is inverted before it.
    private func isSubjectPlace(
        _ pronoun: Int, isNeuter: Bool, in sentence: Range<Int>, _ clauses: Clauses, _ analysis: borrowing Analysis
    ) -> Bool {
        let trees = clauses.trees
        let next = pronoun + 1
        guard pronoun > sentence.lowerBound else {
            return !isNeuter || analysis.isToken(pronoun, in: Self.it) || analysis.isToken(next, in: Self.behindThis)
        }
        let before = pronoun - 1
        if analysis.isToken(before, in: Self.noSubjectBehind) || trees.penn[before].isProperNoun
            || trees.penn[before] == .CD || analysis.tokens[before].kind == .slash
            || analysis.tokens[before].kind == .openBracket
            || analysis.tokens[before].kind == .quote
                && before > sentence.lowerBound
        {
            return false
        }
        if isNeuter {
            guard analysis.isToken(pronoun, in: Self.it), trees.penn[next] != .VB else { return false }
            let isOpened = trees.penn[before] == .IN && analysis.isToken(before, in: Self.neuterOpeners)
            let isListed = analysis.isComma(before) && analysis.isToken(next, in: Self.articles)
            return isOpened || isListed || analysis.tokens[before].kind == .openQuote
        }
        var verb = before
        while verb > sentence.lowerBound, trees.penn[verb] == .RB { verb -= 1 }
        return !clauses.isFinite(verb, analysis) && (analysis.isStop(verb) || !clauses.mayBeFinite[verb])
    }

    /// Whether what follows a pronoun leaves it the bare subject of a clause: not "he who", "they both", "we, too".
    private func isOpen(
        _ next: Int, behind pronoun: Int, _ clauses: Clauses, _ analysis: borrowing Analysis
    ) -> Bool {
        let trees = clauses.trees
        if analysis.isStop(next) || analysis.tokens[next].kind == .slash || analysis.isToken(next, in: Self.behindHe) {
            return false
        }
        if analysis.isToken(next, in: ClauseWords.and) && trees.penn[next + 1] != .RB { return false }
        if analysis.isToken(next, in: Self.that) && !analysis.tokens[pronoun].isFirst { return false }
        if analysis.isToken(pronoun, in: Self.we) {
            return !analysis.isToken(next, in: Self.behindWe) && !trees.penn[next].isNoun
                || trees.penn[next] == .NN
        }
        return true
    }

    /// Whether the word in the verb's place is one by some use that the tagger did not see.
    private func couldBeVerb(
        _ token: Int, behind pronoun: Int, _ trees: Trees, _ analysis: borrowing Analysis
    ) -> Bool {
        let tags = analysis.entry(token).tags
        let penn = trees.penn[token]
        if penn == .VB || penn == .VBP { return true }
        switch penn {
        case .IN, .DT, .CD, .RB, .NNP, .TO: return false
        default: break
        }
        guard !tags.isDisjoint(with: .finite) else { return false }
        guard [.JJ, .NN, .NNS].contains(penn), !tags.contains(.VBD) else { return true }
        return analysis.isToken(pronoun, in: ClauseWords.withBaseForm)
            ? tags.contains(.VBP) : tags.contains(.VBZ)
    }

    private static let neuter: FormSet = ["it", "this", "these"]
    private static let it: FormSet = ["it"]
    private static let we: FormSet = ["we"]
    private static let articles: FormSet = ["the", "a", "an", "one"]
    private static let neuterOpeners: FormSet = [
        "because", "although", "that", "since", "whether", "if", "though", "as",
    ]
    private static let behindThis: FormSet = ["the", "a", "an", "not", "their", "his", "also", "one"]
    private static let noSubjectBehind: FormSet = [
        "than", "as", "like", "except", "but", "nor", "neither", "so", "not", "s", "war", "title", "the", "article",
        "part", "phase",
    ]
    private static let behindHe: FormSet = [
        "or", "who", "alone", "all", "both", "each", "two", "three", "'", "himself", "themselves", "themself",
        "ourselves", "herself", "kind", "almost", "sort", "if", "when", "being", "too", "'s",
    ]
    private static let behindWe: FormSet = ["the", "as", "here"]
}

// "denied that the photos, she wrote": an opener, a noun phrase, and the stop

extension MissingVerb {
    private func gap(
        behindOpener opener: Int, in sentence: Range<Int>, _ clauses: Clauses, _ analysis: borrowing Analysis
    ) -> ClosedRange<Int>? {
        guard analysis.isToken(opener, in: Self.openers), opener + 2 < sentence.upperBound else { return nil }
        let trees = clauses.trees
        let isThat = analysis.isToken(opener, in: Self.that)
        if isThat, trees.penn[opener] != .IN, trees.relations[opener] != .mark { return nil }
        let next = opener + 1
        let isStrong = analysis.isToken(opener, in: Self.strongOpeners)
        switch trees.penn[next] {
        case .DT, .PRPS, .NNP, .NNPS: break
        case .NN: guard isStrong && !isThat || analysis.isToken(opener, in: Self.how) else { return nil }
        case .NNS: guard isStrong, !isThat else { return nil }
        default: guard analysis.isToken(next, in: ClauseWords.subjects) else { return nil }
        }
        if isThat || !isStrong, analysis.isToken(next, in: Self.pronominal) { return nil }
        var end = next
        while end < sentence.upperBound, !analysis.isStop(end) { end += 1 }
        guard end - opener >= 3, end < sentence.upperBound else { return nil }
        for token in next..<end {
            if clauses.mayBeFinite[token] || analysis.isToken(token, in: ClauseWords.openers)
                || analysis.isToken(token, in: Self.ago) || analysis.tokens[token].kind == .symbol
                || trees.penn[token] == .VB && trees.penn[token - 1] != .TO
            {
                return nil
            }
        }
        if !analysis.isFullStop(end), (end..<sentence.upperBound).contains(where: { clauses.mayBeFinite[$0] }) {
            guard analysis.isComma(end), isStrong, end + 1 < sentence.upperBound,
                analysis.isToken(end + 1, in: ClauseWords.subjects)
            else { return nil }
        }
        guard
            let noun = (next..<end).first(where: {
                [.NOUN, .PROPN, .PRON].contains(trees.universal[$0]) && trees.relations[$0] != .compound
            })
        else { return nil }
        let last = min(clauses.nominalEnd(noun, analysis), end - 1)
        return last...min(last + 1, end)
    }

    private static let openers: FormSet = [
        "because", "although", "though", "whether", "that", "if", "when", "while", "how",
    ]
    private static let strongOpeners: FormSet = ["that", "although", "because", "whether"]
    private static let that: FormSet = ["that"]
    private static let how: FormSet = ["how"]
    private static let pronominal: FormSet = [
        "all", "that", "this", "these", "those", "some", "any", "both", "no", "each",
    ]
    private static let ago: FormSet = ["ago", "per"]
}

// "grants not keep pace": a negation without its auxiliary

extension MissingVerb {
    private func gap(
        aroundNot not: Int, in sentence: Range<Int>, _ clauses: Clauses, _ analysis: borrowing Analysis
    ) -> ClosedRange<Int>? {
        guard analysis.isToken(not, in: Self.not), not > sentence.lowerBound, not + 1 < sentence.upperBound else {
            return nil
        }
        let trees = clauses.trees
        var verb = not + 1
        if analysis.isToken(verb, in: Self.yet), verb + 1 < sentence.upperBound { verb += 1 }
        switch trees.penn[verb] {
        case .VB, .VBD, .VBN, .VBP, .VBZ: break
        default: return nil
        }
        let subject = not - 1
        guard
            [.NOUN, .PROPN].contains(trees.universal[subject])
                || analysis.isToken(subject, in: ClauseWords.nominative)
        else { return nil }
        var start = subject
        while start > sentence.lowerBound, !analysis.isStop(start - 1),
            !analysis.isToken(start - 1, in: ClauseWords.openers)
        {
            start -= 1
        }
        // "demands that he not be": the subjunctive.
        if trees.penn[verb] == .VB, start > sentence.lowerBound, analysis.isToken(start - 1, in: Self.that) {
            return nil
        }
        if (start..<not).contains(where: { clauses.mayBeFinite[$0] }) { return nil }
        // "reasons not publicised": a participle that may belong to the noun as its attribute.
        if trees.penn[verb] == .VBN {
            let end = (verb + 1..<sentence.upperBound).first { analysis.isStop($0) } ?? sentence.upperBound
            guard clauses.isSubordinate(verb + 1..<end, strictly: true, analysis),
                start == sentence.lowerBound || !trees.penn[start - 1].isNoun,
                !isBehindPreposition(subject, start, trees)
            else { return nil }
        }
        return subject...verb
    }

    private func isBehindPreposition(_ noun: Int, _ start: Int, _ trees: Trees) -> Bool {
        (start..<noun).contains { trees.penn[$0] == .IN || trees.penn[$0] == .TO }
    }

    private static let not: FormSet = ["not"]
    private static let yet: FormSet = ["yet", "even"]
}
