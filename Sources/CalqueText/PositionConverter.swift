/// Converts UTF-8 offsets of a text into the units that reports speak: code points, UTF-16 units, lines and columns.
///
/// Reads the text once for any number of ascending offsets: ask in order. An offset before the last one asked
/// for starts again from the beginning of the text. Offsets beyond the text are its end; one within a character is that character's start.
///
/// Lines end at LF, CRLF or a lone CR, as SARIF, LSP and editors count them; a byte-order mark at the start of the
/// text counts as a character.
public struct PositionConverter {
    /// A place in a text, in all units. All but `line` and the columns count from 0; these count from 1.
    public struct Position: Equatable, Sendable {
        /// UTF-8 bytes before the place.
        public var utf8 = 0
        /// Unicode code points before it (JSON, NDJSON).
        public var codePoints = 0
        /// UTF-16 units before it.
        public var utf16 = 0
        public var line = 1
        /// UTF-8 bytes since the line's start, plus one (reviewdog).
        public var utf8Column = 1
        /// Code points since the line's start, plus one (terminal, GitHub).
        public var codePointColumn = 1
        /// UTF-16 units since the line's start, plus one (SARIF; LSP counts from 0).
        public var utf16Column = 1
    }

    private let text: [UInt8]
    private var at = Position()

    public init(_ text: [UInt8]) { self.text = text }

    public init(_ article: Article) { self.init(article.text) }

    /// The place of a UTF-8 offset.
    public mutating func position(_ offset: Int) -> Position {
        if offset < at.utf8 { at = Position() }
        text.withUnsafeBufferPointer { Self.advance(&at, in: $0, to: min(offset, $0.count)) }
        return at
    }

    /// The places of start and end of a span.
    public mutating func range(_ span: Span) -> (start: Position, end: Position) {
        let start = position(span.start)
        return (start, position(span.end))
    }

    private static func advance(_ at: inout Position, in text: Bytes, to offset: Int) {
        while at.utf8 < offset {
            let byte = text[at.utf8]
            let length = byte < 0x80 ? 1 : text.codePoint(at: at.utf8, limit: text.count).length
            if at.utf8 + length > offset { return }
            let units = length == 4 ? 2 : 1
            at.utf8 += length
            at.codePoints += 1
            at.utf16 += units
            // The CR of a CRLF stands at the end of its line; the LF ends it.
            let endsLine = byte == 10 || (byte == 13 && !(at.utf8 < text.count && text[at.utf8] == 10))
            if endsLine {
                at.line += 1
                at.utf8Column = 1
                at.codePointColumn = 1
                at.utf16Column = 1
            } else {
                at.utf8Column += length
                at.codePointColumn += 1
                at.utf16Column += units
            }
        }
    }
}
