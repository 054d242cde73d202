import CalqueText

/// Changes of a text: by place, apart from each other.
///
/// Offsets are UTF-8 bytes of the text before the changes.
public struct TextEdits: Hashable, Sendable {
    public struct Edit: Hashable, Sendable {
        public var span: Span
        public var replacement: [UInt8]
    }

    public private(set) var edits: [Edit] = []

    public init() {}

    /// - Parameter edits: By place, apart from each other.
    init(_ edits: [Edit]) { self.edits = edits }

    public var isEmpty: Bool { edits.isEmpty }

    /// Adds suggestions, in their order, as far as they change something, lie in the text at the borders of characters and
    /// keep apart from those before: two that touch could mean the same place.
    ///
    /// - Returns: how many were added.
    @discardableResult
    public mutating func add(_ suggestions: some Sequence<Suggestion>, to text: [UInt8]) -> Int {
        let sorted = suggestions.sorted { $0.span < $1.span }
        var added = 0
        for suggestion in sorted {
            let span = suggestion.span
            guard span.start >= 0, span.start <= span.end, span.end <= text.count, Self.isBorder(span.start, in: text),
                Self.isBorder(span.end, in: text), edits.last.map({ $0.span.end < span.start }) ?? true,
                !text[span.start..<span.end].elementsEqual(suggestion.replacement.utf8)
            else { continue }
            edits.append(Edit(span: span, replacement: Array(suggestion.replacement.utf8)))
            added += 1
        }
        return added
    }

    private static func isBorder(_ offset: Int, in text: [UInt8]) -> Bool {
        offset == text.count || text[offset] & 0xC0 != 0x80
    }

    /// The text with the changes made.
    public func applied(to text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + edits.reduce(0) { $0 + $1.replacement.count })
        var at = 0
        for edit in edits {
            result += text[at..<edit.span.start]
            result += edit.replacement
            at = edit.span.end
        }
        return result + text[at...]
    }

    /// Where a span of the changed text comes from; what was put in counts as all that it was put in the place of.
    public func original(_ span: Span) -> Span {
        Span(original(span.start, isEnd: false), original(span.end, isEnd: true))
    }

    private func original(_ offset: Int, isEnd: Bool) -> Int {
        var shift = 0
        for edit in edits {
            let start = edit.span.start + shift
            if offset < start || (offset == start && isEnd) { break }
            if offset < start + edit.replacement.count || (offset == start + edit.replacement.count && isEnd) {
                return isEnd ? edit.span.end : edit.span.start
            }
            shift += edit.replacement.count - edit.span.count
        }
        return offset - shift
    }

    /// These changes and then others, of the changed text, as changes of the first text.
    ///
    /// - Parameter count: bytes of the first text.
    public func followed(by later: TextEdits, count: Int) -> TextEdits {
        // The next one last.
        var pieces = Array(pieces(count).reversed())
        var result = Builder()
        var at = 0
        for edit in later.edits {
            Self.take(edit.span.start - at, from: &pieces) { result.add($0) }
            result.add(.new(edit.replacement[...]))
            Self.take(edit.span.count, from: &pieces) { _ in }
            at = edit.span.end
        }
        for piece in pieces.reversed() { result.add(piece) }
        return result.finish(count)
    }

    /// A part of a changed text.
    private enum Piece {
        /// Bytes of the first text.
        case kept(Range<Int>)
        case new(ArraySlice<UInt8>)

        var count: Int {
            switch self {
            case .kept(let range): range.count
            case .new(let bytes): bytes.count
            }
        }

        func split(at offset: Int) -> (Piece, Piece) {
            switch self {
            case .kept(let range):
                let middle = range.lowerBound + offset
                return (.kept(range.lowerBound..<middle), .kept(middle..<range.upperBound))
            case .new(let bytes): return (.new(bytes.prefix(offset)), .new(bytes.dropFirst(offset)))
            }
        }
    }

    private func pieces(_ count: Int) -> [Piece] {
        var pieces: [Piece] = []
        var at = 0
        for edit in edits {
            pieces.append(.kept(at..<edit.span.start))
            pieces.append(.new(edit.replacement[...]))
            at = edit.span.end
        }
        return pieces + [.kept(at..<max(at, count))]
    }

    /// Takes so many bytes from the beginning.
    private static func take(_ count: Int, from pieces: inout [Piece], _ body: (Piece) -> Void) {
        var left = count
        while left > 0, let piece = pieces.popLast() {
            if piece.count <= left {
                body(piece)
                left -= piece.count
            } else {
                let (first, rest) = piece.split(at: left)
                body(first)
                pieces.append(rest)
                left = 0
            }
        }
    }

    /// Makes changes of pieces.
    private struct Builder {
        private var result = TextEdits()
        private var at = 0
        private var pending: [UInt8] = []

        mutating func add(_ piece: Piece) {
            switch piece {
            case .new(let bytes): pending += bytes
            case .kept(let range) where range.isEmpty: break
            case .kept(let range):
                flush(to: range.lowerBound)
                at = range.upperBound
            }
        }

        mutating func finish(_ count: Int) -> TextEdits {
            flush(to: count)
            return result
        }

        private mutating func flush(to offset: Int) {
            if offset > at || !pending.isEmpty {
                result.edits.append(Edit(span: Span(at, offset), replacement: pending))
            }
            pending = []
        }
    }
}
