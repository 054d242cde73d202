/// A pattern as it is written: the tree that `CQLParser` makes and `PatternCompiler` reads.
struct CQLPattern {
    var root: CQLNode
    var condition: CQLCondition?
}

indirect enum CQLNode {
    /// A bare word: one or more tokens.
    case word(String, at: Int)
    /// With what is written.
    case token(CQLTest, source: String, at: Int)
    case sequence([CQLNode])
    case alternatives([CQLNode])
    case repeated(CQLNode, min: Int, max: Int?, at: Int)
    case labelled(String, CQLNode, at: Int)
    /// `<<` and `>>`
    case markStart(at: Int)
    case markEnd(at: Int)
    /// `<s>` and `</s>`
    case sentenceStart
    case sentenceEnd
}

/// What stands in brackets.
indirect enum CQLTest {
    case any
    case comparison(CQLComparison)
    case not(CQLTest)
    case all([CQLTest])
    case some([CQLTest])
}

/// `attribute="value"` and its kin.
struct CQLComparison {
    var attribute: CQLAttribute
    var isNegated: Bool
    var value: CQLValue
    /// Offset of the attribute.
    var at: Int
}

/// A value in quotation marks.
struct CQLValue {
    /// A regular expression, or a literal.
    var text: String
    var isLiteral: Bool
    /// `%c`
    var ignoresCase: Bool
    /// Offset of the opening quotation mark.
    var at: Int
}

/// What stands behind `::`.
indirect enum CQLCondition {
    /// `a.word = "value"`
    case value(label: String, CQLComparison)
    /// `a.word = b.word`; the attribute is `word` or `lemma`.
    case same(CQLAttribute, String, String, isNegated: Bool, ignoresCase: Bool, at: Int)
    case not(CQLCondition)
    case all([CQLCondition])
    case some([CQLCondition])
}
