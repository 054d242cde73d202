import CalqueLint
import CalqueSyntax
import CalqueText
import Testing

/// Directives in articles: what they suppress, and those that do nothing.
@Suite struct SuppressionTests {
    /// Reports a word.
    private struct Red: Rule {
        static let description = SuppressionTests.rule("red-word", .calques)
        func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
            SuppressionTests.report("red", Self.description, analysis.article, &findings)
        }
    }

    private struct Blue: Rule {
        static let description = SuppressionTests.rule("blue-word", .loops)
        func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
            SuppressionTests.report("blue", Self.description, analysis.article, &findings)
        }
    }

    private static func rule(_ id: String, _ family: Family) -> RuleDescription {
        RuleDescription(
            id: id, name: id, family: family, summary: "", rationale: "", mqm: "", severity: .major, bad: [], good: [])
    }

    private static func report(_ word: String, _ rule: RuleDescription, _ article: Article, _ findings: inout [Finding])
    {
        let needle = Array(word.utf8)
        for block in article.blocks {
            for start in block.span.start..<block.span.end where article.text[start...].starts(with: needle) {
                findings.append(
                    Finding(rule: rule, span: Span(start, start + needle.count), message: "It stands here."))
            }
        }
    }

    private static let rules = RuleSet(rules: [Red(), Blue(), UnusedSuppression()])

    private func result(_ text: String, _ rules: RuleSet = rules) throws -> LintResult {
        Linter(rules: rules).check(try Article(name: "a.txt", plainText: Array(text.utf8)))
    }

    /// What is reported of a text: words, and the messages about directives.
    private func found(_ text: String, _ rules: RuleSet = rules) throws -> [String] {
        let bytes = Array(text.utf8)
        return try result(text, rules).findings.map {
            $0.rule.id == UnusedSuppression.description.id
                ? $0.message : String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self)
        }
    }

    @Test(arguments: [
        ("<!-- calque-off -->\nA red one.\n\nA blue one.\n", []),
        ("A red one.\n<!-- calque-off -->\nA blue one.\n", ["red"]),
        ("<!-- calque-off -->\nA red one.\n<!-- calque-on -->\nA red one, a blue one.\n", ["red", "blue"]),
        ("<!-- calque-off red-word -->\nA red one, a blue one.\n", ["blue"]),
        ("<!-- calque-off calques, blue-word -- a poem -->\nA red one, a blue one.\n", []),
        ("<!-- calque-off all -->\nA red one, a blue one.\n", []),
        ("<!-- calque-off -->\nA red one.\n\n<!-- calque-on red-word -->\nA red one, a blue one.\n", ["red"]),
        ("<!-- calque-off red-word -->\nA red one.\n<!-- calque-on -->\nA red one.\n", ["red"]),
        ("<!-- calque-off-next -->\nA red one, a red one.\n\nA red one.\n", ["red"]),
        ("<!-- calque-off-next -->\n\n\nA red one.\n", []),
        ("<!-- calque-off-next blue-word -->\nA red, blue one.\n\nA blue one.\n", ["red", "blue"]),
        ("\u{FEFF}<!-- calque-off -->\r\nA red one.\r\n<!-- calque-on -->\r\nA blue one.\r\n", ["blue"]),
        ("  <!--calque-off-->  \nA red one.\n", []),
        // No directives: not alone in the line, and other comments.
        ("A red one. <!-- calque-off -->\nA red one.\n", ["red", "red"]),
        ("<!-- not calque-off -->\nA red one.\n", ["red"]),
    ])
    func `a directive suppresses what it says`(text: String, expected: [String]) throws {
        #expect(try found(text) == expected)
    }

    @Test func `what is suppressed is kept with its reason`() throws {
        let result = try result("<!-- calque-off red-word --  a quotation, as  spoken -->\nA red one.\n")
        #expect(result.findings.isEmpty)
        #expect(result.suppressed.map(\.reason) == ["a quotation, as spoken"])
        #expect(result.suppressed.first?.finding.rule.id == "red-word")
    }

    @Test(arguments: [
        ("<!-- calque-off -->\nA green one.\n", ["Nothing is reported that this directive suppresses: take it away."]),
        (
            "<!-- calque-off red-word -->\nA blue one.\n",
            ["Nothing is reported by “red-word” that this directive suppresses: take it away.", "blue"]
        ),
        (
            "<!-- calque-off red-word, blue-word -->\nA blue one.\n",
            ["Nothing is reported by “red-word” that this directive suppresses: take the name away."]
        ),
        (
            "<!-- calque-off-next -->\nA green one.\n\nA red one.\n",
            ["Nothing is reported that this directive suppresses: take it away.", "red"]
        ),
        ("<!-- calque-off-next -->\n", ["Nothing is reported that this directive suppresses: take it away."]),
        (
            "A red one.\n<!-- calque-on -->\n",
            ["red", "Nothing is off here that “calque-on” could turn on: take the directive away."]
        ),
        (
            "<!-- calque-off red-word -->\nA red one.\n\n<!-- calque-on loops -->\n",
            ["Nothing is off here that “calque-on” could turn on for “loops”."]
        ),
        (
            "<!-- calque-of -->\nA red one.\n",
            [
                "There is no directive “calque-of”. Did you mean “calque-off”? There are: calque-off, calque-on, calque-off-next.",
                "red",
            ]
        ),
        (
            "<!-- calque-off red-wrod -->\nA red one.\n",
            ["There is no rule and no family “red-wrod”; the directive does nothing for it.", "red"]
        ),
    ])
    func `a directive that does nothing is reported`(text: String, expected: [String]) throws {
        #expect(try found(text) == expected)
    }

    @Test func `nothing is said of directives for rules that do not run, nor where the rule is off`() throws {
        let text = "<!-- calque-off red-word -->\nA green one.\n<!-- calque-off -->\n"
        #expect(try found(text, Self.rules.selecting(only: ["blue-word", "unused-suppression"])) == [])
        #expect(try found(text, Self.rules.selecting(without: ["unused-suppression"])) == [])
    }

    @Test func `the fix takes the line away`() throws {
        let text = "A green one.\r\n<!-- calque-off --> \r\nA green one.\r\n"
        let suggestion = try #require(try result(text).findings.first?.suggestions.first)
        var bytes = Array(text.utf8)
        bytes.replaceSubrange(suggestion.span.start..<suggestion.span.end, with: suggestion.replacement.utf8)
        #expect(String(decoding: bytes, as: UTF8.self) == "A green one.\r\nA green one.\r\n")
    }

    @Test func `a directive is no text: it parts blocks and counts no word`() throws {
        let article = try Article(
            name: "a", plainText: Array("One day\n<!-- calque-off -->\nit was over.\n<!-- calque-off".utf8))
        #expect(article.directives.map { article.string($0) } == ["<!-- calque-off -->"])
        #expect(article.blocks.map { article.string($0.span) } == ["One day", "it was over.", "<!-- calque-off"])
        #expect(article.words == 7)
    }

    @Test(.timeLimit(.minutes(1))) func `many directives take linear time`() throws {
        let text = String(
            repeating: "<!-- calque-off red-word -->\nA red one.\n<!-- calque-on -->\nA red one.\n\n", count: 20_000)
        let result = try result(text)
        #expect(result.findings.count == 20_000)
        #expect(result.suppressed.count == 20_000)
    }
}
