import CalqueSyntax
import CalqueText

extension Analysis {
    /// Whether a token is an adverb and nothing else by its form, or "not": what may stand within a verb group.
    func isAdverb(_ token: Int) -> Bool {
        if isToken(token, in: VerbGroupWords.adverbs) { return true }
        let tags = entry(token).tags
        guard segmentation.tokens[token].shape == .lower, tags.contains(.RB) else { return false }
        return tags.isSubset(of: [.RB, .RBR]) || endsInLy(token)
    }

    /// "quickly", "significantly"
    func endsInLy(_ token: Int) -> Bool { segmentation.form(token).suffix(2).elementsEqual("ly".utf8) }

    /// The first token from a place on that is no adverb; no more than `limit` are passed over.
    func behindAdverbs(_ start: Int, in sentence: Range<Int>, limit: Int = 2) -> Int {
        var at = start
        while at < sentence.upperBound, at < start + limit, isAdverb(at) { at += 1 }
        return at
    }

    /// Whether a form can be nothing but a verb.
    func isVerbOnly(_ token: Int) -> Bool {
        let tags = entry(token).tags
        return !tags.isEmpty && tags.isSubset(of: .verb)
    }

    /// Whether any token of a range, as far as it lies within the sentence, is in a set.
    func contains(_ set: FormSet, in range: Range<Int>, of sentence: Range<Int>) -> Bool {
        range.clamped(to: sentence).contains { isToken($0, in: set) }
    }

    /// Whether any token of a range has one of these tags.
    func contains(_ tags: [PennTag], in range: Range<Int>, _ trees: Trees) -> Bool {
        range.contains { tags.contains(trees.penn[$0]) }
    }
}

/// Words that verb groups are made of.
enum VerbGroupWords {
    static let adverbs: FormSet = [
        "not", "n't", "also", "never", "always", "still", "just", "already", "soon", "again", "once", "often", "even",
        "long", "now", "then",
    ]
    static let negations: FormSet = ["not", "n't"]
    static let modals: FormSet = [
        "will", "would", "can", "could", "may", "might", "must", "should", "shall", "ca", "wo",
    ]
    static let formsOfBe: FormSet = ["is", "are", "was", "were", "be", "been", "being", "am", "'m", "'re"]
    static let finiteBe: FormSet = ["is", "are", "was", "were"]
    static let formsOfHave: FormSet = ["have", "has", "had", "'ve"]
    static let formsOfDo: FormSet = ["do", "does", "did"]
    static let articles: FormSet = ["a", "an", "the"]
    /// Times that stand without a preposition: "was killed the day before".
    static let times: FormSet = [
        "week", "weeks", "day", "days", "month", "months", "year", "years", "morning", "afternoon", "evening", "night",
        "time", "times", "summer", "winter", "spring", "autumn", "fall", "season", "weekend", "moment", "hour", "hours",
        "minute", "minutes", "way", "ways", "date", "century", "decade", "size", "distance", "equivalent", "today",
        "tomorrow", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "once",
        "second", "while", "first",
    ]
}
