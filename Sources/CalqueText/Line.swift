/// A line of plain text, without the white space around.
struct Line {
    /// UTF-8 offsets; equal in a blank line.
    var start: Int
    var end: Int
    /// Where the next line begins.
    var next: Int
    /// U+2029 or a form feed ends the line: a block ends here in any case.
    var endsBlock: Bool

    var isBlank: Bool { start == end }

    /// Reads the line that begins at an offset. Lines end at LF, CRLF, a lone CR, VT, NEL and U+2028, too.
    init(in text: Bytes, at offset: Int) {
        var at = offset
        var first = -1
        var last = offset
        endsBlock = false
        let limit = text.count
        while at < limit {
            let byte = text[at]
            if byte > 32 && byte < 0x80 {
                if first < 0 { first = at }
                at += 1
                last = at
                continue
            }
            if byte >= 10 && byte <= 13 {
                at += byte == 13 && at + 1 < limit && text[at + 1] == 10 ? 2 : 1
                endsBlock = byte == 12
                break
            }
            let space = WhiteSpace.length(in: text, at: at, limit: limit)
            if space > 0 {
                let isBreak = byte == 0xC2 ? text[at + 1] == 0x85 : Self.isSeparator(text, at, limit)
                at += space
                if isBreak {
                    endsBlock = space == 3 && text[at - 1] == 0xA9
                    break
                }
            } else {
                if first < 0 { first = at }
                at += text.codePoint(at: at, limit: limit).length
                last = at
            }
        }
        start = first < 0 ? offset : first
        end = first < 0 ? offset : last
        next = at
    }

    /// U+2028 or U+2029.
    private static func isSeparator(_ text: Bytes, _ at: Int, _ limit: Int) -> Bool {
        at + 2 < limit && text[at] == 0xE2 && text[at + 1] == 0x80 && (text[at + 2] == 0xA8 || text[at + 2] == 0xA9)
    }
}
