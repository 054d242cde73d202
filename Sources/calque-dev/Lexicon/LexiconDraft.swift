import CalqueSyntax
import CalqueText

/// Where an entry was found.
struct LexiconOrigin: OptionSet {
    var rawValue: UInt16
    static let specialist = LexiconOrigin(rawValue: 1 << 0)
    static let scowl = LexiconOrigin(rawValue: 1 << 1)
    static let wordnet = LexiconOrigin(rawValue: 1 << 2)
    static let harper = LexiconOrigin(rawValue: 1 << 3)
    static let wiktionary = LexiconOrigin(rawValue: 1 << 4)
    static let census = LexiconOrigin(rawValue: 1 << 5)
    static let geonames = LexiconOrigin(rawValue: 1 << 6)
    static let cldr = LexiconOrigin(rawValue: 1 << 7)
    static let treebank = LexiconOrigin(rawValue: 1 << 8)
    static let list = LexiconOrigin(rawValue: 1 << 9)
    static let text = LexiconOrigin(rawValue: 1 << 10)
    static let factbook = LexiconOrigin(rawValue: 1 << 11)
    static let names: [(LexiconOrigin, String)] = [
        (.specialist, "SPECIALIST"), (.scowl, "SCOWL"), (.wordnet, "WordNet"), (.harper, "Harper"),
        (.wiktionary, "Wiktionary nouns"), (.census, "US Census"), (.geonames, "GeoNames"), (.cldr, "CLDR"),
        (.treebank, "treebanks, MASC"), (.list, "lists"), (.text, "text only"), (.factbook, "Factbook"),
    ]
}

/// One form while the lexicon is built.
struct LexiconDraft {
    var form: String
    var tags: Lexicon.TagSet = []
    var names: Lexicon.NameSet = []
    var features: Lexicon.FeatureSet = []
    var origins: LexiconOrigin = []
    /// A dictionary has the form in small letters.
    var isDictionary = false
    /// A dictionary heads an article with it; it may be a form of another word too.
    var isLemma = false
    /// Centibels below all words plus 900, so a hundred times the Zipf frequency; 0 unknown.
    var frequency = 0
    var lower = 0
    var title = 0
    var upper = 0
    /// Capitalised, with neither a capital nor a noun beside it: in all, and behind "the".
    var alone = 0
    var the = 0
    var startsName = false
    /// A name in spite of frequent small letters: Price, Young.
    var isCommonName = false
}

/// A form of a lemma, by index in the builder's drafts.
struct LexiconBuilderLink {
    var form: Int
    var lemma: Int
    var inflection: Inflection
}

/// Collects forms, links between them, and names of several words.
final class LexiconBuilder {
    typealias Link = LexiconBuilderLink

    private(set) var drafts: [LexiconDraft] = []
    private var index: [String: Int] = [:]
    /// Form and lemma by index in `drafts`, with the order in which they came: the first is the most usual.
    private(set) var links: [Link] = []
    private var linkSet: Set<UInt64> = []
    private var inflected: Set<UInt64> = []
    /// Names of several words from lists, folded; they count as if seen so often with capitals.
    var listedNames: [String: Int] = [:]
    var frequencies: [String: Int] = [:]

    /// The draft of a form, made when there is none; nil for what is no single word.
    func draft(_ form: String) -> Int? {
        if let found = index[form] { return found }
        guard Self.isWord(form) else { return nil }
        index[form] = drafts.count
        var draft = LexiconDraft(form: form)
        draft.frequency = frequencies[form] ?? 0
        drafts.append(draft)
        return drafts.count - 1
    }

    /// Adds what is known of a form.
    @discardableResult
    func add(
        _ form: String, tags: Lexicon.TagSet = [], names: Lexicon.NameSet = [], features: Lexicon.FeatureSet = [],
        from origin: LexiconOrigin, isDictionary: Bool = false
    ) -> Int? {
        guard let found = draft(Self.fold(form)) else { return nil }
        drafts[found].tags.formUnion(tags)
        drafts[found].names.formUnion(names)
        drafts[found].features.formUnion(features)
        drafts[found].origins.formUnion(origin)
        if isDictionary { drafts[found].isDictionary = true }
        return found
    }

    func link(_ form: Int, to lemma: Int, as inflection: Inflection) {
        let key = UInt64(form) << 28 | UInt64(lemma) << 4 | UInt64(inflection.rawValue)
        guard linkSet.insert(key).inserted else { return }
        links.append(Link(form: form, lemma: lemma, inflection: inflection))
        inflected.insert(UInt64(lemma) << 4 | UInt64(inflection.rawValue))
    }

