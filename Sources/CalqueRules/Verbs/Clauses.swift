import CalqueSyntax
import CalqueText

/// What the rules on missing verbs and subjects know of an article: which words are finite verbs, and which could be.
///
/// The parser was trained on sentences that have their verbs, and takes a noun for a verb, or a verb for a noun, where
/// one is missing. So a word counts as a possible finite verb when the lexicon knows such a use and its neighbours
/// do not rule it out, whatever tag it has got.
struct Clauses: ArticleFacts {
    let trees: Trees
    /// Of each token, whether it can be a finite verb where it stands.
    private(set) var mayBeFinite: [Bool] = []
    /// First and last token of what depends on each token, itself included.
    private(set) var firsts: [Int32] = []
    private(set) var lasts: [Int32] = []

    init(_ analysis: borrowing Analysis) {
        trees = analysis.trees
        guard !trees.isEmpty else { return }
        mayBeFinite = [Bool](repeating: false, count: trees.heads.count)
        for sentence in analysis.sentences {
            for token in sentence.tokens {
                mayBeFinite[token] = mayBeFinite(token, in: sentence.tokens, analysis)
            }
        }
        linkSubtrees()
    }

    private mutating func linkSubtrees() {
        firsts = trees.heads.indices.map { Int32($0) }
        lasts = firsts
        // Heads before their dependents, so that the reverse order hands every span up once.
        var order = trees.heads.indices.filter { trees.heads[$0] < 0 }
        var at = 0
        while at < order.count {
            order.append(contentsOf: trees.children(order[at]))
            at += 1
        }
        for token in order.reversed() {
            guard let head = trees.head(token) else { continue }
            firsts[head] = min(firsts[head], firsts[token])
            lasts[head] = max(lasts[head], lasts[token])
        }
    }

    /// First and last token of what depends on a token, itself included.
    func subtree(_ token: Int) -> ClosedRange<Int> { Int(firsts[token])...Int(lasts[token]) }

    /// Whether the tagger takes a token for a finite verb, or it is a clitic that is one ("'s", "'ll").
    func isFinite(_ token: Int, _ analysis: borrowing Analysis) -> Bool {
        trees.penn[token].isFiniteVerb
            || trees.penn[token] != .POS && analysis.isToken(token, in: ClauseWords.clitics)
    }

    private func mayBeFinite(_ token: Int, in sentence: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
        if isFinite(token, analysis) { return true }
        let written = analysis.tokens[token]
        guard written.kind == .word else { return false }
        let before: Int? = token > sentence.lowerBound ? token - 1 : nil
        let entry = analysis.entry(token)
        let tags = entry.tags
        if let before, written.shape != .lower && written.shape != .none, !analysis.tokens[before].opensText {
            let isShouted = written.shape == .upper && written.end - written.start > 1
            return isShouted && !tags.isDisjoint(with: [.VBZ, .VBP, .VBD, .MD])
        }
        if tags.isEmpty {
            let form = analysis.segmentation.form(token)
            let universal = trees.universal[token]
            if universal == .VERB || universal == .AUX || form.hasEnd("ed") || form.hasEnd("n't") { return true }
            return form.hasEnd("s") && universal != .NOUN && universal != .PROPN && universal != .ADJ
        }
        guard let before else {
            return !tags.isDisjoint(with: [.VBD, .VBZ, .MD])
                && [.VERB, .AUX, .ADJ].contains(trees.universal[token])
        }
        let previous = trees.penn[before]
        switch previous {
        case .DT, .PRPS, .POS, .PDT:
            if !analysis.isToken(before, in: ClauseWords.pronominal) { return false }
        case .TO: return false
        case .IN:
            let isPreposition =
                !analysis.isToken(before, in: ClauseWords.conjunctions) && trees.relations[before] != .compoundPrt
            if isPreposition && trees.relations[before] != .advmod && Int(trees.heads[before]) >= token { return false }
        default: break
        }
        if tags.contains(.MD) && !analysis.isToken(token, in: ClauseWords.nounModals) { return true }
        if tags.contains(.VBD) { return true }
        var subject = before
        while subject > sentence.lowerBound && trees.penn[subject] == .RB { subject -= 1 }
        let isBare = trees.penn[subject] == .RB
        let ending = token + 1 < sentence.upperBound && analysis.endsNominal(token + 1)
        if tags.contains(.VBZ) {
            switch previous {
            case .JJ, .JJR, .JJS, .CD, .dollar, .HYPH, .NNS: return false
            default: break
            }
            if !isBare && analysis.isToken(subject, in: ClauseWords.withBaseForm) { return false }
            let followsPronoun = [.PRP, .RB, .WDT, .WP].contains(previous)
            return !(trees.penn[token] == .NNS && ending && !followsPronoun)
        }
        guard !isBare, !tags.isDisjoint(with: [.VBP, .MD]) else { return false }
        if analysis.isToken(subject, in: ClauseWords.withVBZ) { return tags.contains(.MD) }
        let subjectTag = trees.penn[subject]
        let isPronoun = subjectTag == .PRP || subjectTag == .WDT || subjectTag == .WP
        let isPlural =
            isPronoun || subjectTag == .NNS || subjectTag == .NNPS || subjectTag == .EX
            || analysis.isToken(subject, in: ClauseWords.pluralSubjects) || analysis.tokens[subject].endsSubject
        guard isPlural else { return false }
        if trees.penn[token] == .NN && ending && !isPronoun { return false }
        if trees.penn[token] == .JJ {
            if previous == .RB { return false }
            if token + 1 < sentence.upperBound, [.NOUN, .ADJ].contains(trees.universal[token + 1]) { return false }
        }
        return true
    }
}

