import CalqueText

extension Lexicon {
    /// What an unknown word may be, judged by its parts, its ending and its shape.
    public struct Guess: Sendable {
        /// The tags that are likely; never empty.
        public var tags: TagSet
        /// `.surname` for endings of family names (-enko, -shvili, -ovich, -sson), `.nationality` never.
        public var names: NameSet
        /// The word is built from English words: a known one behind a prefix ("reopen", "non-nuclear"), before a
        /// regular ending ("lootings", "googled"), or two known ones in one ("coffeehouse").
        public var isBuiltFromKnown: Bool
    }

    /// Judges a word that `find` does not know.
    ///
    /// In this order: numbers (CD); capitals and mixed case within (NNP); hyphenated words by what stands behind the
    /// last hyphen; prefixed, compounded and regularly inflected words by the word inside; endings, the longest
    /// first; a capital (NNP); else a noun. The endings are those of Quirk et al. (1985), appendix I.
    ///
    /// - Parameters:
    ///   - form: The folded form.
    ///   - shape: How the token is cased; `.lower` for a word on its own.
    public func guess(_ form: ArraySlice<UInt8>, shape: Token.Shape) -> Guess {
        if form.contains(where: { $0 >= 48 && $0 <= 57 }) {
            return Guess(
                tags: form.contains { $0 >= 97 } ? [.CD, .JJ, .NN, .NNP] : .CD, names: [], isBuiltFromKnown: false)
        }
        let names: NameSet =
            Self.nameEndings.contains { form.count > $0.count + 2 && form.hasSuffix($0) } ? .surname : []
        if let hyphen = form.lastIndex(of: UInt8(ascii: "-")), hyphen + 1 < form.endIndex, hyphen > form.startIndex {
            let head = find(form[(hyphen + 1)...])
            let isKnown = head.isKnown && find(form[..<hyphen]).isKnown
            if shape == .title || shape == .upper || shape == .mixed {
                return Guess(tags: [.NNP, .JJ], names: names, isBuiltFromKnown: isKnown)
            }
            let tags = self[head].tags.intersection(Self.open)
            return Guess(tags: tags.union(.JJ), names: names, isBuiltFromKnown: isKnown)
        }
        let inside = tagsOfParts(form)
        if shape == .upper || shape == .mixed {
            return Guess(tags: .NNP, names: names, isBuiltFromKnown: inside != nil)
        }
        if shape == .title && inside == nil { return Guess(tags: [.NNP, .NN], names: names, isBuiltFromKnown: false) }
        if let inside { return Guess(tags: inside, names: names, isBuiltFromKnown: true) }
        for (ending, tags) in Self.endings where form.count > ending.count + 2 && form.hasSuffix(ending) {
            return Guess(tags: tags, names: names, isBuiltFromKnown: false)
        }
        return Guess(tags: .NN, names: names, isBuiltFromKnown: false)
    }

    /// The entry of a slice of a form.
    private func find(_ part: ArraySlice<UInt8>) -> WordID { find(part, hash: FormHash.of(part)) }

    /// The entry of a part that is a word of a dictionary.
    private func known(_ part: ArraySlice<UInt8>) -> Entry? {
        let entry = self[find(part)]
        return entry.marks.contains(.dictionary) ? entry : nil
    }

    /// The tags of a word with a known word in it.
    private func tagsOfParts(_ form: ArraySlice<UInt8>) -> TagSet? {
        for prefix in Self.prefixes where form.count >= prefix.count + 4 && form.hasPrefix(prefix) {
            let rest = form.dropFirst(prefix.count)
            if let entry = known(rest), entry.frequency >= 20 {
                let tags = entry.tags.intersection(Self.open)
                if !tags.isEmpty { return tags }
            }
            if rest.count >= 6, let tags = tagsOfInflected(rest) { return tags }
        }
        if let tags = tagsOfInflected(form) { return tags }
        guard form.count >= 8, form.count <= Self.longestCompound else { return nil }
        for cut in (form.startIndex + 4)...(form.endIndex - 4) {
            guard let second = known(form[cut...]), second.frequency >= 30, second.tags.intersects(Self.open),
                let first = known(form[..<cut]), first.frequency >= 30, first.tags.intersects([.NN, .JJ, .RB, .IN])
            else { continue }
            return second.tags.intersection(Self.open)
        }
        return nil
    }

    /// The tags of a regular form of a known word.
    private func tagsOfInflected(_ form: ArraySlice<UInt8>) -> TagSet? {
        for (ending, replacements, wanted, tags) in Self.inflections
        where form.count >= ending.count + 3 && form.hasSuffix(ending) {
            let stem = form.dropLast(ending.count)
            for replacement in replacements {
                let candidate = Array(stem) + replacement
                if let entry = known(candidate[...]), entry.tags.intersects(wanted) { return tags }
            }
            // planned: plan
            if let last = stem.last, stem.count > 3, last == stem[stem.endIndex - 2],
                let entry = known(stem.dropLast()), entry.tags.intersects(wanted), ending[0] != UInt8(ascii: "s")
            {
                return tags
            }
        }
        return nil
    }

    /// In bytes. Each cut of a compound is tried, so that the time grows with the square of the length.
    private static let longestCompound = 64

    private static let open: TagSet = [.NN, .NNS, .NNP, .VB, .VBP, .VBZ, .VBD, .VBN, .VBG, .JJ, .JJR, .JJS, .RB, .CD]

