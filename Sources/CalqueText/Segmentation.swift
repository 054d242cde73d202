/// The sentences and tokens of an article, in flat arrays.
///
/// A value of this type is made once and filled again and again by `Segmenter`, so that nothing is
/// allocated for an article once the arrays have grown.
public struct Segmentation: Sendable {
    public var tokens: [Token] = []
    public var sentences: [Sentence] = []
    /// The number of each token's spelling in the vocabulary.
    public var spellings: [UInt32] = []
    /// The different words of this article, and of those before it.
    public var vocabulary = Vocabulary()

    public init() {}

    /// The number of a token's folded form in the vocabulary: tokens with the same form have the same number.
    @inline(__always)
    public func formNumber(_ token: Int) -> Int { Int(vocabulary.spellings[Int(spellings[token])].form) }

    /// The bytes of a token's folded form, what words are looked up and compared by; see `FormFolder`.
    public func form(_ token: Int) -> ArraySlice<UInt8> { vocabulary.form(formNumber(token)) }

    /// The number of bytes of a token's folded form.
    public func formLength(_ token: Int) -> Int { vocabulary.formLength(formNumber(token)) }

    /// How a token is written.
    @inline(__always)
    public func spelling(_ token: Int) -> Vocabulary.Spelling { vocabulary.spellings[Int(spellings[token])] }

    /// FNV-1a of a token's form; see `FormHash`.
    @inline(__always)
    public func hash(_ token: Int) -> UInt32 { vocabulary.hashes[formNumber(token)] }

    /// Whether two tokens have the same folded form.
    public func sameForm(_ a: Int, _ b: Int) -> Bool { formNumber(a) == formNumber(b) }
}

/// The hash of folded forms that lexicon and compiled rules are built with: FNV-1a, 32 bits.
public enum FormHash {
    public static let offsetBasis: UInt32 = 2_166_136_261

    @inlinable
    public static func add(_ byte: UInt8, to hash: UInt32) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

    @inlinable
    public static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = add(byte, to: hash) }
        return hash
    }
}
