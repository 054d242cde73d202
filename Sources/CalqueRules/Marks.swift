import CalqueSyntax

/// Where an article has bytes that are neither letters nor spaces of ASCII: punctuation, digits, all that is not ASCII.
///
/// One byte in twenty is one; rules that look for such leap from one to the next. A bit a byte, computed once an article.
struct Marks: Sendable {
    private let bits: [UInt64]
    private let count: Int

    init(_ analysis: borrowing Analysis) {
        let text = analysis.article.text
        count = text.count
        bits = [UInt64](unsafeUninitializedCapacity: (text.count + 63) / 64) { bits, initialized in
            text.withUnsafeBufferPointer { text in
                for index in bits.indices {
                    var word: UInt64 = 0
                    for at in index * 64..<min(index * 64 + 64, text.count) where Self.isMark(text[at]) {
                        word |= 1 << UInt64(at & 63)
                    }
                    bits.initializeElement(at: index, to: word)
                }
            }
            initialized = bits.count
        }
    }

    @inline(__always)
    private static func isMark(_ byte: UInt8) -> Bool {
        byte != 32 && !(byte | 32 >= 97 && byte | 32 <= 122 && byte < 128)
    }

    /// The first mark at an offset or behind it; the text's length without one.
    func next(_ at: Int) -> Int {
        guard at >= 0 && at < count else { return count }
        var index = at >> 6
        var word = bits[index] & (UInt64.max << UInt64(at & 63))
        while word == 0 {
            index += 1
            if index == bits.count { return count }
            word = bits[index]
        }
        return index << 6 + word.trailingZeroBitCount
    }
}
