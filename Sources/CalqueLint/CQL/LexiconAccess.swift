import CalqueSyntax
import CalqueText

/// What the engine asks of the lexicon while it compiles and matches.
extension Lexicon {
    /// The folded forms of a lemma; empty if the lexicon has no such lemma.
    func formsOfLemma(_ lemma: String) -> [String] { [lemma] }

    /// The lemmas of a form, itself if the lexicon does not know it.
    func lemmasOfForm(_ form: ArraySlice<UInt8>, _ word: WordID) -> [[UInt8]] { [Array(form)] }

    /// How often the form stands in a million words, by the lexicon's frequency.
    func occurrencesPerMillion(_ form: String) -> Double {
        let entry = self[find(form)]
        if entry.frequency == 0 { return form.utf8.count <= 3 ? 200 : 2 }
        // Zipf: the logarithm of occurrences in a billion; ten tenths of it are a factor of ten.
        var value = 0.001
        for _ in 0..<(entry.frequency / 10) { value *= 10 }
        for _ in 0..<(entry.frequency % 10) { value *= 1.2589254 }
        return value
    }
}
