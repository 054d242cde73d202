import CalqueSyntax
import CalqueText

/// The arrays of an analysis as plain pointers, valid while one call lasts.
struct TokenView {
    let tokens: UnsafeBufferPointer<Token>
    /// The number of each token's spelling in the vocabulary.
    let spellings: UnsafeBufferPointer<UInt32>
    let vocabulary: VocabularyView
    let text: UnsafeBufferPointer<UInt8>
    let lexicon: Lexicon
    /// Empty where nobody asks for them.
    let trees: Trees

    static func with(_ analysis: borrowing Analysis, trees: Trees, _ body: (TokenView) -> Void) {
        let lexicon = analysis.lexicon
        VocabularyView.with(analysis) { vocabulary in
            analysis.segmentation.tokens.withUnsafeBufferPointer { tokens in
                analysis.segmentation.spellings.withUnsafeBufferPointer { spellings in
                    analysis.article.text.withUnsafeBufferPointer { text in
                        body(
                            TokenView(
                                tokens: tokens, spellings: spellings, vocabulary: vocabulary, text: text,
                                lexicon: lexicon, trees: trees))
                    }
                }
            }
        }
    }

    /// The number of the folded form in the vocabulary.
    @inline(__always)
    func formNumber(_ token: Int) -> Int { Int(vocabulary.spellings[Int(spellings[token])].form) }

    /// The folded form.
    func form(_ token: Int) -> ArraySlice<UInt8> { vocabulary.form(formNumber(token)) }

    /// The lexicon's number of the form.
    func word(_ token: Int) -> WordID { vocabulary.words[formNumber(token)] }

    @inline(__always)
    func entry(_ token: Int) -> Lexicon.Entry { vocabulary.entries[formNumber(token)] }

    /// The bytes as they are written.
    @inline(__always)
    func written(_ token: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: text[Int(tokens[token].start)..<Int(tokens[token].end)])
    }

    /// Calls `body` with the token as it is written, ’ as ' and without what cannot be seen.
    func withPlain<Result>(_ token: Int, _ buffer: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Result)
        -> Result
    {
        let bytes = written(token)
        if !tokens[token].flags.contains(.nonASCII) { return body(bytes) }
        buffer.removeAll(keepingCapacity: true)
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            let next = at + 1 < bytes.count ? bytes[at + 1] : 0
            let third = at + 2 < bytes.count ? bytes[at + 2] : 0
            switch (byte, next, third) {
            case (0xE2, 0x80, 0x99):  // ’
                buffer.append(0x27)
                at += 3
            case (0xCA, 0xBC, _):  // ʼ
                buffer.append(0x27)
                at += 2
            case (0xC2, 0xAD, _): at += 2  // soft hyphen
            case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x81, 0xA0...0xA4), (0xEF, 0xBB, 0xBF): at += 3
            default:
                buffer.append(byte)
                at += 1
            }
        }
        return buffer.withUnsafeBufferPointer(body)
    }

    @inline(__always)
    static func isEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        guard a.count == b.count else { return false }
        for index in 0..<a.count where a[index] != b[index] { return false }
        return true
    }
}
