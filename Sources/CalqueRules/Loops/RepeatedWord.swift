import CalqueLint
import CalqueSyntax
import CalqueText

/// "the the": the same word twice in a row.
struct RepeatedWord: Rule {
    static let description = RuleDescription(
        id: "repeated-word",
        name: "Repeated word",
        family: .loops,
        summary: "The same word stands twice in a row.",
        rationale: """
            Phrase-based systems glue phrases together that overlap, and neural ones fall into a loop; both leave a \
            word twice. The rule keeps quiet where English doubles words: “that that”, “had had”, “very very”, \
            a verb's particle before a preposition (“went in in spring”), and names such as “Bora Bora”.
            """,
        mqm: "Fluency/Duplication",
        severity: .major,
        bad: [
            "The delegation arrived in [[the the]] capital on Monday evening.",
            "The ministry has promised [[to to]] publish the figures in spring.",
            "[[The the]] bridge was closed for repairs.",
            "A new school [[was was]] opened in the district.",
        ],
        good: [
            "The minister said that that road would be closed.",
            "They had had enough of the noise by then.",
            "It is very very cold in the north of the region.",
            "The island of Bora Bora lies in the Pacific.",
            "That is what it is is no answer to the question.",
            "It is the best school they could ask for for years to come.",
            "She told her her brother was safe.",
        ],
        evidence: .slip, hasSafeFix: true
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let segmentation = analysis.segmentation
        let tokens = segmentation.tokens
        var index = 1
        while index < tokens.count {
            defer { index += 1 }
            guard segmentation.hash(index) == segmentation.hash(index - 1),
                isRepetition(at: index, segmentation, analysis)
            else { continue }
            var last = index
            while last + 1 < tokens.count, isRepetition(at: last + 1, segmentation, analysis) { last += 1 }
            let first = index - 1
            index = last
            if isEnglish(first...last, analysis) { continue }
            let span = analysis.span(first...last)
            let word = analysis.string(first)
            findings.append(
                Finding(
                    rule: Self.description, span: span, message: Self.message(word, times: last - first + 1),
                    suggestions: [Suggestion(span: Span(Int(tokens[first].end), span.end), replacement: "")],
                    confidence: 0.97))
        }
    }

    /// Whether the token says again what the one before says, with nothing but white space in between.
    private func isRepetition(at index: Int, _ segmentation: Segmentation, _ analysis: borrowing Analysis) -> Bool {
        let a = segmentation.tokens[index - 1]
        let b = segmentation.tokens[index]
        guard a.kind == .word, b.kind == .word, b.spaceBefore, a.sentence == b.sentence else { return false }
        guard segmentation.sameForm(index - 1, index) else { return false }
        // Wagga Wagga, Boutros Boutros-Ghali; function words are no names: "The the", "In In".
        if a.isCapitalised && b.isCapitalised { return analysis.isToken(index, in: Self.neverNames) && !b.isUpper }
        return !b.isCapitalised
    }

    /// Whether people double the word too.
    private func isEnglish(_ range: ClosedRange<Int>, _ analysis: borrowing Analysis) -> Bool {
        let first = range.lowerBound
        let tokens = analysis.segmentation.tokens
        if analysis.isToken(first, in: Self.doubled) { return true }
        // A scrap of another language, a sound, a letter.
        if tokens[first].script != .latin { return true }
        if isLetter(first, analysis) && !analysis.isToken(first, in: Self.article) { return true }
        // "in in-demand trades", "a range of of — of things": a compound, a speaker who begins again.
        let next = range.upperBound + 1
        if next < tokens.count, [.hyphen, .dash].contains(tokens[next].kind) { return true }
        guard first > 0, tokens[first - 1].sentence == tokens[first].sentence else { return false }
        // "moved on on the basis", "asked for for years", "who you go to to get it": the first belongs to the verb.
        if analysis.isToken(first, in: Self.particles) { return analysis.isToken(first - 1, in: Self.particleVerbs) }
        if analysis.isToken(first, in: Self.to) { return analysis.isToken(first - 1, in: Self.go) }
        // "told her her brother", "without it it would": one is an object, one a subject or possessive.
        if analysis.isToken(first, in: Self.pronouns) {
            let before = analysis.entry(first - 1)
            return !before.tags.isDisjoint(with: [.VB, .VBD, .VBZ, .VBP, .VBG, .IN])
                && before.tags.isDisjoint(with: [.CC, .WH])
        }
        // "what it is is no answer", "all that was was smoke".
        if analysis.isToken(first, in: Self.copulas) { return analysis.isToken(first - 1, in: Self.clauseSubjects) }
        return false
    }

    private func isLetter(_ token: Int, _ analysis: borrowing Analysis) -> Bool {
        analysis.segmentation.form(token).count(where: { $0 & 0xC0 != 0x80 }) == 1
    }

    private static let article: FormSet = ["a"]
    private static let copulas: FormSet = ["is", "was"]
    private static let clauseSubjects: FormSet = ["it", "that", "this", "there", "he", "she", "what"]
    private static let doubled: FormSet = [
        "that", "had", "very", "really", "so", "many", "much", "too", "no", "yes", "ha", "blah", "bye", "hey", "oh",
        "ho", "more",
        "far", "long", "never", "big", "old", "little", "now", "well", "wait", "go", "there", "do", "who", "what",
        "again",
        "cha", "tut", "knock", "please", "hear", "quite", "pretty", "tsk", "bla", "la", "na", "yeah", "ok", "okay",
        "right",
    ]
    private static let particles: FormSet = ["in", "on", "for", "up", "over", "off"]
    private static let particleVerbs: FormSet = [
        "going", "gone", "goes", "engaged", "ask", "asked", "asking", "moved", "brought", "came", "come", "comes",
        "caring",
        "cared", "logged",
        "carried", "carry", "called", "voted", "put", "live", "lived", "living", "believe", "believed", "stood", "paid",
        "hoped", "signed",
        "checked", "flooded", "interested", "participated", "taken", "wait", "waited", "waiting",
    ]
    private static let to: FormSet = ["to"]
    private static let go: FormSet = ["go", "went", "talk", "talked", "listen", "belong", "belongs"]
    private static let pronouns: FormSet = ["it", "her", "you", "us", "them", "him", "me"]
    private static let neverNames: FormSet = [
        "the", "a", "an", "in", "of", "to", "and", "for", "on", "at", "with", "by", "from", "is", "was", "has", "have",
        "he", "she", "they",
        "we", "it", "this", "his", "their", "its", "but", "as", "are", "were", "will", "or", "not", "be",
    ]
}

extension RepeatedWord {
    private static func message(_ word: String, times: Int) -> String {
        times == 2
            ? "“\(word)” stands twice in a row."
            : "“\(word)” stands \(times) times in a row."
    }
}
