import CalqueSyntax
import CalqueText

/// A number or quantifier that wants a plural behind it.
struct Quantifier {
    private enum Kind {
        case word, digits, numeral
        /// "one of the", "a number of", "all the"
        case one, phrase, all
    }

    /// The first token of the quantifier.
    let start: Int
    /// The last one: the noun phrase follows.
    let last: Int
    private let sentence: Range<Int>
    private let kind: Kind
    /// The token that the tree hangs on the noun, and whether it must.
    private let dependent: Int

    /// Reads the quantifier whose main word is given.
    init?(at token: Int, in sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees) {
        guard token + 1 < sentence.upperBound else { return nil }
        let before = token > sentence.lowerBound ? token - 1 : nil
        self.sentence = sentence
        func isOf(_ at: Int) -> Bool { at < sentence.upperBound && analysis.isToken(at, in: Self.of) }
        func isThe(_ at: Int) -> Bool { at < sentence.upperBound && analysis.isToken(at, in: Self.definite) }
        if trees.universal[token] == .NUM, let kind = Self.number(token, before, sentence, analysis, trees) {
            self.kind = kind
            (start, last, dependent) = (token, token, token)
            return
        }
        if analysis.isToken(token, in: Self.plain), [.ADJ, .DET, .NUM].contains(trees.universal[token]) {
            if analysis.isToken(token + 1, in: Self.a) { return nil }
            kind = .word
            (start, last, dependent) = (token, token, token)
            return
        }
        let isOne = analysis.isToken(token, in: Self.one)
        if isOne || analysis.isToken(token, in: Self.parts), isOf(token + 1), isThe(token + 2) {
            // "day one of the match", "version three of the rules"
            if let before, [.NOUN, .PROPN, .NUM].contains(trees.universal[before]) { return nil }
            kind = isOne ? .one : .phrase
            let hasNumber = isOne && token + 3 < sentence.upperBound && analysis.isToken(token + 3, in: Self.numerals)
            (start, last, dependent) = (token, token + 2 + (hasNumber ? 1 : 0), token + 2)
            return
        }
        if analysis.isToken(token, in: Self.all), trees.penn[token] == .DT || trees.penn[token] == .PDT {
            let the = isOf(token + 1) ? token + 2 : token + 1
            guard isThe(the) else { return nil }
            if let before, analysis.isToken(before, in: Self.beforeAll) { return nil }
            kind = .all
            (start, last, dependent) = (token, the, the)
            return
        }
        let hasArticle = before.map { analysis.isToken($0, in: Self.a) } ?? false
        if analysis.isToken(token, in: Self.amounts), hasArticle, isOf(token + 1) {
            kind = .phrase
            (start, last, dependent) = (token - 1, token + 1, token + 1)
        } else if analysis.isToken(token, in: Self.many), isOf(token + 1) {
            kind = .phrase
            (start, last, dependent) = (token, token + 1, token + 1)
        } else if analysis.isToken(token, in: Self.dozen), hasArticle {
            kind = .phrase
            (start, last, dependent) = (token - 1, token, token)
        } else {
            return nil
        }
    }

