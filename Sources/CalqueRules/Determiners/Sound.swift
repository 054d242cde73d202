import CalqueSyntax
import CalqueText

/// With what sound a word begins.
enum Sound {
    /// Whether the token begins with a vowel sound; nil where people differ or nobody can tell.
    static func startsWithVowel(_ index: Int, _ analysis: borrowing Analysis) -> Bool? {
        let token = analysis.segmentation.tokens[index]
        let form = analysis.segmentation.form(index)
        switch token.kind {
        case .number: return number(form)
        case .word: break
        default: return nil
        }
        guard token.script == .latin, let first = form.first else { return nil }
        // "an 18F team", "an 8th", "a 9mm"
        if first < UInt8(ascii: "a") { return number(form) }
        let features = analysis.entry(index).features
        if features.contains([.vowelSound, .consonantSound]) { return nil }
        if token.shape == .upper { return initialism(form) }
        if token.shape == .mixed { return nil }
        if features.contains(.vowelSound) { return true }
        if features.contains(.consonantSound) { return false }
        // A letter read by its name: X-ray, e-mail, F-word.
        if form.count == 1 { return nil }
        switch first {
        case UInt8(ascii: "a"), UInt8(ascii: "i"): return form.count < 3 ? nil : true
        case UInt8(ascii: "e"): return starts(form, with: Self.youSoundE) ? false : true
        case UInt8(ascii: "o"): return starts(form, with: Self.oneSound) ? false : true
        case UInt8(ascii: "u"): return sound(ofU: form)
        case UInt8(ascii: "h"): return nil
        case UInt8(ascii: "y"): return form.dropFirst().first.map(isVowel) == true ? false : nil
        case UInt8(ascii: "a")...UInt8(ascii: "z"): return form.count < 3 ? nil : false
        default: return nil
        }
    }

    private static let youSoundE = ["eu", "ew"].map { Array($0.utf8) }
    private static let oneSound = ["one", "once", "ouag", "ouija", "oui"].map { Array($0.utf8) }
    private static let hardU = ["unin", "unim", "unid", "unil"].map { Array($0.utf8) }
    private static let youSoundU = [
        "uni", "use", "usa", "usu", "uti", "ura", "ure", "uto", "ukr", "ubi", "ufo", "uga", "uru", "ute",
    ]
    .map { Array($0.utf8) }

    private static func starts(_ form: ArraySlice<UInt8>, with prefixes: [[UInt8]]) -> Bool {
        prefixes.contains { form.starts(with: $0) }
    }

    /// "unit" and "use" begin as "you" does, "unusual" and "umbrella" do not.
    private static func sound(ofU form: ArraySlice<UInt8>) -> Bool? {
        if starts(form, with: hardU) { return form.starts(with: "unila".utf8) ? false : true }
        return !starts(form, with: youSoundU)
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        "aeiou".utf8.contains(byte)
    }

    /// An initialism that can only be spelt out: without a vowel, or of two letters; others may be words (NATO, FIFA).
    private static func initialism(_ form: ArraySlice<UInt8>) -> Bool? {
        guard form.count <= 4, let first = form.first,
            form.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") })
        else { return nil }
        if form.contains(where: isVowel) || form.count == 1 { return nil }
        return "fhlmnrsx".utf8.contains(first)
    }

    /// Eight, eleven and eighteen, and what begins with them: 8, 80,000, 11, 18, 18,000.
    private static func number(_ form: ArraySlice<UInt8>) -> Bool? {
        let digits = form.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        guard let first = digits.first, form.dropFirst(digits.count).first != UInt8(ascii: ".") else { return nil }
        if first == UInt8(ascii: "8") { return true }
        // "an 1100-strong" and "a 1100-strong" are both said.
        if digits.starts(with: "11".utf8) || digits.starts(with: "18".utf8) { return digits.count == 2 ? true : nil }
        return false
    }
}
