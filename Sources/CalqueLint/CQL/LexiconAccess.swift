import CalqueSyntax
import CalqueText

/// What the engine asks of the lexicon while it compiles and matches.
extension Lexicon {
    /// The folded forms of a lemma; empty if the lexicon has no such lemma. A lexicon without words has every lemma.
    func formsOfLemma(_ lemma: String) -> [String] {
        if isEmpty { return [lemma] }
        let word = find(lemma)
        guard lemmas(of: word).contains(where: { $0.word == word }) else { return [] }
        return forms(of: word).map { string($0.word) }
    }

    /// The lemmas of a form, itself if the lexicon does not know it.
    func lemmasOfForm(_ form: ArraySlice<UInt8>, _ word: WordID) -> [[UInt8]] {
        let links = lemmas(of: word)
        return links.isEmpty ? [Array(form)] : links.map { Array(string($0.word).utf8) }
    }

    /// The likeliest lemma of a word in small letters: of a noun's, or of any use.
    func lemma(of word: String, asNoun: Bool) -> String {
        let links = lemmas(of: find(word))
        if asNoun, let plural = links.first(where: { $0.inflection == .plural }) { return string(plural.word) }
        if asNoun, links.contains(where: { $0.inflection == .base }) { return word }
        return links.first.map { string($0.word) } ?? word
    }

    /// How often the form stands in a million words, by the lexicon's frequency.
    func occurrencesPerMillion(_ form: String) -> Double {
        let frequency = self[find(form)].frequency
        if frequency == 0 { return form.utf8.count <= 3 ? 200 : 2 }
        // Zipf: the logarithm of occurrences in a billion; ten tenths of it are a factor of ten.
        var value = 0.001
        for _ in 0..<(frequency / 10) { value *= 10 }
        for _ in 0..<(frequency % 10) { value *= 1.2589254 }
        return value
    }
}
