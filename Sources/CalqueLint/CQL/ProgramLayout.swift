/// The form that patterns are compiled into and used in place: 32-bit little-endian words.
///
/// A header (magic, version, size in bytes, fingerprint of the lexicon in two words, then offset in words and
/// count of records for each section), then the sections in the order of `Section`.
enum ProgramLayout {
    /// "CQLR"
    static let magic: UInt32 = 0x524C_5143
    static let version: UInt32 = 5
    static let headerWords = 5 + 2 * 15
    static let none = UInt32.max

    enum Section: Int, CaseIterable {
        /// Offset and length in the text.
        case strings
        /// Numbers of strings, in runs that records point to.
        case lists
        /// A hash table of folded forms, its size a power of two: hash, string, first posting, postings,
        /// first posting that is an anchor, such postings. String 0 is an empty slot.
        case vocabulary
        /// An atom, and the string that must be written, or 0. Of each form, sorted by atom.
        case postings
        /// Kind, operand, second operand, first anchor, anchors.
        case atoms
        /// Pattern, least and greatest distance, second atom plus one (0 is none), distance to it (signed),
        /// atom of the first token plus one (0 is none), test of the token beside (`passes` without one), which side
        /// (signed).
        case anchors
        /// Atom, where to go if it holds, where if not. `passes` and `fails` are ends.
        case tests
        /// Operation, first and second operand; of a test, the second is the string of what is written.
        case code
        /// See `PatternField`.
        case patterns
        /// Kind, first and second operand, where to go if it holds, where if not.
        case conditions
        /// See `RuleField`.
        case rules
        /// String, whether case is ignored.
        case regexes
        /// Atoms outside the vocabulary that are anchors.
        case freeAnchors
        /// Patterns that are tried at the start of every sentence.
        case sentencePatterns
        /// UTF-8, in words.
        case text

        /// Words in a record.
        var width: Int {
            switch self {
            case .lists, .freeAnchors, .sentencePatterns, .text: 1
            case .strings, .postings, .regexes: 2
            case .tests, .code: 3
            case .atoms, .conditions: 5
            case .vocabulary: 6
            case .anchors: 8
            case .patterns: patternWidth
            case .rules: ruleWidth
            }
        }
    }

    /// Words in the record of a pattern (`PatternField`), of a rule (`RuleField`).
    static let patternWidth = 9
    static let ruleWidth = 27

    static let passes = UInt32.max
    static let fails = UInt32.max - 1

    enum PatternField: Int {
        case rule, code, codeCount, slots, condition, flags, labels, labelCount, source
    }

    enum PatternFlag {
        static let marks: UInt32 = 1
        static let startsSentence: UInt32 = 2
        /// Is tried at every token: no word of it can be looked for.
        static let everywhere: UInt32 = 4
    }

    enum RuleField: Int {
        case id, name, family, summary, rationale, mqm, severity, isOn, precision, confidence, message, needsSyntax
        case evidence
        case languages, languageCount, bad, badCount, good, goodCount, missed, missedCount, fixes, fixCount
        case patterns, patternCount, unless, unlessCount
    }

    enum Operation: UInt32 {
        case test, split, jump, save, sentenceStart, sentenceEnd, accept
    }

    enum AtomKind {
        static let words: UInt32 = 0
        // 1 to 9: `Atom.Mask`; 16 to 18: `Atom.Source`; 32 to 34: `Atom.Syntax`, their operands 64 bits.
        static let head: UInt32 = 48
    }

    enum ConditionKind: UInt32 {
        case test, sameWord, sameForm, sameLemma
    }
}
