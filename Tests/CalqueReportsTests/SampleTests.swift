import Calque
import Foundation
import Testing

/// The article of `reports/sample`, linted by the rules that are on by default.
func sampleResult() throws -> ArticleResult {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: package + "/reports/sample/article.txt"))
    let article = try Article(name: "article.txt", plainText: Array(bytes))
    let rules = RuleSet(rules: builtInRules.map { $0.init() }, patterns: [.builtIn])
    let linter = Linter(rules: try rules.selecting())
    return ArticleResult(article: article, findings: linter.lint(article), words: article.words)
}

/// The files of `reports/sample`, which show a newcomer what reports look like.
///
/// `CALQUE_UPDATE=1 swift test --filter SampleTests` writes them anew.
@Suite struct SampleTests {
    private let isUpdating = ProcessInfo.processInfo.environment["CALQUE_UPDATE"] == "1"

    @Test(arguments: [("text", "txt"), ("json", "json"), ("html", "html")])
    func `the sample of each report is what is written today`(name: String, suffix: String) throws {
        let reporter = try #require(Reporters.named(name))
        let report = reporter.init(options: ReportOptions()).report([try sampleResult()])
        let file = URL(fileURLWithPath: package + "/reports/sample/report." + suffix)
        if isUpdating { try Data(report).write(to: file) }
        #expect(
            try Data(contentsOf: file) == Data(report),
            "reports/sample is out of date: run CALQUE_UPDATE=1 swift test --filter SampleTests")
    }

    @Test func `the sample article is one that something is found in`() throws {
        let result = try sampleResult()
        #expect((250...350).contains(result.words))
        #expect(result.findings.count >= 8)
    }
}
