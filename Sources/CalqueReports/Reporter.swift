/// Turns results into bytes of one format.
///
/// A reporter is a value without state: the same results give the same bytes. One that can be written
/// while articles are still being linted is an `IncrementalReporter`.
public protocol Reporter: Sendable {
    /// The name that `--format` takes: "json".
    static var name: String { get }
    /// What the format is for, in a few words: for help, man page and completions.
    static var summary: String { get }

    init(options: ReportOptions)

    /// The report over all articles, in their order.
    func report(_ results: [ArticleResult]) -> [UInt8]
}
