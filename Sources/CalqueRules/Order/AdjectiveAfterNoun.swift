import CalqueLint
import CalqueSyntax
import CalqueText

/// "on the coast Danish", "the minute 12th": an adjective stands behind the noun it belongs to.
struct AdjectiveAfterNoun: Rule {
    static let description = RuleDescription(
        id: "adjective-after-noun",
        name: "Adjective after its noun",
        family: .order,
        summary: "An adjective stands behind its noun, where English has it in front.",
        rationale: """
            Romance languages put most adjectives behind the noun, Slavic ones some. English allows it for few (“the people \
            responsible”, “the best seats available”) and where the adjective has words of its own. The rule takes adjectives of \
            nations, ordinals and words that are adjectives only, behind a noun phrase that is complete, and wants the phrase to \
            end there: at a verb, a full stop, a relative pronoun. It keeps quiet behind verbs that take a noun and an adjective \
            (“made the work simple”).
            """,
        mqm: "Fluency/Grammar/Word order",
        severity: .major,
        bad: [
            "The ship lay for years in a shipyard on the [[coast Danish]].",
            "He scored the goal in the [[minute 12th]] of the match.",
            "An [[illness dangerous]] has spread among the sheep.",
            "They study the plants of the [[region arctic]].",
            "The [[system political]] is older than the town.",
        ],
        good: [
            "The ship lay for years on the Danish coast.",
            "The reform made the work of the clerks simple.",
            "They bought the best seats available, and the people responsible were named.",
            "It is a place unlike any other in the country.",
            "The attorney general and the court martial were named.",
            "The child was ten years old and the wall a metre high.",
            "They found the town quiet, and its people friendly.",
            "Most of the guests are health conscious.",
            "The people there speak French in the street.",
        ],
        missed: [
            "It is one of the tricks basic a child can learn."
        ], evidence: .doubtful
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let trees = analysis.trees
        guard !trees.isEmpty else { return }
        for sentence in analysis.sentences where analysis.isRunningText(sentence) {
            for adjective in sentence.tokens.dropFirst().dropLast() {
                guard let kind = Self.kind(of: adjective, analysis, trees),
                    Self.isNoun(adjective - 1, analysis, trees),
                    let end = Self.end(behind: adjective, kind, in: sentence.tokens, analysis, trees),
                    Self.isComplete(adjective, kind, end, in: sentence.tokens, analysis, trees)
                else { continue }
                let (noun, word) = (analysis.string(adjective - 1), analysis.string(adjective))
                findings.append(
                    Finding(
                        rule: Self.description, span: analysis.span(adjective - 1...adjective),
                        message: Self.message(noun: noun, adjective: word),
                        suggestions: [
                            Suggestion(
                                span: analysis.span(adjective - 1...adjective), replacement: "\(word) \(noun)")
                        ],
                        confidence: 0.85))
            }
        }
    }

    private enum Kind { case nationality, ordinal, relational, quality }
    /// What ends the noun phrase.
    private enum End { case auxiliary, verb, stop, comma, relative, preposition, pronoun }

    private static func kind(of token: Int, _ analysis: borrowing Analysis, _ trees: Trees) -> Kind? {
        switch trees.penn[token] {
        case .IN, .VBN, .VBD, .VBZ, .VB, .VBP, .NNPS: return nil
        default: break
        }
        let shape = analysis.tokens[token].shape
        let form = analysis.segmentation.form(token)
        if shape == .title { return analysis.entry(token).names.contains(.nationality) ? .nationality : nil }
        if analysis.tokens[token].kind == .number {
            return form.last.map { $0 >= 97 } ?? false && form.first.map { $0 < 58 } ?? false ? .ordinal : nil
        }
        guard shape == .lower else { return nil }
        let isRelational = ["al", "ic", "ous"].contains { form.hasSuffix($0) }
        if analysis.isToken(token, in: PostnominalWords.attributive) { return isRelational ? .relational : .quality }
        let tags = analysis.entry(token).tags
        // "of the region arctic": a noun by its place, but one that neither a compound nor a preposition accounts for.
        let isBareNoun =
            isRelational && trees.penn[token] == .NN && trees.relations[token] == .nmod
            && trees.relations[token - 1] != .compound
        let isAdjective =
            tags.isSubset(of: .adjective)
            || ((trees.penn[token] == .JJ || isBareNoun)
                && tags.isSubset(of: [.JJ, .JJR, .JJS, .NN, .NNP, .RB, .VB, .VBP])
                && !analysis.isToken(token, in: PostnominalWords.ambiguous))
        guard tags.contains(.JJ), isAdjective, !form.contains(UInt8(ascii: "-")),
            !["able", "ible", "ed", "wide", "ful", "less"].contains(where: { form.hasSuffix($0) }),
            !analysis.isToken(token, in: PostnominalWords.postnominal)
        else { return nil }
        return isRelational ? .relational : .quality
    }

