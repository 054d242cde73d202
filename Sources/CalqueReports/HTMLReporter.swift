/// The report that an editor opens in a browser: one file, in which nothing is fetched from elsewhere.
public struct HTMLReporter: Reporter {
    public static let name = "html"
    public static let summary = "one page for editors, to open in a browser"

    public init(options: ReportOptions) {}

    public func report(_ results: [ArticleResult]) -> [UInt8] { [] }
}
