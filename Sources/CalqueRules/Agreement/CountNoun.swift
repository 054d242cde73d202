import CalqueSyntax
import CalqueText

extension Analysis {
    /// Whether the head of a noun phrase is a count noun in the singular beyond doubt, and the phrase ends with it.
    ///
    /// - Parameters:
    ///   - determiner: the word in front of the phrase.
    ///   - isCounted: the determiner is a number, so that ordinals ("the 17 century") are not meant.
    ///   - isDigits: it is written in digits, so that names ("the 70 World Bank report") are not meant.
    func isSurelySingular(
        _ head: Int, behind determiner: Int, isCounted: Bool = false, isDigits: Bool = false, in sentence: Range<Int>,
        _ trees: Trees
    ) -> Bool {
        guard trees.penn[head] == .NN, trees.universal[head] == .NOUN, !segmentation.tokens[head].isCapitalised,
            nounNumber(head) == .singular, !isToken(head, in: CountWords.same)
        else { return false }
        let entry = entry(head)
        guard entry.features.contains(.countable), entry.tags.isDisjoint(with: [.IN, .CD, .VBD]) else { return false }
        if isCounted && isToken(head, in: CountWords.ordinals) { return false }
        guard isPhraseClear(head, behind: determiner, trees) else { return false }
        for token in determiner + 1..<head {
            let isName =
                segmentation.tokens[token].isCapitalised && !self.entry(token).names.contains(.nationality)
            if isDigits && isName { return false }
            // "many Australians part of the history": two phrases.
            if trees.penn[token] == .NNS { return false }
            // "two dollar bills", "the 11,000 euro watch"
            if trees.universal[token] == .NOUN,
                isToken(token, in: NumberWords.measures) || isToken(token, in: CountWords.same)
            {
                return false
            }
        }
        return endsPhrase(head, in: sentence, trees)
    }

    /// Whether the head of a noun phrase is a plural beyond doubt, and the phrase ends with it.
    func isSurelyPlural(_ head: Int, behind determiner: Int, in sentence: Range<Int>, _ trees: Trees) -> Bool {
        guard trees.penn[head] == .NNS, !segmentation.tokens[head].isCapitalised, nounNumber(head) == .plural else {
            return false
        }
        for token in determiner + 1..<head where segmentation.tokens[token].isCapitalised { return false }
        return endsPhrase(head, in: sentence, trees)
    }

    /// No "25 th anniversary", no "54-gun".
    private func isPhraseClear(_ head: Int, behind determiner: Int, _ trees: Trees) -> Bool {
        guard determiner + 1 < head else { return true }
        if trees.penn[determiner + 1] == .HYPH || [.hyphen, .dash].contains(segmentation.tokens[determiner + 1].kind) {
            return false
        }
        return !(determiner + 1..<head).contains { isToken($0, in: CountWords.ordinalEndings) }
    }

    /// Whether what follows a noun cannot belong to its phrase: "two year" but "two year deal", "a two-year-old".
    private func endsPhrase(_ head: Int, in sentence: Range<Int>, _ trees: Trees) -> Bool {
        let next = head + 1
        guard next < sentence.upperBound else { return true }
        let token = segmentation.tokens[next]
        switch trees.universal[next] {
        case .NOUN, .PROPN, .NUM: return false
        default: break
        }
        switch trees.penn[next] {
        case .HYPH, .POS, .JJ, .JJS, .RBS, .VBG, .CD, .AFX: return false
        default: break
        }
        switch token.kind {
        case .hyphen, .dash, .slash, .openBracket: return false
        default: break
        }
        return !token.isCapitalised && !isToken(next, in: CountWords.continuations)
    }
}

/// Words that numbers and quantifiers do not put into the plural.
enum CountWords {
    /// Nouns that stay as they are behind a number or a quantifier, and words that are nouns by mistake.
    static let same: FormSet = [
        "aircraft", "spacecraft", "series", "species", "sheep", "fish", "deer", "cattle", "people", "police",
        "personnel", "staff", "crew", "offspring", "salmon", "trout", "cod", "shrimp", "craft", "hovercraft", "percent",
        "cent", "pc", "million", "billion", "trillion", "thousand", "hundred", "dozen", "score", "head", "yuan", "yen",
        "baht", "rand", "won", "renminbi", "horsepower", "euro", "foot", "stone", "pound", "quid", "grand", "k", "bn",
        "m", "km", "kg", "mm", "cm", "mph", "mw", "gw", "kw", "tonne", "ton", "carat", "gross", "brace", "hertz", "bit",
        "rupiah", "pence", "p", "th", "st", "nd", "rd", "am", "pm", "gmt", "est", "per", "old", "half", "quarter",
        "fifth", "third", "tenth", "plus", "other", "less", "more", "youth", "elite", "opposition", "cavalry",
        "infantry", "artillery", "clergy", "folk", "public", "media", "data", "bulk", "mass", "majority", "minority",
        "rest", "kind", "sort", "type", "such", "same", "time", "times", "today", "tomorrow", "yesterday", "love",
        "nil",
        "all", "zero", "degree", "c", "f", "up", "down", "out", "off", "ball", "test", "play", "form", "hand", "court",
        "air", "enemy", "dead", "injured", "wounded", "young", "poor", "rich", "elderly", "counterpart", "homeless",
        "unemployed", "counsel", "swine", "grouse", "elk", "moose", "bison", "buffalo", "squid", "tuna", "mackerel",
        "herring", "bass", "plaice", "carp", "pike", "halibut", "fowl", "vermin", "poultry", "livestock", "game",
        "aboard", "abroad", "apiece", "ago", "each", "fold", "bronze", "silver", "gold", "key", "lakh", "crore", "cub",
        "gigawatt", "megawatt", "kilowatt", "quality", "present", "past", "opponent", "obligation", "solo", "lb", "oz",
        "population",
        "edge",
    ]
    /// Nouns that a number in front of them may count off: "the 17 century".
    static let ordinals: FormSet = [
        "century", "anniversary", "birthday", "session", "congress", "presidency", "edition", "summit", "festival",
        "olympiad", "place", "grade", "floor", "legislature", "convocation", "season", "round",
    ]
    static let ordinalEndings: FormSet = ["th", "st", "nd", "rd"]
    static let continuations: FormSet = [
        "old", "tall", "long", "high", "wide", "deep", "away", "or", "and", "and/or", "'", "'s",
    ]
}
