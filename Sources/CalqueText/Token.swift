/// A token of the treebank kind: "do" and "n't", "Putin" and "'s", a number, a mark of punctuation.
///
/// Sixteen bytes of plain integers; the article's tokens lie in one flat array.
public struct Token: Sendable {
    /// Offset of the first UTF-8 byte in the article's text.
    public var start: UInt32
    /// Offset behind the last byte.
    public var end: UInt32
    /// Index of the sentence.
    public var sentence: UInt32
    public var kind: Kind
    public var shape: Shape
    public var script: Script
    public var flags: Flags

    public enum Kind: UInt8, Sendable {
        /// Letters, with apostrophes and hyphens where the treebanks keep them together; a clitic, also the bare
        /// apostrophe of a plural. Of scripts written without spaces (Han, kana, Thai) a whole run is one token.
        case word
        /// Digits, with separators and signs that belong to the number: "1,200.50", "8:00", "85th".
        case number
        /// A quotation mark that opens, closes, or cannot be told: `"` in a place where it may be either.
        case openQuote, closeQuote, quote
        /// ( [ { and ) ] }
        case openBracket, closeBracket
        /// . ! ? … and their doublings
        case terminal
        case comma, colon, semicolon
        /// - between words or standing free; – and —, and two or three hyphens in a row.
        case hyphen, dash
        case slash
        /// $ € £ ₽
        case currency
        /// URLs, e-mail addresses, file names, hash tags, user names.
        case url, email, tag
        /// Anything else: %, &, °, emoji.
        case symbol
    }

    /// How the letters of the token are cased.
    public enum Shape: UInt8, Sendable {
        /// No letters with case.
        case none
        /// trump
        case lower
        /// Trump; a single capital letter counts as `upper`.
        case title
        /// TRUMP, U.S., I
        case upper
        /// McDonald, iPhone, eBay, VTBank
        case mixed
    }

    /// The script of the letters, by the Unicode property Script.
    public enum Script: UInt8, Sendable {
        /// No letters.
        case none
        case latin, cyrillic, greek, han, kana, hangul, arabic, hebrew, devanagari, thai, georgian, armenian
        case other
        /// Letters of two scripts in one token: "Тoday" with a Cyrillic T.
        case mixed
    }

    public struct Flags: OptionSet, Sendable {
        public var rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// White space, or the block's start, stands before the token.
        public static let spaceBefore = Flags(rawValue: 1)
        /// First token of its sentence, quotation marks and brackets not counted.
        public static let first = Flags(rawValue: 2)
        /// Stands within quotation marks.
        public static let quoted = Flags(rawValue: 4)
        /// A soft hyphen, zero-width character or other ignorable stands within; `forms` has it taken out.
        public static let ignorable = Flags(rawValue: 8)
        /// The token is not ASCII.
        public static let nonASCII = Flags(rawValue: 16)
    }

    public var span: Span { Span(Int(start), Int(end)) }

    public init(
        start: UInt32, end: UInt32, sentence: UInt32 = 0, kind: Kind, shape: Shape = .none, script: Script = .none,
        flags: Flags = []
    ) {
        self.start = start
        self.end = end
        self.sentence = sentence
        self.kind = kind
        self.shape = shape
        self.script = script
        self.flags = flags
    }

    public var isWord: Bool { kind == .word }
    public var spaceBefore: Bool { flags.contains(.spaceBefore) }
    public var isFirst: Bool { flags.contains(.first) }
    public var isQuoted: Bool { flags.contains(.quoted) }
    /// TRUMP, U.S., I
    public var isUpper: Bool { shape == .upper }
    /// Trump or TRUMP; not McDonald or iPhone, whose shape is mixed.
    public var isCapitalised: Bool { shape == .title || shape == .upper }
}

/// A sentence: a run of tokens within one block.
public struct Sentence: Sendable {
    /// Index of its block.
    public var block: Int
    /// Indices of its tokens.
    public var tokens: Range<Int>

    public init(block: Int, tokens: Range<Int>) {
        self.block = block
        self.tokens = tokens
    }
}
