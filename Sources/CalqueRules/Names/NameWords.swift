import CalqueSyntax

/// Word lists that the rules about names share.
enum NameWords {
    /// Words that stay small within a name.
    static let connectives: FormSet = ["of", "the", "and", "for", "in", "on", "to", "at", "de", "la", "del", "&"]
    static let the: FormSet = ["the"]
    /// Words that stand behind a person's name at the end of its phrase.
    static let behindPersons: FormSet = [
        "was", "is", "has", "had", "were", "will", "would", "said", "says", "did", "does", "told", "met", "and", "'s",
    ]
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
        "discusses", "explains", "insists", "admits", "denies", "recalls", "describes", "suggests", "warns", "tells",
        "stresses", "replies", "writes", "acknowledges", "quipped", "recounts", "laments", "muses", "sighed",
        "shrugged",
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
    /// Things that bear names with or without an article: ships, hotels, papers.
    static let namedThings: FormSet = [
        "ship", "cruiser", "frigate", "destroyer", "submarine", "vessel", "yacht", "ferry", "boat", "steamer", "hotel",
        "theatre", "theater", "newspaper", "paper", "magazine", "cinema", "restaurant", "pub", "bar", "club", "called",
        "named", "aboard", "train", "plane", "airliner", "film", "novel", "book", "play", "river", "band", "company",
        "carrier", "liner", "uss", "hms", "tanker", "daily", "weekly", "opera", "song", "word", "term", "name",
        "so-called", "both", "between", "album", "series", "programme", "program", "show", "journal", "channel",
        "website", "app", "game", "brand", "project", "operation", "spacecraft", "satellite", "rocket", "group",
        "movement", "party", "team", "category", "class", "type", "model", "version", "section", "label", "button",
    ]
    /// Words that lists of names have, although they are common words at least as often.
    static let commonWordsToo: FormSet = [
        "ama", "amazon", "ambler", "amir", "apollo", "auburn", "barre", "barrow", "bongo", "brad", "brent", "brumby",
        "burke", "butte", "cape", "carper", "carr", "carta", "carter", "chad", "chamberlain", "charlie", "chevron",
        "cis", "cobb", "cola", "cole", "colt", "columbine", "conn", "cooper", "corp", "cote", "cox", "dan", "daw",
        "deb", "dick", "doe", "dow", "earl", "franklin", "freeman", "frist", "genoa", "gore", "griffin", "harper",
        "harry", "hart", "heather", "henry", "hermitage", "hidalgo", "holly", "homer", "ira", "jack", "jake", "jane",
        "jean", "jenny", "jerry", "jersey", "joe", "john", "josh", "kaiser", "kent", "kirk", "laguna", "lam", "leas",
        "mae", "manus", "marc", "martin", "matilda", "mead", "mercer", "mick", "midland", "mig", "mitch", "mora",
        "mou", "negro", "nelson", "norm", "oda", "otter", "oxford", "palmer", "parker", "pasha", "patty", "perm",
        "perry", "peters", "polk", "porter", "pentagon", "perdue", "ralph", "randy", "rick", "riva", "roan", "roger",
        "rouge", "ruddock", "sago", "sars", "sharif", "shaw", "sheila", "silva", "smith", "sonny", "sos", "spencer",
        "sputnik", "steven", "thatcher", "tommy", "tonga", "tony", "travis", "tucker", "twitter", "tyler", "valentine",
        "vita", "wales", "warner", "warren", "waugh", "webster", "wen", "wright", "yang", "nam", "max", "mac", "fort",
        "bush", "trump", "baker", "butler", "turner", "mason", "miller", "fisher", "horn", "swan", "hatch", "jay",
        "god", "lord", "pope", "king", "prince", "judge", "bishop", "dean", "duke", "marshall", "gulf", "google",
        "guinea", "bob", "lee", "bill", "mark", "frank", "rob", "sue", "pat", "will", "may", "june", "april", "art",
        "gene", "grant", "chase", "rose", "lily", "iris", "violet", "ruby", "amber", "jasmine", "olive", "ivy", "hazel",
        "poppy", "daisy", "grace", "faith", "hope", "joy", "dawn", "eve", "summer", "autumn", "angel", "christian",
        "basil", "herb", "cliff", "dale", "glen", "ray", "rod", "stew", "ward", "wade", "woods", "banks", "fields",
        "stone", "wood", "senate", "congress", "council", "assembly", "democrats", "republicans", "hall", "hill",
        "park",
        "church", "house", "bridge", "field", "street", "kingdom", "states", "twin", "airbus", "sox", "cardinals",
        "brown", "black", "white", "green", "gray", "young", "long", "short", "rich", "stark",
    ]
    /// Countries and cities that are things too, in small letters: china, turkey, panama.
    static let thingsToo: FormSet = [
        "china", "turkey", "japan", "jersey", "panama", "manila", "portland", "lima", "toledo", "genoa", "mali",
        "guinea", "bologna", "cologne", "tangier", "java", "wellington", "oxford", "bristol", "calico", "damask",
        "champagne", "burgundy", "bordeaux", "phoenix", "savannah", "mecca", "broadway",
    ]
}
