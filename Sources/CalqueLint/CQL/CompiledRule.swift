/// A rule with its patterns compiled, ready to be written into a program.
struct CompiledRule {
    var description: RuleDescription
    var patterns: [PatternCode]
    var unless: [PatternCode]
    /// Templates; see `Template`.
    var message: String
    var fixes: [String]
    /// 0 to 1.
    var confidence: Double

    /// The attribute that there is no tagger or parser for yet.
    var waitsFor: CQLAttribute? { (patterns + unless).compactMap(\.waitsFor).first }
}
