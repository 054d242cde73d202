import CalqueLint
import CalqueSyntax
import CalqueText

/// "On 15 February the minister has ruled out": a present perfect beside a time that is over.
struct PresentPerfectWithDate: Rule {
    static let description = RuleDescription(
        id: "present-perfect-with-date",
        name: "Present perfect with a finished time",
        family: .tense,
        summary: "A present perfect stands with a time that is over: a date, “last week”, “two years ago”.",
        rationale: """
            Russian, German and French use one past tense where English has two; engines choose “has done” for “did” also \
            where the sentence names the time. The rule wants the time in the verb's own clause: at its front, with only the \
            subject between, or behind the verb as its own. It keeps quiet about “since”, “by”, “so far”, “twice”, perfect \
            infinitives (“may have”), and times that belong to a noun (“the law passed in 2004”).
            """,
        mqm: "Fluency/Grammar/Tense/mood/aspect",
        severity: .major,
        bad: [
            "On 15 February the minister [[has ruled]] out a new tax on petrol.",
            "Last year the company [[has invested]] ten million euros in the plant.",
            "The bridge [[has been opened]] on Monday in the presence of the mayor.",
            "In 2004 she [[has moved]] to Vienna with her family.",
            "The factory [[has closed]] two years ago because of debts.",
        ],
        good: [
            "Since last year the company has invested ten million euros in the plant.",
            "The company has repaid the loan it took in 2004.",
            "She may have moved to Vienna in 2004 with her family.",
            "Over the last year the company has closed three plants.",
            "The minister, who took office on Monday, has ruled out a new tax.",
            "In 2004 the law that has been discussed so often was passed.",
            "So far in 2014 the city has built two schools.",
        ],
        missed: [
            "In a letter of 2004, the minister has promised a new road."
        ],
        evidence: .doubtful, precision: "1.00 (n = 1)"
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let trees = analysis.trees
        guard !trees.isEmpty else { return }
        for sentence in analysis.sentences where analysis.isRunningText(sentence) {
            let range = sentence.tokens
            guard range.contains(where: { analysis.isToken($0, in: Self.auxiliaries) }) else { continue }
            let times = FinishedTime.all(in: range, analysis, trees)
            if times.isEmpty || analysis.contains(Self.since, in: range, of: range) { continue }
            for auxiliary in range {
                guard let verb = Self.participle(behind: auxiliary, in: range, analysis, trees),
                    let time = times.first(where: {
                        Self.belongs($0, to: auxiliary...verb, in: range, analysis, trees)
                    })
                else { continue }
                findings.append(
                    Finding(
                        rule: Self.description, span: analysis.span(auxiliary...verb),
                        message: Self.message(
                            verb: analysis.article.string(analysis.span(auxiliary...verb)),
                            time: analysis.article.string(analysis.span(time))),
                        suggestions: Self.past(auxiliary, verb, analysis), confidence: 0.9))
            }
        }
    }

