import CalqueLint
import CalqueSyntax
import CalqueText

/// What the rules about names know of an article: how each form is cased in it, and in what style it is written.
struct NameContext: ArticleFacts {
    /// How a form is cased in the article.
    struct Casing: Sendable {
        /// Times with a capital where none was forced, outside headlines.
        var capitalised = 0
        /// Times in small letters.
        var lower = 0
        /// A token that has the capital.
        var example = 0
    }

    /// How each token is to be taken.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8
        /// A word of Latin letters in running prose.
        static let word = Traits(rawValue: 1)
        /// A word that begins with a capital.
        static let capital = Traits(rawValue: 2)
        /// Its capital is not forced by the start of a sentence, a quotation, a bracket, or a line in title case.
        static let free = Traits(rawValue: 4)
        /// Glued to its neighbour by a hyphen, slash or other mark, or with such a mark within.
        static let glued = Traits(rawValue: 8)
        /// A possessive ending follows.
        static let possessive = Traits(rawValue: 16)
    }

    /// Parallel to the article's tokens.
    private(set) var traits: [Traits] = []
    /// By `FormHash`: only of forms that have a capital somewhere.
    private(set) var casing: [UInt32: Casing] = [:]
    /// The article avoids capitals: chat, poems, a text that was lowered as a whole.
    private(set) var isLowerStyle = false
    /// Many words are neither English nor capitalised: what stands there in small letters need not be a name.
    private(set) var isForeign = false

    init(_ analysis: borrowing Analysis) {
        let tokens = analysis.segmentation.tokens
        traits = [Traits](repeating: [], count: tokens.count)
        var firstLower = 0
        var sentences = 0
        for sentence in analysis.segmentation.sentences {
            let kind = analysis.kind(of: sentence)
            var words = 0
            var capitals = 0
            var sawFirst = false
            for index in sentence.tokens where tokens[index].kind == .word {
                let token = tokens[index]
                if token.isFirst && !sawFirst {
                    sawFirst = true
                    sentences += 1
                    if token.shape == .lower && token.script == .latin && sentence.tokens.count > 3 { firstLower += 1 }
                }
                if token.shape == .lower && analysis.segmentation.formLength(index) == 1
                    && analysis.segmentation.form(index).first == UInt8(ascii: "i")
                {
                    firstLower += 1
                }
                guard token.script == .latin, token.end - token.start > 3 else { continue }
                words += 1
                if token.isCapitalised || token.shape == .mixed { capitals += 1 }
            }
            let isTitleCase = kind == .headline || kind == .byline || (words >= 4 && capitals * 10 > words * 6)
            mark(sentence, isTitleCase: isTitleCase, analysis)
        }
        isLowerStyle = firstLower >= 2 && firstLower * 7 > sentences
        count(analysis)
    }

    private mutating func mark(_ sentence: Sentence, isTitleCase: Bool, _ analysis: borrowing Analysis) {
        let tokens = analysis.segmentation.tokens
        var isForced = true
        for index in sentence.tokens {
            let token = tokens[index]
            switch token.kind {
            case .word:
                if token.script == .latin && !token.flags.contains(.ignorable) {
                    var own: Traits = .word
                    let starts = Self.startsWithCapital(token, analysis)
                    if starts { own.insert(.capital) }
                    if starts && !isForced && !token.isFirst && !isTitleCase { own.insert(.free) }
                    if Self.isGlued(index, in: sentence, analysis) { own.insert(.glued) }
                    if index + 1 < sentence.tokens.upperBound, !tokens[index + 1].spaceBefore,
                        Self.isPossessive(index + 1, analysis)
                    {
                        own.insert(.possessive)
                    }
                    traits[index] = own
                }
                isForced = false
            case .openQuote, .quote, .openBracket, .colon, .terminal, .dash, .semicolon: isForced = true
            case .number, .hyphen, .slash, .symbol: break
            default: isForced = false
            }
        }
    }

    private mutating func count(_ analysis: borrowing Analysis) {
        let segmentation = analysis.segmentation
        // Most forms have no capital anywhere, and are told apart without a look at the dictionary.
        var capitalised = HashFilter(bits: 4096)
        for index in traits.indices where traits[index].contains(.free) {
            capitalised.insert(segmentation.hash(index))
            casing[segmentation.hash(index), default: Casing(example: index)].capitalised += 1
            if segmentation.tokens[index].shape == .title {
                casing[segmentation.hash(index)]?.example = index
            }
        }
        var foreign: Set<UInt32> = []
        var words = 0
        for index in traits.indices where traits[index].contains(.word) && !traits[index].contains(.capital) {
            words += 1
            let hash = segmentation.hash(index)
            if capitalised.mayContain(hash), casing[hash] != nil { casing[hash]?.lower += 1 }
            if !analysis.word(index).isKnown, !traits[index].contains(.glued), isForeignWord(index, analysis) {
                foreign.insert(segmentation.hash(index))
            }
        }
        isForeign = foreign.count >= 4 && foreign.count * 100 > words
    }

    private static func startsWithCapital(_ token: Token, _ analysis: borrowing Analysis) -> Bool {
        switch token.shape {
        case .title, .upper: return true
        case .mixed:
            let first = analysis.article.text[Int(token.start)]
            return first < 97 || first > 122
        default: return false
        }
    }

    private static func isPossessive(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
        analysis.isToken(index, in: possessives)
    }

    private static let possessives: FormSet = ["'s", "'"]

    private static func isGlued(_ index: Int, in sentence: Sentence, _ analysis: borrowing Analysis) -> Bool {
        let tokens = analysis.segmentation.tokens
        if analysis.segmentation.spelling(index).hasMark { return true }
        if !tokens[index].spaceBefore, index > sentence.tokens.lowerBound {
            switch tokens[index - 1].kind {
            case .openQuote, .quote, .openBracket, .dash: break
            default: return true
            }
        }
        guard index + 1 < sentence.tokens.upperBound, !tokens[index + 1].spaceBefore else { return false }
        switch tokens[index + 1].kind {
        case .comma, .terminal, .colon, .semicolon, .closeQuote, .quote, .closeBracket, .dash: return false
        case .word: return !isPossessive(index + 1, analysis)
        default: return true
        }
    }
}

