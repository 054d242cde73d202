/// The sentences and tokens of an article, in flat arrays.
///
/// A value of this type is made once and filled again and again by `Segmenter`, so that nothing is
/// allocated for an article once the arrays have grown.
public struct Segmentation: Sendable {
    public var tokens: [Token] = []
    public var sentences: [Sentence] = []
    /// The folded forms of all tokens in a row, as UTF-8: what words are looked up and compared by; see `FormFolder`.
    public var forms: [UInt8] = []
    /// Where each token's form begins in `forms`, and, as a last element, where the last one ends.
    public var formStarts: [UInt32] = [0]
    /// FNV-1a of each token's form; see `FormHash`.
    public var hashes: [UInt32] = []

    public init() {}

    /// The bytes of a token's folded form.
    public func form(_ token: Int) -> ArraySlice<UInt8> {
        forms[Int(formStarts[token])..<Int(formStarts[token + 1])]
    }

    /// Whether two tokens have the same folded form.
    public func sameForm(_ a: Int, _ b: Int) -> Bool {
        guard hashes[a] == hashes[b] else { return false }
        let count = Int(formStarts[a + 1] - formStarts[a])
        guard count == Int(formStarts[b + 1] - formStarts[b]) else { return false }
        return form(a).elementsEqual(form(b))
    }
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
