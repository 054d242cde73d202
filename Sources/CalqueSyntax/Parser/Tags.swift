/// Universal part-of-speech tags (Universal Dependencies, version 2).
public enum UniversalTag: UInt8, Sendable, CaseIterable {
    case ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X

    /// As CoNLL-U has it.
    public var name: String { Self.names[Int(rawValue)] }

    private static let names = allCases.map { "\($0)" }
}

/// Tags of the Penn Treebank (Marcus et al. 1993), with those that the English Web Treebank adds.
public enum PennTag: UInt8, Sendable, CaseIterable {
    case CC, CD, DT, EX, FW, IN, JJ, JJR, JJS, LS, MD, NN, NNS, NNP, NNPS, PDT, POS, PRP, PRPS, RB, RBR,
        RBS, RP, SYM, TO, UH, VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS, WRB, period, comma, colon,
        closeQuote, openQuote, openBracket, closeBracket, dollar, hash, HYPH, NFP, ADD, AFX, GW, XX

    /// As the treebanks write it: "NN", "PRP$", "-LRB-".
    public var name: String { Self.names[Int(rawValue)] }

    static let names = [
        "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS",
        "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG",
        "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", ".", ",", ":", "''", "``", "-LRB-", "-RRB-", "$",
        "#", "HYPH", "NFP", "ADD", "AFX", "GW", "XX",
    ]

    public var isFiniteVerb: Bool { self == .VBD || self == .VBZ || self == .VBP || self == .MD }
    public var isVerb: Bool { rawValue >= Self.VB.rawValue && rawValue <= Self.VBZ.rawValue }
    public var isNoun: Bool { rawValue >= Self.NN.rawValue && rawValue <= Self.NNPS.rawValue }
    public var isProperNoun: Bool { self == .NNP || self == .NNPS }
}

/// Relations of Universal Dependencies, as English has them.
public enum Relation: UInt8, Sendable, CaseIterable {
    case acl, aclRelcl, advcl, advclRelcl, advmod, amod, appos, aux, auxPass, `case`, cc, ccPreconj, ccomp,
        clf, compound, compoundPrt, conj, cop, csubj, csubjOuter, csubjPass, dep, det, detPredet,
        discourse, dislocated, expl, fixed, flat, goeswith, iobj, list, mark, nmod, nmodDesc, nmodPoss,
        nmodUnmarked, nsubj, nsubjOuter, nsubjPass, nummod, obj, obl, oblAgent, oblUnmarked, orphan,
        parataxis, punct, reparandum, root, vocative, xcomp

    /// As CoNLL-U has it: "nsubj", "nsubj:pass".
    public var name: String { Self.names[Int(rawValue)] }

    static let names = [
        "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case",
        "cc", "cc:preconj", "ccomp", "clf", "compound", "compound:prt", "conj", "cop", "csubj",
        "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl",
        "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss",
        "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent",
        "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
    ]

    /// A subject of any kind.
    public var isSubject: Bool {
        switch self {
        case .nsubj, .nsubjPass, .nsubjOuter, .csubj, .csubjPass, .csubjOuter: true
        default: false
        }
    }
}

/// A universal tag and the Penn Treebank's tag, which are predicted together.
public struct TagPair: Hashable, Sendable {
    public let universal: UniversalTag
    public let penn: PennTag

    /// - Parameter name: "NOUN NN".
    init?(_ name: some StringProtocol) {
        let parts = name.split(separator: " ")
        guard parts.count == 2, let universal = UniversalTag.allCases.first(where: { $0.name == parts[0] }),
            let penn = PennTag.names.firstIndex(where: { $0 == parts[1] })
        else { return nil }
        self.universal = universal
        self.penn = PennTag.allCases[penn]
    }
}
