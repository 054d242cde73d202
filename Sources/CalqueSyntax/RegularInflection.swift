/// Inflection by the rules of English spelling, for words that no dictionary has.
///
/// After Quirk et al., A Comprehensive Grammar of the English Language (1985), 3.5 to 3.10 and 5.80 to 5.81.
public enum RegularInflection {
    /// The form of a regular noun or verb, in small letters.
    public static func form(of lemma: String, as inflection: Inflection) -> String {
        let letters = Array(lemma.utf8)
        guard let last = letters.last else { return lemma }
        switch inflection {
        case .plural, .thirdPerson:
            if endsInSibilant(letters) { return lemma + "es" }
            if last == UInt8(ascii: "y") && !isVowel(before(letters, 1)) { return lemma.dropLast() + "ies" }
            if last == UInt8(ascii: "o") && inflection == .thirdPerson && !isVowel(before(letters, 1)) {
                return lemma + "es"
            }
            return lemma + "s"
        case .past, .pastParticiple:
            if last == UInt8(ascii: "e") { return lemma + "d" }
            if last == UInt8(ascii: "y") && !isVowel(before(letters, 1)) { return lemma.dropLast() + "ied" }
            return stem(lemma, letters) + "ed"
        case .presentParticiple:
            if letters.count > 2 && letters.suffix(2) == Array("ie".utf8)[...] { return lemma.dropLast(2) + "ying" }
            if last == UInt8(ascii: "e") && letters.count > 2 && !"eoy".utf8.contains(before(letters, 1)) {
                return lemma.dropLast() + "ing"
            }
            return stem(lemma, letters) + "ing"
        case .comparative:
            if last == UInt8(ascii: "e") { return lemma + "r" }
            if last == UInt8(ascii: "y") && !isVowel(before(letters, 1)) { return lemma.dropLast() + "ier" }
            return stem(lemma, letters) + "er"
        case .superlative:
            if last == UInt8(ascii: "e") { return lemma + "st" }
            if last == UInt8(ascii: "y") && !isVowel(before(letters, 1)) { return lemma.dropLast() + "iest" }
            return stem(lemma, letters) + "est"
        case .base, .other: return lemma
        }
    }

    /// The lemma with its last consonant doubled where it closes a single short syllable: plan, planned.
    private static func stem(_ lemma: String, _ letters: [UInt8]) -> String {
        guard letters.count >= 3, let last = letters.last, !isVowel(last), !"wxy".utf8.contains(last),
            isVowel(before(letters, 1)), !isVowel(before(letters, 2)), syllables(letters) == 1
        else { return lemma }
        return lemma + String(UnicodeScalar(last))
    }

    private static func syllables(_ letters: [UInt8]) -> Int {
        var count = 0
        var wasVowel = false
        for letter in letters {
            let vowel = isVowel(letter) || letter == UInt8(ascii: "y")
            if vowel && !wasVowel { count += 1 }
            wasVowel = vowel
        }
        return count
    }

    private static func endsInSibilant(_ letters: [UInt8]) -> Bool {
        guard let last = letters.last else { return false }
        if "sxz".utf8.contains(last) { return true }
        return last == UInt8(ascii: "h") && "cs".utf8.contains(before(letters, 1))
    }

    private static func before(_ letters: [UInt8], _ distance: Int) -> UInt8 {
        letters.count > distance ? letters[letters.count - 1 - distance] : 0
    }

    private static func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }
}
