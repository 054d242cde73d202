/// What the ends of a line or block tell.
enum LineSigns {
    /// Whether it ends in . ! ? … : with or without quotation marks and brackets (and spaces among them) behind.
    static func endsInStop(_ text: Bytes, _ start: Int, _ end: Int) -> Bool {
        var at = end
        while at > start && end - at < 16 {
            let previous = text.offset(before: at, from: start)
            switch text.codePoint(at: previous, limit: end).point {
            case 0x2E, 0x21, 0x3F, 0x2026, 0x3A, 0x3002, 0xFF01, 0xFF1F, 0x203C, 0x2047...0x2049: return true
            case 0x20, 0xA0, 0x22, 0x27, 0x29, 0x5D, 0x201C, 0x201D, 0x2019, 0xBB, 0x203A, 0x2018, 0x300D, 0x300F: break
            default: return false
            }
            at = previous
        }
        return false
    }

    /// Whether its first letter is a small one, with no digit or opening mark before.
    static func beginsLower(_ text: Bytes, _ start: Int, _ end: Int) -> Bool {
        guard start < end else { return false }
        let first = text[start]
        if first < 0x80 { return first &- 97 < 26 || first == 44 || first == 41 || first == 59 }
        return CharacterTraits(text.codePoint(at: start, limit: end).point).flags.contains(.lower)
    }

    /// Whether it begins with a bullet, or a number in brackets or with a full stop, as the items of a list do.
    static func beginsItem(_ text: Bytes, _ start: Int, _ end: Int) -> Bool {
        guard start < end else { return false }
        let (point, length) = text.codePoint(at: start, limit: end)
        switch point {
        case 0x2022, 0x2023, 0x25E6, 0x25AA, 0x25AB, 0x25CF, 0x25CB, 0x25A0, 0x25A1, 0xB7, 0x2043, 0x25B6, 0x25BA,
            0x2714:
            return start + length < end
        default: return beginsNumber(text, start, end)
        }
    }

    /// Whether it begins with - – — or * and a space: an item, or direct speech.
    static func dash(_ text: Bytes, _ start: Int, _ end: Int) -> UInt32? {
        let (point, length) = text.codePoint(at: start, limit: end)
        switch point {
        case 0x2D, 0x2013, 0x2014, 0x2A, 0x2212:
            let next = start + length
            return next < end && WhiteSpace.length(in: text, at: next, limit: end) > 0 ? point : nil
        default: return nil
        }
    }

    private static func beginsNumber(_ text: Bytes, _ start: Int, _ end: Int) -> Bool {
        var at = start
        let isOpened = text[at] == 40
        if isOpened { at += 1 }
        let first = at
        while at < end && text[at] &- 48 < 10 { at += 1 }
        let isLetter = at == first && at < end && (text[at] | 32) &- 97 < 26
        if isLetter { at += 1 }
        guard at > first, at - first <= 2, at + 1 < end else { return false }
        let mark = text[at]
        guard mark == 41 || (mark == 46 && !isOpened && !isLetter) else { return false }
        return WhiteSpace.length(in: text, at: at + 1, limit: end) > 0
    }
}
