/// Tables that would make more cells than the file has bytes.
///
/// md4c fills every row up to the columns of its head. So a head of many columns and many short rows make work that grows
/// with the square of the file, and a callback cannot stop it.
enum TableBomb {
    /// Whether there may be such a table: cells are counted from each line of hyphens and bars to the next blank line.
    static func isIn(_ text: Bytes) -> Bool {
        var cells = 0
        var columns = 0
        var at = 0
        while at < text.count {
            // Lines as md4c has them: other characters end none.
            var end = at
            while end < text.count && text[end] != 10 && text[end] != 13 { end += 1 }
            let line = at..<end
            if line.allSatisfy({ text[$0] <= 0x20 }) {
                columns = 0
            } else {
                columns = max(columns, Self.columns(text, line))
                cells += columns
                if cells > text.count { return true }
            }
            at = end + (end + 1 < text.count && text[end] == 13 && text[end + 1] == 10 ? 2 : 1)
        }
        return false
    }

    /// The columns of a line below the head of a table; 0 for other lines.
    private static func columns(_ text: Bytes, _ line: Range<Int>) -> Int {
        var bars = 0
        for at in line {
            switch text[at] {
            case 0x7C: bars += 1
            // - : and white space, and what marks quotations and lists.
            case 0x2D, 0x3A, 0x09, 0x0B, 0x0C, 0x20, 0x3E, 0x2A, 0x2B, 0x30...0x39, 0x2E, 0x29: break
            default: return 0
            }
        }
        return bars > 0 ? bars + 1 : 0
    }
}
