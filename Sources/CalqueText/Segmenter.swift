/// Splits articles into sentences and tokens.
///
/// Tokens are those of the English treebanks (UD EWT and GUM): clitics apart, hyphenated words in parts but for
/// those with a prefix, addresses and numbers whole. A run of Han, kana or Thai letters, which are written
/// without spaces, is one token. Sentences are ICU's (Unicode annex 29), mended after abbreviations, initials and
/// ordinals, around quotations and brackets, and where a space is missing.
///
/// Holds ICU's iterators and its own buffers: one a task, never shared.
public final class Segmenter {
    private let folder = FormFolder()
    private let breaks = SentenceBreaks()
    private var boundaries: [Int] = []

    public init() {}

    /// Segments every block of the article, into arrays that are reused.
    public func segment(_ article: Article, into segmentation: inout Segmentation) {
        article.text.withUnsafeBufferPointer { segment($0, article.blocks, into: &segmentation) }
    }

    /// Takes the tokens of sentences as they are given, such as a treebank's.
    ///
    /// - Parameters:
    ///   - article: One block a sentence.
    ///   - tokens: The bytes of each token, for each block; in order, not overlapping, none empty.
    func take(_ tokens: [[Span]], of article: Article, into segmentation: inout Segmentation) {
        segmentation.removeAll()
        article.text.withUnsafeBufferPointer { text in
            var tokenizer = Tokenizer(text: text, folder: folder, segmentation: segmentation)
            for (block, spans) in tokens.enumerated() {
                let first = tokenizer.segmentation.tokens.count
                for span in spans { tokenizer.append(givenFrom: span.start, to: span.end) }
                let range = first..<tokenizer.segmentation.tokens.count
                if !range.isEmpty { tokenizer.segmentation.sentences.append(Sentence(block: block, tokens: range)) }
            }
            segmentation = tokenizer.segmentation
            markQuotations(text, &segmentation)
        }
    }

    /// The folded forms of the tokens of a phrase, one by one: how a phrase in a rule is read.
    public func forms(of phrase: String) -> [String] {
        let bytes = Array(phrase.utf8)
        var segmentation = Segmentation()
        bytes.withUnsafeBufferPointer {
            segment($0, [Block(kind: .paragraph, span: Span(0, bytes.count))], into: &segmentation)
        }
        return segmentation.tokens.indices.map { String(decoding: segmentation.form($0), as: UTF8.self) }
    }

    func segment(_ text: Bytes, _ blocks: [Block], into segmentation: inout Segmentation) {
        var taken = Segmentation()
        swap(&taken, &segmentation)
        taken.removeAll()
        if text.count > Self.largeText { taken.reserve(tokens: Self.expectedTokens(text)) }
        var tokenizer = Tokenizer(text: text, folder: folder, segmentation: taken)
        taken = Segmentation()
        for (index, block) in blocks.enumerated() {
            let end = min(block.span.end, text.count)
            let start = max(0, min(block.span.start, end))
            let first = tokenizer.segmentation.tokens.count
            tokenizer.tokenize(from: start, to: end)
            let last = tokenizer.segmentation.tokens.count
            if last > first {
                split(block: index, text, first..<last, &tokenizer.segmentation)
            }
        }
        swap(&tokenizer.segmentation, &segmentation)
        markQuotations(text, &segmentation)
    }

    /// From this many bytes on, room is reserved at once, since arrays that double take twice what they need.
    private static let largeText = 1 << 20

    /// Runs without white space and marks of punctuation, but not more than a third of the bytes.
    private static func expectedTokens(_ text: Bytes) -> Int {
        var count = 0
        var isInside = false
        for byte in text {
            let isSpace = byte <= 32
            if !isSpace && !isInside { count += 1 }
            if byte > 32 && byte < 48 || byte == 0xE2 { count += 1 }
            isInside = !isSpace
        }
        return min(count + count / 16, text.count / 3)
    }

