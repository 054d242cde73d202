import CalqueLint
import CalqueText

/// Makes out by what a finding of an article is known again when lines have moved: a hash over the path, the rule, and
/// the words that are reported with three on either side within their block, however they are broken into lines.
///
/// Findings that are alike in all of this are numbered in their order. The hash is FNV-1a of 64 bits (Fowler, Noll, Vo), which
/// is the same everywhere.
struct Fingerprints {
    private let article: Article
    private let path: String
    private var seen: [UInt64: Int] = [:]

    init(_ article: Article, path: String) {
        self.article = article
        self.path = path
    }

    /// The fingerprint of the next finding, in the order of the report: 16 hexadecimal digits, a colon, a number from 1.
    mutating func next(_ finding: Finding) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        for part in [path, finding.rule.id] {
            for byte in part.utf8 { add(byte) }
            add(0)
        }
        for byte in context(of: finding.span) { add(byte) }
        let number = seen[hash, default: 0] + 1
        seen[hash] = number
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits + ":\(number)"
    }

    /// No more bytes are read on either side, and of each end of what is reported.
    private static let reach = 240

    /// The span with three words on either side, single spaces between.
    private func context(of span: Span) -> [UInt8] {
        let span = article.wholeCharacters(span)
        let block = block(at: span.start)
        let text = article.text
        var start = span.start
        var end = span.end
        let least = max(min(block.start, start), start - Self.reach)
        let most = min(max(block.end, end), end + Self.reach)
        var words = 0
        while start > least && words < 3 {
            start -= 1
            if text[start] > 0x20 && (start == least || text[start - 1] <= 0x20) { words += 1 }
        }
        words = 0
        while end < most && words < 3 {
            end += 1
            if text[end - 1] > 0x20 && (end == most || text[end] <= 0x20) { words += 1 }
        }
        var context: [UInt8] = []
        var at = start
        while at < end {
            // Of what is long the middle is left out.
            if at == span.start + Self.reach && at < span.end - Self.reach { at = span.end - Self.reach }
            let byte = text[at]
            at += 1
            if byte > 0x20 {
                context.append(byte)
            } else if context.last.map({ $0 != 0x20 }) ?? false {
                context.append(0x20)
            }
        }
        while context.last == 0x20 { context.removeLast() }
        return context
    }

    /// The bytes of the block that a byte lies in; none where it lies between two.
    private func block(at byte: Int) -> Span {
        var low = 0
        var high = article.blocks.count
        while low < high {
            let middle = (low + high) / 2
            if article.blocks[middle].span.end < byte { low = middle + 1 } else { high = middle }
        }
        guard low < article.blocks.count, article.blocks[low].span.start <= byte else { return Span(byte, byte) }
        return article.blocks[low].span
    }
}