    /// Whether a lemma has a form of that inflection.
    func hasForm(of lemma: Int, _ inflection: Inflection) -> Bool {
        inflected.contains(UInt64(lemma) << 4 | UInt64(inflection.rawValue))
    }

    /// Adds a name: one word as an entry, several as a listed name.
    func addName(_ name: String, names: Lexicon.NameSet, from origin: LexiconOrigin, weight: Int = 8) {
        let folded = Self.fold(name)
        let words = folded.split(whereSeparator: { $0 == " " || $0 == "_" })
        if words.count == 1 {
            add(folded, tags: .NNP, names: names, from: origin)
        } else if (2...Lexicon.longestName).contains(words.count) {
            listedNames[words.joined(separator: " "), default: 0] += weight
        }
    }

    func find(_ form: String) -> Int? { index[form] }

    func update(_ at: Int, _ body: (inout LexiconDraft) -> Void) { body(&drafts[at]) }

    /// Gives forms of others that are lemmas too a link to themselves, and puts the lemmas of each form in the order
    /// of `counts` (of form and lemma in the treebanks); where these are silent, other lemmas come first.
    func orderLinks(by counts: [String: Int]) {
        for form in Set(links.map(\.form)).sorted() where drafts[form].isLemma { link(form, to: form, as: .base) }
        func count(_ link: Link) -> Int { counts["\(drafts[link.form].form) \(drafts[link.lemma].form)", default: 0] }
        let keyed = links.enumerated().map { (offset: $0.offset, count: count($0.element), link: $0.element) }
        links = keyed.sorted { ($1.count, $0.offset) < ($0.count, $1.offset) }.map(\.link)
    }

    /// Removes forms, and links to them.
    func keep(_ isKept: (LexiconDraft) -> Bool) {
        var moved = [Int](repeating: -1, count: drafts.count)
        var kept: [LexiconDraft] = []
        for (at, draft) in drafts.enumerated() where isKept(draft) {
            moved[at] = kept.count
            kept.append(draft)
        }
        drafts = kept
        index = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1.form, $0) })
        let old = links
        links = []
        linkSet = []
        inflected = []
        for link in old where moved[link.form] >= 0 && moved[link.lemma] >= 0 {
            self.link(moved[link.form], to: moved[link.lemma], as: link.inflection)
        }
    }

    /// The folded form: small letters, a straight apostrophe.
    static func fold(_ form: String) -> String {
        form.lowercased().replacing("’", with: "'")
    }

    /// Letters, apostrophes, full stops, hyphens, ampersands and digits, a letter among them, at most 40 bytes.
    static func isWord(_ form: String) -> Bool {
        guard form.utf8.count <= 40, !form.isEmpty else { return false }
        var hasLetter = false
        for scalar in form.unicodeScalars {
            if scalar.properties.isAlphabetic {
                hasLetter = true
            } else if !"'.-&0123456789+,".unicodeScalars.contains(scalar) && !scalar.properties.isDiacritic {
                return false
            }
        }
        return hasLetter
    }
}

extension Lexicon.TagSet {
    /// The tag of a Penn name, as the treebanks write it.
    init?(penn: some StringProtocol) {
        switch penn {
        case "NN": self = .NN
        case "NNS": self = .NNS
        case "NNP": self = .NNP
        case "NNPS": self = [.NNP, .NNS]
        case "VB": self = .VB
        case "VBP": self = .VBP
        case "VBZ": self = .VBZ
        case "VBD": self = .VBD
        case "VBN": self = .VBN
        case "VBG": self = .VBG
        case "JJ": self = .JJ
        case "JJR": self = .JJR
        case "JJS": self = .JJS
        case "RB": self = .RB
        case "RBR": self = .RBR
        case "RBS": self = .RBS
        case "DT", "PDT": self = .DT
        case "PRP": self = .PRP
        case "PRP$", "WP$": self = .PRPS
        case "IN": self = .IN
        case "CC": self = .CC
        case "CD": self = .CD
        case "MD": self = .MD
        case "TO": self = .TO
        case "WDT", "WP", "WRB": self = .WH
        case "EX": self = .EX
        case "RP": self = .RP
        case "UH": self = .UH
        default: return nil
        }
    }
}
