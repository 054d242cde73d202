import CalqueLint
import CalqueSyntax
import CalqueText

/// "was signed in capital the on Friday": two words that changed places.
struct ScrambledWords: Rule {
    static let description = RuleDescription(
        id: "scrambled-words",
        name: "Words that changed places",
        family: .order,
        summary:
            "A function word and its neighbour stand in an order that English hardly ever has, and would be common the other way round.",
        rationale: """
            Systems that translate phrase by phrase, and those that move words about, leave an article, a preposition or \
            an auxiliary behind the word that it belongs in front of. The rule compares how likely the words around two \
            neighbours are as they stand and with the two exchanged, by counts of three function words and parts of speech \
            in several million words of clean English, and speaks where the odds are a thousand to one. It keeps quiet in \
            questions and headlines, and in long articles that have no other fault.
            """,
        mqm: "Fluency/Grammar/Word order",
        severity: .major,
        bad: [
            "The ship was found off the coast of [[island the]] on Sunday morning.",
            "The mayor was elected as [[head the]] of the party.",
        ],
        good: [
            "The ship was found off the coast of the island on Sunday morning.",
            "The two men were held after a protest in the square.",
            "The mayor was elected as the head of the party.",
            "Pliny the Elder wrote about it in his old age.",
        ],
        evidence: .doubtful
    )

    /// The logarithm of the odds, times `WordSequences.scale`, from which on a finding is made, and is sure.
    private static let possible = Int(6 * WordSequences.scale)
    private static let likely = Int(7 * WordSequences.scale)
    private static let sure = Int(9 * WordSequences.scale)

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let trees = analysis.trees
        guard !trees.isEmpty, let sequences = WordSequences.english else { return }
        var symbols: [UInt8] = []
        for sentence in analysis.sentences where analysis.isRunningText(sentence) {
            let tokens = sentence.tokens
            guard tokens.count >= 4, !analysis.segmentation.form(tokens.upperBound - 1).elementsEqual("?".utf8) else {
                continue
            }
            symbols.removeAll(keepingCapacity: true)
            symbols += [SequenceSymbols.start, SequenceSymbols.start]
            for token in tokens { symbols.append(SequenceSymbols.symbol(token, trees, analysis.segmentation)) }
            symbols += [SequenceSymbols.end, SequenceSymbols.end]
            var last = -1
            for token in tokens.dropFirst().dropLast(2) where token > last {
                let place = token - tokens.lowerBound
                let odds = symbols.withUnsafeBufferPointer { Self.odds($0, at: place + 2, sequences) }
                guard odds >= Self.possible, !SequenceSymbols.isWord(symbols[place + 2]),
                    Self.mayBeScrambled(token, analysis)
                else { continue }
                last = token + 1
                let (first, second) = (analysis.string(token), analysis.string(token + 1))
                let span = analysis.span(token...token + 1)
                findings.append(
                    Finding(
                        rule: Self.description, span: span, message: Self.message(first, second),
                        suggestions: [Suggestion(span: span, replacement: "\(second) \(first)")],
                        confidence: odds >= Self.sure ? 0.85 : odds >= Self.likely ? 0.75 : 0.6))
            }
        }
    }

    /// How much likelier the symbols around two neighbours are with the two exchanged.
    @inline(__always)
    private static func odds(_ s: UnsafeBufferPointer<UInt8>, at: Int, _ sequences: WordSequences) -> Int {
        let (a, b, x, y, c, d) = (s[at - 2], s[at - 1], s[at], s[at + 1], s[at + 2], s[at + 3])
        if x == y { return 0 }
        let asWritten = sequences.cost(a, b, x) + sequences.cost(b, x, y)
        // Two numbers are never better than nothing: most places end here.
        if asWritten < possible / 2 { return 0 }
        let written = asWritten + sequences.cost(x, y, c) + sequences.cost(y, c, d)
        let exchanged =
            sequences.cost(a, b, y) + sequences.cost(b, y, x) + sequences.cost(y, x, c) + sequences.cost(x, c, d)
        return written - exchanged
    }

    /// Whether one of two neighbours is a word that only has its place, and the other one, before it, has a meaning.
    private static func mayBeScrambled(_ token: Int, _ analysis: borrowing Analysis) -> Bool {
        for word in [token, token + 1] {
            let written = analysis.tokens[word]
            guard written.kind == .word, written.script == .latin,
                written.shape != .upper || written.end - written.start == 1
            else { return false }
        }
        guard analysis.tokens[token + 1].spaceBefore else { return false }
        // Function words go before what they belong to: one that comes late has lost its place.
        guard analysis.isToken(token + 1, in: function) else { return false }
        // "Pliny the Elder"
        return !(analysis.tokens[token].isCapitalised && analysis.tokens[token + 2].isCapitalised)
    }

    private static let function: FormSet = [
        "the", "a", "an", "this", "that", "these", "those", "of", "in", "to", "for", "on", "at", "by", "with", "from",
        "as", "into", "about", "after", "before", "over", "under", "between", "through", "during", "against",
        "without", "within", "among", "towards", "is", "are", "was", "were", "be", "been", "have", "has", "had",
        "will", "would", "can", "could", "may", "must", "should", "his", "her", "its", "their", "our", "my", "your",
        "and", "or", "not", "who", "which",
    ]
}

extension ScrambledWords {
    private static func message(_ first: String, _ second: String) -> String {
        "“\(first) \(second)” hardly ever stands in this order between such words; “\(second) \(first)” does."
    }
}
