import CalqueSyntax
import CalqueText

/// Findings that are known, and are not reported until their sentence changes.
///
/// A finding is known by its article, its rule and the text of its sentence, white space aside: so edits elsewhere in the
/// article, and new line breaks, do not bring it back. Where a sentence has several findings of a rule, they are counted.
public struct Baseline: Sendable {
    /// What a finding is known by within its article.
    public struct Key: Hashable, Sendable, Comparable {
        /// The rule's id.
        public let rule: String
        /// White space is single spaces; no longer than `Baseline.longestSentence` bytes.
        public let sentence: String

        public init(rule: String, sentence: String) {
            self.rule = rule
            self.sentence = sentence
        }

        public static func < (a: Key, b: Key) -> Bool { (a.sentence, a.rule) < (b.sentence, b.rule) }
    }

    /// UTF-8 bytes; of a longer sentence the beginning counts.
    public static let longestSentence = 500

    /// By the article's path, in the form that reports name it in: how often each finding may be there.
    public var articles: [String: [Key: Int]] = [:]

    public init() {}

    /// How many findings are known.
    public var count: Int { articles.values.reduce(0) { $0 + $1.values.reduce(0, +) } }

    /// Adds the findings of an article.
    public mutating func add(_ keys: [Key], article: String) {
        for key in keys { articles[article, default: [:]][key, default: 0] += 1 }
    }

    /// Takes out what is no longer found in an article.
    public mutating func remove(_ stale: [Key: Int], article: String) {
        for (key, count) in stale {
            let left = (articles[article]?[key] ?? 0) - count
            articles[article]?[key] = left > 0 ? left : nil
        }
        if articles[article]?.isEmpty ?? false { articles[article] = nil }
    }
}

extension Baseline.Key {
    /// What a finding is known by: its rule and the sentence in which it begins, or its line where it is in none.
    ///
    /// - Parameter article: What the findings are about; the analysis is of what is read of it.
    init(_ finding: Finding, _ analysis: borrowing Analysis, _ article: Article) {
        let start = analysis.map == nil ? finding.span.start : analysis.map?.text(at: finding.span.start)
        let sentence =
            start.flatMap { Self.sentence(at: $0, analysis) }.map { Self.text(of: $0, analysis.article.text) }
            ?? Self.text(of: Self.line(at: finding.span.start, article.text), article.text)
        self.init(rule: finding.rule.id, sentence: sentence)
    }

    private static func sentence(at start: Int, _ analysis: borrowing Analysis) -> Span? {
        // The last sentence that begins at or before the finding.
        var low = 0
        var high = analysis.sentences.count
        while low < high {
            let middle = (low + high) / 2
            let first = analysis.sentences[middle].tokens.lowerBound
            if Int(analysis.tokens[first].start) <= start { low = middle + 1 } else { high = middle }
        }
        if low == 0 { return nil }
        let tokens = analysis.sentences[low - 1].tokens
        let end = Int(analysis.tokens[tokens.upperBound - 1].end)
        return start <= end ? Span(Int(analysis.tokens[tokens.lowerBound].start), end) : nil
    }

    private static func line(at offset: Int, _ text: [UInt8]) -> Span {
        let reach = Baseline.longestSentence
        var start = min(offset, text.count)
        var end = start
        while start > 0 && text[start - 1] != 10 && offset - start < reach { start -= 1 }
        while end < text.count && text[end] != 10 && end - offset < reach { end += 1 }
        return Span(start, end)
    }

    private static func text(of span: Span, _ text: [UInt8]) -> String {
        var bytes: [UInt8] = []
        for byte in text[span.start..<span.end] {
            if byte > 0x20 {
                bytes.append(byte)
            } else if bytes.last.map({ $0 != 0x20 }) ?? false {
                bytes.append(0x20)
            }
            if bytes.count >= Baseline.longestSentence { break }
        }
        // No part of a character at the end.
        while let last = bytes.last, last & 0xC0 == 0x80 || last >= 0xC0, bytes.count >= Baseline.longestSentence - 3 {
            bytes.removeLast()
        }
        while bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
