import CalqueLint
import CalqueSyntax
import CalqueText

/// "the minister confident that", "Tula - the main city of the region": a subject and its predicate without "is".
struct MissingCopula: Rule {
    static let description = RuleDescription(
        id: "missing-copula",
        name: "Missing “is” or “was”",
        family: .verbs,
        summary: "A subject and its predicate stand side by side without a form of “be”.",
        rationale: """
            Russian and Ukrainian have no “is” in the present tense and write a dash between two nouns; a machine leaves the \
            gap or copies the dash. The rule reports a subject whose predicate in the tree is an adjective or a noun without a \
            verb, a dash between a nominal and what it is, and words that hardly stand without “be” (“pleased with”). It keeps \
            quiet in headings, where any word between could be a verb, and where a comma or a colon explains the gap.
            """,
        mqm: "Fluency/Grammar/Function words",
        severity: .major,
        bad: [
            "[[She now]] the first woman on the board of the bank.",
            "Tula [[city - the]] main centre of the region.",
            "The head coach of the [[guests pleased]] with the result of the match.",
            "It is quiet in the harbour, although the [[water still]] cold.",
            "The new [[bridge very]] important for the town.",
        ],
        good: [
            "He is the first mayor of the town in forty years.",
            "Tula, the main city of the region, lies on the Upa.",
            "The town has two gates - a stone one and a wooden one.",
            "The coach, pleased with the result, thanked the fans.",
            "The passengers interested in the offer wrote to the airline.",
            "The judge found the driver guilty, and the fine too high.",
            "She left the door open.",
            "The harbour – the largest on the coast – was closed.",
            "The public buys tickets for the ferry, the expert notes.",
            "ROSTOV - Two ships collided in the port on Friday.",
        ],
        missed: [
            "Many of those who came to the square very young."
        ],
        evidence: .doubtful,
        precision: "1.00 (n = 7)")

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let clauses = analysis.facts(Clauses.self)
        for sentence in analysis.sentences where clauses.isProse(sentence, analysis) {
            let isTitle = clauses.isTitle(sentence.tokens, analysis)
            var gaps: [(tokens: ClosedRange<Int>, message: String)] = []
            for token in sentence.tokens {
                if let gap = Self.gap(before: token, in: sentence.tokens, clauses, analysis),
                    !isTitle || analysis.isToken(gap.lowerBound, in: Self.pronouns)
                {
                    gaps.append((gap, Self.sideBySide(analysis.string(gap.lowerBound), analysis.string(token))))
                }
                if let gap = gap(at: token, needing: sentence.tokens, clauses, analysis) {
                    gaps.append((gap, Self.needsBe(analysis.string(token), analysis.string(token + 1))))
                }
            }
            if !isTitle, let gap = dash(in: sentence.tokens, clauses, analysis) {
                gaps.append((gap, Self.dashed(analysis.string(gap.lowerBound), analysis.string(gap.upperBound))))
            }
            var covered = -1
            for gap in gaps.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound })
            where gap.tokens.lowerBound > covered {
                covered = gap.tokens.upperBound
                findings.append(
                    Finding(
                        rule: Self.description, span: analysis.span(gap.tokens), message: gap.message,
                        confidence: 0.85))
            }
        }
    }
}

extension MissingCopula {
    private static func sideBySide(_ subject: String, _ predicate: String) -> String {
        "“\(subject)” is a subject and “\(predicate)” says what it is, but no form of “be” stands between them."
    }

    private static func needsBe(_ word: String, _ preposition: String) -> String {
        "“\(word) \(preposition)” says something of the subject and needs a form of “be” before it."
    }

    private static func dashed(_ subject: String, _ predicate: String) -> String {
        "A dash stands between “\(subject)” and “\(predicate)” where English needs a form of “be”, or a comma."
    }
}

// A subject and its predicate in the tree

