import CalqueLint
import CalqueSyntax
import CalqueText

/// "a hour", "an university": the form of the article does not go with the sound that follows.
struct AOrAn: Rule {
    static let description = RuleDescription(
        id: "a-or-an",
        name: "A or an",
        family: .determiners,
        summary: "“a” stands before a vowel sound, or “an” before a consonant.",
        rationale: """
            Systems that translate phrase by phrase choose the article before they know the word that will follow. \
            The sound decides, not the letter: “an hour”, “a university”, “an FBI agent”, “an 8-year-old”. The rule keeps \
            quiet where people differ (“an historic day”), about initialisms that may be read as words, and about letters and grades.
            """,
        mqm: "Fluency/Grammar/Function words",
        severity: .major,
        bad: [
            "The plane landed after [[a hour]] in the air.",
            "He studied at [[an university]] in the south.",
            "The company made [[an new]] offer on Tuesday.",
            "They hired [[a independent]] expert.",
            "The boy is [[a 8]]-year-old pupil of the school.",
            "She read [[a open]] letter aloud.",
        ],
        good: [
            "It was an honest answer after an hour of talks.",
            "He studied at a university in a European city.",
            "An FBI agent met a NATO officer and an MP.",
            "It was an historic day for a one-party state.",
            "An 18-year-old and an 80-year-old shared a 100-metre lane.",
            "Vitamin A is found in carrots, and a used car is cheap.",
            "He gave a unanimous answer and an unusual one.",
            "She scored an A and a B in the exam.",
        ],
        missed: [
            "He bought a LED lamp."
        ],
        evidence: .slip, hasSafeFix: true
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let tokens = analysis.segmentation.tokens
        guard tokens.count > 1 else { return }
        for index in 0..<tokens.count - 1 {
            let token = tokens[index]
            let length = token.end - token.start
            guard length <= 2, token.kind == .word, analysis.isToken(index, in: Self.articles) else { continue }
            // "vitamin A and", "Plan A is": a letter, no article, unless it opens the sentence.
            if token.shape == .upper && !token.isFirst { continue }
            if token.shape == .upper && length == 2 { continue }
            // "An Jing", "Thai-An Nguyen": a name.
            if token.shape == .title && length == 2 && tokens[index + 1].isCapitalised { continue }
            var next = index + 1
            while next < tokens.count, next < index + 3, [.openQuote, .quote].contains(tokens[next].kind) { next += 1 }
            guard next < tokens.count, tokens[next].sentence == token.sentence, tokens[index + 1].spaceBefore else {
                continue
            }
            // "a of": a word is missing or out of place, which is not the article's fault; unknown small words may be foreign.
            let entry = analysis.entry(next)
            if !entry.tags.isEmpty && entry.tags.isSubset(of: .function) { continue }
            if tokens[next].kind == .word && tokens[next].shape == .lower && !analysis.word(next).isKnown { continue }
            guard let wantsAn = Sound.startsWithVowel(next, analysis), wantsAn != (length == 2) else { continue }
            // "a la carte", "a. m.", "per a": no article of English.
            if index > 0, analysis.isToken(index - 1, in: Self.noArticleAfter) { continue }
            let span = analysis.span(index...next)
            let right = wantsAn ? "an" : "a"
            let written = token.isCapitalised ? (wantsAn ? "An" : "A") : right
            findings.append(
                Finding(
                    rule: Self.description, span: span,
                    message: Self.message(
                        article: analysis.string(index), word: analysis.string(next), isVowel: wantsAn),
                    suggestions: [Suggestion(span: token.span, replacement: written)], confidence: 0.93))
        }
    }

    private static let articles: FormSet = ["a", "an"]
    private static let noArticleAfter: FormSet = [
        "vitamin", "hepatitis", "plan", "group", "grade", "class", "type", "or", "e", "u", "o",
    ]
}

extension AOrAn {
    private static func message(article: String, word: String, isVowel: Bool) -> String {
        isVowel
            ? "“\(word)” begins with a vowel sound, so the article is “an”, not “\(article)”."
            : "“\(word)” begins with a consonant sound, so the article is “a”, not “\(article)”."
    }
}
