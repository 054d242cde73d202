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

    /// Whether tagger and parser must have been there before.
    var needsSyntax: Bool { (patterns + unless).contains(where: \.needsSyntax) }
}