extension MissingCopula {
    /// The end of the subject and the next word, where a token is the predicate of a subject and has no verb.
    static func gap(
        before predicate: Int, in sentence: Range<Int>, _ clauses: Clauses, _ analysis: borrowing Analysis
    ) -> ClosedRange<Int>? {
        let trees = clauses.trees
        guard isPredicate(predicate, trees), !clauses.mayBeFinite[predicate] else { return nil }
        var subject: Int?
        for child in trees.children(predicate) {
            switch trees.relations[child] {
            case .nsubj, .expl:
                guard subject == nil, child < predicate else { return nil }
                subject = child
            case .cop, .aux, .auxPass: return nil
            default: break
            }
        }
        guard let subject, trees.penn[subject] != .WDT, trees.penn[subject] != .WP,
            !analysis.isToken(subject, in: quantifiers), hasPlace(predicate, clauses, analysis)
        else { return nil }
        let span = clauses.subtree(subject)
        guard span.upperBound < predicate, predicate - span.upperBound <= 12 else { return nil }
        if (span.upperBound + 1..<predicate).contains(where: { clauses.mayBeFinite[$0] || analysis.isStop($0) }) {
            return nil
        }
        // A verb that the tree has put under the subject without a relative pronoun may be the clause's own.
        if trees.penn[subject] != .PRP, span.count <= 40,
            (subject...span.upperBound).contains(where: { clauses.mayBeFinite[$0] && trees.heads[$0] <= subject })
        {
            return nil
        }
        if span.lowerBound > sentence.lowerBound, analysis.isToken(span.lowerBound - 1, in: absolute) { return nil }
        let next = span.upperBound + 1
        guard trees.penn[next] != .POS, !couldBeVerb(next, trees, analysis) else { return nil }
        // "slow[s] down": an editor's repair.
        if predicate + 1 < sentence.upperBound, analysis.tokens[predicate + 1].kind == .openBracket { return nil }
        return span.upperBound...next
    }

    /// "The expert notes", "the producers account for": the word behind a subject that is a verb in other uses.
    private static func couldBeVerb(_ token: Int, _ trees: Trees, _ analysis: borrowing Analysis) -> Bool {
        let tags = analysis.entry(token).tags
        switch trees.penn[token] {
        case .NN, .NNS, .JJ, .VBN:
            return !tags.isDisjoint(with: [.VBZ, .VBD, .VBP])
                && (trees.penn[token] != .JJ || !tags.isDisjoint(with: [.VBZ, .VBD]))
        default: return false
        }
    }

    private static func isPredicate(_ token: Int, _ trees: Trees) -> Bool {
        let relation = trees.relations[token]
        switch trees.universal[token] {
        case .NOUN: return [.root, .ccomp, .advcl, .parataxis].contains(relation)
        case .ADJ: return [.root, .ccomp, .advcl, .parataxis, .aclRelcl, .conj].contains(relation)
        case .PROPN, .NUM, .PRON, .ADV: return relation == .root
        default: return false
        }
    }

    /// Whether the clause of a predicate is one that wants a verb: "with the door open" is none.
    private static func hasPlace(_ predicate: Int, _ clauses: Clauses, _ analysis: borrowing Analysis) -> Bool {
        let trees = clauses.trees
        switch trees.relations[predicate] {
        case .ccomp: return trees.children(predicate).contains { trees.relations[$0] == .mark }
        case .advcl: return !trees.children(predicate).contains { analysis.isToken($0, in: absolute) }
        case .conj: return !trees.children(predicate).contains { trees.relations[$0] == .cc }
        default: return true
        }
    }

    private static let quantifiers: FormSet = [
        "what", "that", "who", "which", "whatever", "everything", "all", "more", "much", "both", "each", "neither",
        "either", "half",
    ]
    private static let pronouns: FormSet = ["he", "she", "it", "they", "we", "i", "this", "these", "those"]
    private static let absolute: FormSet = ["with", "without", "as", "than", "what"]
}

// Words that want "be"

extension MissingCopula {
    /// The subject and a word such as "pleased" that follows it without a verb, where what it takes follows.
    private func gap(
        at word: Int, needing sentence: Range<Int>, _ clauses: Clauses, _ analysis: borrowing Analysis
    ) -> ClosedRange<Int>? {
        guard word + 1 < sentence.upperBound,
            Self.frames.contains(where: {
                analysis.isToken(word, in: $0.words) && analysis.isToken(word + 1, in: $0.followed)
            })
        else { return nil }
        let trees = clauses.trees
        var subject = word - 1
        while subject >= sentence.lowerBound, trees.penn[subject] == .RB { subject -= 1 }
        guard subject >= sentence.lowerBound,
            trees.penn[subject].isNoun || analysis.isToken(subject, in: ClauseWords.nominative)
        else { return nil }
        var start = subject
        while start > sentence.lowerBound, !analysis.isStop(start - 1),
            !analysis.isToken(start - 1, in: ClauseWords.openers)
        {
            start -= 1
        }
        if start > sentence.lowerBound, !analysis.isComma(start - 1) {
            guard !analysis.isDash(start - 1), !analysis.isToken(start - 1, in: Self.comparing) else { return nil }
        }
        if (start..<word).contains(where: { clauses.mayBeFinite[$0] }) { return nil }
        if start > sentence.lowerBound, analysis.isComma(start - 1),
            (start..<word).contains(where: { analysis.isToken($0, in: Self.with) })
        {
            return nil
        }
        guard ![.IN, .TO, .VBG].contains(trees.penn[start]) else { return nil }
        // "The man accused of theft left": a finite verb behind makes it an attribute.
        var end = word + 1
        while end < sentence.upperBound, !analysis.isFullStop(end), analysis.tokens[end].kind != .semicolon,
            analysis.tokens[end].kind != .colon, !analysis.isToken(end, in: Self.but)
        {
            end += 1
        }
        guard clauses.isSubordinate(word + 1..<end, strictly: true, analysis) else { return nil }
        return subject...word
    }

