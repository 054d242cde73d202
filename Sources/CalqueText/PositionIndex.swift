/// Converts offsets in UTF-8 bytes to code points, lines and columns in any unit: the one place that does so.
///
/// Made once an article, in one pass over its bytes; a look-up counts over at most `stride` bytes however long the lines are. A line
/// ends with LF, CRLF or a single CR. Offsets beyond the text count as its end.
public struct PositionIndex: Sendable {
    /// A place in a file as editors show it, both from 1.
    public struct Position: Hashable, Sendable {
        public var line: Int
        /// From the line's first character, in the unit that was asked for.
        public var column: Int

        public init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    /// What columns count.
    public enum ColumnUnit: Sendable {
        /// Unicode code points, as editors and the reports for people do. A byte-order mark is not counted: no editor
        /// shows it.
        case codePoint
        /// UTF-16 code units (SARIF, the Language Server Protocol); a byte-order mark is not counted.
        case utf16
        /// Bytes of UTF-8 (reviewdog), those of a byte-order mark too: what is cut out of the line's bytes by them fits.
        case utf8
    }

    private static let stride = 128
    private let text: [UInt8]
    /// Code points before byte `stride` times the index.
    private var counts: [Int] = []
    /// Those of them that take two units of UTF-16.
    private var pairs: [Int] = []
    /// The first byte of each line.
    public private(set) var lineStarts: [Int] = [0]
    private let startsWithMark: Bool

    public init(_ text: [UInt8]) {
        self.text = text
        startsWithMark = text.starts(with: [0xEF, 0xBB, 0xBF])
        counts.reserveCapacity(text.count / Self.stride + 1)
        pairs.reserveCapacity(text.count / Self.stride + 1)
        text.withUnsafeBufferPointer { bytes in
            var count = 0
            var pair = 0
            var at = 0
            while at < bytes.count {
                counts.append(count)
                pairs.append(pair)
                let end = min(at + Self.stride, bytes.count)
                while at < end {
                    let byte = bytes[at]
                    if byte & 0xC0 != 0x80 { count += 1 }
                    if byte >= 0xF0 { pair += 1 }
                    at += 1
                    if byte == 10 || (byte == 13 && (at == bytes.count || bytes[at] != 10)) { lineStarts.append(at) }
                }
            }
            counts.append(count)
            pairs.append(pair)
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

    /// Line and column of the byte.
    public func position(at byte: Int, in unit: ColumnUnit = .codePoint) -> Position {
        let line = self.line(at: byte)
        let start = lineStarts[line]
        if unit == .utf8 { return Position(line: line + 1, column: clamp(byte) - start + 1) }
        let hidden = start == 0 && startsWithMark && byte >= 3 ? 1 : 0
        var column = codePoint(at: byte) - codePoint(at: start) - hidden + 1
        if unit == .utf16 { column += pair(at: byte) - pair(at: start) }
        return Position(line: line + 1, column: column)
    }

    /// Code points before the byte that take two units of UTF-16.
    private func pair(at byte: Int) -> Int {
        let byte = clamp(byte)
        let block = byte / Self.stride
        var count = pairs[block]
        for at in block * Self.stride..<byte where text[at] >= 0xF0 { count += 1 }
        return count
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
