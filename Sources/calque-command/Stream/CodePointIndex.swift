/// Converts offsets in UTF-8 bytes to Unicode code points.
struct CodePointIndex {
    private static let stride = 128
    /// Code points before byte `stride` times the index; empty when all is ASCII.
    private var counts: [Int] = []
    private let text: [UInt8]

    init(_ text: [UInt8]) {
        self.text = text
        text.withUnsafeBufferPointer { bytes in
            if bytes.allSatisfy({ $0 < 0x80 }) { return }
            counts.reserveCapacity(bytes.count / Self.stride + 1)
            var count = 0
            for at in bytes.indices {
                if at % Self.stride == 0 { counts.append(count) }
                if bytes[at] & 0xC0 != 0x80 { count += 1 }
            }
            if bytes.count % Self.stride == 0 { counts.append(count) }
        }
    }

    /// Code points before the byte.
    func codePoint(at byte: Int) -> Int {
        let byte = max(0, min(byte, text.count))
        if counts.isEmpty { return byte }
        let block = byte / Self.stride
        var count = counts[block]
        for at in block * Self.stride..<byte where text[at] & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
