/// Tells the blocks of plain text apart.
enum BlockFinder {
    static func blocks(of text: [UInt8]) -> [Block] {
        // Provisional: a blank line ends a block.
        var blocks: [Block] = []
        var start: Int?
        var last = 0
        var at = 0
        while at <= text.count {
            let end = text[at...].firstIndex(of: 10) ?? text.count
            let isBlank = text[at..<end].allSatisfy { $0 <= 32 }
            if isBlank || end == text.count {
                if !isBlank {
                    last = end
                    start = start ?? at
                }
                if let begin = start { blocks.append(Block(kind: .paragraph, span: Span(begin, last))) }
                start = nil
            } else {
                start = start ?? at
                last = end
            }
            at = end + 1
        }
        return blocks
    }
}

extension Article {
    /// The offset of the first byte that is not well-formed UTF-8.
    static func firstInvalidByte(of bytes: [UInt8]) -> Int? { nil }
}
