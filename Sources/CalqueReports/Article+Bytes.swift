import CalqueText

extension Article {
    /// The span as whole characters: what lies beyond the text is left out, and a span that begins or ends
    /// within a character takes all of it.
    func wholeCharacters(_ span: Span) -> Span {
        var start = max(0, min(span.start, text.count))
        var end = max(start, min(span.end, text.count))
        while start > 0 && start < text.count && text[start] & 0xC0 == 0x80 { start -= 1 }
        while end < text.count && text[end] & 0xC0 == 0x80 { end += 1 }
        return Span(start, end)
    }

    /// The bytes of a span, as whole characters.
    func bytes(of span: Span) -> ArraySlice<UInt8> {
        let whole = wholeCharacters(span)
        return text[whole.start..<whole.end]
    }
}
