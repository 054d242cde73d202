/// Reads what a browser posts of a form (application/x-www-form-urlencoded, WHATWG URL standard).
enum FormField {
    /// The first field “text”, decoded; nil where there is none.
    static func text(_ body: [UInt8]) -> [UInt8]? {
        let lead = Array("text=".utf8)
        for field in body.split(separator: 0x26) where field.starts(with: lead) {
            return decoded(field.dropFirst(lead.count))
        }
        return nil
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            if bytes[at] == 0x25, at + 2 < bytes.endIndex, let high = digit(bytes[at + 1]),
                let low = digit(bytes[at + 2])
            {
                decoded.append(high << 4 | low)
                at += 3
            } else {
                decoded.append(bytes[at] == 0x2B ? 0x20 : bytes[at])
                at += 1
            }
        }
        return decoded
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
