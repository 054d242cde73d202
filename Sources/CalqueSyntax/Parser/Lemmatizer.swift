import CalqueText

/// Finds the lemma of a word in its place: from the treebanks' table, the lexicon, or the rules of spelling.
public struct Lemmatizer {
    private let lexicon: Lexicon

    public init(lexicon: Lexicon = .english) { self.lexicon = lexicon }

    /// The lemma as the treebanks write it: of proper nouns with their capitals, of other words in small letters.
    ///
    /// - Parameters:
    ///   - written: The word as it is written.
    ///   - form: Its folded form.
    public func lemma(_ written: String, form: ArraySlice<UInt8>, word: WordID, tag: PennTag, universal: UniversalTag)
        -> String
    {
        let folded = String(decoding: form, as: UTF8.self)
        if let known = SyntaxModel.english?.morphology(form: folded, tag: tag)?.lemma { return known }
        if universal == .PROPN { return properLemma(written, lexicon[word], isPlural: tag == .NNPS) }
        // "Superior" in the name of a lake.
        if tag.isProperNoun { return written }
        switch universal {
        case .PUNCT, .SYM, .X: return written
        case .NUM: return written.filter { $0 != "," }
        case .NOUN where tag == .NN && isAbbreviation(written, lexicon[word]): return written
        default: break
        }
        guard let inflection = Self.inflection(of: tag) else { return folded }
        if tag == .NNS && lexicon[word].features.contains(.pluralOnly) { return folded }
        if let link = lexicon.lemmas(of: word).first(where: { $0.inflection == inflection && $0.word != word }) {
            return lexicon.string(link.word)
        }
        // "-s" behind a hyphen or in an unknown word.
        return lexicon.stem(folded, inflection) ?? folded
    }

    /// In the singular, and cased as a name is where it is written in small letters or in capitals.
    private func properLemma(_ written: String, _ entry: Lexicon.Entry, isPlural: Bool) -> String {
        var lemma = written
        if isPlural && lemma.hasSuffix("s") && lemma.utf8.count > 3 { lemma.removeLast() }
        guard let first = lemma.first, lemma.allSatisfy(\.isLetter) else { return lemma }
        let isLower = first.isLowercase && entry.titleCount > entry.lowerCount && !entry.names.contains(.particle)
        let isUpper = lemma.utf8.count > 3 && lemma.allSatisfy(\.isUppercase) && entry.titleCount > entry.upperCount
        return isLower || isUpper ? first.uppercased() + lemma.dropFirst().lowercased() : lemma
    }

    /// A noun that is usually in capitals, or that the lexicon does not know and that stands in capitals: an abbreviation.
    private func isAbbreviation(_ written: String, _ entry: Lexicon.Entry) -> Bool {
        written.utf8.count > 1 && !written.contains { $0.isLowercase } && written.contains { $0.isUppercase }
            && entry.upperCount >= entry.lowerCount
    }

    /// How a word with this tag differs from its lemma; nil where it does not.
    private static func inflection(of tag: PennTag) -> Inflection? {
        switch tag {
        case .NNS: .plural
        case .VBD: .past
        case .VBN: .pastParticiple
        case .VBG: .presentParticiple
        case .VBZ: .thirdPerson
        case .JJR, .RBR: .comparative
        case .JJS, .RBS: .superlative
        default: nil
        }
    }
}

extension Lexicon {
    /// The lemma of a regular form that the lexicon does not have, by the rules of spelling; nil if it has no such ending.
    func stem(_ form: String, _ inflection: Inflection) -> String? {
        let candidates = Self.stems(form, inflection)
        return candidates.first { RegularInflection.form(of: $0, as: inflection) == form && find($0).isKnown }
            ?? candidates.first { RegularInflection.form(of: $0, as: inflection) == form } ?? candidates.first
    }

    private static func stems(_ form: String, _ inflection: Inflection) -> [String] {
        let endings: [(ending: String, replacements: [String])] =
            switch inflection {
            case .plural, .thirdPerson: [("ies", ["y", "ie"]), ("es", ["", "e"]), ("s", [""])]
            case .past, .pastParticiple: [("ied", ["y", "ie"]), ("ed", ["", "e"])]
            case .presentParticiple: [("ing", ["", "e"])]
            case .comparative: [("ier", ["y"]), ("er", ["", "e"])]
            case .superlative: [("iest", ["y"]), ("est", ["", "e"])]
            case .base, .other: []
            }
        var stems: [String] = []
        for (ending, replacements) in endings where form.hasSuffix(ending) && form.utf8.count > ending.utf8.count + 1 {
            let stem = String(form.dropLast(ending.count))
            stems += replacements.map { stem + $0 }
            // planned: plan
            let letters = Array(stem)
            if letters.count > 2, letters[letters.count - 1] == letters[letters.count - 2] {
                stems.append(String(letters.dropLast()))
            }
        }
        return stems
    }
}
