/// Turns results into bytes of one format, while articles are still being linted.
///
/// A report is what `begin`, an `add` for each article in order, and `end` return, one behind the other; the same
/// results give the same bytes. Except for a page of HTML, which stands in its whole before its reader, a reporter
/// keeps no article: what makes a report over a hundred thousand of them possible.
public protocol Reporter: Sendable {
    /// The name that `--format` takes: "json".
    static var name: String { get }
    /// What the format is for, in a few words: for help, man page and completions.
    static var summary: String { get }

    init(options: ReportOptions)

    /// What stands before the first article.
    mutating func begin() -> [UInt8]
    /// What stands for one article, or may be written by now.
    mutating func add(_ result: ArticleResult) -> [UInt8]
    /// What stands behind the last article.
    mutating func end() -> [UInt8]
}

extension Reporter {
    /// The report over all articles, in their order.
    public func report(_ results: [ArticleResult]) -> [UInt8] {
        var reporter = self
        var bytes = reporter.begin()
        for result in results { bytes += reporter.add(result) }
        return bytes + reporter.end()
    }
}
