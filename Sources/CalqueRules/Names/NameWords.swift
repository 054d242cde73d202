import CalqueSyntax

/// Word lists that the rules about names share.
enum NameWords {
    /// Words that stay small within a name.
    static let connectives: FormSet = ["of", "the", "and", "for", "in", "on", "to", "at", "de", "la", "del", "&"]
    static let the: FormSet = ["the"]
    static let articles: FormSet = ["the", "a", "an"]
    static let and: FormSet = ["and", "or", "&"]
    /// Prepositions that a place stands behind.
    static let placePrepositions: FormSet = [
        "in", "from", "near", "at", "to", "towards", "toward", "around", "via", "outside", "into", "across",
    ]
    static let kin: FormSet = [
        "mother", "father", "brother", "sister", "son", "daughter", "wife", "husband", "uncle", "aunt", "cousin",
        "friend", "colleague", "nephew", "niece", "grandson", "granddaughter",
    ]
    /// Verbs that people do, and things do not.
    static let personVerbs: FormSet = [
        "said", "says", "told", "added", "adds", "explained", "noted", "stated", "wrote", "writes", "asked", "replied",
        "admitted", "denied", "claimed", "believes", "believed", "thinks", "thought", "argued", "argues", "insisted",
        "promised", "stressed", "recalled", "felt", "decided", "wanted", "wants", "refused", "resigned", "died",
        "married", "studied", "graduated", "apologised", "apologized", "tweeted", "commented", "complained",
        "emphasised", "emphasized", "confessed", "concluded", "hopes", "hoped", "loved", "knew", "knows", "spoke",
        "warned", "remarked", "joked", "urged", "described", "suggested", "acknowledged", "confirmed", "announced",
    ]
    /// Words that open a clause, so that a name may stand behind them as the subject.
    static let clauseOpeners: FormSet = [
        "as", "when", "that", "what", "while", "because", "before", "after", "and", "but", "if", "where", "which",
        "although", "though", "since", "until", "whom",
    ]
    /// First words of names of places, before which a name of its own stands: "Fort Lee", "Mount Hood".
    static let placeOpeners: FormSet = [
        "fort", "port", "mount", "lake", "saint", "san", "santa", "cape", "los", "las", "new", "el", "puerto", "costa",
        "sri", "são", "rio", "nizhny", "veliky", "upper", "st.",
    ]
    static let directions: FormSet = [
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "southeast",
        "northeast", "southwest", "northwest", "middle", "far", "near", "upper", "lower", "greater", "inner", "outer",
        "first", "second", "third",
    ]
}
