extension Lexicon {
    /// The record of one folded form: plain integers, copied out of the table.
    public struct Entry: Sendable {
        /// Tags that the form can have in some use.
        public var tags: TagSet = []
        /// What the form is the name of.
        public var names: NameSet = []
        public var features: FeatureSet = []
        /// Zipf frequency times 10 (log10 of occurrences in a billion words, times 10): "the" 77, "linter" 15; 0 unknown.
        public var frequency: UInt8 = 0
        /// How often the form stands within a sentence of clean text in small letters, with a capital, in capitals
        /// (positions where a capital is not forced: no sentence start, no headline, no quotation start):
        /// log2(count + 1), times 8; 0 never seen.
        public var lowerCount: UInt8 = 0
        public var titleCount: UInt8 = 0
        public var upperCount: UInt8 = 0
        /// How often the form stands so with a capital, and nothing capitalised before or after it, right behind
        /// "the"; the same scale. Compare with `titleCount`: "Kremlin" nearly always, "Trump" nearly never.
        public var theCount: UInt8 = 0
        public var marks: MarkSet = []

        public init() {}

        init(
            tags: TagSet, names: NameSet, features: FeatureSet, frequency: UInt8, lowerCount: UInt8, titleCount: UInt8,
            upperCount: UInt8, theCount: UInt8, marks: MarkSet
        ) {
            self.tags = tags
            self.names = names
            self.features = features
            self.frequency = frequency
            self.lowerCount = lowerCount
            self.titleCount = titleCount
            self.upperCount = upperCount
            self.theCount = theCount
            self.marks = marks
        }
    }

    /// Where an entry comes from, and how it is used beyond its tags.
    public struct MarkSet: OptionSet, Sendable {
        public var rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// A dictionary of common words (SPECIALIST, SCOWL, WordNet, Harper) has the form in small letters.
        public static let dictionary = MarkSet(rawValue: 1 << 0)
        /// A name stands in the text or a list, no dictionary has the form as a common word.
        public static let onlyName = MarkSet(rawValue: 1 << 1)
        /// Some name of several words begins with the form: worth asking `Lexicon.name(startingWith:)`.
        public static let startsName = MarkSet(rawValue: 1 << 2)
        /// Names with the article: the Kremlin, the Netherlands.
        public static let takesThe = MarkSet(rawValue: 1 << 3)
        /// Names that are hardly ever seen with it: Trump, Moscow.
        public static let neverThe = MarkSet(rawValue: 1 << 4)
    }

    /// Penn tags, as a set.
    public struct TagSet: OptionSet, Sendable {
        public var rawValue: UInt32
        public init(rawValue: UInt32) { self.rawValue = rawValue }
        public static let NN = TagSet(rawValue: 1 << 0)
        public static let NNS = TagSet(rawValue: 1 << 1)
        public static let NNP = TagSet(rawValue: 1 << 2)
        public static let VB = TagSet(rawValue: 1 << 3)
        public static let VBP = TagSet(rawValue: 1 << 4)
        public static let VBZ = TagSet(rawValue: 1 << 5)
        public static let VBD = TagSet(rawValue: 1 << 6)
        public static let VBN = TagSet(rawValue: 1 << 7)
        public static let VBG = TagSet(rawValue: 1 << 8)
        public static let JJ = TagSet(rawValue: 1 << 9)
        public static let JJR = TagSet(rawValue: 1 << 10)
        public static let JJS = TagSet(rawValue: 1 << 11)
        public static let RB = TagSet(rawValue: 1 << 12)
        public static let RBR = TagSet(rawValue: 1 << 13)
        public static let RBS = TagSet(rawValue: 1 << 14)
        public static let DT = TagSet(rawValue: 1 << 15)
        public static let PRP = TagSet(rawValue: 1 << 16)
        /// PRP$ and WP$
        public static let PRPS = TagSet(rawValue: 1 << 17)
        public static let IN = TagSet(rawValue: 1 << 18)
        public static let CC = TagSet(rawValue: 1 << 19)
        public static let CD = TagSet(rawValue: 1 << 20)
        public static let MD = TagSet(rawValue: 1 << 21)
        public static let TO = TagSet(rawValue: 1 << 22)
        /// WDT, WP, WRB
        public static let WH = TagSet(rawValue: 1 << 23)
        public static let EX = TagSet(rawValue: 1 << 24)
        public static let RP = TagSet(rawValue: 1 << 25)
        public static let UH = TagSet(rawValue: 1 << 26)
        public static let verb: TagSet = [.VB, .VBP, .VBZ, .VBD, .VBN, .VBG]
        public static let finite: TagSet = [.VBP, .VBZ, .VBD, .MD]
        public static let noun: TagSet = [.NN, .NNS]
        public static let adjective: TagSet = [.JJ, .JJR, .JJS]
        /// Words of the closed classes.
        public static let function: TagSet = [.DT, .PRP, .PRPS, .IN, .CC, .MD, .TO, .WH, .EX]
    }

