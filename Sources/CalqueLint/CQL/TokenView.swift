import CalqueSyntax
import CalqueText

/// The arrays of an analysis as plain pointers, valid while one call lasts.
struct TokenView {
    let tokens: UnsafeBufferPointer<Token>
    let forms: UnsafeBufferPointer<UInt8>
    let formStarts: UnsafeBufferPointer<UInt32>
    let hashes: UnsafeBufferPointer<UInt32>
    let words: UnsafeBufferPointer<WordID>
    let text: UnsafeBufferPointer<UInt8>
    let lexicon: Lexicon

    static func with(_ analysis: borrowing Analysis, _ body: (TokenView) -> Void) {
        let lexicon = analysis.lexicon
        analysis.segmentation.tokens.withUnsafeBufferPointer { tokens in
            analysis.segmentation.forms.withUnsafeBufferPointer { forms in
                analysis.segmentation.formStarts.withUnsafeBufferPointer { formStarts in
                    analysis.segmentation.hashes.withUnsafeBufferPointer { hashes in
                        analysis.words.withUnsafeBufferPointer { words in
                            analysis.article.text.withUnsafeBufferPointer { text in
                                body(
                                    TokenView(
                                        tokens: tokens, forms: forms, formStarts: formStarts, hashes: hashes,
                                        words: words, text: text, lexicon: lexicon))
                            }
                        }
                    }
                }
            }
        }
    }

    /// The folded form.
    @inline(__always)
    func form(_ token: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: forms[Int(formStarts[token])..<Int(formStarts[token + 1])])
    }

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

    func isEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        a.count == b.count && a.elementsEqual(b)
    }
}
