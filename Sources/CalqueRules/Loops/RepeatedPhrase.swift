import CalqueLint
import CalqueSyntax
import CalqueText

/// "in the world in the world": two words or more, said again at once.
struct RepeatedPhrase: Rule {
    static let description = RuleDescription(
        id: "repeated-phrase",
        name: "Repeated phrase",
        family: .loops,
        summary: "A phrase of two words or more is said again at once.",
        rationale: """
            A neural system that loses its place falls into a loop and says a phrase, or the rest of its sentence, again; \
            phrase-based systems do so where two phrases of their table overlap. The rule keeps quiet about coordination \
            (“more and more and more”), the repetitions of speech that stand between stops or dashes, and names.
            """,
        mqm: "Fluency/Duplication",
        severity: .major,
        bad: [
            "The winner was named [[in the capital in the capital]] on Sunday.",
            "Residents complain [[about the quality of the water about the quality of the water]] in the wells.",
            "The court heard [[the driver of the truck, the driver of the truck,]] and two witnesses.",
            "He promised [[to finish the work to finish the work to finish the work]] by autumn.",
        ],
        good: [
            "The queue grew longer and longer and longer.",
            "There are more and more cars and more and more roads.",
            "They will have to have a new plan by Friday.",
            "It rained day after day after day.",
            "The trains go from city to city to city.",
        ],
        missed: [
            "Children play in the park, and their parents sit in the park."
        ],
        evidence: .slip
    )