    /// What a form names.
    public struct NameSet: OptionSet, Sendable {
        public var rawValue: UInt16
        public init(rawValue: UInt16) { self.rawValue = rawValue }
        public static let given = NameSet(rawValue: 1 << 0)
        public static let surname = NameSet(rawValue: 1 << 1)
        /// A city, river, region; the single word of it.
        public static let place = NameSet(rawValue: 1 << 2)
        public static let country = NameSet(rawValue: 1 << 3)
        /// Adjective or noun of a nation, language or people: Russian, Swiss, Scots.
        public static let nationality = NameSet(rawValue: 1 << 4)
        /// Monday, February; English wants a capital.
        public static let calendar = NameSet(rawValue: 1 << 5)
        /// A company, agency, party, product in one word: Gazprom, Interfax, Twitter.
        public static let organisation = NameSet(rawValue: 1 << 6)
        /// Meant in small letters or mixed case: iPhone, eBay, adidas; von, de, bin before a surname.
        public static let lowerBrand = NameSet(rawValue: 1 << 7)
        public static let particle = NameSet(rawValue: 1 << 8)
        /// A title before a name: president, minister, Mr, Dr, general, spokesman.
        public static let title = NameSet(rawValue: 1 << 9)
        /// A word that institutions are called by: ministry, committee, agency, university, union.
        public static let institution = NameSet(rawValue: 1 << 10)
        public static let person: NameSet = [.given, .surname]
        public static let geographic: NameSet = [.place, .country]
    }

    /// Features of nouns and verbs, where a source knows them.
    public struct FeatureSet: OptionSet, Sendable {
        public var rawValue: UInt16
        public init(rawValue: UInt16) { self.rawValue = rawValue }
        public static let countable = FeatureSet(rawValue: 1 << 0)
        public static let uncountable = FeatureSet(rawValue: 1 << 1)
        public static let pluralOnly = FeatureSet(rawValue: 1 << 2)
        public static let intransitive = FeatureSet(rawValue: 1 << 3)
        public static let transitive = FeatureSet(rawValue: 1 << 4)
        public static let ditransitive = FeatureSet(rawValue: 1 << 5)
        public static let takesThat = FeatureSet(rawValue: 1 << 6)
        public static let takesInfinitive = FeatureSet(rawValue: 1 << 7)
        /// Verb of saying: say, note, tell.
        public static let speech = FeatureSet(rawValue: 1 << 8)
        /// Begins with a vowel sound ("hour", "x-ray") or a consonant sound ("unit", "one") although spelt otherwise;
        /// neither: judged by the first letter; both: either article is right.
        public static let vowelSound = FeatureSet(rawValue: 1 << 9)
        public static let consonantSound = FeatureSet(rawValue: 1 << 10)
        /// Only in British, only in American spelling.
        public static let british = FeatureSet(rawValue: 1 << 11)
        public static let american = FeatureSet(rawValue: 1 << 12)
    }
}
