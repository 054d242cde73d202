/// Cyrillic in Latin letters, as English newspapers write Russian and Ukrainian names: BGN/PCGN 1947 and 2019
/// without apostrophes, with -y for -ий and -ый.
enum Romanization {
    private static let letters: [UInt32: String] = {
        let pairs: [(String, String)] = [
            ("а", "a"), ("б", "b"), ("в", "v"), ("г", "g"), ("д", "d"), ("е", "e"), ("ё", "yo"), ("ж", "zh"),
            ("з", "z"),
            ("и", "i"), ("й", "y"), ("к", "k"), ("л", "l"), ("м", "m"), ("н", "n"), ("о", "o"), ("п", "p"), ("р", "r"),
            ("с", "s"), ("т", "t"), ("у", "u"), ("ф", "f"), ("х", "kh"), ("ц", "ts"), ("ч", "ch"), ("ш", "sh"),
            ("щ", "shch"), ("ъ", ""), ("ы", "y"), ("ь", ""), ("э", "e"), ("ю", "yu"), ("я", "ya"), ("і", "i"),
            ("ї", "yi"), ("є", "ye"), ("ґ", "g"), ("ў", "u"), ("ј", "j"), ("љ", "lj"), ("њ", "nj"), ("ћ", "c"),
            ("ђ", "dj"), ("џ", "dz"),
        ]
        var table: [UInt32: String] = [:]
        for (letter, latin) in pairs {
            for scalar in letter.unicodeScalars { table[scalar.value] = latin }
            for scalar in letter.uppercased().unicodeScalars {
                table[scalar.value] = latin.prefix(1).uppercased() + latin.dropFirst()
            }
        }
        return table
    }()

    /// Cyrillic letters that look like Latin ones.
    private static let lookalikes: [UInt32: String] = {
        let pairs = zip("АВЕКМНОРСТХаеорсухіІјЈѕЅ".unicodeScalars, "ABEKMHOPCTXaeopcyxiIjJsS")
        return Dictionary(uniqueKeysWithValues: pairs.map { ($0.value, String($1)) })
    }()

    /// The word in Latin letters, or nil where it has letters that are not known.
    static func latin(_ word: String) -> String? {
        var result = ""
        for scalar in word.unicodeScalars {
            if scalar.value < 0x370 {
                result.unicodeScalars.append(scalar)
            } else if let latin = letters[scalar.value] {
                result += latin
            } else {
                return nil
            }
        }
        for (ending, short) in [("iy", "y"), ("yy", "y")] where result.hasSuffix(ending) && result.count > 3 {
            result = result.dropLast(ending.count) + short
        }
        let hasSmall = word.unicodeScalars.contains { $0.properties.isLowercase }
        return hasSmall ? result : result.uppercased()
    }

    /// The word with its Cyrillic letters replaced by the Latin ones that look the same, or nil where one looks like none.
    static func lookalike(_ word: String) -> String? {
        var result = ""
        for scalar in word.unicodeScalars {
            if scalar.value < 0x370 {
                result.unicodeScalars.append(scalar)
            } else if let latin = lookalikes[scalar.value] {
                result += latin
            } else {
                return nil
            }
        }
        return result
    }
}
