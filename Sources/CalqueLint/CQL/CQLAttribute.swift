/// What a pattern can ask of a token.
enum CQLAttribute: String, CaseIterable {
    case word, lemma, `case`, `class`, may, kind, script, space, first, quoted, block
    case upos, tag, feats, deprel
    case headWord = "head.word"
    case headLemma = "head.lemma"
    case headUpos = "head.upos"
    case headTag = "head.tag"
    case headFeats = "head.feats"
    case headDeprel = "head.deprel"

    /// Whether tagger and parser must have been there before.
    var needsSyntax: Bool {
        switch self {
        case .word, .lemma, .case, .class, .may, .kind, .script, .space, .first, .quoted, .block: false
        default: true
        }
    }

    /// The closed list that values come from; empty for an open one. `class` has its own, which lists add to.
    var values: [String] {
        switch self {
        case .case: ["lower", "title", "upper", "mixed", "none"]
        case .may:
            [
                "NN", "NNS", "NNP", "VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "JJ", "JJR", "JJS", "RB", "RBR", "RBS",
                "DT", "PRP", "PRPS", "IN", "CC", "CD", "MD", "TO", "WH", "EX", "RP", "UH",
            ]
        case .kind:
            [
                "word", "number", "open-quote", "close-quote", "quote", "open-bracket", "close-bracket", "terminal",
                "comma", "colon", "semicolon", "hyphen", "dash", "slash", "currency", "url", "email", "tag", "symbol",
            ]
        case .script:
            [
                "latin", "cyrillic", "greek", "han", "kana", "hangul", "arabic", "hebrew", "devanagari", "thai",
                "georgian", "armenian", "other", "mixed", "none",
            ]
        case .space, .first, .quoted: ["yes", "no"]
        case .block: ["headline", "dateline", "byline", "caption", "list-item", "paragraph"]
        case .upos, .headUpos:
            [
                "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
                "SCONJ", "SYM", "VERB", "X",
            ]
        case .tag, .headTag:
            [
                "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT",
                "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP",
                "VBZ", "WDT", "WP", "WP$", "WRB", ".", ",", ":", "''", "``", "-LRB-", "-RRB-", "$", "#", "HYPH", "NFP",
                "ADD", "AFX", "GW", "XX",
            ]
        case .deprel, .headDeprel:
            [
                "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
                "cc:preconj", "ccomp", "clf", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer",
                "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat",
                "goeswith",
                "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer",
                "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct",
                "reparandum", "root", "vocative", "xcomp",
            ]
        case .word, .lemma, .class, .feats, .headWord, .headLemma, .headFeats: []
        }
    }
}
