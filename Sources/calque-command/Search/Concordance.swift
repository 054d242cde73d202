import Calque

/// Lines with a keyword in its context (KWIC), one below the other.
struct Concordance {
    private let article: Article
    private let index: PositionIndex
    /// Characters of context on either side.
    private let context: Int
    private let isColoured: Bool

    init(_ article: Article, context: Int, isColoured: Bool) {
        self.article = article
        self.context = context
        self.isColoured = isColoured
        index = PositionIndex(article.text)
    }

    /// "a.txt:3:17:  …words before [[keyword]] words behind…"
    func line(_ span: Span) -> [UInt8] {
        let place = index.position(at: span.start)
        // Four bytes a character at most; what is cut is cut at characters below.
        let before = text(Span(max(0, span.start - 4 * context), span.start), keepsEnd: true)
        let after = text(Span(span.end, min(article.text.count, span.end + 4 * context)), keepsEnd: false)
        let keyword = flat(article.string(span))
        let marked = isColoured ? "\u{1B}[1;31m\(keyword)\u{1B}[0m" : "[[\(keyword)]]"
        let margin = String(repeating: " ", count: max(0, context - before.count))
        return Array("\(article.name):\(place.line):\(place.column): \(margin)\(before)\(marked)\(after)\n".utf8)
    }

    private func text(_ span: Span, keepsEnd: Bool) -> String {
        var (start, end) = (span.start, span.end)
        while start < end && article.text[start] & 0xC0 == 0x80 { start += 1 }
        while keepsEnd == false && end < article.text.count && end > start && article.text[end] & 0xC0 == 0x80 {
            end -= 1
        }
        let text = flat(article.string(Span(start, end)))
        return String(keepsEnd ? text.suffix(context) : text.prefix(context))
    }

    /// On one line, without what a terminal obeys.
    private func flat(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 || ($0.value >= 0x7F && $0.value < 0xA0) ? " " : $0 }))
    }
}