extension Clauses {
    /// Whether each possible finite verb among some tokens has a word of its own that opens a clause for it ("who",
    /// "because"), or is coordinated with one that has.
    ///
    /// - Parameter strictly: Count what could be a finite verb, not only what the tagger took for one.
    func isSubordinate(_ tokens: Range<Int>, strictly: Bool = false, _ analysis: borrowing Analysis) -> Bool {
        var opener = tokens.lowerBound
        var last: Int?
        for token in tokens where strictly ? mayBeFinite[token] : isFinite(token, analysis) {
            defer { last = token }
            if let last, token - last <= 3,
                (last + 1..<token).allSatisfy({ trees.penn[$0] == .RB || trees.penn[$0].isVerb })
            {
                continue
            }
            if (opener..<token).contains(where: { analysis.isToken($0, in: ClauseWords.openers) }) {
                opener = token
                continue
            }
            guard let last,
                (max(last, token - 3)..<token).contains(where: { analysis.isToken($0, in: ClauseWords.and) })
            else { return false }
            opener = token
        }
        return true
    }

    /// The end of the clause that a token stands in: the next stop, or "and" before a subject pronoun.
    func end(from token: Int, in sentence: Range<Int>, _ analysis: borrowing Analysis) -> Int {
        var at = token
        while at < sentence.upperBound, !analysis.isStop(at) {
            if at > token, at + 1 < sentence.upperBound, analysis.isToken(at, in: ClauseWords.and),
                analysis.isToken(at + 1, in: ClauseWords.subjects)
            {
                return at
            }
            at += 1
        }
        return at
    }

    /// The last token of the name or noun phrase with this head: with the rest of the name, and phrases with "of".
    func nominalEnd(_ head: Int, _ analysis: borrowing Analysis) -> Int {
        var end = head
        var noun = head
        for _ in 0..<8 {
            var next: Int?
            for child in trees.children(noun) where child > noun {
                switch trees.relations[child] {
                case .flat, .compound, .nummod, .appos:
                    if child <= end + 1 { end = max(end, subtree(child).upperBound) }
                case .nmod:
                    if subtree(child).lowerBound == end + 1, analysis.isToken(end + 1, in: ClauseWords.of) {
                        next = child
                        end = child
                    }
                default: break
                }
                if next != nil { break }
            }
            guard let next else { return end }
            noun = next
        }
        return end
    }

    /// Whether a noun is a name, or has "the", "this" or a possessive.
    func isDefinite(_ noun: Int, _ analysis: borrowing Analysis) -> Bool {
        trees.penn[noun].isProperNoun
            || trees.children(noun).contains {
                trees.relations[$0] == .nmodPoss || analysis.isToken($0, in: ClauseWords.definite)
            }
    }

    /// The head of a sentence's tree.
    func root(_ sentence: Range<Int>) -> Int? { sentence.first { trees.heads[$0] < 0 } }

    /// Whether a sentence is running prose of a length that trees are good for, and begins as sentences do.
    func isProse(_ sentence: Sentence, _ analysis: borrowing Analysis) -> Bool {
        let tokens = sentence.tokens
        guard !trees.isEmpty, tokens.count >= 4, tokens.count <= 120, analysis.kind(of: sentence) == .paragraph,
            let first = tokens.first
        else { return false }
        let start = analysis.tokens[first]
        guard start.isCapitalised || start.shape == .mixed || start.kind == .number || start.isQuotationMark else {
            return false
        }
        let end = tokens.last { !analysis.tokens[$0].isQuotationMark && analysis.tokens[$0].kind != .closeBracket }
        guard let end, analysis.isFullStop(end) else { return false }
        // "((Name)) Yes, indeed.": who speaks in an interview.
        return !zip(tokens, tokens.dropFirst()).contains {
            analysis.tokens[$0].kind == .openBracket && analysis.tokens[$1].kind == .openBracket
        }
    }

