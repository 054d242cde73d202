import CalqueSyntax
import CalqueText
import Foundation

/// The running text that habits are counted in, as numbers: of each token its form and how it is written.
final class LexiconCorpus {
    struct Writing: OptionSet {
        var rawValue: UInt8
        static let lower = Writing(rawValue: 1)
        static let title = Writing(rawValue: 2)
        static let upper = Writing(rawValue: 4)
        /// In small letters first, with capitals behind: iPhone.
        static let inner = Writing(rawValue: 8)
        /// A capital here tells nothing: first in the sentence, or after a colon, dash, quotation mark or full stop.
        static let forced = Writing(rawValue: 16)
        /// Not a word.
        static let other = Writing(rawValue: 32)
        /// Last of its sentence.
        static let last = Writing(rawValue: 64)
        static let capital: Writing = [.title, .upper]
    }

    private(set) var forms: [String] = []
    private var buckets: [UInt32: [UInt32]] = [:]
    private(set) var words: [UInt32] = []
    private(set) var writings: [Writing] = []
    private(set) var sentences = 0
    private(set) var skipped = 0

    private let segmenter = Segmenter()
    private var segmentation = Segmentation()

    /// Adds text whose lines are paragraphs.
    func add(_ text: Data) throws {
        var start = text.startIndex
        while start < text.endIndex {
            var end = min(start + 1 << 18, text.endIndex)
            while end < text.endIndex && text[end] != 10 { end += 1 }
            // Blank lines between the paragraphs, so that each is a block.
            var bytes: [UInt8] = []
            bytes.reserveCapacity((end - start) * 11 / 10)
            for byte in text[start..<end] {
                if byte != 13 { bytes.append(byte) }
                if byte == 10 { bytes.append(10) }
            }
            let article = try Article(name: "text", plainText: bytes)
            segmenter.segment(article, into: &segmentation)
            for sentence in segmentation.sentences { add(sentence, of: article) }
            start = min(end + 1, text.endIndex)
        }
    }

    private func add(_ sentence: Sentence, of article: Article) {
        sentences += 1
        var writings: [Writing] = []
        var capitals = 0
        var longWords = 0
        for token in sentence.tokens {
            let writing = Self.writing(of: segmentation.tokens[token], in: article.text)
            if segmentation.tokens[token].end - segmentation.tokens[token].start >= 4 && !writing.contains(.other) {
                longWords += 1
                if !writing.intersection(.capital).isEmpty { capitals += 1 }
            }
            writings.append(writing)
        }
        // Headlines, lists of names, tables.
        if longWords < 2 || capitals * 10 >= longWords * 6 {
            skipped += 1
            return
        }
        var isForced = true
        for (offset, token) in sentence.tokens.enumerated() {
            var writing = writings[offset]
            let kind = segmentation.tokens[token].kind
            if isForced { writing.insert(.forced) }
            switch kind {
            case .openQuote, .quote, .closeQuote, .colon, .dash, .terminal: isForced = true
            case .word, .number: isForced = false
            case .symbol:
                // The kinds of the provisional segmenter.
                let first = article.text[Int(segmentation.tokens[token].start)]
                if "\"“”:—–.?!•*".utf8.contains(first) { isForced = true }
            default: break
            }
            if token == sentence.tokens.upperBound - 1 { writing.insert(.last) }
            words.append(id(of: token))
            self.writings.append(writing)
        }
    }

    private func id(of token: Int) -> UInt32 {
        let hash = segmentation.hash(token)
        let form = segmentation.form(token)
        for id in buckets[hash, default: []] where forms[Int(id)].utf8.elementsEqual(form) { return id }
        let id = UInt32(forms.count)
        forms.append(String(decoding: form, as: UTF8.self))
        buckets[hash, default: []].append(id)
        return id
    }

    private static func writing(of token: Token, in text: [UInt8]) -> Writing {
        guard token.kind == .word else { return .other }
        var first: Bool?
        var upper = 0
        var lower = 0
        for scalar in String(decoding: text[Int(token.start)..<Int(token.end)], as: UTF8.self).unicodeScalars {
            if scalar.properties.isUppercase {
                upper += 1
                first = first ?? true
            } else if scalar.properties.isLowercase {
                lower += 1
                first = first ?? false
            }
        }
        guard let first else { return .other }
        if upper == 0 { return .lower }
        if lower == 0 && upper == 1 { return .title }
        if lower == 0 { return .upper }
        return first ? .title : .inner
    }
}
