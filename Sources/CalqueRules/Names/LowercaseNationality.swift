import CalqueLint
import CalqueSyntax
import CalqueText

/// "russian officials": the adjective of a nation, or a people, in small letters.
struct LowercaseNationality: Rule {
    static let description = RuleDescription(
        id: "lowercase-nationality",
        name: "Nationality in small letters",
        family: .names,
        summary: "The adjective or noun of a nation, a people or a language stands in small letters.",
        rationale: """
            Most languages write these adjectives small, so systems carry a small letter over. English wants a capital. The rule \
            keeps quiet about forms that are words of another meaning too (polish, turkey, german measles are judged by \
            clean text), and about set phrases: french fries, roman numerals, brussels sprouts, venetian blinds.
            """,
        mqm: "Fluency/Spelling/Capitalization",
        severity: .minor,
        bad: [
            "The [[russian]] embassy did not comment.",
            "Two [[ukrainians]] were hurt in the crash.",
            "She speaks [[english]] and [[german]].",
        ],
        good: [
            "They polish the silver and serve french fries.",
            "The chapters bear roman numerals, the tables arabic numerals.",
            "The Russian embassy hired two Ukrainians.",
            "He opened the venetian blinds and the french doors.",
        ],
        missed: [
            "The polish minister resigned."
        ],
        hasSafeFix: true, precision: "1.00 (n = 15, authored); none in 3.4 million words of human text"
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let context = analysis.facts(NameContext.self)
        guard !context.isLowerStyle else { return }
        let names = analysis.facts(NameFaults.self)
        let tokens = analysis.segmentation.tokens
        for index in tokens.indices {
            guard tokens[index].shape == .lower, context.isLower(index), !names.covered[index],
                !context.traits[index].contains(.glued)
            else { continue }
            let entry = analysis.entry(index)
            guard Self.isOwn(entry), tokens[index].end - tokens[index].start >= 4,
                !Self.isSetPhrase(index, context, analysis)
            else { continue }
            let word = analysis.string(index)
            let right = NameCasing.capitalised(word, isAcronym: false)
            findings.append(
                Finding(
                    rule: Self.description, span: tokens[index].span,
                    message: Self.message(word, right),
                    suggestions: [Suggestion(span: tokens[index].span, replacement: right)], confidence: 0.95))
        }
    }

    /// Whether a form belongs to a nation in nearly all its uses.
    static func isOwn(_ entry: Lexicon.Entry) -> Bool {
        guard entry.names.contains(.nationality) else { return false }
        let habit = entry.habit
        if entry.names.contains(.given), entry.isCommonWord, habit.capital < NameHabit.threeHundred { return false }
        return habit.capital >= NameHabit.two && habit.isCapital(by: 5)
            && (habit.capital >= NameHabit.thirty || !entry.tags.intersects([.VB, .VBD, .VBG]))
    }

    private static func isSetPhrase(_ index: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        guard let after = context.after(index, analysis) else { return false }
        return analysis.isToken(after, in: setNouns)
    }

    /// Nouns before which many people write the adjective small.
    private static let setNouns: FormSet = [
        "fries", "fry", "toast", "door", "doors", "window", "windows", "horn", "horns", "kiss", "dressing", "braid",
        "bread", "press", "numeral", "numerals", "type", "letters", "blind", "blinds", "oven", "ovens", "roulette",
        "measles", "muffin", "muffins", "sprouts", "salts", "setter", "shepherd", "shepherds", "cheese", "gum",
        "ink", "script", "candle", "candles", "nose", "leather", "toffee", "bath", "baths", "delight", "pepper",
        "whisky", "egg", "eggs", "terrier", "spaniel", "cress", "hat", "hats", "beef", "elm", "rug", "rugs",
    ]
}

extension LowercaseNationality {
    private static func message(_ word: String, _ right: String) -> String {
        "“\(word)” speaks of a nation, a people or a language, which English writes with a capital: “\(right)”."
    }
}
