import CalqueText
import Testing

@testable import CalqueLint

@Suite struct ScoreTests {
    private static let rule = RuleDescription(
        id: "test-rule", name: "Test", family: .names, summary: "", rationale: "", mqm: "", severity: .minor, bad: [],
        good: [])

    @Test func `points are weighed by severity and counted per thousand words`() {
        let findings = Severity.allCases.map { Finding(rule: Self.rule, severity: $0, span: Span(0, 1), message: "") }
        #expect(Score.penalty(of: findings, words: 1000) == 31)
        #expect(Score.penalty(of: findings, words: 500) == 62)
        #expect(Score.penalty(of: [], words: 3) == 0)
    }

    @Test func `without words there is no score`() {
        #expect(Score.penalty(of: [], words: 0) == nil)
    }

    @Test(arguments: [
        ("", 0), (" \n\t ", 0), ("The mayor spoke.", 3), ("one\u{A0}two\u{2009}three\u{3000}four", 4),
        ("Ёлка – 👩‍🚀", 3), ("first\r\n\r\nsecond paragraph", 3), ("a\u{200B}b", 1), ("\u{FEFF}a", 1),
    ])
    func `words are runs of anything but white space`(text: String, count: Int) throws {
        let article = try Article(name: "a", plainText: Array(text.utf8))
        #expect(article.words == count)
    }
}
