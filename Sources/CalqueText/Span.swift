/// A half-open range of UTF-8 bytes in the text of an article.
public struct Span: Hashable, Sendable {
    /// Offset of the first byte.
    public var start: Int
    /// Offset behind the last byte.
    public var end: Int

    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    /// Length in UTF-8 bytes.
    public var count: Int { end - start }

    /// Whether the two spans share a byte; an empty span is a point, and touches what begins or ends there.
    public func overlaps(_ other: Span) -> Bool {
        (start < other.end && other.start < end)
            || (start == end && other.start <= start && start <= other.end)
            || (other.start == other.end && start <= other.start && other.start <= end)
    }

    /// Whether `other` lies within this span.
    public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
}

extension Span: Comparable {
    /// By start; of two that start together the longer first.
    public static func < (a: Span, b: Span) -> Bool {
        a.start != b.start ? a.start < b.start : a.end > b.end
    }
}
