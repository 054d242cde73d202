/// What a rule's finding says about its article, and what the article says about the finding.
public enum Evidence: String, Sendable, CaseIterable {
    /// A mark that people hardly ever leave. It speaks for itself.
    case certain
    /// A slip that people make, too. It speaks for itself, and says little about who wrote the article.
    case slip
    /// A judgement on grammar, which a parser's mistake can bring about: the more marks there are in the article, the
    /// likelier it is right.
    case doubtful
}