    private static let frames: [(words: FormSet, followed: FormSet)] = [
        (["pleased", "satisfied", "dissatisfied", "delighted"], ["with", "by"]),
        (["disappointed"], ["with", "in", "by", "about"]),
        (["accused", "suspected", "convinced", "aware", "proud", "afraid", "guilty"], ["of"]),
        (["confident", "sure", "aware", "convinced", "afraid", "surprised", "worried", "concerned"], ["that"]),
        (["confident"], ["in", "of"]),
        (["immersed", "interested"], ["in"]),
        (["located", "situated"], ["in", "at", "on", "near"]),
        (["concerned", "worried"], ["about"]),
        (["surprised"], ["by", "at"]),
        (["charged", "similar"], ["with", "to"]),
        (
            [
                "ready", "able", "unable", "forced", "due", "obliged", "close", "likely", "unlikely", "willing",
            ],
            ["to"]
        ),
        (["ready", "responsible"], ["for"]),
        (["different"], ["from"]),
    ]
    private static let comparing: FormSet = ["as", "than"]
    private static let with: FormSet = ["with"]
    private static let but: FormSet = ["but"]
}

// The dash

extension MissingCopula {
    /// The words around the one dash of a sentence that stands for "is", or before an apposition that a comma ends.
    private func dash(
        in sentence: Range<Int>, _ clauses: Clauses, _ analysis: borrowing Analysis
    ) -> ClosedRange<Int>? {
        let dashes = sentence.filter { analysis.isDash($0) }
        guard dashes.count == 1, let dash = dashes.first, dash - 1 >= sentence.lowerBound,
            dash + 2 < sentence.upperBound
        else { return nil }
        for token in sentence {
            let kind = analysis.tokens[token].kind
            if kind == .semicolon || kind == .colon || token < dash && kind == .openBracket { return nil }
        }
        let trees = clauses.trees
        var start = dash
        while start > sentence.lowerBound, !analysis.tokens[start - 1].isQuotationMark { start -= 1 }
        let before = start..<dash
        guard before.contains(where: { [.NOUN, .PROPN, .PRON].contains(trees.universal[$0]) }) else { return nil }
        let after = dash + 1..<sentence.upperBound
        let hasDeterminer =
            analysis.isToken(dash + 1, in: ClauseWords.determiners) && !analysis.tokens[dash + 1].isCapitalised
        let isNominal = trees.universal[dash - 1] == .NOUN || trees.universal[dash - 1] == .PROPN
        let gap = dash - 1...dash + 1
        if !before.contains(where: { clauses.mayBeFinite[$0] }),
            clauses.isSubordinate(after, strictly: !hasDeterminer, analysis)
        {
            // "ROSTOV - ...": a place and its dash before the story.
            let isDateline = before.count == 1 && trees.penn[dash - 1].isProperNoun && after.count > 9
            guard hasDeterminer || !isDateline && canBePredicate(dash + 1, trees, analysis) else { return nil }
            return gap
        }
        // "Petrov — head of the bank, said": a comma ends what a dash has opened.
        guard isNominal, !before.contains(where: { clauses.isFinite($0, analysis) }),
            hasDeterminer || [.NOUN, .PROPN].contains(trees.universal[dash + 1]),
            let comma = after.first(where: { analysis.isComma($0) }), comma - dash <= 10,
            !(dash + 1..<comma).contains(where: { clauses.mayBeFinite[$0] })
        else { return nil }
        var verb = comma + 1
        while verb < sentence.upperBound, trees.penn[verb] == .RB { verb += 1 }
        guard verb < sentence.upperBound, trees.penn[verb].isFiniteVerb else { return nil }
        return gap
    }

    private func canBePredicate(_ token: Int, _ trees: Trees, _ analysis: borrowing Analysis) -> Bool {
        if analysis.isToken(token, in: Self.negation) { return true }
        switch trees.penn[token] {
        case .NN, .NNS, .NNP, .NNPS, .JJ, .CD, .TO, .dollar, .VBG: return true
        default: return false
        }
    }

    private static let negation: FormSet = ["not"]
}
