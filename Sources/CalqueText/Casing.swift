import CICU

/// Changes the case of words as Unicode has it (ICU, root locale): ß becomes SS, ǆ at a start ǅ.
public enum Casing {
    /// All letters small.
    public static func lowercased(_ text: String) -> String { map(CICU_LOWER, text) }

    /// All letters capital.
    public static func uppercased(_ text: String) -> String { map(CICU_UPPER, text) }

    /// The first letter in title case, the others as they are: "trump" becomes "Trump", "iPhone" "IPhone".
    public static func capitalised(_ text: String) -> String {
        change(text) { $0.title == $0.lower && $0.upper == $0.lower ? nil : CICU_TITLE }
    }

    /// The first letter small, the others as they are: "The" becomes "the".
    public static func uncapitalised(_ text: String) -> String {
        change(text) { $0.title == $0.lower && $0.upper == $0.lower ? nil : CICU_LOWER }
    }

    /// Maps the first letter that has case, if only marks and signs stand before it.
    private static func change(_ text: String, _ mapping: (cicu_character) -> cicu_mapping?) -> String {
        var scalars = text.unicodeScalars[...]
        var head = String.UnicodeScalarView()
        while let first = scalars.first {
            let character = cicu_character_of(first.value)
            let category = UInt32(character.category)
            if let mapping = mapping(character) {
                let changed = map(mapping, String(first))
                return String(head) + changed + String(scalars.dropFirst())
            }
            if category >= CICU_LU.rawValue && category <= CICU_NO.rawValue { return text }
            head.append(first)
            scalars = scalars.dropFirst()
        }
        return text
    }

    private static func map(_ mapping: cicu_mapping, _ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let length = Int32(exactly: bytes.count) else { return text }
        var result = [UInt8](repeating: 0, count: bytes.count + 16)
        for _ in 0..<2 {
            let count = cicu_map(mapping, bytes, length, &result, Int32(clamping: result.count))
            if count < 0 { return text }
            if Int(count) <= result.count { return String(decoding: result[..<Int(count)], as: UTF8.self) }
            result = Array(repeating: 0, count: Int(count))
        }
        return text
    }
}