    private static let prefixes: [[UInt8]] = [
        "counter", "hyper", "inter", "intra", "macro", "micro", "multi", "trans", "ultra", "under", "super", "pseudo",
        "quasi", "anti", "auto", "cyber", "fore", "mega", "meta", "mini", "nano", "neo", "non", "out", "over", "para",
        "poly", "post", "pre", "proto", "semi", "sub", "tele", "tri", "uni", "bi", "co", "de", "dis", "ex", "im", "in",
        "mis", "pro", "re", "un", "up",
    ].map { Array($0.utf8) }

    /// Endings, what to put in their place, the tags that the word inside must have, the tags of the whole.
    private static let inflections: [([UInt8], [[UInt8]], TagSet, TagSet)] = [
        ("iest", ["y"], .JJ, .JJS), ("ies", ["y"], [.NN, .VB], [.NNS, .VBZ]), ("ied", ["y"], .VB, [.VBD, .VBN, .JJ]),
        ("ing", ["", "e"], .VB, [.VBG, .NN, .JJ]), ("ings", ["", "e"], .VB, .NNS), ("ers", ["", "e"], .VB, .NNS),
        ("er", ["", "e"], [.VB, .JJ], [.NN, .JJR]), ("est", ["", "e"], .JJ, .JJS), ("ness", ["", "y"], .JJ, .NN),
        ("iness", ["y"], .JJ, .NN), ("ily", ["y"], .JJ, .RB), ("ly", ["", "le"], .JJ, .RB),
        ("ed", ["", "e"], [.VB, .NN], [.VBD, .VBN, .JJ]), ("less", [""], .NN, .JJ), ("like", [""], .NN, .JJ),
        ("ism", ["", "e"], [.NN, .JJ, .NNP], .NN), ("ist", ["", "e"], [.NN, .JJ], [.NN, .JJ]),
        ("able", ["", "e"], .VB, .JJ), ("ability", ["", "e", "able"], [.VB, .JJ], .NN),
        ("ization", ["", "e", "ize"], [.NN, .JJ, .VB], .NN), ("isation", ["", "e", "ise"], [.NN, .JJ, .VB], .NN),
        ("ize", ["", "e", "y"], [.NN, .JJ], .VB), ("ise", ["", "e", "y"], [.NN, .JJ], .VB),
        ("hood", [""], .NN, .NN), ("ship", [""], .NN, .NN), ("ward", [""], .NN, [.RB, .JJ]), ("wards", [""], .NN, .RB),
        ("wise", [""], .NN, .RB), ("es", ["", "e"], [.NN, .VB], [.NNS, .VBZ]), ("s", [""], [.NN, .VB], [.NNS, .VBZ]),
    ].map { (Array($0.utf8), $1.map { Array($0.utf8) }, $2, $3) }

    /// What an ending tells where nothing is known of the rest; longer ones first.
    private static let endings: [([UInt8], TagSet)] = [
        ("ization", .NN), ("isation", .NN), ("ological", .JJ), ("ically", .RB), ("ations", .NNS), ("ities", .NNS),
        ("ation", .NN), ("ments", .NNS), ("ology", .NN), ("graphy", .NN), ("tions", .NNS), ("sions", .NNS),
        ("nesses", .NNS),
        ("istic", .JJ), ("ward", [.RB, .JJ]), ("wise", .RB), ("tion", .NN), ("sion", .NN), ("ness", .NN), ("ment", .NN),
        ("ship", .NN), ("hood", .NN), ("able", .JJ), ("ible", .JJ), ("ical", .JJ), ("ious", .JJ), ("eous", .JJ),
        ("less", .JJ),
        ("ance", .NN), ("ence", .NN), ("isms", .NNS), ("ists", .NNS), ("izes", .VBZ), ("ises", [.VBZ, .NNS]),
        ("ized", [.VBD, .VBN, .JJ]), ("ised", [.VBD, .VBN, .JJ]), ("ity", .NN), ("ism", .NN), ("ist", [.NN, .JJ]),
        ("ous", .JJ), ("ful", .JJ), ("ive", [.JJ, .NN]), ("ing", [.VBG, .NN, .JJ]), ("ize", [.VB, .VBP]),
        ("ise", [.VB, .VBP, .NN]),
        ("ify", [.VB, .VBP]), ("ian", [.JJ, .NN]), ("ish", .JJ), ("est", .JJS), ("ers", .NNS), ("ors", .NNS),
        ("ics", .NN),
        ("ed", [.VBD, .VBN, .JJ]), ("ly", .RB), ("al", [.JJ, .NN]), ("ic", [.JJ, .NN]), ("er", [.NN, .JJR]),
        ("or", .NN),
        ("ss", .NN), ("us", .NN), ("is", .NN), ("s", [.NNS, .VBZ]),
    ].map { (Array($0.utf8), $1) }

    /// Endings of family names and patronymics in their usual English spelling.
    private static let nameEndings: [[UInt8]] = [
        "enko", "chenko", "shvili", "dze", "chuk", "czyk", "ovich", "evich", "ovna", "evna", "ovsky",
        "evsky",
        "insky", "ovski", "ewski", "owski", "skaya", "skyi", "skiy", "nikov", "nikova", "ov", "ova", "yev",
        "yeva",
        "sson", "ssen", "oglu", "zadeh", "opoulos", "escu", "ovic", "evic",
    ].map { Array($0.utf8) }
}

extension Lexicon.TagSet {
    /// Whether the sets share a tag.
    public func intersects(_ other: Lexicon.TagSet) -> Bool { rawValue & other.rawValue != 0 }
}

extension ArraySlice<UInt8> {
    fileprivate func hasSuffix(_ ending: [UInt8]) -> Bool {
        count >= ending.count && suffix(ending.count).elementsEqual(ending)
    }
    fileprivate func hasPrefix(_ prefix: [UInt8]) -> Bool {
        count >= prefix.count && self.prefix(prefix.count).elementsEqual(prefix)
    }
}