extension NameContext {
    /// Whether a form that the lexicon does not know is no English word either.
    func isForeignWord(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
        let form = analysis.segmentation.form(index)
        guard form.count >= 4 else { return false }
        return !analysis.lexicon.guess(form, shape: .lower).isBuiltFromKnown
            && analysis.lexicon.englishness(of: form) < 0
    }

    func isWord(_ index: Int) -> Bool { traits[index].contains(.word) }
    func isCapital(_ index: Int) -> Bool { traits[index].contains(.capital) }
    func isLower(_ index: Int) -> Bool { traits[index].intersection([.word, .capital]) == .word }

    /// The word right before, with nothing but a space in between.
    func before(_ index: Int, _ analysis: borrowing Analysis) -> Int? {
        guard index > 0, traits[index - 1].contains(.word) else { return nil }
        let tokens = analysis.segmentation.tokens
        return tokens[index].spaceBefore && tokens[index - 1].sentence == tokens[index].sentence ? index - 1 : nil
    }

    /// The word right behind, with nothing but a space in between.
    func after(_ index: Int, _ analysis: borrowing Analysis) -> Int? {
        guard index + 1 < traits.count, traits[index + 1].contains(.word) else { return nil }
        let tokens = analysis.segmentation.tokens
        return tokens[index + 1].spaceBefore && tokens[index + 1].sentence == tokens[index].sentence ? index + 1 : nil
    }

    /// How a token's form is cased in the article.
    func casing(of index: Int, _ analysis: borrowing Analysis) -> Casing {
        casing[analysis.segmentation.hash(index)] ?? Casing()
    }
}
