import CalqueLint
import CalqueSyntax
import CalqueText

/// "the ministers of the Countries met": a common word with a capital in the middle of a sentence.
struct CapitalisedCommonNoun: Rule {
    static let description = RuleDescription(
        id: "capitalised-common-noun",
        name: "Common word with a capital",
        family: .names,
        summary: "A word that is no name has a capital within the sentence.",
        rationale: """
            Systems that restore capitals word by word, and translations from German, leave capitals on words that English writes small. \
            Desks differ about offices and institutions (the President, the Government, the Agency), defined terms and \
            titles of works; the rule keeps quiet about all of them, and about any form that the article capitalises more \
            than once. What it reports is a word that clean text hardly ever has with a capital, between words in small letters.
            """,
        mqm: "Fluency/Spelling/Capitalization",
        severity: .minor,
        bad: [
            "They paid for the [[Repair]] of the roof.",
            "The mayor [[Of]] the town resigned.",
            "They sold honey from the hills, [[An]] assortment of cheeses and bread.",
            "The firm is ready to [[Use]] the old road again.",
            "He taught for years at the [[MOSCOW STATE UNIVERSITY]], where he had studied.",
        ],
        good: [
            "The President met the Prime Minister on the first Monday of May.",
            "The book Of Mice and Men was read aloud.",
            "She is a fan of the Bridge and of the Call of Duty games.",
            "The Agency said that the Agency would pay.",
            "They will NEVER AGAIN pay so much for a ticket.",
            "He spoke of the State, the Church and the Army.",
        ],
        missed: [
            "He came back after the Second half of the match."
        ],
        evidence: .doubtful, precision: "1.00 (n = 8, artifacts/mt); 0.005 findings per 1,000 words of human text"
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let context = analysis.facts(NameContext.self)
        let tokens = analysis.segmentation.tokens
        for index in tokens.indices where tokens[index].shape == .title && context.traits[index].contains(.free) {
            guard
                Self.isFault(index, context, analysis) || Self.isLoneHead(index, context, analysis)
                    || Self.isFunctionWord(index, context, analysis) || Self.isInfinitive(index, context, analysis)
                    || Self.isInPhrase(index, context, analysis)
            else { continue }
            let word = analysis.string(index)
            let right = word.lowercased()
            findings.append(
                Finding(
                    rule: Self.description, span: tokens[index].span, message: Self.message(word, right),
                    suggestions: [Suggestion(span: tokens[index].span, replacement: right)], confidence: 0.85))
        }
        for sentence in analysis.sentences where analysis.kind(of: sentence) == .paragraph {
            for run in CapitalRun.all(in: sentence, context, analysis) {
                let right = run.replacement
                let span = analysis.span(run.tokens)
                findings.append(
                    Finding(
                        rule: Self.description, span: span, message: Self.message(run, analysis.article.string(span)),
                        suggestions: [Suggestion(span: span, replacement: right)], confidence: 0.85))
            }
        }
    }

    /// "from Bashkiria, An exploration": an article with a capital, and no name behind it.
    private static func isFunctionWord(_ index: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        let tokens = analysis.segmentation.tokens
        guard analysis.isToken(index, in: capitalArticles),
            context.casing(of: index, analysis).capitalised <= 2, index > 0,
            tokens[index - 1].sentence == tokens[index].sentence, let after = context.after(index, analysis)
        else { return false }
        let before = tokens[index - 1].kind
        guard before == .comma || context.isLower(index - 1) && !analysis.isToken(index - 1, in: NameWords.namedThings)
        else { return false }
        if before != .comma, tokens[index].isQuoted || isAmongTitles(index, context, analysis) { return false }
        if context.isLower(after), !tokens[index].isQuoted, analysis.entry(after).isCommonWord {
            guard let second = context.after(after, analysis) else { return true }
            return context.isLower(second)
        }
        guard before == .comma, analysis.entry(after).names.contains(.nationality),
            let noun = context.after(after, analysis), context.isLower(noun)
        else { return false }
        // "The Hindu published": a paper.
        let tags = analysis.entry(noun).tags
        return tags.intersects([.NN, .NNS, .JJ]) && tags.isDisjoint(with: [.VBD, .VBZ, .MD])
    }

