/// A byte that is not UTF-8, and its place for people.
struct BadByte: Equatable {
    /// Bytes from the start.
    let offset: Int
    /// From 1; lines end at LF.
    let line: Int
    /// From 1, in characters (code points).
    let column: Int
    let byte: UInt8

    var hexadecimal: String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.count < 2 ? "0" : "") + digits
    }

    init(offset: Int, in bytes: [UInt8]) {
        let offset = min(max(offset, 0), bytes.count)
        var line = 1
        var start = 0
        for at in 0..<offset where bytes[at] == 0x0A {
            line += 1
            start = at + 1
        }
        self.offset = offset
        self.line = line
        column = 1 + bytes[start..<offset].count { $0 & 0xC0 != 0x80 }
        byte = offset < bytes.count ? bytes[offset] : 0
    }
}
