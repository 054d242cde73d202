/// Converts offsets in UTF-8 bytes to code points, lines and columns: the one place that does so.
///
/// Made once an article, in one pass over its bytes; a look-up counts over at most `stride` bytes however long the lines are. A line
/// ends with LF, CRLF or a single CR. Offsets beyond the text count as its end.
public struct PositionIndex: Sendable {
    /// A place in a file as editors show it, both from 1.
    public struct Position: Hashable, Sendable {
        public var line: Int
        /// Unicode code points from the line's first one. A byte-order mark is not counted: no editor shows it.
        public var column: Int

        public init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    private static let stride = 128
    private let text: [UInt8]
    /// Code points before byte `stride` times the index.
    private var counts: [Int] = []
    /// The first byte of each line.
    public private(set) var lineStarts: [Int] = [0]
    private let startsWithMark: Bool

    public init(_ text: [UInt8]) {
        self.text = text
        startsWithMark = text.starts(with: [0xEF, 0xBB, 0xBF])
        counts.reserveCapacity(text.count / Self.stride + 1)
        text.withUnsafeBufferPointer { bytes in
            var count = 0
            var at = 0
            while at < bytes.count {
                counts.append(count)
                let end = min(at + Self.stride, bytes.count)
                while at < end {
                    let byte = bytes[at]
                    if byte & 0xC0 != 0x80 { count += 1 }
                    at += 1
                    if byte == 10 || (byte == 13 && (at == bytes.count || bytes[at] != 10)) { lineStarts.append(at) }
                }
            }
            counts.append(count)
        }
    }

    /// Code points before the byte.
    public func codePoint(at byte: Int) -> Int {
        let byte = clamp(byte)
        let block = byte / Self.stride
        var count = counts[block]
        for at in block * Self.stride..<byte where text[at] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    public func position(at byte: Int) -> Position {
        let line = self.line(at: byte)
        let start = lineStarts[line]
        let hidden = start == 0 && startsWithMark && byte >= 3 ? 1 : 0
        return Position(line: line + 1, column: codePoint(at: byte) - codePoint(at: start) - hidden + 1)
    }

    /// The index of the line that the byte lies in, from 0.
    public func line(at byte: Int) -> Int {
        let byte = clamp(byte)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= byte { low = middle } else { high = middle }
        }
        return low
    }

    /// The bytes of a line, from 0, without its end and without a byte-order mark; an empty span where there is
    /// no such line.
    public func span(ofLine line: Int) -> Span {
        guard lineStarts.indices.contains(line) else { return Span(text.count, text.count) }
        var start = lineStarts[line]
        var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : text.count
        if end > start && text[end - 1] == 10 { end -= 1 }
        if end > start && text[end - 1] == 13 { end -= 1 }
        if start == 0 && startsWithMark { start = min(3, end) }
        return Span(start, end)
    }

    private func clamp(_ byte: Int) -> Int { max(0, min(byte, text.count)) }
}