    /// "ready to Use the road"
    private static func isInfinitive(_ index: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        let entry = analysis.entry(index)
        guard let before = context.before(index, analysis), analysis.isToken(before, in: to),
            !context.traits[index].contains(.glued),
            entry.tags.contains(.VB), entry.isCommonWord, entry.habit.isLower(by: 3),
            context.casing(of: index, analysis).capitalised == 1, let opener = context.before(before, analysis),
            context.isLower(opener), analysis.entry(opener).tags.isDisjoint(with: .WH),
            let after = context.after(index, analysis), context.isLower(after),
            !isAmongTitles(index, context, analysis)
        else { return false }
        return analysis.entry(after).tags.intersects([.DT, .PRPS]) && !analysis.isToken(opener, in: titleOpeners)
    }

    /// "For Example,": the noun of a set phrase.
    private static func isInPhrase(_ index: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        let tokens = analysis.segmentation.tokens
        guard analysis.isToken(index, in: phraseNouns), let before = context.before(index, analysis),
            analysis.isToken(before, in: phraseOpeners), index + 2 < tokens.count, tokens[index + 1].kind == .comma,
            tokens[index + 1].sentence == tokens[index].sentence
        else { return false }
        return true
    }

    private static let capitalArticles: FormSet = ["the", "an"]
    private static let to: FormSet = ["to"]
    private static let phraseNouns: FormSet = [
        "example", "instance", "addition", "fact", "particular", "general", "contrast", "conclusion", "retrospect",
        "course", "result", "turn", "total", "short",
    ]
    private static let phraseOpeners: FormSet = ["for", "in", "of", "by"]

    private static func isFault(_ index: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        let tokens = analysis.segmentation.tokens
        guard !context.traits[index].contains(.glued), !tokens[index].isQuoted,
            tokens[index].end - tokens[index].start >= 2
        else {
            return false
        }
        let entry = analysis.entry(index)
        guard entry.isCommonWord,
            !entry.names.intersects([
                .given, .surname, .country, .nationality, .calendar, .organisation, .institution, .title,
            ]),
            entry.habit.isLower(by: 6), entry.lowerCount >= NameHabit.hundred,
            context.casing(of: index, analysis).capitalised == 1,
            let before = context.before(index, analysis), context.isLower(before),
            !isNameBefore(before, context, analysis), index + 1 < tokens.count,
            tokens[index + 1].sentence == tokens[index].sentence
        else { return false }
        // "the mayor Of Lviv"
        if analysis.isToken(index, in: of) { return !analysis.isToken(before, in: NameWords.namedThings) }
        // Where a sentence may have ended without a stop, the capital is right.
        let opener = analysis.entry(before).tags
        guard entry.tags.intersects([.NN, .NNS, .JJ]), entry.tags.isDisjoint(with: [.IN, .DT, .PRP, .MD, .WH, .CC]),
            opener.intersects([.DT, .PRPS, .IN, .JJ]), opener.isDisjoint(with: [.NN, .NNS, .RP, .RB, .CC, .VBN, .WH]),
            !analysis.isToken(before, in: NameWords.namedThings), !analysis.isToken(before, in: titleOpeners),
            !isAmongTitles(index, context, analysis)
        else { return false }
        if before > 0, context.traits[before - 1].contains(.possessive), !tokens[before].spaceBefore { return false }
        if let after = context.after(index, analysis) {
            return context.isLower(after) && !analysis.isToken(after, in: NameWords.namedThings)
                && !isNameAfter(after, context, analysis)
        }
        switch tokens[index + 1].kind {
        case .terminal: return true
        case .comma: return index + 2 < tokens.count && !context.isCapital(index + 2)
        default: return false
        }
    }

