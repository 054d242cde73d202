import Calque

/// A byte that is not UTF-8, and its place for people.
struct BadByte: Equatable {
    /// Bytes from the start.
    let offset: Int
    /// From 1.
    let line: Int
    /// From 1, in characters (code points).
    let column: Int
    let byte: UInt8

    var hexadecimal: String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.count < 2 ? "0" : "") + digits
    }

    init(offset: Int, in bytes: [UInt8]) {
        let place = PositionIndex(bytes).position(at: offset)
        self.offset = offset
        line = place.line
        column = place.column
        byte = bytes.indices.contains(offset) ? bytes[offset] : 0
    }
}
