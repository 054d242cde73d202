import CalqueLint
import CalqueSyntax
import CalqueText

/// "In recent years the plant is losing", "if he will come": a tense that its clause does not allow.
struct TenseShift: Rule {
    static let description = RuleDescription(
        id: "tense-shift",
        name: "Tense that does not fit its clause",
        family: .tense,
        summary: "A present stands for what began in the past or is reported from it, or a future in a condition.",
        rationale: """
            Russian and German say “for three years he works here”, “they feared that he suffocates” and “if he will come”; the tense \
            survives translation. The rule knows four frames: “in recent years” and “for the past N years” with a present \
            progressive, a past verb of thinking with a pronoun and a present, “previously” with a present, and “will” in a \
            clause that begins with “if”. Reports of what is said, which keep their tense in news, are left alone.
            """,
        mqm: "Fluency/Grammar/Tense/mood/aspect",
        severity: .major,
        bad: [
            "In recent years, the plant [[is slowly losing]] its best engineers.",
            "When the roof fell, they feared that [[he suffocates]] in the cellar.",
            "If the [[council will]] approve the plan, the bridge can be built in May.",
            "[[Previously, historians see]] the tower as a part of the wall.",
        ],
        good: [
            "In recent years, the plant has been losing its best engineers.",
            "He said that she is ill and that the doctors are with her.",
            "If it will help the town, the council will approve the plan.",
            "The mayor asked if the council will approve the plan.",
            "If you will wait a moment, the mayor will see you.",
            "He thought of what he has to say to the voters.",
        ],
        missed: [
            "A neighbour told her in those days that she works too much."
        ],
        evidence: .doubtful, precision: "1.00 (n = 4)"
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let trees = analysis.trees
        guard !trees.isEmpty else { return }
        for sentence in analysis.sentences where analysis.isRunningText(sentence) {
            for token in sentence.tokens {
                let found =
                    Self.presentPeriod(at: token, in: sentence.tokens, analysis, trees)
                    ?? Self.thought(at: token, in: sentence.tokens, analysis, trees)
                    ?? Self.condition(at: token, in: sentence.tokens, analysis, trees)
                    ?? Self.previously(at: token, in: sentence.tokens, analysis, trees)
                guard let found else { continue }
                findings.append(
                    Finding(
                        rule: Self.description, span: analysis.span(found.tokens), message: found.message,
                        confidence: 0.85))
            }
        }
    }

    private struct Shift {
        var tokens: ClosedRange<Int>
        var message: String
    }

