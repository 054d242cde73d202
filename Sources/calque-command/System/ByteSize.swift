/// Sizes as people write them: 500000, 64K, 16M, 16MiB, 1G.
enum ByteSize {
    /// The number of bytes; nil for what is not a size. K, M and G are powers of 1,024.
    static func parse(_ text: String) -> Int? {
        var rest = Array(text.utf8)
        var factor = 1
        if rest.last.map({ $0 & ~0x20 }) == 0x42 { rest.removeLast() }
        if rest.last == 0x69 { rest.removeLast() }
        switch rest.last.map({ $0 & ~0x20 }) {
        case 0x4B: factor = 1 << 10
        case 0x4D: factor = 1 << 20
        case 0x47: factor = 1 << 30
        default: break
        }
        if factor > 1 { rest.removeLast() }
        if factor == 1 && rest.count != text.utf8.count { return nil }
        guard !rest.isEmpty, rest.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
            let number = Int(String(decoding: rest, as: UTF8.self))
        else { return nil }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: factor)
        return overflow ? nil : bytes
    }

    /// "16 MiB", "1.5 MiB", "20 bytes".
    static func text(_ bytes: Int) -> String {
        for (unit, name) in [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")] where bytes >= unit {
            let tenths = (bytes % unit) * 10 / unit
            return tenths == 0 ? "\(bytes / unit) \(name)" : "\(bytes / unit).\(tenths) \(name)"
        }
        return bytes == 1 ? "1 byte" : "\(bytes) bytes"
    }
}
