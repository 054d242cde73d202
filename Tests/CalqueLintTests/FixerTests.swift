import CalqueText
import Testing

@testable import CalqueLint

/// Fixes that bring out others.
@Suite struct FixerTests {
    private static let rule = RuleDescription(
        id: "repeated-word", name: "", family: .loops, summary: "", rationale: "", mqm: "", severity: .minor, bad: [],
        good: [])
    private static let other = RuleDescription(
        id: "another-rule", name: "", family: .loops, summary: "", rationale: "", mqm: "", severity: .minor, bad: [],
        good: [])

    /// Finds the first place of a string, with suggestions.
    private func lint(
        _ article: Article, _ string: String, _ replacements: [String], rule: RuleDescription = rule,
        confidence: Double = 0.95
    ) -> LintResult {
        var result = LintResult()
        let needle = Array(string.utf8)
        let start = article.text.indices.first { article.text[$0...].starts(with: needle) }
        if let start {
            let span = Span(start, start + needle.count)
            result.findings = [
                Finding(
                    rule: rule, span: span, message: "",
                    suggestions: replacements.map { Suggestion(span: span, replacement: $0) }, confidence: confidence)
            ]
        }
        return result
    }

    private func article(_ text: String) throws -> Article { try Article(name: "a", plainText: Array(text.utf8)) }

    @Test func `what a fix brings out is fixed too`() throws {
        let outcome = Fixer(includesUnsafe: false).fix(try article("aaaaa b")) { article, _ in
            lint(article, "aa", ["a"])
        }
        #expect(outcome.article.text == Array("a b".utf8))
        #expect(outcome.count == 4)
        #expect(outcome.edits.applied(to: Array("aaaaa b".utf8)) == outcome.article.text)
        #expect(outcome.before.findings.count == 1)
        #expect(outcome.after.findings.isEmpty)
    }

    @Test func `rules that contradict each other come to an end`() throws {
        var runs = 0
        let outcome = Fixer(includesUnsafe: false).fix(try article("a")) { article, _ in
            runs += 1
            return lint(article, "a", ["aa"])
        }
        #expect(outcome.count == Fixer.mostPasses)
        #expect(runs == Fixer.mostPasses + 1)
    }

    @Test func `only what is certain is safe`() throws {
        func fixed(_ replacements: [String], rule: RuleDescription, confidence: Double = 0.95, unsafe: Bool = false)
            throws -> String
        {
            let outcome = Fixer(includesUnsafe: unsafe).fix(try article("one two")) { article, _ in
                lint(article, "one", replacements, rule: rule, confidence: confidence)
            }
            return String(decoding: outcome.article.text, as: UTF8.self)
        }
        #expect(try fixed(["1"], rule: Self.rule) == "1 two")
        #expect(try fixed(["1", "2"], rule: Self.rule) == "one two")
        #expect(try fixed(["1"], rule: Self.rule, confidence: 0.89) == "one two")
        #expect(try fixed(["1"], rule: Self.other) == "one two")
        #expect(try fixed([], rule: Self.rule, unsafe: true) == "one two")
        #expect(try fixed(["1", "2"], rule: Self.other, unsafe: true) == "1 two")
    }
}
