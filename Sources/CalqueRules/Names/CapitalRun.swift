import CalqueSyntax
import CalqueText

/// Words in full capitals within a sentence of ordinary prose, which clean text writes otherwise: "the CITY COUNCIL of Lviv".
struct CapitalRun {
    let tokens: ClosedRange<Int>
    let replacement: String
    /// A surname behind a given name ("Sergei LAVROV"), which the article has in small letters elsewhere.
    let isSurname: Bool

    /// The runs of a sentence: at least two words of four letters or more in capitals, none of them an acronym,
    /// after a word in small letters, in a sentence most of which stands in small letters.
    static func all(in sentence: Sentence, _ context: NameContext, _ analysis: borrowing Analysis) -> [CapitalRun] {
        let tokens = analysis.segmentation.tokens
        guard sentence.tokens.contains(where: { isLoud($0, analysis) }) else { return [] }
        let small = sentence.tokens.reduce(0) { $0 + (context.isLower($1) ? 1 : 0) }
        var runs: [CapitalRun] = []
        var at = sentence.tokens.lowerBound
        while at < sentence.tokens.upperBound {
            guard isLoud(at, analysis), !tokens[at].isQuoted, !context.traits[at].contains(.glued) else {
                at += 1
                continue
            }
            var end = at
            var words = 1
            var total = 1
            while let next = context.after(end, analysis), tokens[next].shape == .upper {
                if isLoud(next, analysis) { words += 1 }
                total += 1
                end = next
            }
            let isBehindWord = context.before(at, analysis).map { context.isLower($0) } ?? false
            if words >= 2, !isEmphasis(at...end, analysis), words * 2 >= total, total <= 5, small >= total + 3,
                isBehindWord,
                (at...end).allSatisfy({ !context.traits[$0].contains(.glued) }),
                !analysis.isToken(at - 1, in: NameWords.namedThings), isBeforeOrdinary(end, sentence, analysis),
                !isBrand(at...end, context, analysis)
            {
                runs.append(CapitalRun(tokens: at...end, replacement: quiet(at...end, analysis), isSurname: false))
            } else if total == 1, let given = context.before(at, analysis), tokens[given].shape == .title,
                analysis.entry(given).names.contains(.given),
                let other = tokens.indices.first(where: {
                    tokens[$0].shape == .title && analysis.segmentation.sameForm($0, at)
                })
            {
                runs.append(CapitalRun(tokens: at...at, replacement: analysis.string(other), isSurname: true))
            }
            at = end + 1
        }
        return runs
    }

    /// Four letters or more in capitals, and hardly ever so in clean text.
    private static func isLoud(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
        let token = analysis.segmentation.tokens[index]
        guard token.kind == .word, token.shape == .upper, token.end - token.start >= 4, token.script == .latin else {
            return false
        }
        let entry = analysis.entry(index)
        return max(entry.lowerCount, entry.titleCount) >= NameHabit.thirty
            && Int(entry.upperCount) + 24 <= Int(max(entry.lowerCount, entry.titleCount))
    }

    /// "WHAT HAPPENED", "NEVER AGAIN": what a writer shouts.
    private static func isEmphasis(_ range: ClosedRange<Int>, _ analysis: borrowing Analysis) -> Bool {
        range.contains { analysis.entry($0).tags.intersects([.WH, .PRP]) || analysis.isToken($0, in: shouted) }
    }

    private static let shouted: FormSet = [
        "not", "never", "only", "very", "must", "always", "every", "this", "ever", "if",
    ]

    /// "the ENERGY STAR standards": a mark that is written so, before a noun.
    private static func isBrand(
        _ range: ClosedRange<Int>, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> Bool {
        guard let after = context.after(range.upperBound, analysis) else { return false }
        if context.isCapital(after) { return true }
        let tags = analysis.entry(after).tags
        return tags.intersects(.noun) && tags.isDisjoint(with: Lexicon.TagSet.verb.union(.function).union([.JJ, .RB]))
    }

    /// Not before a quotation, a bracket or a colon, where capitals are a name or a heading.
    private static func isBeforeOrdinary(_ end: Int, _ sentence: Sentence, _ analysis: borrowing Analysis) -> Bool {
        guard end + 1 < sentence.tokens.upperBound else { return false }
        switch analysis.segmentation.tokens[end + 1].kind {
        case .word, .comma, .semicolon: return true
        case .terminal: return analysis.string(end + 1) == "."
        default: return false
        }
    }

    /// The words as clean text writes them: a name with capitals, common words in small letters.
    private static func quiet(_ range: ClosedRange<Int>, _ analysis: borrowing Analysis) -> String {
        let isName = analysis.nameCount(of: range)?.isName ?? false
        var text = ""
        for index in range {
            if index > range.lowerBound { text += " " }
            let word = analysis.string(index)
            let entry = analysis.entry(index)
            if entry.habit.isAcronym && entry.upperCount > entry.lowerCount {
                text += word
            } else if isName && !analysis.isToken(index, in: NameWords.connectives)
                || entry.titleCount > entry.lowerCount
            {
                text += NameCasing.capitalised(word.lowercased(), isAcronym: false)
            } else {
                text += word.lowercased()
            }
        }
        return text
    }
}
