import CalqueText

extension Lexicon {
    /// How English a word in small letters looks, for words that the lexicon does not have: the natural logarithm of
    /// the odds that it is a common English word rather than a word or name of another language in Latin letters.
    ///
    /// 0 is even odds, 3 is twenty to one for English, -3 twenty to one against; as a rule within ±15. Meaningless
    /// for fewer than four letters, numbers, and abbreviations. A rule that reports wants -2 or less.
    ///
    /// A logistic regression over the letter sequences of two to five letters, word bounds counted, hashed to a
    /// table of 8-bit weights (feature hashing: Weinberger et al., ICML 2009); trained by `calque-dev lexicon` on
    /// dictionary words against frequent words of eighteen languages, romanised where they are Cyrillic, and names.
    public func englishness(of form: some Collection<UInt8>) -> Float {
        let weights = table.english
        guard weights.count > 0 else { return 0 }
        var sum = Int(Int8(bitPattern: weights[Self.englishnessBias & (weights.count - 1)]))
        Self.forEachLetterSequence(of: form) { hash in
            sum += Int(Int8(bitPattern: weights[Int(hash) & (weights.count - 1)]))
        }
        return Float(sum) / Self.englishnessScale
    }

    /// One unit of log-odds in the table's weights.
    public static let englishnessScale: Float = 24
    /// Where the table has the weight that every word gets.
    public static let englishnessBias = 0

    /// Hashes of the letter sequences that a word is judged by: for `calque-dev`.
    public static func forEachLetterSequence(of form: some Collection<UInt8>, _ body: (UInt32) -> Void) {
        // The last four letters, the latest lowest; 1 is the word's bound, 0 nothing.
        var recent: UInt32 = 0
        func step(_ letter: UInt8) {
            var hash = FormHash.add(letter, to: FormHash.offsetBasis)
            var earlier = recent
            while earlier != 0 {
                hash = FormHash.add(UInt8(truncatingIfNeeded: earlier), to: hash)
                body(hash ^ hash >> 15)
                earlier >>= 8
            }
            recent = recent << 8 | UInt32(letter)
        }
        step(1)
        for letter in form { step(letter) }
        step(1)
    }
}
