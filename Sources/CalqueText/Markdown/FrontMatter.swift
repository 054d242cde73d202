/// The metadata in front of a Markdown file: YAML between lines of `---`, TOML between lines of `+++`.
enum FrontMatter {
    /// Where the article begins: `start` where there is none. A line of hyphens alone is also a rule between paragraphs, so
    /// the first line of YAML must be a key, a comment or an item.
    static func end(in text: Bytes, from start: Int) -> Int {
        let first = line(text, start)
        guard let mark = mark(text, first.content), first.next < text.count else { return start }
        var at = first.next
        var isFirst = true
        while at < text.count {
            let line = line(text, at)
            if isEnd(text, line.content, mark) { return line.next }
            if isFirst && !line.content.isEmpty {
                if mark == 0x2D && !isYAML(text, line.content) { return start }
                isFirst = false
            }
            at = line.next
        }
        return start
    }

    /// The bytes of a line without white space at its end, and where the next one begins.
    private static func line(_ text: Bytes, _ start: Int) -> (content: Range<Int>, next: Int) {
        var end = start
        while end < text.count && text[end] != 10 && text[end] != 13 { end += 1 }
        var next = min(end + 1, text.count)
        if end < text.count && text[end] == 13 && next < text.count && text[next] == 10 { next += 1 }
        while end > start && (text[end - 1] == 0x20 || text[end - 1] == 0x09) { end -= 1 }
        return (start..<end, next)
    }

    /// `-` or `+` for the line that begins it.
    private static func mark(_ text: Bytes, _ line: Range<Int>) -> UInt8? {
        guard line.count == 3, let first = line.first.map({ text[$0] }), first == 0x2D || first == 0x2B else {
            return nil
        }
        return line.allSatisfy { text[$0] == first } ? first : nil
    }

    private static func isEnd(_ text: Bytes, _ line: Range<Int>, _ mark: UInt8) -> Bool {
        line.count == 3
            && (line.allSatisfy { text[$0] == mark } || (mark == 0x2D && line.allSatisfy { text[$0] == 0x2E }))
    }

    private static func isYAML(_ text: Bytes, _ line: Range<Int>) -> Bool {
        if text[line.lowerBound] == 0x23 || text[line.lowerBound] == 0x2D { return true }
        for at in line {
            let byte = text[at]
            if byte == 0x3A { return at > line.lowerBound && (at + 1 == line.upperBound || text[at + 1] <= 0x20) }
            let isKey =
                (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || [0x5F, 0x2D, 0x2E, 0x22, 0x27].contains(byte)
            if !isKey { return false }
        }
        return false
    }
}