    /// The participle of a present perfect whose auxiliary is given.
    private static func participle(
        behind auxiliary: Int, in sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> Int? {
        guard analysis.isToken(auxiliary, in: auxiliaries),
            trees.penn[auxiliary] == .VBZ || trees.penn[auxiliary] == .VBP
        else { return nil }
        if auxiliary > sentence.lowerBound,
            [.MD, .TO].contains(trees.penn[auxiliary - 1])
                || analysis.isToken(auxiliary - 1, in: VerbForms.not)
        {
            return nil
        }
        if analysis.contains([.MD], in: max(sentence.lowerBound, auxiliary - 3)..<auxiliary, trees) { return nil }
        let verb = behindAdverbs(auxiliary + 1, in: sentence, analysis)
        guard verb < sentence.upperBound else { return nil }
        if analysis.isToken(verb, in: been) {
            let passive = behindAdverbs(verb + 1, in: sentence, analysis)
            guard passive < sentence.upperBound else { return verb }
            if trees.penn[passive] == .VBG { return nil }
            return trees.penn[passive] == .VBN || trees.penn[passive] == .VBD ? passive : verb
        }
        guard trees.penn[verb] == .VBN || trees.penn[verb] == .VBD, analysis.entry(verb).tags.contains(.VBN) else {
            return nil
        }
        return verb
    }

    private static func behindAdverbs(_ start: Int, in sentence: Range<Int>, _ analysis: borrowing Analysis) -> Int {
        var at = start
        while at < sentence.upperBound, analysis.tokens[at].shape == .lower, analysis.entry(at).tags.contains(.RB),
            analysis.entry(at).tags.isDisjoint(with: .verb) || analysis.isAdverb(at)
        {
            at += 1
        }
        return at
    }

    /// Whether a time belongs to the clause of a verb group.
    private static func belongs(
        _ time: ClosedRange<Int>, to group: ClosedRange<Int>, in sentence: Range<Int>, _ analysis: borrowing Analysis,
        _ trees: Trees
    ) -> Bool {
        let (start, verb) = (group.lowerBound, group.upperBound)
        let isBefore = time.upperBound < start
        guard isBefore || time.lowerBound > verb else { return false }
        let first = min(time.lowerBound, start)
        let last = max(time.upperBound, verb)
        if analysis.contains(open, in: first - 3..<start, of: sentence)
            || analysis.contains(open, in: start..<last + 4, of: sentence)
        {
            return false
        }
        return isBefore
            ? isFronted(time, before: start, in: sentence, analysis, trees)
            : isAdverbial(time, of: verb, in: sentence, analysis, trees)
    }

    /// The time opens the clause, and only the subject stands between it and the verb.
    private static func isFronted(
        _ time: ClosedRange<Int>, before auxiliary: Int, in sentence: Range<Int>, _ analysis: borrowing Analysis,
        _ trees: Trees
    ) -> Bool {
        let between = time.upperBound + 1..<auxiliary
        let previous = time.lowerBound - 1
        guard between.count <= 9 else { return false }
        // "She in 2004 has moved"
        if between.isEmpty { return previous >= sentence.lowerBound && trees.penn[previous] == .PRP }
        let isFront =
            previous < sentence.lowerBound || [.comma, .semicolon, .colon].contains(analysis.tokens[previous].kind)
            || analysis.isToken(previous, in: clauseOpeners)
        guard isFront, between.count(where: { analysis.tokens[$0].kind == .comma }) <= 1 else { return false }
        return !between.contains { isBarrier($0, analysis, trees) || trees.penn[$0] == .VBG }
    }

    /// The time stands behind the verb, depends on it, and no other verb, participle or clause lies between.
    private static func isAdverbial(
        _ time: ClosedRange<Int>, of verb: Int, in sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> Bool {
        let between = verb + 1..<time.lowerBound
        guard between.count <= 8 else { return false }
        let isBlocked = between.contains {
            isBarrier($0, analysis, trees) || [.CC, .VBN, .VBG, .comma, .period].contains(trees.penn[$0])
                || analysis.isToken($0, in: nounTimes)
        }
        if isBlocked { return false }
        let next = time.upperBound + 1
        if next < sentence.upperBound,
            analysis.isToken(next, in: rangeSigns) || analysis.tokens[next].kind == .dash
                || analysis.tokens[next].kind == .hyphen
        {
            return false
        }
        if between.isEmpty { return true }
        var head = time.upperBound
        while time.contains(head), let next = trees.head(head) { head = next }
        return head == verb
    }

    private static func isBarrier(_ token: Int, _ analysis: borrowing Analysis, _ trees: Trees) -> Bool {
        switch trees.penn[token] {
        case .VBD, .VBZ, .VBP, .MD, .WDT, .WP, .WRB, .TO, .VB: return true
        default: break
        }
        switch analysis.tokens[token].kind {
        case .semicolon, .colon, .dash, .openQuote, .quote, .closeQuote, .openBracket: return true
        default: return analysis.isToken(token, in: relativizers)
        }
    }

    /// The simple past, where the lexicon has it.
    private static func past(_ auxiliary: Int, _ verb: Int, _ analysis: borrowing Analysis) -> [Suggestion] {
        let isPlural = analysis.isToken(auxiliary, in: plural)
        let span = analysis.span(auxiliary...verb)
        if verb == auxiliary + 1 {
            guard !analysis.isToken(verb, in: been) else {
                return [Suggestion(span: span, replacement: isPlural ? "were" : "was")]
            }
            return analysis.inflected(verb, as: .past).map { [Suggestion(span: span, replacement: $0)] } ?? []
        }
        guard verb == auxiliary + 2, analysis.isToken(auxiliary + 1, in: been) else { return [] }
        let was = analysis.span(auxiliary...auxiliary + 1)
        return [Suggestion(span: was, replacement: isPlural ? "were" : "was")]
    }

    private static let auxiliaries: FormSet = ["has", "have"]
    private static let plural: FormSet = ["have"]
    private static let been: FormSet = ["been"]
    private static let since: FormSet = ["since"]
    private static let relativizers: FormSet = ["that", "which"]
    private static let nounTimes: FormSet = [
        "from", "after", "before", "until", "during", "between", "agreement", "letter",
    ]
    private static let rangeSigns: FormSet = ["and", "to", "or", "through", "until"]
    private static let clauseOpeners: FormSet = [
        "and", "but", "that", "when", "then", "again", "however", "later", "already", "only", "early", "late",
    ]

    /// Words by which a time goes on until now, or is one of several.
    private static let open: FormSet = [
        "since", "today", "so", "ever", "now", "already", "yet", "never", "recently", "always", "until", "till",
        "every",
        "each", "often", "times", "currently", "before", "repeatedly", "still", "starting", "beginning", "back",
        "lately", "both", "previously", "between", "again", "consistently", "or", "most", "once", "twice", "early",
        "recent", "through", "annually", "regularly", "than", "by", "as", "alone", "other",
    ]
}

extension PresentPerfectWithDate {
    private static func message(verb: String, time: String) -> String {
        "“\(verb)” is a present perfect, but “\(time)” is a time that is over: English has the simple past with it."
    }
}