    /// The longest phrase looked for, in tokens.
    private static let longest = 40

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let segmentation = analysis.segmentation
        var forms: [Int] = []
        for sentence in segmentation.sentences where sentence.tokens.count >= 4 {
            forms.removeAll(keepingCapacity: true)
            for token in sentence.tokens { forms.append(segmentation.formNumber(token)) }
            var at = sentence.tokens.lowerBound
            var place = Place(start: at, end: sentence.tokens.upperBound, uniformEnd: at)
            while at < place.end - 3 {
                place.move(to: at, segmentation)
                if let copies = loop(at: at, &place, forms, segmentation, analysis) {
                    report(copies, analysis, &findings)
                    at = copies.end
                } else {
                    at += 1
                }
            }
        }
    }

    /// A phrase of `length` tokens that stands from `start` to `end`, twice or more.
    private struct Copies {
        var start: Int
        var end: Int
        var length: Int
        var times: Int { (end - start) / length }
    }

    /// What is known of a sentence while it is walked, so that nothing is counted anew at each token.
    private struct Place {
        /// The start and the end of the sentence.
        let start: Int
        let end: Int
        /// The end of the run of one and the same word that the walk is in.
        var uniformEnd: Int
        /// Whether the sentence has words in small letters and stands in a paragraph; nil until somebody asks.
        var isProse: Bool?

        mutating func move(to at: Int, _ segmentation: Segmentation) {
            guard at >= uniformEnd else { return }
            uniformEnd = at + 1
            while uniformEnd < end, segmentation.sameForm(at, uniformEnd) { uniformEnd += 1 }
        }
    }

    private func loop(
        at start: Int, _ place: inout Place, _ forms: [Int], _ segmentation: Segmentation,
        _ analysis: borrowing Analysis
    ) -> Copies? {
        let first = start - place.start
        let form = forms[first]
        let most = min(Self.longest, (place.end - start) / 2)
        guard most >= 2 else { return nil }
        // "very very very very" is the other rule's.
        let least = max(2, place.uniformEnd - start + 1)
        guard least <= most else { return nil }
        var harmless: Int?
        for length in least...most where forms[first + length] == form {
            // What people say twice they say four times.
            if let harmless, length.isMultiple(of: harmless) { continue }
            guard same(start, start + length, length, segmentation) else { continue }
            guard isFault(start, length, &place, segmentation, analysis) else {
                harmless = harmless ?? length
                continue
            }
            var last = start + 2 * length
            while last + length <= place.end, same(start, last, length, segmentation) { last += length }
            return Copies(start: start, end: last, length: length)
        }
        return nil
    }

    private func same(_ a: Int, _ b: Int, _ length: Int, _ segmentation: Segmentation) -> Bool {
        for offset in 0..<length where !segmentation.sameForm(a + offset, b + offset) { return false }
        return true
    }

    private func isFault(
        _ start: Int, _ length: Int, _ place: inout Place, _ segmentation: Segmentation, _ analysis: borrowing Analysis
    ) -> Bool {
        var words = 0
        var names = 0
        var isSpoken = false
        var content = 0
        var commas = 0
        for index in start..<start + length {
            let token = segmentation.tokens[index]
            switch token.kind {
            case .word:
                words += 1
                if token.isCapitalised { names += 1 }
                if token.isQuoted || analysis.isToken(index, in: Self.speakers) { isSpoken = true }
                if token.script != .latin { return false }
                if analysis.entry(index).tags.isDisjoint(with: .function) { content += 1 }
            case .comma: commas += 1
            case .number, .hyphen, .slash, .currency, .symbol, .url: break
            // Between stops, dashes, quotation marks and brackets people repeat themselves on purpose.
            default: return false
            }
        }
        guard words >= 2 || (words == 1 && segmentation.tokens[start].kind == .number) else { return false }
        // A table or a caption in capitals; a list of names.
        if names == words && (commas > 0 || !isProse(start, &place, segmentation, analysis)) { return false }
        if commas > 0 {
            // ", very, very", "no, never, no, never": a list of words; a clause with its comma is a loop.
            return words >= 4 && content >= 1 && commas == 1 && !isSpoken
        }
        // "stronger and | stronger and", "hand in | hand in"
        let last = start + length - 1
        if analysis.isToken(last, in: Self.conjunctions) || segmentation.tokens[last].kind == .hyphen { return false }
        // "call a spade a spade"
        if length <= 3, start > 0, analysis.isToken(start - 1, in: Self.naming) { return false }
        guard length == 2 else { return true }
        // "who's who"
        if analysis.isToken(start, in: Self.who) || analysis.isToken(last, in: Self.who) { return false }
        if analysis.isToken(last, in: Self.prepositions) && content == 1 { return false }
        // "more | and more and more", "city | to city to city", "and fewer and fewer"
        if start > 0 && segmentation.sameForm(start - 1, last) { return false }
        if analysis.isToken(start, in: Self.conjunctions) { return false }
        // "going to have to have"
        return !(analysis.isToken(start, in: Self.to) && analysis.isToken(last, in: Self.have))
    }

    /// Whether the phrase stands in a sentence with words in small letters, in a paragraph.
    private func isProse(
        _ start: Int, _ place: inout Place, _ segmentation: Segmentation, _ analysis: borrowing Analysis
    ) -> Bool {
        if let isProse = place.isProse { return isProse }
        let sentence = segmentation.sentences[Int(segmentation.tokens[start].sentence)]
        let isProse =
            analysis.kind(of: sentence) == .paragraph
            && sentence.tokens.count(where: { segmentation.tokens[$0].shape == .lower }) >= 4
        place.isProse = isProse
        return isProse
    }

    private func report(_ copies: Copies, _ analysis: borrowing Analysis, _ findings: inout [Finding]) {
        let span = analysis.span(copies.start...copies.end - 1)
        let phrase = analysis.article.string(analysis.span(copies.start...copies.start + copies.length - 1))
        let isMarked = analysis.segmentation.tokens[copies.start + copies.length - 1].kind == .comma
        findings.append(
            Finding(
                rule: Self.description, span: span, message: Self.message(phrase, times: copies.times),
                suggestions: [Suggestion(span: Span(span.start + phrase.utf8.count, span.end), replacement: "")],
                confidence: isMarked ? 0.85 : 0.95))
    }

    private static let conjunctions: FormSet = ["and", "or", "but", "nor"]
    private static let prepositions: FormSet = [
        "by", "after", "upon", "to", "on", "for", "in", "with", "versus", "against", "of", "over", "from", "than",
    ]
    private static let speakers: FormSet = ["i", "we", "you", "my", "our", "your", "us", "me", "let"]
    private static let naming: FormSet = ["call", "calls", "called", "calling"]
    private static let to: FormSet = ["to"]
    private static let who: FormSet = ["who", "what"]
    private static let have: FormSet = ["have"]
}

extension RepeatedPhrase {
    private static func message(_ phrase: String, times: Int) -> String {
        let count = times == 2 ? "twice" : "\(times) times"
        return "“\(phrase)” is said \(count) in a row."
    }
}