    /// Whether most long words of a sentence have a capital: a heading, or the title of an office.
    func isTitle(_ sentence: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
        let long = sentence.filter { analysis.tokens[$0].isWord && analysis.segmentation.form($0).count > 3 }
        return long.count > 2 && 5 * long.count { analysis.tokens[$0].shape != .lower } > 3 * long.count
    }
}

extension Token {
    var isQuotationMark: Bool { kind == .quote || kind == .openQuote || kind == .closeQuote }

    /// A mark behind which a capital is no sign of a name.
    fileprivate var opensText: Bool { isQuotationMark || kind == .colon || kind == .dash || kind == .hyphen }

    /// A mark or bracket at which the subject of a following verb may end.
    fileprivate var endsSubject: Bool { isQuotationMark || kind == .comma || kind == .closeBracket }
}

extension Analysis {
    /// Whether a token ends a stretch of words: punctuation other than a hyphen within a word.
    func isStop(_ token: Int) -> Bool {
        switch tokens[token].kind {
        case .terminal, .comma, .colon, .semicolon, .dash, .openQuote, .closeQuote, .quote, .openBracket, .closeBracket:
            true
        case .hyphen: isDash(token)
        default: false
        }
    }

    /// Whether a token is a dash with spaces around it.
    func isDash(_ token: Int) -> Bool {
        guard tokens[token].kind == .dash || tokens[token].kind == .hyphen else { return false }
        return tokens[token].spaceBefore && token + 1 < tokens.count && tokens[token + 1].spaceBefore
    }

    func isComma(_ token: Int) -> Bool { tokens[token].kind == .comma }

    /// A full stop or an ellipsis.
    func isFullStop(_ token: Int) -> Bool {
        guard tokens[token].kind == .terminal else { return false }
        return !segmentation.form(token).contains { $0 == 33 || $0 == 63 }
    }

    /// Whether the nominal that a token follows is at its end there: "of", "and", a stop.
    fileprivate func endsNominal(_ token: Int) -> Bool {
        switch tokens[token].kind {
        case .comma, .terminal, .closeBracket, .quote, .closeQuote, .openQuote: true
        default: isToken(token, in: ClauseWords.behindNouns)
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func hasEnd(_ end: StaticString) -> Bool {
        end.withUTF8Buffer { count > $0.count && suffix($0.count).elementsEqual($0) }
    }
}

/// Closed sets of words by which clauses are told apart.
enum ClauseWords {
    static let clitics: FormSet = ["'s", "'re", "'ve", "'ll", "'d", "'m"]
    static let conjunctions: FormSet = ["that", "because", "as", "than"]
    /// Determiners that stand by themselves as well.
    static let pronominal: FormSet = [
        "this", "that", "these", "those", "all", "some", "each", "both", "any", "another", "either", "neither",
    ]
    static let nounModals: FormSet = ["might", "will", "can", "may", "must"]
    static let withBaseForm: FormSet = ["i", "we", "they", "you"]
    static let withVBZ: FormSet = ["he", "she", "it"]
    static let pluralSubjects: FormSet = [
        "who", "which", "that", "and", "people", "police", "these", "those", "all", "many", "some", "most", "both",
    ]
    static let behindNouns: FormSet = ["of", "and", "or", "who", "that", "which", "in", "for", "from", "between"]
    /// What may open a clause with a verb of its own.
    static let openers: FormSet = [
        "because", "although", "though", "if", "unless", "whether", "until", "while", "when", "after", "before",
        "since", "as", "once", "how", "what", "why", "where", "that", "who", "which", "whom", "whose", "than",
        "whatever", "whoever",
    ]
    static let and: FormSet = ["and", "or", "but"]
    static let of: FormSet = ["of"]
    static let subjects: FormSet = ["i", "he", "she", "we", "they", "it", "there"]
    static let nominative: FormSet = ["i", "he", "she", "we", "they"]
    static let definite: FormSet = [
        "the", "this", "these", "its", "his", "their", "her", "our", "my", "such",
    ]
    static let determiners: FormSet = [
        "a", "an", "the", "his", "her", "its", "their", "our",
    ]
    /// Words that open a sentence which needs no verb.
    static let fragmentOpeners: FormSet = [
        "no", "not", "another", "why", "how", "what", "where", "when", "who", "which", "whose", "so", "hence", "nor",
        "or", "yes", "thanks", "thank", "congratulations", "well", "welcome", "please", "let", "same", "more", "less",
        "only", "just", "even", "ditto", "now", "here", "there", "never", "good", "god", "also", "plus", "finally",
        "first", "second", "third", "one", "next", "because", "that", "like", "if", "as",
    ]
    /// Adverbs that stand where the verb of a clause does.
    static let midAdverbs: FormSet = [
        "also", "now", "still", "not", "already", "currently", "always", "often", "never", "just", "only", "probably",
        "really", "usually", "once", "later", "therefore", "thus", "then", "soon", "today", "generally",
    ]
}
