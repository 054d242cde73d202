/// A stretch of an article that stands for itself: a headline, a paragraph, a caption.
///
/// No sentence leaves its block.
public struct Block: Hashable, Sendable {
    /// What a block is, judged by its place, length and form.
    public enum Kind: UInt8, Sendable, CaseIterable {
        /// The title of the article, or a subheading within it.
        case headline
        /// Place and date before the story: "MOSCOW, Feb. 16 —" on a line of its own.
        case dateline
        /// Who wrote it: "By Jane Roe".
        case byline
        /// The text under a picture.
        case caption
        /// A line of a list, with its bullet or number.
        case listItem
        /// Running prose.
        case paragraph
    }

    public var kind: Kind
    /// Bytes of the article's text, without the white space around.
    public var span: Span

    public init(kind: Kind, span: Span) {
        self.kind = kind
        self.span = span
    }
}