    private static func isNoun(_ token: Int, _ analysis: borrowing Analysis, _ trees: Trees) -> Bool {
        guard trees.penn[token] == .NN || trees.penn[token] == .NNS, analysis.tokens[token].shape == .lower,
            analysis.tokens[token + 1].spaceBefore, !analysis.isToken(token, in: PostnominalWords.nouns)
        else { return false }
        let tags = analysis.entry(token).tags
        return !tags.isDisjoint(with: .noun)
            && tags.isDisjoint(with: [.IN, .PRP, .DT, .CD, .PRPS, .MD, .CC])
    }

    private static func end(
        behind adjective: Int, _ kind: Kind, in sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> End? {
        let next = adjective + 1
        switch analysis.tokens[next].kind {
        case .semicolon, .closeBracket: return .stop
        case .terminal: return analysis.segmentation.form(next).elementsEqual(".".utf8) ? .stop : nil
        case .comma:
            guard next + 1 < sentence.upperBound else { return nil }
            switch trees.penn[next + 1] {
            case .CC, .IN, .DT, .PRP, .WDT, .WP, .WRB, .NNP, .RB, .VBG: return .comma
            default: return nil
            }
        default: break
        }
        if analysis.isToken(next, in: PostnominalWords.auxiliaries) { return .auxiliary }
        let tags = analysis.entry(next).tags
        switch trees.penn[next] {
        case .VBZ, .VBD, .VBP:
            let isVerb = !tags.isDisjoint(with: [.VBZ, .VBD, .VBP]) && tags.isDisjoint(with: .noun)
            return isVerb && analysis.tokens[next].shape == .lower ? .verb : nil
        case .WDT, .WP: return analysis.isToken(next, in: PostnominalWords.relatives) ? .relative : nil
        case .IN:
            return kind != .quality && analysis.isToken(next, in: PostnominalWords.prepositions) ? .preposition : nil
        case .PRP: return analysis.isToken(next, in: InversionWords.nominatives) ? .pronoun : nil
        default: return nil
        }
    }

    /// Whether the noun phrase is complete in front of the adjective, and the adjective no complement of a verb.
    private static func isComplete(
        _ adjective: Int, _ kind: Kind, _ end: End, in sentence: Range<Int>, _ analysis: borrowing Analysis,
        _ trees: Trees
    ) -> Bool {
        var start = adjective - 2
        while start >= sentence.lowerBound, [.JJ, .NN, .CD, .POS, .NNP].contains(trees.penn[start]) { start -= 1 }
        guard start >= sentence.lowerBound else { return [.auxiliary, .verb, .relative].contains(end) }
        if analysis.tokens[start].kind == .comma { return false }
        let isVerbEnd = end == .auxiliary || end == .verb
        switch trees.penn[start] {
        case .DT, .PRPS, .IN, .TO: break
        case .CC: guard isVerbEnd || end == .stop else { return false }
        case .VB, .VBG, .VBP, .VBD, .VBZ:
            guard !analysis.isToken(start, in: PostnominalWords.complementVerbs),
                !analysis.isToken(start, in: VerbGroupWords.finiteBe), end == .stop || end == .comma,
                kind != .quality
            else { return false }
        default: return false
        }
        if !isVerbEnd, analysis.isToken(start, in: PostnominalWords.comparing) { return false }
        if !isVerbEnd, end != .stop, analysis.isToken(start, in: PostnominalWords.open) { return false }
        // "Made the work simple"; but a thing that somebody merely has does not become political by it.
        let complementVerbs =
            kind == .relational ? PostnominalWords.changingVerbs : PostnominalWords.complementVerbs
        if end != .auxiliary, analysis.contains(complementVerbs, in: start - 5..<start, of: sentence) { return false }
        if analysis.contains(PostnominalWords.degrees, in: start - 2..<adjective, of: sentence) { return false }
        if end == .comma, [.CC, .NNP, .RB, .DT].contains(trees.penn[adjective + 2]),
            (max(sentence.lowerBound, adjective - 8)..<adjective).contains(where: { analysis.tokens[$0].kind == .comma }
            )
        {
            return false
        }
        return kind == .nationality || start + 1 >= adjective - 1 || trees.penn[start + 1] != .CD
    }
}

extension AdjectiveAfterNoun {
    private static func message(noun: String, adjective: String) -> String {
        "The adjective “\(adjective)” stands behind its noun “\(noun)”; English has it in front."
    }
}

extension ArraySlice<UInt8> {
    fileprivate func hasSuffix(_ ending: String) -> Bool { suffix(ending.utf8.count).elementsEqual(ending.utf8) }
}
