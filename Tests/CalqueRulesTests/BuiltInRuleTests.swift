import Calque
import Testing

/// What holds for every built-in rule, of whatever family.
@Suite struct BuiltInRuleTests {
    static let ids = builtInRules.map { $0.description.id }

    static let bad = builtInRules.flatMap { rule in rule.description.bad.map { Example(rule: rule, text: $0) } }

    /// Rules that are code, and rules that are patterns.
    static let descriptions = RuleSet(rules: builtInRules.map { $0.init() }, patterns: [.builtIn]).descriptions

    @Test func `no two rules have the same id`() {
        let twice = Dictionary(grouping: Self.descriptions, by: \.id).filter { $0.value.count > 1 }.keys.sorted()
        #expect(twice == [])
    }

    @Test func `an id is no name of a family, and of small letters, digits and hyphens`() {
        let wrong = Self.descriptions.map(\.id).filter { id in
            Family(rawValue: id) != nil || id == "all" || id.isEmpty
                || !id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        }
        #expect(wrong == [])
    }

    @Test func `every rule has a bad example and two good ones`() {
        #expect(Self.descriptions.filter { $0.bad.isEmpty || $0.good.count < 2 }.map(\.id) == [])
    }

    @Test func `every bad example marks what is reported`() {
        #expect(Self.descriptions.filter { $0.bad.contains { !$0.contains("[[") } }.map(\.id) == [])
    }

    @Test func `every summary is a sentence, and no name is`() {
        #expect(Self.descriptions.filter { !$0.summary.hasSuffix(".") }.map(\.id) == [])
        #expect(Self.descriptions.filter { $0.name.isEmpty || $0.name.hasSuffix(".") }.map(\.id) == [])
    }

    @Test func `every rule says why and under which category of MQM it counts`() {
        #expect(Self.descriptions.filter { $0.rationale.isEmpty || $0.mqm.isEmpty }.map(\.id) == [])
    }

    @Test(arguments: ids) func `the examples come out as their rule says, wherever they stand`(id: String) throws {
        let rule = try #require(builtInRules.first { $0.description.id == id })
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
