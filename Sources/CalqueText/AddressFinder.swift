/// Finds URLs, e-mail addresses, file names, hash tags and user names in a stretch without white space.
enum AddressFinder {
    typealias Address = (start: Int, end: Int, kind: Token.Kind)

    /// The first address from `start` on. Reads each byte a bounded number of times.
    static func next(in text: Bytes, from start: Int, to end: Int) -> Address? {
        var at = start
        while at < end {
            let byte = text[at]
            if isNameByte(byte) {
                let stop = runEnd(text, at, end)
                if let address = address(text, at, stop, end) { return address }
                at = stop
            } else if (byte == 64 || byte == 35) && (at == start || !isNameByte(text[at - 1])) {
                let stop = tagEnd(text, at + 1, end)
                if stop > at + 1 && text[at + 1] &- 48 >= 10 { return (at, stop, .tag) }
                at += 1
            } else {
                at += 1
            }
        }
        return nil
    }

    /// The bytes of a local part, a host or a file name.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        (byte | 32) &- 97 < 26 || byte &- 48 < 10 || byte == 46 || byte == 95 || byte == 45 || byte == 37 || byte == 43
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 || byte &- 48 < 10 }

    private static func runEnd(_ text: Bytes, _ start: Int, _ end: Int) -> Int {
        var at = start
        while at < end && isNameByte(text[at]) { at += 1 }
        return at
    }

    private static func tagEnd(_ text: Bytes, _ start: Int, _ end: Int) -> Int {
        var at = start
        while at < end && (isAlphanumeric(text[at]) || text[at] == 95) { at += 1 }
        return at
    }

    private static func address(_ text: Bytes, _ start: Int, _ stop: Int, _ end: Int) -> Address? {
        var start = start
        while start < stop && !isAlphanumeric(text[start]) { start += 1 }
        if start == stop { return nil }
        if stop + 2 < end && text[stop] == 58 && text[stop + 1] == 47 && text[stop + 2] == 47 {
            return (start, urlEnd(text, stop + 3, end), .url)
        }
        if stop + 1 < end && text[stop] == 58 && isScheme(text, start, stop) {
            return (start, urlEnd(text, stop + 1, end), .url)
        }
        if stop + 1 < end && text[stop] == 64 && isAlphanumeric(text[stop + 1]) {
            let host = trim(text, stop + 1, runEnd(text, stop + 1, end))
            return (start, host, .email)
        }
        let name = trim(text, start, stop)
        guard let dot = lastDot(text, start, name), dot > start, text[dot - 1] != 46 else { return nil }
        if isPrefixedHost(text, start, name) {
            return (start, urlEnd(text, start, end), .url)
        }
        if isNewsgroup(text, start, name) { return (start, name, .url) }
        guard Self.endings.mark(of: text, from: dot + 1, to: name) != nil, isUniformCase(text, dot + 1, name) else {
            return nil
        }
        if name == stop && stop < end && text[stop] == 47 { return (start, urlEnd(text, start, end), .url) }
        return (start, name, .url)
    }

    /// Top-level domains and file types that are no English words.
    private static let endings = WordTable([
        (
            1,
            """
            com org net edu gov mil int info biz ru rf ua by kz de fr uk eu pl cz cn jp kr br ch nl tv fm io su рф
            doc docx xls xlsx ppt pptx pdf txt htm html php asp aspx jsp jpg jpeg png gif svg mp3 mp4 avi mov zip rar exe
            xml json csv url js css
            """
        )
    ])

    /// Whether a domain or file type stands there.
    static func isEnding(_ text: Bytes, _ start: Int, _ end: Int) -> Bool {
        endings.mark(of: text, from: start, to: end) != nil
    }

    private static let schemes = WordTable([(1, "mailto doi tel")])

    private static func isScheme(_ text: Bytes, _ start: Int, _ stop: Int) -> Bool {
        schemes.mark(of: text, from: start, to: stop) != nil
    }

    private static func isPrefixedHost(_ text: Bytes, _ start: Int, _ end: Int) -> Bool {
        end - start > 6 && text[start] | 32 == 119 && text[start + 1] | 32 == 119 && text[start + 2] | 32 == 119
            && text[start + 3] == 46
    }

    /// "comp.lang.swift": three small-letter words or more.
    private static func isNewsgroup(_ text: Bytes, _ start: Int, _ end: Int) -> Bool {
        var labels = 1
        var length = 0
        for at in start..<end {
            if text[at] == 46 {
                if length < 2 { return false }
                labels += 1
                length = 0
            } else if text[at] &- 97 < 26 || (text[at] == 45 && length > 0) {
                length += 1
            } else {
                return false
            }
        }
        return labels >= 3 && length >= 2
    }

    /// ".net" and ".NET", but not ".Net", which may be a lost space; ".Com" cannot.
    private static func isUniformCase(_ text: Bytes, _ start: Int, _ end: Int) -> Bool {
        if end == start + 3 && text[start] | 32 == 99 && text[start + 1] | 32 == 111 && text[start + 2] | 32 == 109 {
            return true
        }
        let isLower = text[start] >= 97
        return (start..<end).allSatisfy { text[$0] &- 48 < 10 || (text[$0] >= 97) == isLower }
    }

    private static func lastDot(_ text: Bytes, _ start: Int, _ end: Int) -> Int? {
        var at = end - 1
        while at > start && end - at < 8 {
            if text[at] == 46 { return at }
            at -= 1
        }
        return nil
    }

    /// Without the punctuation at the end of a name.
    private static func trim(_ text: Bytes, _ start: Int, _ end: Int) -> Int {
        var at = end
        while at > start + 1 && !isAlphanumeric(text[at - 1]) { at -= 1 }
        return at
    }

    /// A URL goes on to white space, quotation mark or angle bracket, without the punctuation at its end.
    private static func urlEnd(_ text: Bytes, _ start: Int, _ end: Int) -> Int {
        var at = start
        var opened = 0
        var closed = 0
        while at < end {
            let byte = text[at]
            if byte == 34 || byte == 60 || byte == 62 { break }
            if byte == 0xE2 && at + 2 < end && text[at + 1] == 0x80 && (text[at + 2] == 0x9C || text[at + 2] == 0x9D) {
                break
            }
            if byte == 40 { opened += 1 }
            if byte == 41 { closed += 1 }
            at += 1
        }
        while at > start {
            let byte = text[at - 1]
            if byte == 41 && closed > opened {
                closed -= 1
            } else if ![46, 44, 59, 58, 33, 63, 39, 93].contains(byte) {
                break
            }
            at -= 1
        }
        return at
    }
}
