import CICU

/// What the tokenizer needs to know of a character, as ICU tells it.
struct CharacterTraits {
    /// Simple lower-case mapping.
    var lower: UInt32
    var kind: CharacterKind
    var script: Token.Script
    var flags: Flags

    struct Flags: OptionSet {
        var rawValue: UInt16
        static let lower = Flags(rawValue: 1)
        /// Upper or title case.
        static let upper = Flags(rawValue: 2)
        /// Text with this character may not be in Normalization Form C.
        static let mayDenormalize = Flags(rawValue: 4)
        static let ignorable = Flags(rawValue: 8)
        static let emoji = Flags(rawValue: 16)
    }
}

/// The kinds of character that the tokenizer tells apart.
enum CharacterKind: UInt8 {
    case space
    /// Letters and combining marks of scripts that put spaces between words, and the low line.
    case letter
    /// Letters of scripts without spaces: Han, kana, Thai and its like.
    case unspaced
    case digit
    /// ½, ², Ⅳ: numbers that are no decimal digits.
    case numeral
    /// ' ’ ʼ and what is typed for them, ` and ´.
    case apostrophe
    /// ‘ ‚ ‛ ‹ ›
    case singleQuote
    /// " “ ” „ « » and their like.
    case doubleQuote
    case openBracket, closeBracket
    case period
    /// ! ? … and those of other scripts.
    case terminal
    case comma, colon, semicolon, hyphen, dash, slash, currency
    /// Default_Ignorable_Code_Point: soft hyphen, zero-width characters, variation selectors.
    case ignorable
    case symbol

    var isAlphanumeric: Bool { self == .letter || self == .digit }
}

/// The traits of all characters, read from ICU page by page when first asked for.
///
/// One a task: it grows while it is used. (Reading everything at start would cost milliseconds.)
final class CharacterTable {
    private static let pageSize = 256
    private static let pageCount = 0x110000 / pageSize
    private let pages: UnsafeMutablePointer<UnsafeMutablePointer<CharacterTraits>?>

    init() {
        pages = .allocate(capacity: Self.pageCount)
        pages.initialize(repeating: nil, count: Self.pageCount)
    }

    deinit {
        for page in 0..<Self.pageCount { pages[page]?.deallocate() }
        pages.deallocate()
    }

    /// The traits of a code point; a number beyond Unicode is treated as U+FFFD.
    @inline(__always)
    subscript(_ codePoint: UInt32) -> CharacterTraits {
        let point = codePoint < 0x110000 ? Int(codePoint) : 0xFFFD
        if let page = pages[point >> 8] { return page[point & 255] }
        return load(page: point >> 8)[point & 255]
    }

    @inline(never)
    private func load(page: Int) -> UnsafeMutablePointer<CharacterTraits> {
        let traits = UnsafeMutablePointer<CharacterTraits>.allocate(capacity: Self.pageSize)
        for index in 0..<Self.pageSize {
            (traits + index).initialize(to: CharacterTraits(UInt32(page * Self.pageSize + index)))
        }
        pages[page] = traits
        return traits
    }
}

extension CharacterTraits {
    /// Asks ICU.
    init(_ codePoint: UInt32) {
        let character = cicu_character_of(codePoint)
        let category = UInt32(character.category)
        var flags: Flags = []
        if category == CICU_LL.rawValue { flags.insert(.lower) }
        if category == CICU_LU.rawValue || category == CICU_LT.rawValue { flags.insert(.upper) }
        if character.may_denormalize { flags.insert(.mayDenormalize) }
        if character.default_ignorable { flags.insert(.ignorable) }
        if character.emoji { flags.insert(.emoji) }
        let isLetter =
            (category >= CICU_LU.rawValue && category <= CICU_MC.rawValue) || category == CICU_NL.rawValue
        self.init(
            lower: character.lower,
            kind: CharacterKind(codePoint, character),
            script: isLetter ? Token.Script(cicu_script(UInt32(character.script))) : .none,
            flags: flags)
    }
}

extension Token.Script {
    init(_ script: cicu_script) {
        switch script {
        case CICU_SCRIPT_NONE: self = .none
        case CICU_SCRIPT_LATIN: self = .latin
        case CICU_SCRIPT_CYRILLIC: self = .cyrillic
        case CICU_SCRIPT_GREEK: self = .greek
        case CICU_SCRIPT_HAN: self = .han
        case CICU_SCRIPT_KANA: self = .kana
        case CICU_SCRIPT_HANGUL: self = .hangul
        case CICU_SCRIPT_ARABIC: self = .arabic
        case CICU_SCRIPT_HEBREW: self = .hebrew
        case CICU_SCRIPT_DEVANAGARI: self = .devanagari
        case CICU_SCRIPT_THAI: self = .thai
        case CICU_SCRIPT_GEORGIAN: self = .georgian
        case CICU_SCRIPT_ARMENIAN: self = .armenian
        default: self = .other
        }
    }
}

extension CharacterKind {
    init(_ codePoint: UInt32, _ character: cicu_character) {
        if let kind = Self.special(codePoint) {
            self = kind
        } else if character.white_space {
            self = .space
        } else if character.default_ignorable {
            self = .ignorable
        } else {
            self = Self(category: UInt32(character.category), codePoint, script: UInt32(character.script))
        }
    }

    /// Characters whose kind their category does not tell.
    private static func special(_ codePoint: UInt32) -> CharacterKind? {
        switch codePoint {
        case 0x27, 0x2019, 0x02BC, 0x60, 0xB4, 0xFF07: .apostrophe
        case 0x2018, 0x201A, 0x201B, 0x2039, 0x203A: .singleQuote
        case 0x22, 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0x300C...0x300F, 0x301D...0x301F, 0xFF02: .doubleQuote
        case 0x2E, 0xFF0E: .period
        case 0x21, 0x3F, 0x2026, 0x203C, 0x2047...0x2049, 0x3002, 0xFF01, 0xFF1F, 0xFF61, 0x061F, 0x0964, 0x06D4:
            .terminal
        case 0x2C, 0x060C, 0x3001, 0xFF0C, 0xFF64: .comma
        case 0x3A, 0xFF1A: .colon
        case 0x3B, 0x061B, 0xFF1B: .semicolon
        case 0x2D, 0x2010, 0x2011: .hyphen
        case 0x2F, 0x5C, 0x2044, 0xFF0F: .slash
        case 0x5F: .letter
        default: nil
        }
    }

    private init(category: UInt32, _ codePoint: UInt32, script: UInt32) {
        switch category {
        case CICU_LU.rawValue...CICU_MC.rawValue:
            let isUnspaced =
                script == CICU_SCRIPT_HAN.rawValue || script == CICU_SCRIPT_KANA.rawValue
                || script == CICU_SCRIPT_THAI.rawValue
                || (0x0E80...0x0EFF).contains(codePoint) || (0x1000...0x109F).contains(codePoint)
                || (0x1780...0x17FF).contains(codePoint) || codePoint == 0x30FC
            self = isUnspaced ? .unspaced : .letter
        case CICU_ND.rawValue: self = .digit
        case CICU_NL.rawValue, CICU_NO.rawValue: self = .numeral
        case CICU_PS.rawValue: self = .openBracket
        case CICU_PE.rawValue: self = .closeBracket
        case CICU_PI.rawValue, CICU_PF.rawValue: self = .doubleQuote
        case CICU_PD.rawValue: self = .dash
        case CICU_SC.rawValue: self = .currency
        default: self = .symbol
        }
    }
}
