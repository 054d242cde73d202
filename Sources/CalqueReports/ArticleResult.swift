import CalqueLint
import CalqueText

/// What was found in one article: the input of every reporter.
public struct ArticleResult: Sendable {
    public let article: Article
    /// By place.
    public let findings: [Finding]
    /// What was found and is not to be reported; formats that keep account of it say why.
    public let suppressed: [SuppressedFinding]
    /// Words in the sense of the score: runs of anything but white space within the blocks.
    public let words: Int

    public init(article: Article, findings: [Finding], suppressed: [SuppressedFinding] = [], words: Int) {
        self.article = article
        self.findings = findings
        self.suppressed = suppressed
        self.words = words
    }
}
