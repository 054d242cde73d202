import Testing

@testable import CalqueLint
@testable import CalqueText

/// Fixes that bring out others.
@Suite struct FixerTests {
    private static let rule = RuleDescription(
        id: "repeated-word", name: "", family: .loops, summary: "", rationale: "", mqm: "", severity: .minor, bad: [],
        good: [], hasSafeFix: true)
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

    private static let pieces = [
        "the ", "ferry", ".", " ", "\n", "\n\n", "*", "**", "_", "~~", "`", "[", "](u)", "![", "> ", "- ", "# ", "| ",
        "|---|\n",
        "&amp;", "\\*", "<b>", "<https://e.org>", "é",
    ]

    @Test func `fixes in Markdown never change the markup`() throws {
        var seed: UInt64 = 3
        func next(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        let segmenter = Segmenter()
        var fixes = 0
        for round in 0..<400 {
            let text = (0..<(1 + round % 30)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
            let article = try Article(name: "a.md", Array(text.utf8), format: .markdown)
            let before = try #require(article.reading)
            var passes = 0
            let outcome = Fixer(includesUnsafe: true).fix(article) { article, _ in
                passes += 1
                guard passes < 3, let reading = article.reading else { return LintResult() }
                var segmentation = Segmentation()
                segmenter.segment(reading.article, into: &segmentation)
                let findings = segmentation.tokens.compactMap { token -> Finding? in
                    let replacement = ["", "*", "x y", "`", "](", "\n\n", "> ", "_a_"][next(8)]
                    let span = next(3) == 0 ? Span(token.span.end, token.span.end) : token.span
                    let suggestion = Suggestion(span: span, replacement: replacement)
                    return next(3) == 0
                        ? Finding(rule: Self.rule, span: token.span, message: "", suggestions: [suggestion])
                            .inSource(reading.map, reading.article) : nil
                }
                return LintResult(findings: findings)
            }
            let after = try #require(outcome.article.reading)
            #expect(after.map.markup(of: outcome.article.text) == before.map.markup(of: article.text), "\(text)")
            #expect(outcome.edits.applied(to: article.text) == outcome.article.text)
            #expect(after.article.blocks.count == before.article.blocks.count)
            fixes += outcome.count
        }
        #expect(fixes > 100)
    }
}
