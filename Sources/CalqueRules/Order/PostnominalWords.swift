import CalqueSyntax

/// Word lists of `adjective-after-noun`.
enum PostnominalWords {
    /// Adjectives that have other readings as well, but not behind a noun.
    static let attributive: FormSet = [
        "agricultural", "annual", "big", "central", "commercial", "comprehensive", "criminal", "cultural", "daily",
        "digital", "eastern", "economic", "eighth", "electoral", "electric", "famous", "federal", "fifth", "financial",
        "foreign", "fourth", "global", "historic", "human", "hydraulic", "industrial", "international", "junior",
        "local", "main", "major", "medical", "military", "minor", "modern", "multiple", "national", "new", "ninth",
        "northern", "nuclear", "numerous", "outdoor", "political", "private", "rare", "real", "recent", "regional",
        "regular", "religious", "scientific", "second", "senior", "seventh", "several", "sixth", "small", "social",
        "solar", "southern", "technical", "tenth", "theoretical", "third", "typical", "unique", "urban", "various",
        "weak", "western", "whole", "young",
    ]
    /// Words that are only adjectives and may follow their noun.
    static let postnominal: FormSet = [
        "aforethought", "afraid", "alike", "alive", "aplenty", "apparent", "attractive", "centric", "certain",
        "conducive",
        "elect", "immemorial", "inclusive", "indoor", "inherent", "intact", "loyal", "penal", "relevant", "unaware",
        "uncertain", "unpopular", "unwilling", "unyielding", "younger",
    ]
    /// Words that may be a noun, an adverb or the complement of a verb in this place.
    static let ambiguous: FormSet = [
        "good", "enough", "long", "high", "low", "short", "free", "wrong", "right", "clear", "clean", "dry", "open",
        "cool", "warm", "calm", "equal", "due", "present", "hard", "fine", "well", "even", "close", "near", "far",
        "live", "ready", "able", "dead", "poor", "rich", "flat", "like", "complex", "final", "sad", "critical",
        "essential", "effective", "professional", "official", "individual", "conscious", "specific", "friendly",
        "sensitive", "intensive",
    ]
    /// "nothing new", "attorney general", "ten years old"
    static let nouns: FormSet = [
        "bit", "way", "cost", "anybody", "anyone", "anything", "attorney", "body", "court", "days", "everyone",
        "everything", "feet", "heir",
        "inch", "matters", "meters", "metres", "miles", "months", "no", "nobody", "nothing", "one", "people", "percent",
        "places", "points", "secretary", "somebody", "someone", "something", "split", "sum", "tens", "thing", "things",
        "time", "times", "weeks", "year", "years",
    ]
    /// Verbs that take a noun and an adjective: "made the work simple".
    static let complementVerbs: FormSet = [
        "appear", "became", "become", "believe", "believed", "believes", "call", "called", "calling", "calls",
        "consider", "considered", "considers", "cut", "declare", "declared", "deem", "deemed", "drive", "drove", "feel",
        "felt", "find", "finds", "found", "get", "gets", "getting", "go", "got", "had", "has", "have", "having", "held",
        "hold", "judge", "keep", "keeping", "keeps", "kept", "label", "leave", "leaves", "leaving", "left", "like",
        "made", "make", "makes", "making", "paint", "painted", "play", "prove", "proved", "push", "remain", "remained",
        "remains", "render", "rendered", "ruled", "saw", "see", "seem", "seen", "set", "stay", "think", "turn",
        "turned", "turning", "want", "wanted", "went",
    ]
    /// Those of them that make a thing what the adjective says, or take it for that.
    static let changingVerbs: FormSet = [
        "appear", "became", "become", "believe", "believed", "believes", "call", "called", "calling", "calls",
        "consider", "considered", "considers", "declare", "declared", "deem", "deemed", "drive", "drove", "feel",
        "felt", "find", "finds", "found", "judge", "keep", "keeping", "keeps", "kept", "label", "leave", "leaves",
        "leaving", "left", "made", "make", "makes", "making", "paint", "painted", "prove", "proved", "remain",
        "remained", "remains", "render", "rendered", "ruled", "seem", "stay", "think", "turn", "turned", "turning",
    ]
    static let auxiliaries: FormSet = [
        "are", "can", "could", "had", "has", "have", "is", "may", "must", "should", "was", "were", "will", "would",
    ]
    static let relatives: FormSet = [
        "that", "which", "who",
    ]
    static let prepositions: FormSet = [
        "after", "at", "before", "during", "for", "from", "in", "of", "on",
    ]
    static let comparing: FormSet = [
        "how", "so", "such", "than",
    ]
    static let open: FormSet = [
        "any", "as", "no", "with",
    ]
    static let degrees: FormSet = [
        "how", "however", "less", "more", "most", "not", "so", "too", "very", "whether",
    ]
}
