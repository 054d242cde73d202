/// A reporter whose report can be written while articles are still being linted.
///
/// `calque check` then keeps only the articles in work in memory, not all of them: what makes a report
/// over a hundred thousand articles possible. The report is `head`, a `part` for each article in order,
/// and `foot`; it is the same, byte for byte, as that of `report(_:)`.
public protocol IncrementalReporter: Reporter {
    /// What stands before the first article.
    func head() -> [UInt8]
    /// What stands for one article; `before` counts those that came before it.
    func part(_ result: ArticleResult, before: ReportTotals) -> [UInt8]
    /// What stands behind the last article.
    func foot(_ totals: ReportTotals) -> [UInt8]
}

extension IncrementalReporter {
    public func report(_ results: [ArticleResult]) -> [UInt8] {
        var bytes = head()
        var totals = ReportTotals()
        for result in results {
            bytes += part(result, before: totals)
            totals.add(result)
        }
        return bytes + foot(totals)
    }
}
