import CICU

/// How many columns a terminal gives to text.
enum DisplayWidth {
    static func of(_ text: some StringProtocol) -> Int {
        var count = 0
        for scalar in text.unicodeScalars {
            guard isPlain(scalar) else { return text.reduce(0) { $0 + of($1) } }
            count += 1
        }
        return count
    }

    /// Whether a scalar is a character by itself of one column, whatever stands around it: most of what news
    /// consists of, for which neither ICU nor the borders of characters need to be looked at.
    static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x370...0x377, 0x400...0x482, 0x2010...0x2027: true
        default: false
        }
    }

    /// That of what is read as one character: the widest of its parts; emoji shown as pictures, and flags, take two.
    static func of(_ character: Character) -> Int {
        if let ascii = character.asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
        var width = 0
        var indicators = 0
        for scalar in character.unicodeScalars {
            if scalar.value == 0xFE0F { return 2 }
            if (0x1F1E6...0x1F1FF).contains(scalar.value) { indicators += 1 }
            width = max(width, Int(cicu_width(scalar.value)))
        }
        return indicators == 2 ? 2 : width
    }
}
