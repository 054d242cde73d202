/// Tells the blocks of plain text apart.
///
/// A blank line ends a block. Lines that follow each other belong to one block if the text is hard-wrapped:
/// if the first word of the next line would not have fitted on this one. Where lines are long and end in full stops,
/// each is a block of its own. Between the two the signs of each line decide: how it ends, how the next one begins.
enum BlockFinder {
    /// - Parameter directives: Gets the lines that are directives; they end a block, as blank lines do.
    static func blocks(of text: [UInt8], directives: inout [Span]) -> [Block] {
        text.withUnsafeBufferPointer { blocks(of: $0, directives: &directives) }
    }

    private static func blocks(of text: Bytes, directives: inout [Span]) -> [Block] {
        var blocks: [Block] = []
        var group: [Line] = []
        var at = 0
        if text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF { at = 3 }
        while at < text.count {
            let line = Line(in: text, at: at)
            at = line.next
            let isDirective = isDirective(text, line.start, line.end)
            if isDirective { directives.append(Span(line.start, line.end)) }
            let isText = !line.isBlank && !isDirective
            if isText { group.append(line) }
            if !isText || line.endsBlock || at >= text.count { close(&group, text, &blocks) }
        }
        close(&group, text, &blocks)
        BlockClassifier(text: text).classify(&blocks)
        return blocks
    }

    /// Whether a line is “<!-- calque-… -->”.
    static func isDirective(_ text: Bytes, _ start: Int, _ end: Int) -> Bool {
        guard end - start > 14, text[start] == 0x3C, text[end - 1] == 0x3E else { return false }
        guard text[start..<end].starts(with: "<!--".utf8), text[..<end].suffix(3).elementsEqual("-->".utf8) else {
            return false
        }
        let body = text[(start + 4)..<(end - 3)].drop { $0 == 0x20 || $0 == 0x09 }
        return body.starts(with: "calque-".utf8)
    }

    /// Turns lines that follow each other into blocks.
    private static func close(_ group: inout [Line], _ text: Bytes, _ blocks: inout [Block]) {
        guard let first = group.first else { return }
        var start = first.start
        if group.count > 1 {
            let layout = Layout(group, text)
            for index in 1..<group.count where layout.breaks(group[index - 1], group[index], text) {
                blocks.append(Block(kind: .paragraph, span: Span(start, group[index - 1].end)))
                start = group[index].start
            }
        }
        blocks.append(Block(kind: .paragraph, span: Span(start, group[group.count - 1].end)))
        group.removeAll(keepingCapacity: true)
    }

    /// How the lines of a group are laid out.
    private struct Layout {
        /// Nobody wraps at more columns than this, or fewer than that.
        private static let widest = 110
        private static let narrowest = 40
        private var longest = 0
        /// Nearly all lines end in a full stop.
        private var isLinewise = false

        init(_ group: [Line], _ text: Bytes) {
            var stops = 0
            for line in group {
                longest = max(longest, Self.columns(line.start, line.end, text))
                if LineSigns.endsInStop(text, line.start, line.end) { stops += 1 }
            }
            // The last line may end anywhere, and the first may be a title.
            var inner = group.count - 1
            if LineSigns.endsInStop(text, group[inner].start, group[inner].end) { stops -= 1 }
            if inner > 1 && !LineSigns.endsInStop(text, group[0].start, group[0].end) { inner -= 1 }
            isLinewise = stops * 5 >= inner * 4
        }

        /// Code points of a line, as far as they matter.
        private static func columns(_ start: Int, _ end: Int, _ text: Bytes) -> Int {
            if end - start > widest * 4 { return widest + 1 }
            var count = 0
            for at in start..<end where text[at] & 0xC0 != 0x80 { count += 1 }
            return count
        }

        func breaks(_ line: Line, _ next: Line, _ text: Bytes) -> Bool {
            if LineSigns.beginsItem(text, next.start, next.end) { return true }
            if LineSigns.beginsLower(text, next.start, next.end) { return false }
            var wordEnd = next.start
            while wordEnd < next.end && text[wordEnd] > 32 && wordEnd - next.start < Self.widest { wordEnd += 1 }
            let width = Self.columns(line.start, line.end, text) + 1 + Self.columns(next.start, wordEnd, text)
            let isFull = width > longest && longest >= Self.narrowest && longest <= Self.widest
            return isFull ? isLinewise && LineSigns.endsInStop(text, line.start, line.end) : true
        }
    }
}
