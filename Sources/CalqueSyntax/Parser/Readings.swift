import CalqueText

/// Lemmas and features of the words of a vocabulary under their tags, each found once.
struct Readings {
    struct Reading {
        let lemma, features: String
    }

    private var known: [UInt64: Reading] = [:]
    private var epoch = 0

    mutating func reading(of token: Int, _ analysis: borrowing Analysis, _ trees: Trees) -> Reading {
        if epoch != analysis.segmentation.vocabulary.epoch {
            epoch = analysis.segmentation.vocabulary.epoch
            known.removeAll(keepingCapacity: true)
        }
        let (tag, universal) = (trees.penn[token], trees.universal[token])
        let key =
            UInt64(analysis.segmentation.spellings[token]) << 16 | UInt64(tag.rawValue) << 8
            | UInt64(universal.rawValue)
        if let reading = known[key] { return reading }
        let form = analysis.segmentation.form(token)
        let lemmatizer = Lemmatizer(lexicon: analysis.lexicon)
        let reading = Reading(
            lemma: lemmatizer.lemma(
                analysis.string(token), form: form, word: analysis.word(token), tag: tag, universal: universal),
            features: Morphology.features(form: form, tag: tag))
        known[key] = reading
        return reading
    }
}
