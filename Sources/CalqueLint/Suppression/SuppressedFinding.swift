/// A finding that somebody has decided about.
public struct SuppressedFinding: Sendable {
    /// Where the decision stands.
    public enum Place: Sendable {
        /// In the article: a directive beside the text.
        case article
        /// In a file of its own: the baseline.
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