    /// Cuts a block into sentences.
    private func split(block: Int, _ text: Bytes, _ range: Range<Int>, _ segmentation: inout Segmentation) {
        boundaries.removeAll(keepingCapacity: true)
        if mayHoldMore(range, segmentation.tokens, text) {
            let start = Int(segmentation.tokens[range.lowerBound].start)
            let end = Int(segmentation.tokens[range.upperBound - 1].end)
            breaks.forEach(in: text, from: start, to: end) { boundaries.append($0) }
            let finder = SentenceFinder(
                text: text, tokens: segmentation.tokens, spellings: segmentation.spellings,
                vocabulary: segmentation.vocabulary)
            cut(block: block, range, finder, &segmentation.sentences)
        } else {
            segmentation.sentences.append(Sentence(block: block, tokens: range))
        }
    }

    private func cut(block: Int, _ range: Range<Int>, _ finder: SentenceFinder, _ sentences: inout [Sentence]) {
        var start = range.lowerBound
        var boundary = 0
        var quoting = false
        for next in range.dropFirst() {
            let place = Int(finder.tokens[next].start)
            let before = Int(finder.tokens[next - 1].end)
            while boundary < boundaries.count && boundaries[boundary] < before { boundary += 1 }
            let icu = boundary < boundaries.count && boundaries[boundary] <= place
            switch finder.tokens[next - 1].kind {
            case .openQuote: quoting = true
            case .closeQuote: quoting = false
            case .quote: quoting.toggle()
            default: break
            }
            if finder.ends(before: next, from: start, to: range.upperBound, icu: icu, quoting: quoting) {
                sentences.append(Sentence(block: block, tokens: start..<next))
                start = next
            }
        }
        sentences.append(Sentence(block: block, tokens: start..<range.upperBound))
    }

    /// Whether a full stop or its like stands before the last tokens of a block.
    private func mayHoldMore(_ range: Range<Int>, _ tokens: [Token], _ text: Bytes) -> Bool {
        for index in range.dropLast() {
            if tokens[index].kind == .terminal { return true }
            if tokens[index].kind == .word && text[Int(tokens[index].end) - 1] == 46 { return true }
        }
        return false
    }

    /// Sets the sentence of each token, the first of each sentence, and what is quoted.
    private func markQuotations(_ text: Bytes, _ segmentation: inout Segmentation) {
        var tokens: [Token] = []
        swap(&tokens, &segmentation.tokens)
        let sentences = segmentation.sentences
        for (index, sentence) in sentences.enumerated() {
            var isFirst = true
            for token in sentence.tokens {
                tokens[token].sentence = UInt32(truncatingIfNeeded: index)
                guard isFirst else { continue }
                switch tokens[token].kind {
                case .openQuote, .closeQuote, .quote, .openBracket, .closeBracket: break
                default:
                    tokens[token].flags.insert(.first)
                    isFirst = false
                }
            }
        }
        var start = 0
        while start < sentences.count {
            var end = start + 1
            while end < sentences.count && sentences[end].block == sentences[start].block { end += 1 }
            let range = sentences[start].tokens.lowerBound..<sentences[end - 1].tokens.upperBound
            let next = end < sentences.count ? tokens[sentences[end].tokens.lowerBound].kind : .symbol
            QuotationMarker.mark(
                &tokens, in: text, range: range, sentences: sentences,
                continues: next == .openQuote || next == .quote)
            start = end
        }
        swap(&tokens, &segmentation.tokens)
    }
}

extension Segmentation {
    mutating func reserve(tokens count: Int) {
        tokens.reserveCapacity(count)
        spellings.reserveCapacity(count)
    }

    /// Empties the arrays and keeps their room, and the vocabulary.
    mutating func removeAll() {
        tokens.removeAll(keepingCapacity: true)
        sentences.removeAll(keepingCapacity: true)
        spellings.removeAll(keepingCapacity: true)
        vocabulary.trim()
    }
}
