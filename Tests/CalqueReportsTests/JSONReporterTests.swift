import CalqueLint
import CalqueText
import Foundation
import Testing

@testable import CalqueReports

@Suite struct JSONReporterTests {
    private let schema: Schema
    private let reporter = JSONReporter(options: ReportOptions(version: "1.2.3"))

    init() throws { schema = try Schema(contentsOf: package + "/reports/calque-report.schema.json") }

    /// The report as a tree, after it was found valid.
    private func tree(_ results: [ArticleResult]) throws -> [String: Any] {
        let bytes = reporter.report(results)
        #expect(schema.complaints(about: bytes) == [])
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test func `a finding has its place in code points, lines and columns`() throws {
        let story = try article("Привет 😀.\r\nThe trump, “cafe\u{301}”\n")
        let finding = story.finding(SampleRule.name, "trump", message: "A “name”.", fixes: ["Trump", ""])
        let articles = try #require(try tree([result(story, [finding])])["articles"] as? [[String: Any]])
        let found = try #require((articles[0]["findings"] as? [NSDictionary])?.first)
        #expect(
            found == [
                "rule": "sample-lowercase-name", "name": "Name in lower case", "family": "names",
                "category": "Fluency/Grammar", "severity": "major", "start": 15, "end": 20, "line": 2, "column": 5,
                "endLine": 2, "endColumn": 10, "text": "trump", "message": "A “name”.", "confidence": 0.9,
                "safeFix": false,
                "suggestions": [
                    ["start": 15, "end": 20, "replacement": "Trump"], ["start": 15, "end": 20, "replacement": ""],
                ],
            ])
    }

    @Test func `what a finding rests on meets the schema`() throws {
        let story = try article("He told that")
        var finding = story.finding(SampleRule.name, "told")
        finding.explanation = Explanation(
            pattern: "told that", exceptions: ["told that much"],
            tokens: [
                .init(
                    span: finding.span, text: "told", role: .reported, isAnchor: true, condition: "told",
                    values: [("tag", "VBD")])
            ])
        var other = finding
        other.explanation = Explanation(tokens: [.init(span: finding.span, text: "told", role: .neighbour)])
        let articles = try #require(try tree([result(story, [finding, other])])["articles"] as? [[String: Any]])
        let found = try #require(articles[0]["findings"] as? [[String: Any]])
        #expect((found[0]["explanation"] as? [String: Any])?["pattern"] as? String == "told that")
        #expect((found[1]["explanation"] as? [String: Any])?["pattern"] == nil)
    }

    @Test func `a byte-order mark counts as a code point, but for no column`() throws {
        let story = try article("\u{FEFF}Mr trump")
        let articles = try #require(
            try tree([result(story, [story.finding(SampleRule.name, "trump")])])["articles"] as? [[String: Any]])
        let found = try #require((articles[0]["findings"] as? [[String: Any]])?.first)
        #expect(found["start"] as? Int == 4)
        #expect(found["column"] as? Int == 4)
    }

    @Test func `counts, words and score stand for each article and for all`() throws {
        let first = try article("The trump and the trump met a жук.", name: "a.txt")
        let second = try article("All is well here.", name: "b.txt")
        let results = [
            result(
                first,
                [
                    first.finding(SampleRule.name, "trump"), first.finding(SampleRule.name, "trump", nth: 2),
                    first.finding(SampleRule.script, "жук"),
                ]),
            result(second, []),
        ]
        let report = try tree(results)
        #expect(report["version"] as? Int == 1)
        #expect(report["tool"] as? [String: String] == ["name": "calque", "version": "1.2.3"])
        let articles = try #require(report["articles"] as? [[String: Any]])
        #expect(articles.map { $0["path"] as? String } == ["a.txt", "b.txt"])
        #expect(articles.map { $0["words"] as? Int } == [8, 4])
        #expect(articles.map { $0["score"] as? Double } == [4375, 0])
        let counts = try #require(articles[0]["counts"] as? NSDictionary)
        #expect(
            counts == [
                "total": 3, "severities": ["minor": 0, "major": 2, "critical": 1],
                "families": ["names": 2, "residue": 1],
            ])
        let summary = try #require(report["summary"] as? [String: Any])
        #expect(summary["articles"] as? Int == 2)
        #expect(summary["words"] as? Int == 12)
        #expect(summary["score"] as? Double == 2916.67)
        #expect((summary["counts"] as? [String: Any])?["total"] as? Int == 3)
    }

    @Test func `without words the score is null`() throws {
        let report = try tree([result(try article("\n\n"), [])])
        #expect((report["summary"] as? [String: Any])?["score"] is NSNull)
        #expect(((report["articles"] as? [[String: Any]])?.first?["score"]) is NSNull)
        #expect((try tree([])["articles"] as? [Any])?.isEmpty == true)
    }

    @Test func `whatever stands in text, name and message, the report is valid`() throws {
        let nasty = "</script>\"]]>\\\u{0}\u{1B}\u{7F}\u{85}\u{2028}\u{202E}\u{FFFF}😀e\u{301}\r\n\t'`&lt;"
        let story = try article(nasty + "trump" + nasty, name: nasty)
        let rule = SampleRule.rule("x", nasty, .calques, .critical)
        var findings = [story.finding(rule, nasty, message: nasty, fixes: [nasty])]
        for span in [Span(1, 3), Span(-5, 2), Span(70, 999), Span(5, 2)] {
            findings.append(Finding(rule: rule, span: span, message: nasty, confidence: .nan))
        }
        findings[0].confidence = 1
        let articles = try #require(try tree([result(story, [findings[0]])])["articles"] as? [[String: Any]])
        #expect(articles[0]["path"] as? String == nasty)
        #expect((articles[0]["findings"] as? [[String: Any]])?.first?["text"] as? String == nasty)
        // Odd spans still give JSON.
        let odd = reporter.report([result(story, findings)])
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(odd)) }
    }

    @Test func `the schema refuses what is no report`() {
        #expect(schema.complaints(about: Array("{\"version\":2}".utf8)) != [])
        #expect(schema.complaints(about: Array("[]".utf8)) != [])
    }
}
