/// Sentences whose tokens are known: a treebank's, or those of a CoNLL-U file.
public struct GivenSentences: Sendable {
    /// The tokens joined by spaces, one paragraph a sentence.
    public let article: Article
    /// The bytes of each token in the article, for each sentence.
    let tokens: [[Span]]

    /// - Parameter sentences: The tokens as they are written; empty ones are left out, and empty sentences.
    /// - Throws: `ArticleError`, when they are no text.
    public init(name: String, sentences: [[String]]) throws {
        var text: [UInt8] = []
        var blocks: [Block] = []
        var tokens: [[Span]] = []
        for sentence in sentences {
            if !text.isEmpty { text += [10, 10] }
            let start = text.count
            var spans: [Span] = []
            for token in sentence where !token.isEmpty {
                if !spans.isEmpty { text.append(32) }
                let first = text.count
                text += token.utf8
                spans.append(Span(first, text.count))
            }
            guard !spans.isEmpty else { continue }
            blocks.append(Block(kind: .paragraph, span: Span(start, text.count)))
            tokens.append(spans)
        }
        guard text.count <= Article.largestText else { throw ArticleError.tooLarge }
        article = Article(name: name, text: text, blocks: blocks)
        self.tokens = tokens
    }
}

extension Segmenter {
    /// Takes tokens and sentences as they are given.
    public func segment(_ given: GivenSentences, into segmentation: inout Segmentation) {
        take(given.tokens, of: given.article, into: &segmentation)
    }
}
