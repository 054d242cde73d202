import CalqueLint
import CalqueText
import Foundation
import Testing

@testable import CalqueReports

@Suite struct SARIFReporterTests {
    private func run(_ results: [ArticleResult], options: ReportOptions = ReportOptions()) throws -> [String: Any] {
        let log = try ReportReaders.json(SARIFReporter(options: options).report(results))
        #expect(log["version"] as? String == "2.1.0")
        return try #require(ReportReaders.array(log["runs"]).first)
    }

    @Test func `regions count UTF-16 code units behind astral and combining characters`() throws {
        let story = try article("\u{FEFF}😀 e\u{301} trump\r\nЖ 𝒳 trump")
        let findings = (1...2).map { story.finding(SampleRule.name, "trump", nth: $0, fixes: ["Trump 😀"]) }
        let run = try run([result(story, findings)])
        #expect(run["columnKind"] as? String == "utf16CodeUnits")
        let results = ReportReaders.array(run["results"])
        let wanted = [
            ["startLine": 1, "startColumn": 7, "endLine": 1, "endColumn": 12],
            ["startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 11],
        ]
        for (result, region) in zip(results, wanted) {
            let location = ReportReaders.array(result["locations"]).first?["physicalLocation"] as? [String: Any]
            #expect(location?["region"] as? [String: Int] == region)
            let change = ReportReaders.array(ReportReaders.array(result["fixes"]).first?["artifactChanges"]).first
            let replacement = ReportReaders.array(change?["replacements"]).first
            #expect(replacement?["deletedRegion"] as? [String: Int] == region)
            #expect(replacement?["insertedContent"] as? [String: String] == ["text": "Trump 😀"])
        }
    }

    @Test func `a rule has its page, its level and its precision`() throws {
        let story = try article("Donald trump")
        let run = try run([result(story, [story.finding(SampleRule.name, "trump")])])
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rule = try #require(ReportReaders.array(driver["rules"]).first)
        #expect(rule["id"] as? String == "sample-lowercase-name")
        #expect(rule["name"] as? String == "SampleLowercaseName")
        let help = try #require(rule["help"] as? [String: String])
        #expect(help["text"]?.contains("A [[bad]] example & more.") == true)
        #expect(help["markdown"]?.contains("> A **bad** example") == true)
        #expect((rule["defaultConfiguration"] as? [String: Any])?["level"] as? String == "warning")
        let properties = try #require(rule["properties"] as? [String: Any])
        #expect(properties["precision"] as? String == "very-high")
        #expect(properties["measuredPrecision"] as? String == "0.93 (n = 120)")
        #expect(properties["tags"] as? [String] == ["machine-translation", "names"])
    }

    @Test(arguments: [
        ("0.93 (n = 120)", "very-high"), ("0.8", "high"), ("0.61 (n = 9)", "medium"), ("0.2", "low"), ("", nil),
        ("good", nil),
    ])
    func `precision has GitHub's names`(measured: String, name: String?) {
        #expect(SARIFReporter.precision(measured) == name)
    }

    @Test func `what is suppressed stands there, with where and why`() throws {
        let story = try article("Donald trump met trump")
        let findings = (1...2).map { story.finding(SampleRule.name, "trump", nth: $0) }
        let suppressed = [
            SuppressedFinding(finding: findings[0], place: .article, reason: "A quotation."),
            SuppressedFinding(finding: findings[1], place: .file),
        ]
        let run = try run([ArticleResult(article: story, findings: [], suppressed: suppressed, words: 4)])
        let suppressions = ReportReaders.array(run["results"]).map { ReportReaders.array($0["suppressions"]) }
        #expect(suppressions.count == 2)
        #expect(suppressions[0].first as? [String: String] == ["kind": "inSource", "justification": "A quotation."])
        #expect(suppressions[1].first as? [String: String] == ["kind": "external"])
    }

    @Test(arguments: [
        ("a b/ü.txt", "a%20b/%C3%BC.txt"), ("a:b%.txt", "a%3Ab%25.txt"), ("/tmp/a.txt", "file:///tmp/a.txt"),
        ("<stdin>", "%3Cstdin%3E"),
    ])
    func `paths are references`(path: String, uri: String) {
        #expect(SARIFReporter.uri(path) == uri)
    }

    @Test func `a path in the folder is relative to it`() throws {
        let story = try article("Donald trump", name: "/home/me/news/in/a.txt")
        let run = try run(
            [result(story, [story.finding(SampleRule.name, "trump")])], options: ReportOptions(folder: "/home/me/news"))
        let location = ReportReaders.array(ReportReaders.array(run["results"])[0]["locations"])[0]["physicalLocation"]
        #expect(((location as? [String: Any])?["artifactLocation"] as? [String: String])?["uri"] == "in/a.txt")
    }

    @Test func `of more results than GitHub takes the gravest stay, and the others are counted`() throws {
        let story = try article(String(repeating: "x ", count: 7000))
        let findings = (0..<7000).map { number in
            Finding(
                rule: SampleRule.name, severity: number % 1000 == 999 ? .critical : number < 3500 ? .minor : .major,
                span: Span(2 * number, 2 * number + 1), message: "\(number)")
        }
        // Over several articles, so that some are dropped before the end.
        let run = try run([result(story, findings), result(story, findings)])
        let results = ReportReaders.array(run["results"])
        let levels = results.compactMap { $0["level"] as? String }
        #expect(results.count == SARIFReporter.resultLimit)
        #expect(levels.count { $0 == "error" } == 14)
        #expect(levels.count { $0 == "warning" } == 4986)
        let messages = results.compactMap { ($0["message"] as? [String: String])?["text"] }
        #expect(messages.prefix(5) == ["999", "1999", "2999", "3500", "3501"])
        let notices = ReportReaders.array(
            ReportReaders.array(run["invocations"]).first?["toolExecutionNotifications"])
        let said = (notices.first?["message"] as? [String: String])?["text"]
        #expect(said?.hasPrefix("There are 14,000 findings; the 5,000 gravest stand here") == true)
    }
}
