import CalqueSyntax
import CalqueText

/// The number that a word shows by its form.
enum GrammaticalNumber {
    case singular, plural

    var name: String { self == .singular ? "singular" : "plural" }
}

extension Analysis {
    /// The number of a noun or pronoun that stands as a subject; nil where the form may be either ("series", "news"), or
    /// where a verb may follow the sense ("a number of", "two years", "percent").
    func subjectNumber(_ token: Int, _ trees: Trees) -> GrammaticalNumber? {
        if trees.universal[token] == .PRON || trees.penn[token] == .PRP || trees.penn[token] == .DT {
            if isToken(token, in: NumberWords.singularPronouns) { return .singular }
            return isToken(token, in: NumberWords.pluralPronouns) ? .plural : nil
        }
        if trees.penn[token] == .NNP { return isPerson(token, trees) ? .singular : nil }
        guard trees.penn[token] == .NN || trees.penn[token] == .NNS,
            !isToken(token, in: NumberWords.quantities), !isToken(token, in: NumberWords.measures)
        else { return nil }
        return nounNumber(token)
    }

    /// The number that a common noun shows whatever stands around it; nil where its form has both or is no noun's.
    func nounNumber(_ token: Int) -> GrammaticalNumber? {
        guard segmentation.tokens[token].kind == .word, !isToken(token, in: NumberWords.either) else { return nil }
        let tags = entry(token).tags
        let form = segmentation.form(token)
        if form.count > 4, form.suffix(3).elementsEqual("ics".utf8) { return nil }
        guard tags.contains(.NNS) else { return tags.contains(.NN) ? .singular : nil }
        guard tags.contains(.NN) else { return .plural }
        // "men", "conditions": tagged as a singular somewhere, but no dictionary has it as a noun of its own.
        let entry = entry(token)
        guard entry.features.isDisjoint(with: [.countable, .uncountable, .pluralOnly]),
            let lemma = lexicon.lemmas(of: word(token)).first, lemma.inflection == .plural,
            lemma.word != word(token)
        else { return nil }
        return .plural
    }

    /// Whether a name is that of one person, with given name and surname.
    private func isPerson(_ token: Int, _ trees: Trees) -> Bool {
        guard entry(token).names.contains(.given) else { return false }
        return trees.children(token).contains {
            trees.relations[$0] == .flat && segmentation.tokens[$0].isCapitalised
                && entry($0).names.contains(.surname)
        }
    }

    /// The number that a finite verb shows; nil for a form that goes with both.
    func verbNumber(_ token: Int, _ trees: Trees) -> GrammaticalNumber? {
        switch trees.penn[token] {
        case .VBZ, .VBD, .VBP, .VB: break
        default: return nil
        }
        if isToken(token, in: NumberWords.singularAuxiliaries) { return .singular }
        if isToken(token, in: NumberWords.pluralAuxiliaries) { return .plural }
        guard trees.universal[token] == .VERB else { return nil }
        let tags = entry(token).tags
        switch trees.penn[token] {
        case .VBZ: return tags.contains(.VBZ) && !tags.contains(.VB) ? .singular : nil
        case .VBP, .VB: return tags.contains(.VBP) && tags.isDisjoint(with: [.VBD, .VBZ]) ? .plural : nil
        default: return nil
        }
    }
}

/// Words whose number is not what their form says.
enum NumberWords {
    static let singularAuxiliaries: FormSet = ["is", "was", "has", "does"]
    static let pluralAuxiliaries: FormSet = ["are", "were", "have", "do"]
    static let singularPronouns: FormSet = [
        "he", "she", "it", "this", "that", "everyone", "everybody", "someone", "somebody", "anyone", "anybody",
        "nobody", "something", "nothing", "everything", "anything",
    ]
    static let pluralPronouns: FormSet = ["we", "they", "these", "those", "many", "several", "you"]

    /// "a number of officers were", "a range of options is": the verb goes with either.
    static let quantities: FormSet = [
        "number", "numbers", "majority", "minority", "lot", "lots", "variety", "range", "series", "host", "couple",
        "pair", "pairs", "handful", "dozen", "hundred", "thousand", "million", "billion", "trillion", "percent", "cent",
        "percentage", "proportion", "portion", "part", "share", "rest", "half", "third", "fourth", "quarter", "fifth",
        "bulk", "group", "set", "class", "crowd", "band", "wave", "string", "plethora", "multitude", "array", "slew",
        "total", "average", "remainder", "fraction", "bunch", "combination", "mix", "mixture", "pack", "flock", "herd",
        "generation", "kind", "kinds", "type", "types", "sort", "sorts", "form", "forms", "selection", "list",
        "collection", "chain", "network", "mass", "amount", "quantity", "plurality", "pool", "pools", "abundance",
        "assortment", "myriad", "sequence", "succession", "flood", "stream", "raft", "load", "loads", "ton", "tons",
        "body", "rash", "spate", "score", "scores", "batch", "cluster", "line", "row", "trio", "duo", "none", "deal",
        "section", "category", "volume", "quota", "swath", "core", "front", "gang", "litany", "barrage", "flurry",
        "cohort", "equivalent", "excess", "minimum", "maximum",
    ]

