import CalqueSyntax

/// Changes the case or the form of words in messages and fixes.
enum Inflector {
    static func apply(_ operation: Template.Operation, to text: String, _ lexicon: Lexicon) -> String {
        switch operation {
        case .lower: return text.lowercased()
        case .upper: return text.uppercased()
        case .title:
            return text.split(separator: " ", omittingEmptySubsequences: false).map { capitalised(String($0)) }.joined(
                separator: " ")
        case .article: return article(before: text, lexicon)
        case .lemma, .singular: return lastWord(of: text) { lexicon.lemma(of: $0, asNoun: operation == .singular) }
        case .plural: return inflected(text, .plural, lexicon)
        case .past: return inflected(text, .past, lexicon)
        case .participle: return inflected(text, .pastParticiple, lexicon)
        case .gerund: return inflected(text, .presentParticiple, lexicon)
        case .present: return inflected(text, .thirdPerson, lexicon)
        }
    }

    static func capitalised(_ word: String) -> String {
        guard let first = word.first else { return word }
        return first.uppercased() + word.dropFirst()
    }

    private static func inflected(_ text: String, _ inflection: Inflection, _ lexicon: Lexicon) -> String {
        lastWord(of: text) { word in
            let lemma = lexicon.lemma(of: word, asNoun: inflection == .plural)
            return lexicon.inflect(lemma, as: inflection) ?? RegularInflection.form(of: lemma, as: inflection)
        }
    }

    /// Changes the last word, which is given in small letters, and gives it the capitals that it had.
    private static func lastWord(of text: String, _ change: (String) -> String) -> String {
        let start = text.lastIndex(of: " ").map { text.index(after: $0) } ?? text.startIndex
        let word = String(text[start...])
        let lower = word.lowercased()
        let changed = change(lower)
        if changed == lower { return text }
        var written = changed
        if word.count > 1, word == word.uppercased() {
            written = changed.uppercased()
        } else if let first = word.first, first.isUppercase {
            written = capitalised(changed)
        }
        return text[..<start] + written
    }

    /// "a" or "an", as the sound that the text begins with wants it.
    private static func article(before text: String, _ lexicon: Lexicon) -> String {
        let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "'" }
        guard let first = word.first else { return "a" }
        let features = lexicon[lexicon.find(word.lowercased())].features
        let wantsAn: Bool
        if features.contains(.vowelSound) != features.contains(.consonantSound) {
            wantsAn = features.contains(.vowelSound)
        } else if first.isNumber {
            wantsAn = first == "8" || (["11", "18"].contains(word.prefix(2)) && word.count % 3 == 2)
        } else if word.count > 1, word == word.uppercased(), !"AEIOU".contains(word.dropFirst().first ?? "A") {
            // Letters that are spelt out: an FBI agent, a UN envoy.
            wantsAn = "AEFHILMNORSX".contains(first)
        } else {
            wantsAn = "aeiou".contains(first.lowercased())
        }
        return wantsAn ? "an" : "a"
    }
}
