import CalqueText

/// What tagger and parser see of a token by itself: one hash for each template.
///
/// The model has a row of weights for each hash that was frequent in training; a token's vector is the sum
/// of its rows. What stands beside a token is seen by the layers above.
public enum TokenFeatures {
    /// The number of templates.
    public static let count = 12
    /// The hash of a template that says nothing of a token.
    public static let none: UInt32 = 0

    /// Appends the hashes of a token, one for each template.
    ///
    /// - Parameters:
    ///   - form: The folded form.
    ///   - entry: What the lexicon knows of it; of an unknown form, what it guesses.
    @inline(__always)
    static func append(
        _ token: Token, form: UnsafeBufferPointer<UInt8>, hash: UInt32, entry: Lexicon.Entry, isKnown: Bool,
        to features: inout [UInt32]
    ) {
        let shape = UInt32(token.shape.rawValue)
        let first: UInt32 = token.isFirst ? 1 : 0
        let kind = UInt32(token.kind.rawValue)
        let length = form.count
        var word = hash
        if token.kind == .number { word = numberHash(form) }
        if token.kind == .quote || token.kind == .openQuote || token.kind == .closeQuote { word = 0x51 }
        features.append(mix(1, word))
        features.append(token.shape == .lower || token.shape == .none ? none : mix(2, word ^ shape << 28 ^ first << 27))
        features.append(mix(3, part(form, from: length - 2)))
        features.append(length > 3 ? mix(4, part(form, from: length - 3)) : none)
        features.append(length > 4 ? mix(5, part(form, from: length - 4) &* 31 &+ shape) : none)
        features.append(length > 2 ? mix(6, part(form, to: 2)) : none)
        features.append(length > 3 ? mix(7, part(form, to: 3)) : none)
        features.append(mix(8, kind | shape << 5 | first << 9 | UInt32(min(length, 12)) << 10))
        features.append(mix(9, entry.tags.rawValue ^ (isKnown ? 0 : 1 << 31)))
        features.append(mix(10, UInt32(entry.names.rawValue) | shape << 16 | UInt32(entry.marks.rawValue & 3) << 20))
        features.append(
            mix(11, UInt32(entry.lowerCount >> 4) | UInt32(entry.titleCount >> 4) << 5 | shape << 10 | first << 14))
        features.append(mix(12, UInt32(entry.features.rawValue) | UInt32(entry.frequency / 10) << 16))
    }

    /// The hash of a value under a template: the finalizer of MurmurHash3.
    @inline(__always)
    private static func mix(_ template: UInt32, _ value: UInt32) -> UInt32 {
        var hash = value &* 0x9E37_79B1 &+ template &* 0x85EB_CA77
        hash ^= hash >> 16
        hash = hash &* 0x85EB_CA6B
        hash ^= hash >> 13
        hash = hash &* 0xC2B2_AE35
        hash ^= hash >> 16
        return hash == none ? 1 : hash
    }

    /// The form of a number with every digit taken for 0.
    @inline(__always)
    private static func numberHash(_ form: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash = FormHash.offsetBasis
        for byte in form { hash = FormHash.add(byte >= 48 && byte <= 57 ? 48 : byte, to: hash) }
        return hash
    }

    @inline(__always)
    private static func part(_ form: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt32 {
        var value: UInt32 = 1
        for at in max(start, 0)..<form.count { value = value << 8 ^ UInt32(form[at]) ^ value >> 24 }
        return value
    }

    @inline(__always)
    private static func part(_ form: UnsafeBufferPointer<UInt8>, to end: Int) -> UInt32 {
        var value: UInt32 = 1
        for at in 0..<min(end, form.count) { value = value << 8 ^ UInt32(form[at]) }
        return value
    }
}

extension Analysis {
    /// The hashes of the features of all tokens, `TokenFeatures.count` a token: what a model is trained on.
    public func features() -> [UInt32] {
        var features: [UInt32] = []
        appendFeatures(of: tokens.indices, to: &features)
        return features
    }

    /// Appends the hashes of the features of some tokens.
    func appendFeatures(of tokens: Range<Int>, to features: inout [UInt32]) {
        for token in tokens {
            let number = segmentation.formNumber(token)
            var entry = words.entries[number]
            let isKnown = words.numbers[number].isKnown
            let record = segmentation.tokens[token]
            if entry.tags.isEmpty && record.kind == .word {
                entry.tags = lexicon.guess(segmentation.form(token), shape: record.shape).tags
            }
            segmentation.vocabulary.withForm(number) {
                TokenFeatures.append(
                    record, form: $0, hash: segmentation.vocabulary.hashes[number], entry: entry, isKnown: isKnown,
                    to: &features)
            }
        }
    }
}
