/// The bytes of a text, in place.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
    /// The code point at an offset below `limit`, and its length in bytes. What is no UTF-8 counts as U+FFFD, byte by byte.
    @inline(__always)
    func codePoint(at offset: Int, limit: Int) -> (point: UInt32, length: Int) {
        let first = self[offset]
        if first < 0x80 { return (UInt32(first), 1) }
        return longCodePoint(at: offset, limit: limit)
    }

    func longCodePoint(at offset: Int, limit: Int) -> (point: UInt32, length: Int) {
        let first = UInt32(self[offset])
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
        if length == 1 || first > 0xF4 || offset + length > limit { return (0xFFFD, 1) }
        var point = first & (0x7F >> UInt32(length))
        for index in 1..<length {
            let next = UInt32(self[offset + index])
            if next & 0xC0 != 0x80 { return (0xFFFD, 1) }
            point = point << 6 | (next & 0x3F)
        }
        return (point, length)
    }

    /// Where the character begins that ends before `offset`.
    @inline(__always)
    func offset(before offset: Int, from start: Int) -> Int {
        var at = offset - 1
        while at > start && offset - at < 4 && self[at] & 0xC0 == 0x80 { at -= 1 }
        return at
    }
}

extension [UInt8] {
    /// Appends a code point as UTF-8.
    @inline(__always)
    mutating func append(codePoint point: UInt32) {
        if point < 0x80 {
            append(UInt8(truncatingIfNeeded: point))
        } else if point < 0x800 {
            append(UInt8(truncatingIfNeeded: 0xC0 | point >> 6))
            append(UInt8(truncatingIfNeeded: 0x80 | point & 0x3F))
        } else if point < 0x10000 {
            append(UInt8(truncatingIfNeeded: 0xE0 | point >> 12))
            append(UInt8(truncatingIfNeeded: 0x80 | point >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | point & 0x3F))
        } else {
            append(UInt8(truncatingIfNeeded: 0xF0 | point >> 18))
            append(UInt8(truncatingIfNeeded: 0x80 | point >> 12 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | point >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | point & 0x3F))
        }
    }
}
