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
            "He came back after the [[Second]] half of the match.",
            "They paid for the [[Repair]] of the roof.",
            "Since the last century [[The]] number of wolves has grown.",
        ],
        good: [
            "The President met the Prime Minister on the first Monday of May.",
            "The book Of Mice and Men was read aloud.",
            "She is a fan of the Bridge and of the Call of Duty games.",
            "The Agency said that the Agency would pay.",
            "He spoke of the State, the Church and the Army.",
        ]
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let context = analysis.facts(NameContext.self)
        let tokens = analysis.segmentation.tokens
        for index in tokens.indices where tokens[index].shape == .title && context.traits[index].contains(.free) {
            guard Self.isFault(index, context, analysis) else { continue }
            let word = analysis.string(index)
            let right = word.lowercased()
            findings.append(
                Finding(
                    rule: Self.description, span: tokens[index].span, message: Self.message(word, right),
                    suggestions: [Suggestion(span: tokens[index].span, replacement: right)], confidence: 0.85))
        }
    }

    private static func isFault(_ index: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        let tokens = analysis.segmentation.tokens
        guard !context.traits[index].contains(.glued), !tokens[index].isQuoted,
            tokens[index].end - tokens[index].start >= 2
        else {
            return false
        }
        let entry = analysis.entry(index)
        let isFunction = entry.tags.intersects(.function) && entry.habit.isLower(by: 5)
        guard entry.isCommonWord,
            !entry.names.intersects([
                .given, .surname, .country, .nationality, .calendar, .organisation, .institution, .title,
            ]),
            isFunction || entry.habit.isLower(by: 6), entry.lowerCount >= NameHabit.hundred,
            context.casing(of: index, analysis).capitalised == 1
        else { return false }
        guard let before = context.before(index, analysis), context.isLower(before),
            !isNameBefore(before, context, analysis)
        else { return false }
        guard index + 1 < tokens.count, tokens[index + 1].sentence == tokens[index].sentence else { return false }
        if let after = context.after(index, analysis) {
            guard context.isLower(after), !isNameAfter(after, context, analysis) else { return false }
        } else if tokens[index + 1].kind != .comma && tokens[index + 1].kind != .terminal || isFunction {
            return false
        }
        return true
    }

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
    private static func message(_ word: String, _ right: String) -> String {
        "“\(word)” is a common word within the sentence, and clean text hardly ever has it with a capital: “\(right)”."
    }
}