    /// "Two years is a long time".
    static let measures: FormSet = [
        "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "minutes",
        "second", "seconds", "mile", "miles", "kilometre", "kilometres", "kilometer", "kilometers", "metre", "metres",
        "meter", "meters", "foot", "feet", "inch", "inches", "centimeter", "centimeters", "pound", "pounds", "dollar",
        "dollars", "euro", "euros", "rouble", "roubles", "ruble", "rubles", "yen", "yuan", "franc", "francs", "mark",
        "marks", "cent", "cents", "pence", "percent", "percentage", "degree", "degrees", "ton", "tons", "tonne",
        "tonnes", "gallon", "gallons", "litre", "litres", "liter", "liters", "barrel", "barrels", "acre", "acres",
        "hectare", "hectares", "point", "points", "gram", "grams", "kilogram", "kilograms", "kilo", "kilos", "times",
        "bucks", "grand", "votes", "yard", "yards", "quid", "crowns", "hryvnia", "hryvnias", "lira", "rupee", "rupees",
    ]

    /// Forms that are singular and plural, or the one in the shape of the other.
    static let either: FormSet = [
        "means", "headquarters", "series", "species", "works", "crossroads", "data", "media", "news", "barracks",
        "gallows", "kennels", "sheep", "fish", "aircraft", "spacecraft", "offspring", "diabetes", "measles", "mumps",
        "rabies", "billiards", "darts", "cards", "dominoes", "lyrics", "specs", "odds", "thanks", "regards", "amends",
        "shambles", "sweepstakes", "innings", "arms", "customs", "stairs", "premises", "folks", "damages", "remains",
        "savings", "earnings", "winnings", "proceeds", "surroundings", "belongings", "others", "glasses", "scissors",
        "pants", "trousers", "binoculars", "headphones", "basics", "states", "games", "nations", "clothes",
        "congratulations", "greetings", "bits", "mass", "less", "plus", "minus", "versus", "chaos", "lens", "bus",
        "gas", "campus", "virus", "crisis", "basis", "analysis", "thesis", "hypothesis", "emphasis", "criteria",
        "phenomena", "bacteria", "agenda", "strata", "alumni", "dice", "pence", "kudos", "pathos", "ethos", "cheers",
        "hundreds", "thousands", "millions", "billions", "dozens", "tens", "elections", "lots", "loads", "tons",
        "plenty", "bulk", "sports",
    ]

    /// A group that acts as its members: "the team are", "the police were", "the public have".
    static let collectives: FormSet = [
        "team", "government", "family", "police", "staff", "crew", "committee", "company", "group", "public", "media",
        "audience", "squad", "club", "council", "party", "side", "army", "press", "board", "couple", "generation",
        "crowd", "jury", "faculty", "union", "cabinet", "opposition", "leadership", "management", "population", "youth",
        "electorate", "community", "delegation", "personnel", "cast", "duo", "trio", "pair", "navy", "force", "enemy",
        "firm", "ministry", "parliament", "congress", "senate", "administration", "department", "agency",
        "organization", "organisation", "institution", "association", "federation", "league", "orchestra", "choir",
        "troupe", "tribe", "clan", "gang", "mob", "majority", "minority", "elite", "aristocracy", "nobility", "clergy",
        "peasantry", "bourgeoisie", "proletariat", "folk", "livestock", "cattle", "vermin", "poultry", "people",
        "offspring", "crossroads", "bank", "brand", "label", "studio", "store", "chain", "giant", "city", "country",
        "nation", "state", "household", "quartet", "workforce", "panel", "commission", "coalition", "alliance", "bloc",
        "industry", "establishment", "society", "school", "university", "college", "hospital", "brigade", "battalion",
        "regiment", "unit", "platoon", "corps", "contingent", "class", "profession", "data", "fleet", "wildlife",
        "game", "fish", "infantry", "cavalry", "artillery", "rank", "hierarchy", "world", "fandom", "fanbase", "base",
        "congregation", "herd", "flock", "pack", "squadron", "trust", "authority", "executive", "judiciary", "bench",
        "house", "court", "bureau", "office", "service", "outfit", "foursome", "threesome", "twosome", "band", "fauna",
        "flora", "cadre", "tech", "seafood",
    ]
}