    /// "In recent years, the plant is losing its engineers".
    private static func presentPeriod(
        at token: Int, in sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> Shift? {
        var start = token - 1
        var end = token + 1
        if analysis.isToken(token, in: recent) {
            guard start >= sentence.lowerBound, analysis.isToken(start, in: inWord), analysis.isToken(end, in: units)
            else { return nil }
        } else if analysis.isToken(token, in: past) {
            start = token - 2
            end = token + 2
            guard start >= sentence.lowerBound, end < sentence.upperBound, analysis.isToken(token - 1, in: the),
                analysis.isToken(start, in: during), trees.universal[token + 1] == .NUM,
                analysis.isToken(end, in: units)
            else { return nil }
        } else {
            return nil
        }
        guard end < sentence.upperBound, start == sentence.lowerBound || analysis.tokens[start - 1].kind == .comma
        else { return nil }
        for at in end + 1..<max(end + 1, min(sentence.upperBound - 1, end + 10)) {
            if analysis.isToken(at, in: presentBe) {
                let verb = analysis.behindAdverbs(at + 1, in: sentence)
                guard verb < sentence.upperBound, trees.penn[verb] == .VBG,
                    !analysis.contains([.VBN, .WDT, .TO], in: end + 1..<at, trees)
                else { return nil }
                let time = analysis.article.string(analysis.span(start...end))
                return Shift(
                    tokens: at...verb,
                    message:
                        "“\(time)” began in the past, so the verb is a present perfect: “has been \(analysis.string(verb))”."
                )
            }
            if trees.penn[at].isFiniteVerb { return nil }
        }
        return nil
    }

    /// "They feared that he suffocates".
    private static func thought(
        at token: Int, in sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> Shift? {
        guard analysis.isToken(token, in: thinking), trees.penn[token] == .VBD else { return nil }
        let subject = token + 1 < sentence.upperBound && analysis.isToken(token + 1, in: that) ? token + 2 : token + 1
        let verb = subject + 1
        guard verb < sentence.upperBound, analysis.isToken(subject, in: pronouns),
            trees.penn[verb] == .VBZ || trees.penn[verb] == .VBP, !analysis.entry(verb).tags.contains(.VBD),
            analysis.tokens[verb].shape == .lower, verb + 1 >= sentence.upperBound || trees.penn[verb + 1] != .VBN
        else { return nil }
        return Shift(
            tokens: subject...verb,
            message:
                "“\(analysis.string(token))” is past, so what was thought is not in the present: “\(analysis.string(verb))”."
        )
    }

    /// "If the guests will come early, they can see the garden": the condition stands in the present.
    private static func condition(
        at token: Int, in sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> Shift? {
        guard analysis.isToken(token, in: ifWord),
            token == sentence.lowerBound || analysis.tokens[token].isFirst
                || analysis.tokens[token - 1].kind == .comma
        else { return nil }
        var will = token + 2
        while will < sentence.upperBound, !analysis.isToken(will, in: willWord) {
            let kind = analysis.tokens[will].kind
            if kind == .comma || kind == .terminal || analysis.isToken(will, in: clauseWords)
                || [.VBZ, .VBP, .VBD].contains(trees.penn[will])
            {
                return nil
            }
            will += 1
        }
        guard will + 1 < sentence.upperBound, trees.penn[will] == .MD,
            trees.penn[will - 1].isNoun || [.PRP, .RB].contains(trees.penn[will - 1]),
            trees.penn[token + 1] != .VBN,
            !analysis.isToken(will - 1, in: willing), !analysis.isToken(will + 1, in: notBehindWill)
        else { return nil }
        return Shift(
            tokens: will - 1...will,
            message: "A condition with “if” stands in the present; “will” belongs in the clause that follows from it.")
    }

    /// "Previously, historians see the tower".
    private static func previously(
        at token: Int, in sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> Shift? {
        guard token == sentence.lowerBound, analysis.isToken(token, in: previouslyWords),
            analysis.tokens[token + 1].kind == .comma,
            let verb = (token + 1..<min(token + 6, sentence.upperBound)).first(where: { trees.penn[$0].isFiniteVerb }),
            trees.penn[verb] == .VBZ || trees.penn[verb] == .VBP,
            !analysis.contains([.VBN], in: verb + 1..<min(verb + 4, sentence.upperBound), trees)
        else { return nil }
        return Shift(
            tokens: token...verb,
            message:
                "“\(analysis.string(token))” speaks of the past, its verb “\(analysis.string(verb))” is in the present."
        )
    }

    private static let recent: FormSet = ["recent"]
    private static let past: FormSet = ["past", "last"]
    private static let the: FormSet = ["the"]
    private static let inWord: FormSet = ["in"]
    private static let during: FormSet = ["for", "over", "during"]
    private static let units: FormSet = ["years", "months", "decades", "weeks"]
    private static let presentBe: FormSet = ["is", "are"]
    private static let that: FormSet = ["that"]
    private static let thinking: FormSet = [
        "thought", "believed", "hoped", "feared", "knew", "dreamed", "dreamt", "felt", "suspected", "realised",
        "realized", "understood",
    ]
    private static let pronouns: FormSet = ["he", "she", "it", "they", "we"]
    private static let ifWord: FormSet = ["if"]
    private static let willWord: FormSet = ["will"]
    private static let clauseWords: FormSet = ["that", "who", "which", "and", "to", "or"]
    /// "If it will help", "if you will": no condition but a wish.
    private static let willing: FormSet = ["you", "it", "i", "we"]
    private static let notBehindWill: FormSet = ["help", "you", "not", "just", "ever", "actually", "only"]
    private static let previouslyWords: FormSet = ["previously", "formerly"]
}