    /// Whether a number counts what follows it: no year, address, score, or part of a name.
    private static func number(
        _ token: Int, _ before: Int?, _ sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> Kind? {
        let isNumeral = analysis.isToken(token, in: numerals)
        guard isNumeral || isCount(analysis.segmentation.form(token)) else { return nil }
        let kind = isNumeral ? Kind.numeral : .digits
        guard let before else { return kind }
        switch trees.universal[before] {
        case .NOUN, .PROPN, .NUM, .SYM: return nil
        default: break
        }
        switch trees.penn[before] {
        case .HYPH, .POS, .dollar, .CD: return nil
        default: break
        }
        switch analysis.tokens[before].kind {
        case .currency, .hyphen, .dash, .slash, .terminal, .colon, .symbol: return nil
        case .word: if analysis.tokens[before].isCapitalised && before > sentence.lowerBound { return nil }
        case .quote, .openQuote, .openBracket, .semicolon: if !isNumeral { return nil }
        default: break
        }
        if analysis.isToken(before, in: beforeLabels) { return nil }
        // "five to four margin"
        if analysis.isToken(before, in: to), before > sentence.lowerBound, trees.universal[before - 1] == .NUM {
            return nil
        }
        // "round of sixteen", "a 20 minute walk"
        if analysis.isToken(before, in: of), before > sentence.lowerBound, analysis.isToken(before - 1, in: round) {
            return nil
        }
        if analysis.isToken(before, in: a) { return nil }
        if !isNumeral, !analysis.isToken(before, in: beforeDigits) {
            switch trees.universal[before] {
            case .DET, .ADJ: return nil
            default: if trees.penn[before] == .VBG || trees.penn[before] == .PRPS { return nil }
            }
        }
        return kind
    }

    /// "2" to "999", "1,000", "25,300,000"; not what stands for something else.
    private static func isCount(_ form: ArraySlice<UInt8>) -> Bool {
        guard let first = form.first, first >= 0x31, first <= 0x39, form.count <= 11 else { return false }
        var group = 0
        var hasComma = false
        for byte in form {
            if byte == 0x2C {
                guard hasComma ? group == 3 : group <= 3 else { return false }
                hasComma = true
                group = 0
            } else if byte >= 0x30 && byte <= 0x39 {
                group += 1
            } else {
                return false
            }
        }
        if hasComma { return group == 3 }
        return group <= 3 && !(group == 1 && first == 0x31) && !labels.contains { form.elementsEqual($0.utf8) }
    }

    /// The noun behind the quantifier, if it is a singular beyond doubt.
    func wrongHead(_ analysis: borrowing Analysis, _ trees: Trees) -> Int? {
        guard let head = trees.nounPhraseHead(behind: last, in: sentence), head - last <= 4 else { return nil }
        let isCounted = kind == .digits || kind == .numeral
        guard
            analysis.isSurelySingular(
                head, behind: last, isCounted: isCounted, isDigits: kind == .digits, in: sentence, trees)
        else { return nil }
        let isUnit = head == last + 1 && analysis.isToken(head, in: Self.units)
        // "many attempt to", "a three tiered scheme"
        if kind == .word, head == last + 1, head + 1 < sentence.upperBound, trees.penn[head + 1] == .TO,
            analysis.entry(head).tags.contains(.VBP)
        {
            return nil
        }
        if analysis.isToken(last + 1, in: Self.multiples) { return nil }
        if isCounted, !isCountCertain(head, isUnit: isUnit, analysis, trees) { return nil }
        // "one of the family", "one of the crew"
        if kind == .one, head == last + 1, isGroup(head, analysis) { return nil }
        if kind == .all, !isTotalCertain(head, analysis, trees) { return nil }
        // The tree must see the phrase as well.
        let isDependent = trees.head(dependent) == head || (isCounted && isUnit)
        let isOfPhrase = kind == .phrase && (analysis.isToken(dependent, in: Self.of) || dependent == start + 1)
        return isDependent || isOfPhrase ? head : nil
    }

    private func isGroup(_ noun: Int, _ analysis: borrowing Analysis) -> Bool {
        analysis.isToken(noun, in: NumberWords.collectives) || analysis.isToken(noun, in: NumberWords.quantities)
    }

    private func isCountCertain(_ head: Int, isUnit: Bool, _ analysis: borrowing Analysis, _ trees: Trees) -> Bool {
        let entry = analysis.entry(head)
        let before = start > sentence.lowerBound ? start - 1 : nil
        let isDetermined = before.map { trees.universal[$0] == .DET || trees.penn[$0] == .PRPS } ?? false
        // "the 20 year, $5m deal"
        if isDetermined, head + 1 < sentence.upperBound, analysis.tokens[head + 1].kind == .comma { return false }
        if kind == .digits, entry.tags.contains(.JJ) || (entry.features.contains(.uncountable) && !isUnit) {
            return false
        }
        let nouns = (last + 1..<head).filter { trees.universal[$0] == .NOUN }
        if nouns.isEmpty { return true }
        // "the two speed economy"
        let isQuoted = before.map { [.quote, .openQuote].contains(analysis.tokens[$0].kind) } ?? false
        return !isDetermined && !isQuoted && !nouns.contains { analysis.isToken($0, in: Self.inner) }
    }

    /// "all the weapon" but "all the dignity": the noun's plural must be as usual as its singular.
    private func isTotalCertain(_ head: Int, _ analysis: borrowing Analysis, _ trees: Trees) -> Bool {
        let entry = analysis.entry(head)
        guard !entry.features.contains(.uncountable), !analysis.isToken(head, in: NumberWords.collectives),
            !analysis.isToken(head, in: Self.wholes), !analysis.isToken(head, in: NumberWords.measures),
            !(head == last + 1 && entry.tags.contains(.VB))
        else { return false }
        if head + 1 < sentence.upperBound, trees.universal[head + 1] == .ADP,
            !analysis.isToken(head + 1, in: Self.places)
        {
            return false
        }
        guard let plural = analysis.lexicon.form(of: analysis.word(head), tag: .NNS) else { return false }
        return Int(analysis.lexicon[plural].frequency) >= Int(entry.frequency) - 3
    }

    /// As it is written: "one of the".
    func words(_ analysis: borrowing Analysis) -> String {
        (start...last).map { analysis.string($0) }.joined(separator: " ")
    }

    private static let a: FormSet = ["a", "an"]
    private static let of: FormSet = ["of"]
    private static let to: FormSet = ["to"]
    private static let one: FormSet = ["one"]
    private static let all: FormSet = ["all"]
    private static let round: FormSet = ["round"]
    private static let dozen: FormSet = ["dozen"]
    private static let plain: FormSet = ["several", "many", "few", "numerous", "various"]
    private static let definite: FormSet = [
        "the", "these", "those", "our", "his", "her", "their", "its", "my", "your",
    ]
    private static let parts: FormSet = ["each", "many", "several", "few", "two", "three"]
    private static let amounts: FormSet = ["number", "couple"]
    private static let many: FormSet = ["dozens", "hundreds", "thousands", "scores"]
    private static let numerals: FormSet = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
        "sixty", "seventy", "eighty", "ninety", "few", "several", "many",
    ]
    private static let labels = ["911", "101", "360", "24", "7", "9", "11"]
    private static let beforeLabels: FormSet = ["no", "number", "nos", "article", "or", "one", "out"]
    private static let beforeDigits: FormSet = [
        "last", "first", "next", "past", "least", "those", "these", "all", "about",
    ]
    private static let beforeAll: FormSet = ["of", "above", "after", "at", "for", "in"]
    private static let multiples: FormSet = [
        "tiered", "sided", "pronged", "legged", "storey", "storeyed", "story", "fold",
    ]
    private static let places: FormSet = ["in", "on", "at"]
    private static let units: FormSet = [
        "day", "month", "year", "week", "hour", "minute", "mile", "metre", "meter", "kilometre", "kilometer", "dollar",
        "ruble", "rouble", "decade",
    ]
    /// Nouns that a number goes with to modify another: "two state solution".
    private static let inner: FormSet = [
        "speed", "state", "party", "way", "man", "woman", "person", "nation", "country", "star", "bedroom", "point",
        "part", "step", "stage", "tier", "sex", "gender", "room", "door", "lane", "page", "piece", "class", "round",
        "race", "term", "horse", "seat", "engine", "wheel", "hand", "finger", "sport",
    ]
    /// What has parts: "all the way", "all the house".
    private static let wholes: FormSet = [
        "way", "world", "universe", "time", "house", "building", "night", "morning", "afternoon", "evening", "summer",
        "winter", "spring", "autumn", "book", "city", "country", "area", "region", "thing", "earth", "globe", "planet",
        "town", "village", "truth", "continent", "board", "family", "club", "evidence", "paperwork", "story", "lot",
        "space", "content", "body",
    ]
}
