import Glibc

/// Writes messages to standard error, a line each: "calque: The file “a.txt” is empty. …"
enum Messages {
    static func write(_ message: String) {
        let isColoured = Terminal.isColoured(2, .auto)
        let lead = isColoured ? "\u{1B}[1;31mcalque:\u{1B}[0m " : "calque: "
        writeBytes(Array((lead + printable(message) + "\n").utf8))
    }

    /// Bytes to standard error; if nobody reads them, they are lost.
    static func writeBytes(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { return }
            rest = rest.dropFirst(count)
        }
    }

    /// The message without control characters, which a file's name may bring and a terminal obeys.
    static func printable(_ message: String) -> String {
        guard message.unicodeScalars.contains(where: isControl) else { return message }
        var text = ""
        for scalar in message.unicodeScalars {
            if isControl(scalar) {
                text += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 0x20 && scalar != "\n") || (scalar.value >= 0x7F && scalar.value < 0xA0)
    }
}
