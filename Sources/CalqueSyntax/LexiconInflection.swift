/// How a form differs from its lemma.
public enum Inflection: UInt8, Sendable, CaseIterable {
    /// The lemma itself.
    case base = 0
    /// NNS: ministries
    case plural
    /// VBD: went
    case past
    /// VBN: gone
    case pastParticiple
    /// VBG: going
    case presentParticiple
    /// VBZ: goes
    case thirdPerson
    /// JJR, RBR: better
    case comparative
    /// JJS, RBS: best
    case superlative
    /// Any other form of a closed class: them (they), n't (not), am (be).
    case other

    /// The inflection that a Penn tag asks for; the base form for all others.
    public init(tag: Lexicon.TagSet) {
        switch tag {
        case .NNS: self = .plural
        case .VBD: self = .past
        case .VBN: self = .pastParticiple
        case .VBG: self = .presentParticiple
        case .VBZ: self = .thirdPerson
        case .JJR, .RBR: self = .comparative
        case .JJS, .RBS: self = .superlative
        default: self = .base
        }
    }
}

/// A lemma that a form may belong to, or a form that a lemma may have.
public struct LexiconLink: Hashable, Sendable {
    public var word: WordID
    public var inflection: Inflection

    public init(word: WordID, inflection: Inflection) {
        self.word = word
        self.inflection = inflection
    }
}

extension Lexicon {
    /// The lemmas that a form may belong to, the likeliest first: "left" is a form of "leave" and of itself.
    ///
    /// Every word is the lemma of itself unless it is known only as a form of others ("went"). The order is that of
    /// the treebanks' counts; where these are silent, other lemmas come before the word itself.
    public func lemmas(of word: WordID) -> [LexiconLink] {
        var links: [LexiconLink] = []
        table.forEachLink(of: Int(word.rawValue), in: table.lemmas, starts: table.lemmaStarts) { links.append($0) }
        if links.isEmpty && word.isKnown { links.append(LexiconLink(word: word, inflection: .base)) }
        return links
    }

    /// Whether a form may belong to a lemma; allocates nothing.
    public func isForm(_ word: WordID, of lemma: WordID) -> Bool {
        var hasLinks = false
        var isFound = false
        table.forEachLink(of: Int(word.rawValue), in: table.lemmas, starts: table.lemmaStarts) {
            hasLinks = true
            if $0.word == lemma { isFound = true }
        }
        return isFound || (!hasLinks && word == lemma && word.isKnown)
    }

    /// The forms of a lemma, itself among them; of each inflection the most usual first.
    public func forms(of lemma: WordID) -> [LexiconLink] {
        guard lemma.isKnown else { return [] }
        var links = [LexiconLink(word: lemma, inflection: .base)]
        table.forEachLink(of: Int(lemma.rawValue), in: table.forms, starts: table.formStarts) { links.append($0) }
        return links
    }

    /// The form of a lemma for one Penn tag (`.NNS`, `.VBD`, `.VBN`, `.VBG`, `.VBZ`, `.JJR`, `.JJS`; the base
    /// form for others), where the lexicon has it.
    public func form(of lemma: WordID, tag: TagSet) -> WordID? {
        let inflection = Inflection(tag: tag)
        return forms(of: lemma).first { $0.inflection == inflection }?.word
    }

    /// The form of a lemma, folded: from the lexicon, or by the rules of spelling for a word that it has not.
    ///
    /// Asked for a comparative or superlative of what has none ("recent", "beautiful"), gives nil: it takes "more".
    /// Asked for the plural of a noun that is only uncountable, gives nil.
    public func inflect(_ lemma: String, as inflection: Inflection) -> String? {
        let word = find(lemma)
        if inflection == .base || inflection == .other { return lemma }
        let entry = self[word]
        if inflection == .plural && entry.features.contains(.uncountable) && !entry.features.contains(.countable) {
            return nil
        }
        if let form = forms(of: word).first(where: { $0.inflection == inflection })?.word { return string(form) }
        if inflection == .comparative || inflection == .superlative { return nil }
        return RegularInflection.form(of: lemma, as: inflection)
    }
}

extension LexiconTable {
    /// Calls `body` with the links of a word, in their order.
    @inline(__always)
    func forEachLink(
        of id: Int, in links: UnsafeRawBufferPointer, starts: UnsafeRawBufferPointer, _ body: (LexiconLink) -> Void
    ) {
        guard id > 0, id < recordCount else { return }
        let bucket = id >> 4
        let first = Int(starts.number(at: bucket * 4))
        let last = min(Int(starts.number(at: bucket * 4 + 4)), links.count / 4)
        var index = first
        while index < last {
            let link = links.number(at: index * 4)
            if Int(link >> 24) & 15 == id & 15, let inflection = Inflection(rawValue: UInt8(link >> 20 & 15)) {
                body(LexiconLink(word: WordID(rawValue: link & 0xFFFFF), inflection: inflection))
            }
            index += 1
        }
    }
}
