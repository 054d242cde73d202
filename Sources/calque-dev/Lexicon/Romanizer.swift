/// Spells Cyrillic in Latin letters, in the ways that machines and people do.
enum Romanizer {
    /// The spelling of a Russian or Ukrainian word in one of `schemes` ways.
    static func romanize(_ word: String, scheme: Int) -> String {
        var result = ""
        for letter in word {
            guard let spellings = letters[letter] else {
                result.append(letter)
                continue
            }
            result += spellings[scheme % spellings.count]
        }
        return result
    }

    static let schemes = 4

    /// BGN/PCGN without diacritics; ISO 9 likewise; after German; loose.
    private static let letters: [Character: [String]] = [
        "а": ["a"], "б": ["b"], "в": ["v", "v", "w", "v"], "г": ["g"], "д": ["d"], "е": ["e", "e", "je", "ye"],
        "ё": ["yo", "e", "jo", "io"],
        "ж": ["zh", "z", "sh", "j"], "з": ["z", "z", "s", "z"], "и": ["i"], "й": ["y", "j", "j", "i"], "к": ["k"],
        "л": ["l"],
        "м": ["m"], "н": ["n"], "о": ["o"], "п": ["p"], "р": ["r"], "с": ["s", "s", "s", "s"], "т": ["t"], "у": ["u"],
        "ф": ["f"],
        "х": ["kh", "h", "ch", "h"], "ц": ["ts", "c", "z", "tz"], "ч": ["ch", "c", "tsch", "ch"],
        "ш": ["sh", "s", "sch", "sh"],
        "щ": ["shch", "sc", "schtsch", "sch"], "ъ": [""], "ы": ["y"], "ь": [""], "э": ["e"],
        "ю": ["yu", "ju", "ju", "iu"],
        "я": ["ya", "ja", "ja", "ia"], "і": ["i"], "ї": ["yi", "ji", "ji", "i"], "є": ["ye", "je", "je", "ie"],
        "ґ": ["g"],
    ]
}
