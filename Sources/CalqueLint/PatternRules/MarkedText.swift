import CalqueText

/// An example with `[[…]]` around what is to be found.
public struct MarkedText: Sendable {
    /// The text without the marks.
    public let text: String
    /// What stood between marks, as UTF-8 offsets into `text`, in order.
    public let marks: [Span]

    /// Reads the marks.
    ///
    /// - Throws: when a mark has no partner, or marks nest.
    public init(_ marked: String) throws {
        var bytes: [UInt8] = []
        var marks: [Span] = []
        var start: Int?
        var startOffset = 0
        let source = Array(marked.utf8)
        var at = 0
        func offset() -> Int { String(decoding: source[..<at], as: UTF8.self).unicodeScalars.count }
        while at < source.count {
            if source[at] == 0x5B, at + 1 < source.count, source[at + 1] == 0x5B {
                if start != nil { throw CQLError(offset(), "“[[” stands within “[[…]]”.") }
                start = bytes.count
                startOffset = offset()
                at += 2
            } else if source[at] == 0x5D, at + 1 < source.count, source[at + 1] == 0x5D, let begin = start {
                // "]]]" closes behind a literal "]".
                if at + 2 < source.count, source[at + 2] == 0x5D {
                    bytes.append(source[at])
                    at += 1
                    continue
                }
                if begin == bytes.count { throw CQLError(offset(), "“[[” and “]]” have nothing between them.") }
                marks.append(Span(begin, bytes.count))
                start = nil
                at += 2
            } else {
                bytes.append(source[at])
                at += 1
            }
        }
        if start != nil { throw CQLError(startOffset, "“[[” has no “]]” behind it.") }
        text = String(decoding: bytes, as: UTF8.self)
        self.marks = marks
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        var view = self[...]
        while let first = view.unicodeScalars.first, first.properties.isWhitespace { view.unicodeScalars.removeFirst() }
        while let last = view.unicodeScalars.last, last.properties.isWhitespace { view.unicodeScalars.removeLast() }
        return String(view)
    }
}
