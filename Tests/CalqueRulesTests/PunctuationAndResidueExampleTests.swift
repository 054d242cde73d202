import Calque
import Testing

/// The examples of the rules of punctuation and residue, each run by its rule alone.
@Suite struct PunctuationAndResidueExampleTests {
    static let rules = builtInRules.filter {
        [.punctuation, .residue].contains($0.description.family) || $0.description.id == "doubled-attribution-dash"
    }

    static let ids = rules.map { $0.description.id }

    static let bad = rules.flatMap { rule in rule.description.bad.map { Example(rule: rule, text: $0) } }

    @Test(arguments: ids) func `the examples come out as their rule says, wherever they stand`(
        id: String
    ) throws {
        let rule = try #require(Self.rules.first { $0.description.id == id })
        let linter = Linter(rules: RuleSet(rules: [rule.init()]))
        #expect(RuleExamples.check(rule.description, linter).map(\.description) == [])
    }

    @Test(arguments: bad) func `taking the suggestions leaves nothing to report`(example: Example) throws {
        var text = Array(try MarkedText(example.text).text.utf8)
        for finding in try example.findings(in: text).reversed() {
            guard let suggestion = finding.suggestions.first else { return }
            #expect(suggestion.span.start >= finding.span.start - 1 && suggestion.span.end <= finding.span.end + 1)
            text.replaceSubrange(suggestion.span.start..<suggestion.span.end, with: suggestion.replacement.utf8)
        }
        let left = try example.findings(in: text).count
        #expect(left == 0, "\(example.text) became \(String(decoding: text, as: UTF8.self))")
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let rule: any Rule.Type
        let text: String

        var testDescription: String { "\(rule.description.id): \(text)" }

        func findings(in text: [UInt8]) throws -> [Finding] {
            let article = try Article(name: "example", plainText: text)
            return Linter(rules: RuleSet(rules: [rule.init()])).lint(article)
        }
    }
}
