import CalqueText

/// Findings in a text that was read out of markup, as findings in the input.
extension Finding {
    /// - Parameters:
    ///   - map: Leads from the text to the input.
    ///   - read: The text.
    /// - Returns: nil where it is about something that is not read, such as code.
    func inSource(_ map: SourceMap, _ read: Article) -> Finding? {
        if map.isUnread(span) { return nil }
        var finding = self
        finding.span = map.source(span)
        finding.explanation = explanation.map { explanation in
            var explanation = explanation
            for index in explanation.tokens.indices {
                explanation.tokens[index].span = map.source(explanation.tokens[index].span)
            }
            return explanation
        }
        let suggestions = suggestions.compactMap { $0.inSource(map, read) }
        // With one of them gone, another would look like the only one.
        finding.suggestions = suggestions.count == self.suggestions.count ? suggestions : []
        return finding
    }
}

extension Suggestion {
    /// nil where markup stands in what is to be replaced, and what is the same on both sides cannot be left out.
    fileprivate func inSource(_ map: SourceMap, _ read: Article) -> Suggestion? {
        if let source = map.literal(span) { return Suggestion(span: source, replacement: replacement) }
        let old = Array(read.text[span.start..<span.end].utf8Characters)
        let new = Array(Array(replacement.utf8).utf8Characters)
        let before = zip(old, new).prefix { $0 == $1 }.count
        let behind = zip(old.reversed(), new.reversed()).prefix(min(old.count, new.count) - before).prefix { $0 == $1 }
            .count
        let start = span.start + old[..<before].reduce(0) { $0 + $1.count }
        let end = span.end - old[(old.count - behind)...].reduce(0) { $0 + $1.count }
        guard let source = map.literal(Span(start, end)) else { return nil }
        let middle = new[before..<(new.count - behind)].joined()
        return Suggestion(span: source, replacement: String(decoding: Array(middle), as: UTF8.self))
    }
}

extension Collection<UInt8> {
    /// The bytes of each code point.
    fileprivate var utf8Characters: [SubSequence] {
        var characters: [SubSequence] = []
        var start = startIndex
        while start < endIndex {
            var end = index(after: start)
            while end < endIndex && self[end] & 0xC0 == 0x80 { end = index(after: end) }
            characters.append(self[start..<end])
            start = end
        }
        return characters
    }
}
