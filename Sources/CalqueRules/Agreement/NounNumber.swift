import CalqueLint
import CalqueSyntax
import CalqueText

/// "these report", "a new factories": the noun's number is not that of its determiner.
struct NounNumber: Rule {
    static let description = RuleDescription(
        id: "noun-number",
        name: "Determiner and noun",
        family: .agreement,
        summary: "A determiner and its noun differ in number.",
        rationale: """
            A machine that chooses determiner and noun apart from each other puts “a” before a plural or “these” before a \
            singular. The rule wants a noun of one number that ends its phrase, and a tree that joins the two: it keeps \
            quiet about compounds (“a sports car”), measures (“another ten miles”) and verbs (“this concerns”).
            """,
        mqm: "Fluency/Grammar/Agreement",
        severity: .major,
        bad: [
            "The firm is planning [[a new factories]] near the port.",
            "He spoke about [[these problem]] in the parliament.",
            "The police are looking for [[this young robbers]] since Monday.",
            "[[Every drivers]] must show a licence at the border.",
            "She has written [[another books]] about the war.",
        ],
        good: [
            "He drove a sports car to the arms factory.",
            "They walked another ten miles to the next village.",
            "This concerns the farmers in the south.",
            "He said that prices would rise, and this means trouble.",
            "Every few years the river floods these sheep farms.",
            "A date organizers had set was changed last week.",
            "A great many people came to the square.",
            "Those present applauded the speech of the mayor.",
        ],
        missed: [
            "He knows that problems of ours is old."
        ], evidence: .doubtful
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let trees = analysis.trees
        guard !trees.isEmpty else { return }
        for sentence in analysis.sentences where analysis.isRunningText(sentence) {
            for token in sentence.tokens where trees.universal[token] == .DET {
                let isPlural = analysis.isToken(token, in: Self.plural)
                guard isPlural || analysis.isToken(token, in: Self.singular),
                    let head = trees.nounPhraseHead(behind: token, in: sentence.tokens), head - token <= 4,
                    trees.head(token) == head
                else { continue }
                if isPlural {
                    guard analysis.isSurelySingular(head, behind: token, in: sentence.tokens, trees) else { continue }
                } else {
                    guard analysis.isSurelyPlural(head, behind: token, in: sentence.tokens, trees),
                        isPluralCertain(head, token, sentence.tokens, analysis, trees)
                    else { continue }
                }
                findings.append(
                    Finding(
                        rule: Self.description, span: analysis.span(token...head),
                        message: Self.message(
                            determiner: analysis.string(token), noun: analysis.string(head), isPlural: isPlural),
                        suggestions: isPlural ? NumberAfterQuantifier.plural(of: head, analysis) : [], confidence: 0.95)
                )
            }
        }
    }

    /// Whether a singular determiner belongs to a plural noun beyond doubt.
    private func isPluralCertain(
        _ head: Int, _ determiner: Int, _ sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> Bool {
        let tokens = analysis.tokens
        if analysis.isToken(head, in: NumberWords.measures) { return false }
        let before = determiner > sentence.lowerBound ? determiner - 1 : nil
        // "Serie A clubs"
        if tokens[determiner].isCapitalised, let before, ![.quote, .openQuote].contains(tokens[before].kind) {
            return false
        }
        let isThat = analysis.isToken(determiner, in: Self.that)
        // "he knows that prices": a conjunction, unless a preposition stands before it.
        if isThat, before.map({ trees.universal[$0] != .ADP }) ?? true { return false }
        var hasNoun = false
        for token in determiner + 1..<head {
            if trees.universal[token] == .NUM || analysis.isToken(token, in: Self.several) { return false }
            if analysis.isToken(token, in: Self.times) { return false }
            if trees.universal[token] == .NOUN { hasNoun = true }
        }
        // "this report shows", "a local paper reports": the noun may be a verb.
        if analysis.entry(head).tags.contains(.VBZ), hasNoun || isThat || analysis.isToken(determiner, in: Self.this) {
            return false
        }
        guard hasNoun else { return true }
        // "a date organizers had set"
        if [.nsubj, .nsubjPass].contains(trees.relations[head]) { return false }
        guard head + 1 < sentence.upperBound else { return true }
        return !analysis.isToken(head + 1, in: Self.conjunctions) && !trees.penn[head + 1].isFiniteVerb
    }

    private static let plural: FormSet = ["these", "those"]
    private static let singular: FormSet = ["this", "that", "a", "an", "another", "every", "each"]
    private static let that: FormSet = ["that"]
    private static let this: FormSet = ["this"]
    private static let conjunctions: FormSet = ["and", "or"]
    private static let several: FormSet = [
        "few", "many", "hundred", "thousand", "million", "dozen", "couple", "record", "good", "great", "mere",
        "further",
        "additional", "full", "whole", "little",
    ]
    private static let times: FormSet = [
        "morning", "summer", "week", "year", "month", "spring", "winter", "autumn", "evening", "night", "day", "time",
        "season", "weekend", "afternoon",
    ]
}

extension NounNumber {
    private static func message(determiner: String, noun: String, isPlural: Bool) -> String {
        isPlural
            ? "“\(determiner)” wants a plural, but “\(noun)” is singular."
            : "“\(determiner)” wants a singular, but “\(noun)” is plural."
    }
}
