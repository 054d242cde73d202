import CalqueText

/// Names and terms that are right: tells whether a finding lies within one of them.
struct PhraseList {
    /// The words of each phrase.
    private var phrases: [[[UInt8]]] = []

    var isEmpty: Bool { phrases.isEmpty }

    /// Adds a phrase; white space in it stands for any white space.
    mutating func add(_ phrase: String, alsoCapitalised: Bool = false) {
        let words = phrase.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
        if words.isEmpty { return }
        phrases.append(words)
        if alsoCapitalised, let first = phrase.first {
            let capitalised = first.uppercased() + phrase.dropFirst()
            if capitalised != phrase { add(capitalised) }
        }
    }

    /// Whether the span lies within an occurrence of a phrase, which ends where words end, or with “’s” behind.
    func cover(_ span: Span, in text: [UInt8]) -> Bool {
        phrases.contains { words in
            let length = words.reduce(0) { $0 + $1.count + 3 }
            var start = max(0, span.start - length)
            while start <= span.start && start < text.count {
                if let end = end(of: words, at: start, in: text), end >= span.end, span.count > 0 || end > span.end,
                    span.count > 0 || start < span.start
                {
                    return true
                }
                start += 1
            }
            return false
        }
    }

    /// Where an occurrence that begins at a byte ends; nil where none begins.
    private func end(of words: [[UInt8]], at start: Int, in text: [UInt8]) -> Int? {
        if start > 0 && Self.endsInWord(text[..<start]) { return nil }
        var at = start
        for (number, word) in words.enumerated() {
            if number > 0 {
                let before = at
                while at < text.count && (text[at] <= 0x20 || text[at...].starts(with: [0xC2, 0xA0])) {
                    at += text[at] <= 0x20 ? 1 : 2
                }
                if at == before { return nil }
            }
            guard text[at...].starts(with: word) else { return nil }
            at += word.count
        }
        for possessive in ["’s", "'s"] where text[at...].starts(with: possessive.utf8) {
            let behind = at + possessive.utf8.count
            if !Self.beginsWithWord(text[behind...]) { return behind }
        }
        return Self.beginsWithWord(text[at...]) ? nil : at
    }

    private static func beginsWithWord(_ text: ArraySlice<UInt8>) -> Bool {
        isWord(String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first)
    }

    private static func endsInWord(_ text: ArraySlice<UInt8>) -> Bool {
        isWord(String(decoding: text.suffix(4), as: UTF8.self).unicodeScalars.last)
    }

    private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
        guard let properties = scalar?.properties else { return false }
        return properties.isAlphabetic || properties.numericType != nil
    }
}
