import CICU

/// Splits articles into sentences and tokens.
///
/// Holds ICU's iterators and its own buffers: one a task, never shared.
public final class Segmenter {
    public init() {}

    /// Segments every block of the article, into arrays that are reused.
    public func segment(_ article: Article, into segmentation: inout Segmentation) {
        // Provisional: white space and punctuation only.
        segmentation.tokens.removeAll(keepingCapacity: true)
        segmentation.sentences.removeAll(keepingCapacity: true)
        segmentation.forms.removeAll(keepingCapacity: true)
        segmentation.formStarts.removeAll(keepingCapacity: true)
        segmentation.formStarts.append(0)
        segmentation.hashes.removeAll(keepingCapacity: true)
        for (index, block) in article.blocks.enumerated() {
            let first = segmentation.tokens.count
            var at = block.span.start
            var space = true
            while at < block.span.end {
                let byte = article.text[at]
                if byte <= 32 {
                    space = true
                    at += 1
                    continue
                }
                let start = at
                func isLetter(_ b: UInt8) -> Bool {
                    b >= 128 || (b | 32 >= 97 && b | 32 <= 122) || (b >= 48 && b <= 57)
                }
                if isLetter(byte) {
                    while at < block.span.end && isLetter(article.text[at]) { at += 1 }
                } else {
                    at += 1
                }
                var token = Token(
                    start: UInt32(start), end: UInt32(at), sentence: UInt32(segmentation.sentences.count),
                    kind: isLetter(byte) ? .word : .symbol)
                if space { token.flags.insert(.spaceBefore) }
                if segmentation.tokens.count == first { token.flags.insert(.first) }
                space = false
                segmentation.tokens.append(token)
                let form = article.text[start..<at].map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
                segmentation.forms += form
                segmentation.formStarts.append(UInt32(segmentation.forms.count))
                segmentation.hashes.append(FormHash.of(form))
            }
            if segmentation.tokens.count > first {
                segmentation.sentences.append(Sentence(block: index, tokens: first..<segmentation.tokens.count))
            }
        }
    }
}
