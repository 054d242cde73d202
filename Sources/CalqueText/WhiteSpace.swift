/// Unicode's White_Space property on UTF-8, without a table: the set has not changed since Unicode 6.3.
enum WhiteSpace {
    /// The length in bytes of the white-space character at an offset, or 0 if another character stands there.
    @inline(__always)
    static func length(in text: Bytes, at offset: Int, limit: Int) -> Int {
        let byte = text[offset]
        if byte < 0x80 { return byte == 32 || (byte >= 9 && byte <= 13) ? 1 : 0 }
        if byte != 0xC2 && (byte < 0xE1 || byte > 0xE3) { return 0 }
        return longLength(in: text, at: offset, limit: limit)
    }

    private static func longLength(in text: Bytes, at offset: Int, limit: Int) -> Int {
        let (point, length) = text.codePoint(at: offset, limit: limit)
        switch point {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return length
        default: return 0
        }
    }
}
