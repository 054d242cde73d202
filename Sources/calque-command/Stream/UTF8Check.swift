/// Finds the first byte that is not well-formed UTF-8 (Unicode Standard, table 3-7).
enum UTF8Check {
    static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var at = 0
        let count = bytes.count
        while at < count {
            let lead = bytes[at]
            if lead < 0x80 {
                at += 1
                continue
            }
            let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
            guard lead >= 0xC2, lead <= 0xF4, at + length <= count else { return at }
            let second = bytes[at + 1]
            let low: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
            let high: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
            guard second >= low, second <= high else { return at }
            for next in at + 2..<max(at + length, at + 2) where bytes[next] & 0xC0 != 0x80 { return at }
            at += length
        }
        return nil
    }
}