    /// "the international Association", "a protest Meeting": the word for an institution, behind an attribute in small letters.
    private static func isLoneHead(_ index: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        let entry = analysis.entry(index)
        guard entry.isCommonWord, analysis.isToken(index, in: heads), !context.traits[index].contains(.glued),
            !context.traits[index].contains(.possessive), context.casing(of: index, analysis).capitalised == 1,
            let before = context.before(index, analysis), context.isLower(before),
            !context.traits[before].contains(.glued)
        else { return false }
        let attribute = analysis.entry(before).tags
        guard attribute.intersects([.NN, .JJ]),
            attribute.isDisjoint(with: Lexicon.TagSet.function.union([.VBD, .VBZ, .VBN, .VBG, .RB, .NNS])),
            attribute.isDisjoint(with: [.VB, .VBP])
                || context.before(before, analysis).map({ analysis.isToken($0, in: NameWords.articles) }) ?? false,
            index + 1 >= analysis.segmentation.tokens.count || analysis.segmentation.tokens[index + 1].kind != .number,
            !analysis.isToken(before, in: freeAttributes)
        else { return false }
        if let earlier = context.before(before, analysis), context.isCapital(earlier),
            !analysis.segmentation.tokens[earlier].isFirst
        {
            return false
        }
        guard let after = context.after(index, analysis) else { return true }
        return context.isLower(after) && !isNameAfter(after, context, analysis)
            && !analysis.isToken(after, in: connectives)
    }

    private static let connectives: FormSet = ["of", "for", "on", "and"]
    /// Behind these the capital is a matter of style: the new Act, the federal Court.
    private static let freeAttributes: FormSet = [
        "federal", "state", "local", "former", "present", "previous", "new", "current", "future", "ruling", "said",
        "original", "old", "same", "next", "last", "recent", "entire", "whole", "full", "first", "second", "third",
        "provincial", "regional", "municipal", "central", "national", "public", "legal", "so-called", "own", "royal",
        "constitutional", "supreme", "high", "respective", "relevant", "principal", "main", "late", "great",
    ]
    private static let heads: FormSet = [
        "association", "university", "committee", "commission", "agency", "museum", "hospital", "institute", "union",
        "league", "organization", "organisation", "foundation", "college", "academy", "bureau", "authority", "society",
        "forum", "award", "prize", "festival", "school", "department", "corporation", "bank", "theatre", "theater",
        "airport", "park", "bridge", "station", "tower", "library", "observatory", "survey", "research", "act", "war",
        "march", "meeting", "movement", "championship", "conference", "congress", "parliament", "police", "ministry",
    ]

    /// Whether another common word before it has a capital: a title or a heading.
    private static func isAmongTitles(_ index: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        let sentence = analysis.sentences[Int(analysis.segmentation.tokens[index].sentence)]
        for other in max(sentence.tokens.lowerBound, index - 12)..<min(sentence.tokens.upperBound, index + 12)
        where other != index && context.traits[other].contains(.free) {
            let entry = analysis.entry(other)
            if entry.isCommonWord && entry.habit.isLower(by: 1) { return true }
        }
        return false
    }

    private static let of: FormSet = ["of"]
    private static let titleOpeners: FormSet = ["as", "than", "like", "ask", "et", "al"]

    /// "Call of Duty": a name that goes on over small words.
    private static func isNameBefore(_ before: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        guard analysis.isToken(before, in: NameWords.connectives) else { return false }
        var at = before
        for _ in 0..<2 {
            guard let earlier = context.before(at, analysis) else { return false }
            if context.isCapital(earlier) {
                return !analysis.segmentation.tokens[earlier].isFirst
                    || !analysis.entry(earlier).tags.intersects(.function)
            }
            guard analysis.isToken(earlier, in: NameWords.connectives) else { return false }
            at = earlier
        }
        return false
    }

    private static func isNameAfter(_ after: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        guard analysis.isToken(after, in: NameWords.connectives), let later = context.after(after, analysis) else {
            return false
        }
        if context.isCapital(later) { return true }
        guard analysis.isToken(later, in: NameWords.connectives), let last = context.after(later, analysis) else {
            return false
        }
        return context.isCapital(last)
    }
}

extension CapitalisedCommonNoun {
    private static func message(_ run: CapitalRun, _ text: String) -> String {
        if run.isSurname {
            return "“\(text)” stands in capitals here, and the article writes it “\(run.replacement)” elsewhere."
        }
        return
            "“\(text)” stands in capitals in the middle of a sentence, and clean text writes these words “\(run.replacement)”."
    }

    private static func message(_ word: String, _ right: String) -> String {
        "“\(word)” is a common word within the sentence, and clean text hardly ever has it with a capital: “\(right)”."
    }
}
