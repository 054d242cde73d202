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

    /// What the sample of each format is called, behind "report.".
    private static let suffixes = [
        "text": "txt", "compact": "compact.txt", "json": "json", "html": "html", "markdown": "md", "sarif": "sarif",
        "junit": "junit.xml", "github": "github.txt", "gitlab": "gitlab.json", "rdjson": "rdjson",
        "checkstyle": "checkstyle.xml", "tap": "tap",
    ]

    private func expect(_ name: String, toBe bytes: [UInt8]) throws {
        let file = URL(fileURLWithPath: package + "/reports/sample/" + name)
        if isUpdating {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        #expect(
            try Data(contentsOf: file) == Data(bytes),
            "reports/sample is out of date: run CALQUE_UPDATE=1 swift test --filter SampleTests")
    }

    @Test(arguments: Reporters.names)
    func `the sample of each report is what is written today`(name: String) throws {
        let reporter = try #require(Reporters.named(name))
        let report = reporter.init(options: ReportOptions()).report([try sampleResult()])
        try expect("report." + (try #require(Self.suffixes[name])), toBe: report)
    }

    @Test func `the sample of a folder is what is written today`() throws {
        var folder = HTMLFolder(options: ReportOptions())
        let clean = try article("The mill reopened on Monday.\n", name: "clean.txt")
        let short = try article("The council closed the the bridge, which is a old one.\n", name: "short.txt")
        let linter = Linter(rules: RuleSet(rules: builtInRules.map { $0.init() }, patterns: [.builtIn]))
        let results = [
            try sampleResult(), result(clean, []), result(short, linter.lint(short)),
        ]
        let pages = results.map { folder.add($0) } + [folder.index()]
        for page in pages { try expect("folder/" + page.name, toBe: page.bytes) }
    }

    @Test func `the README tells of every format`() throws {
        let readme = try String(contentsOfFile: package + "/README.md", encoding: .utf8)
        for name in Reporters.names { #expect(readme.contains("\n| `\(name)` |"), "\(name)") }
    }

    @Test func `the sample article is one that something is found in`() throws {
        let result = try sampleResult()
        #expect((250...350).contains(result.words))
        #expect(result.findings.count >= 8)
    }
}
