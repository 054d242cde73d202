/// Text made safe to show: characters that would steer a terminal, or turn the order of the text around
/// (https://trojansource.codes), are replaced by a sign that names them.
enum VisibleText {
    /// The text in which every such character is replaced; tabs and line breaks become spaces.
    static func of(_ text: String) -> String {
        if text.unicodeScalars.allSatisfy(DisplayWidth.isPlain) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}" {
                result.append(" ")
            } else if let sign = sign(for: scalar) {
                result += sign
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// What is shown in the place of a character: a control picture, or its number; nil for one that is harmless.
    static func sign(for scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
        case 0x7F: "␡"
        case 0x80..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
            number(of: scalar)
        default: nil
        }
    }

    /// What is shown of a character that has no width of its own and is itself what is reported.
    static func signIfInvisible(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0xAD, 0x200B...0x200D, 0x2060...0x2064, 0xFEFF: number(of: scalar)
        default: nil
        }
    }

    private static func number(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    }
}
