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

/// A finding that somebody has decided about.
public struct SuppressedFinding: Sendable {
    /// Where the decision stands.
    public enum Place: Sendable {
        /// In the article: a directive beside the text.
        case article
        /// In a file of its own: the baseline, or the configuration.
        case file
    }

    public let finding: Finding
    public let place: Place
    /// Why, in the words of who decided; may be empty.
    public let reason: String

    public init(finding: Finding, place: Place, reason: String = "") {
        self.finding = finding
        self.place = place
        self.reason = reason
    }
}
