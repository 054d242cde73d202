/// Tells which tokens stand within quotation marks.
///
/// Works on one block at a time, so that a lost mark never quotes the rest of the article.
enum QuotationMarker {
    /// A single mark further from its partner than this is taken for an apostrophe.
    private static let longestSingle = 80

    /// Sets `quoted` on the tokens of a block, whose sentences are known. `continues`: the next block begins with an opening mark too, as
    /// paragraphs of one long quotation do, whose marks do not close.
    static func mark(_ tokens: inout [Token], in text: Bytes, range: Range<Int>, sentences: [Sentence], continues: Bool)
    {
        var open: Int?
        var openSingle: Int?
        for index in range {
            let token = tokens[index]
            switch token.kind {
            case .openQuote, .closeQuote, .quote: break
            default: continue
            }
            if isSingle(token, text) {
                if token.kind == .openQuote {
                    openSingle = index
                } else if let start = openSingle, index - start <= longestSingle {
                    quote(&tokens, start + 1..<index)
                    openSingle = nil
                }
            } else if token.kind == .openQuote {
                if let start = open { quote(&tokens, start + 1..<sentenceEnd(tokens[start], index, sentences)) }
                open = index
            } else if let start = open {
                quote(&tokens, start + 1..<index)
                open = nil
            } else if token.kind == .quote {
                open = index
            }
        }
        if let start = open {
            let isWhole = start == range.lowerBound && continues
            quote(
                &tokens,
                start + 1..<(isWhole ? range.upperBound : sentenceEnd(tokens[start], range.upperBound, sentences)))
        }
    }

    private static func isSingle(_ token: Token, _ text: Bytes) -> Bool {
        let first = text[Int(token.start)]
        if first == 39 || first == 96 { return token.span.count == 1 }
        if first == 0xE2 && token.span.count == 3 {
            let last = text[Int(token.start) + 2]
            return last == 0x98 || last == 0x99 || last == 0x9A || last == 0x9B || last == 0xB9 || last == 0xBA
        }
        return false
    }

    private static func quote(_ tokens: inout [Token], _ range: Range<Int>) {
        for index in range { tokens[index].flags.insert(.quoted) }
    }

    /// The end of the sentence in which an unclosed mark stands, but not beyond `limit`.
    private static func sentenceEnd(_ token: Token, _ limit: Int, _ sentences: [Sentence]) -> Int {
        min(sentences[Int(token.sentence)].tokens.upperBound, limit)
    }
}
