/// One thing that can be asked of one token, as the engine asks it. Equal ones are asked once for all patterns.
enum Atom: Hashable {
    /// The token is one of these words.
    case words([Word])
    /// The token's form is in a word list.
    case list(String)
    /// One of the bits is set.
    case mask(Mask, UInt32)
    /// The token as it is written, a lemma of it, or one of its features matches the expression.
    case regex(Source, String, ignoresCase: Bool)
    /// What tagger and parser say is one of these, by bit.
    case syntax(Syntax, UInt64)
    /// The atom with this number holds of the token that this one depends on; of the root it does not.
    case head(Int)

    struct Word: Hashable, Comparable {
        /// Folded.
        var form: String
        /// As it must be written, or nil if case does not count.
        var exact: String?

        static func < (a: Word, b: Word) -> Bool {
            a.form != b.form ? a.form < b.form : (a.exact ?? "") < (b.exact ?? "")
        }
    }

    enum Mask: UInt32 {
        /// `known`: bit 0 is set of a form that has an entry; above it stand the entry's marks.
        case shape = 1, kind, script, flags, block, names, features, tags, known
    }

    enum Source: UInt32 {
        case word = 16, lemma, feats
    }

    enum Syntax: UInt32 {
        /// `UniversalTag`, `PennTag`, `Relation`
        case upos = 32, tag, deprel
    }

    /// Bits of `Mask.flags`.
    enum Flag {
        static let space: UInt32 = 1
        static let noSpace: UInt32 = 2
        static let first: UInt32 = 4
        static let notFirst: UInt32 = 8
        static let quoted: UInt32 = 16
        static let notQuoted: UInt32 = 32
    }
}

/// What must hold of a token: a formula over atoms, given by number.
indirect enum TokenTest: Hashable {
    case any
    case never
    case atom(Int)
    case not(TokenTest)
    case all([TokenTest])
    case some([TokenTest])
}
