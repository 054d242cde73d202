import CalqueLint
import CalqueText
import Testing

struct RuleFileTests {
    /// A file of the rule `test-rule` with one line changed, or more added.
    private func file(replacing old: String = "", with new: String = "", adding more: String = "") -> RuleText {
        var text = """
            id: test-rule
            name: Test
            family: calques
            summary: A test.
            rationale: |
              For a test.
            mqm: Fluency
            severity: minor
            pattern: |
              a:the << newspaper >>
            message: |
              “{match}” behind “{a}”.
            bad:
              - |
                the [[newspaper]]
            good:
              - |
                a newspaper

            """
        if !old.isEmpty, let range = text.range(of: old) { text.replaceSubrange(range, with: new) }
        return ruleFile(text + more)
    }

    @Test func `a file in order compiles`() {
        #expect(errors(file()) == [])
    }

    @Test(arguments: [
        ("name: Test", "nmae: Test", "test-rule.yml:2:1: There is no key “nmae”. Did you mean “name”?"),
        ("name: Test\n", "", "test-rule.yml:1:1: The key “name” is missing."),
        (
            "name: Test", "name: Test\nname: Again",
            "test-rule.yml:3:1: The key “name” stands twice; it stood on line 2 before."
        ),
        (
            "id: test-rule", "id: Test_Rule",
            "test-rule.yml:1:5: An id is small letters and digits with single hyphens between words: “told-that”, not “Test_Rule”."
        ),
        (
            "id: test-rule", "id: other-rule",
            "test-rule.yml:1:5: The file of the rule “other-rule” must be called other-rule.yml, not test-rule.yml."
        ),
        (
            "family: calques", "family: calque",
            "test-rule.yml:3:9: “family” cannot be “calque”. Did you mean “calques”? It is one of: names, verbs,"
        ),
        (
            "severity: minor", "severity: note",
            "test-rule.yml:8:11: “severity” cannot be “note”. It is one of: minor, major, critical."
        ),
        (
            "pattern: |\n  a:the << newspaper >>", "pattern: the newspaper",
            "test-rule.yml:9:10: “pattern” stands in a literal block: write “pattern: |”, and the text on the next line, indented."
        ),
        (
            "  - |\n    the [[newspaper]]", "  - the newspaper",
            "test-rule.yml:14:5: “bad” stands in a literal block: write “- |”, and the text on the next line, indented."
        ),
        (
            "bad:\n  - |\n    the [[newspaper]]", "bad: |\n  the [[newspaper]]",
            "test-rule.yml:13:6: “bad” is a sequence of literal blocks: lines “- |”, and the text below, indented."
        ),
        (
            "the [[newspaper]]", "the newspaper",
            "test-rule.yml:15:5: A bad example needs “[[” and “]]” around the part that is reported."
        ),
        ("the [[newspaper]]", "the [[newspaper", "test-rule.yml:15:9: “[[” has no “]]” behind it."),
        (
            "a newspaper", "a [[newspaper]]",
            "test-rule.yml:18:5: In “good” nothing is marked: take “[[” and “]]” away, or move the example to “bad”."
        ),
        (
            "<< newspaper >>", "<< [lema=\"newspaper\"] >>",
            "test-rule.yml:10:13: There is no attribute “lema”. Did you mean “lemma”?"
        ),
        (
            "behind “{a}”", "behind “{b}”",
            "test-rule.yml:12:22: No label “b” stands in every pattern of the rule."
        ),
        (
            "behind “{a}”", "behind “{a.plurl}”",
            "test-rule.yml:12:22: “plurl” is nothing that can be done with a label. Did you mean “plural”?"
        ),
        ("behind “{a}”", "behind {a", "test-rule.yml:12:20: “{” is not closed; the brace itself is “{{”."),
        (
            "name: Test", "name: &x Test",
            "test-rule.yml:2:7: An anchor (&) stands here; it is of no use. If a “&” is meant, put the text in a literal block (“|”)."
        ),
        (
            "name: Test", "name: *x",
            "test-rule.yml:2:7: An alias (*) stands here: write the text out. If a “*” is meant, put the text in a literal block (“|”)."
        ),
        (
            "name: Test", "name: !!str Test",
            "test-rule.yml:2:7: A tag (!) stands here; values have no types. If a “!” is meant, put the text in a literal block (“|”)."
        ),
        (
            "name: Test", "name: a: b",
            "test-rule.yml:2:8: A “: ” stands within a value. Put the value in a literal block: “|” behind the key, the text on the next line, indented."
        ),
        (
            "name: Test", "name: \tTest\n\tx: y",
            "test-rule.yml:3:1: No value can begin with this character (a tab, @, ` or %). Indent with spaces; put texts in a literal block (“|”)."
        ),
        ("name: Test", "name: [a", "test-rule.yml:"),
        (
            "pattern: |", "patterns: |",
            "test-rule.yml:9:11: “patterns” is a sequence of literal blocks: lines “- |”, and the text below, indented."
        ),
    ])
    func `what is wrong in a file is told with its place`(old: String, new: String, message: String) {
        let errors = errors(file(replacing: old, with: new))
        #expect(errors.contains { $0.hasPrefix(message) }, "\(errors)")
    }

    @Test func `all that is wrong in all files is told at once`() {
        let first = file(replacing: "severity: minor", with: "severity: bad\ncolour: red")
        let second = ruleFile("id: second\n", named: "second")
        let errors = errors(first, second)
        #expect(errors.count { $0.hasPrefix("test-rule.yml") } == 2)
        #expect(errors.count { $0.hasPrefix("second.yml") } == 10)
    }

    @Test func `a second document, a list, an empty file and bytes that are no text are refused`() {
        #expect(errors(ruleFile("id: a\n---\nid: b\n")).first?.contains("write one rule a file") == true)
        #expect(errors(ruleFile("- a\n")).first?.contains("A rule is a mapping") == true)
        #expect(errors(ruleFile("")).first?.contains("The file is empty") == true)
        var broken = file()
        broken.bytes.insert(0xFF, at: 20)
        #expect(errors(broken).first?.hasPrefix("test-rule.yml:2:7: The file is not UTF-8 text") == true)
        var control = file()
        control.bytes.insert(0x07, at: 20)
        #expect(errors(control).count == 1)
    }

    @Test func `nested values cannot bring the reader down`() {
        let deep = String(repeating: "[", count: 10_000)
        #expect(errors(ruleFile("id: " + deep)).count == 1)
        let braces = String(repeating: "{a: ", count: 10_000)
        #expect(errors(ruleFile("id: " + braces)).count == 1)
    }

    @Test func `ids are used once, and not those of built-in rules`() throws {
        let copy = RuleText(path: "x/test-rule.yml", relativePath: "en/names/test-rule.yml", bytes: file().bytes)
        #expect(errors(file(), copy).contains { $0.contains("The rule “test-rule” stands in") })
        do {
            _ = try PatternRules.compile([file()], taken: ["test-rule"])
            Issue.record("compiled")
        } catch {
            #expect(
                error.description
                    == "test-rule.yml:1:5: There is a built-in rule “test-rule”. Give this one another id.")
        }
    }

    @Test func `a label that only one of two patterns has cannot stand in the message`() {
        let text = file(
            replacing: "pattern: |\n  a:the << newspaper >>",
            with: "patterns:\n  - |\n    a:the << newspaper >>\n  - |\n    that << newspaper >>")
        #expect(errors(text).first?.contains("No label “a” stands in every pattern of the rule.") == true)
    }

    @Test func `a rule asks tagger and parser`() throws {
        let text = file(replacing: "a:the << newspaper >>", with: "a:[deprel=\"det\"] << newspaper >>")
        let rules = try PatternRules.compile([text])
        #expect(try lint("They read the newspaper.", rules).count == 1)
        #expect(try lint("They read old newspaper stories.", rules).isEmpty)
        let wrong = file(replacing: "a:the << newspaper >>", with: "a:[deprel=\"dett\"] << newspaper >>")
        #expect(errors(wrong).first?.contains("“dett” is no value of “deprel”. Did you mean “det”?") == true)
    }

    @Test func `words of lists are found in any case, and wrong lines are told`() throws {
        let list = RuleText(
            path: "lists/papers.txt", relativePath: "en/lists/papers.txt",
            bytes: Array("# papers\ngazette\nherald # old\n".utf8))
        let rule = file(replacing: "<< newspaper >>", with: "<< [class=\"papers\"] >>")
        let rules = try PatternRules.compile([rule, list])
        #expect(try lint("He read the Herald and the gazette, the book.", rules).count == 2)
        let wrong = RuleText(
            path: "lists/papers.txt", relativePath: "en/lists/papers.txt", bytes: Array("gazette\nnew herald\n".utf8))
        #expect(
            errors(rule, wrong) == [
                "lists/papers.txt:2:1: A line of a word list is one token; “new herald” is 2: “new”, “herald”."
            ])
        let taken = RuleText(path: "lists/given.txt", relativePath: "en/lists/given.txt", bytes: Array("x\n".utf8))
        #expect(errors(file(), taken).first?.contains("“given” is a class of the lexicon") == true)
    }

    @Test func `what unless finds beside a match keeps it quiet`() throws {
        let rules = try PatternRules.compile([file(adding: "unless:\n  - |\n    newspaper of\n  - |\n    read the\n")])
        #expect(try lint("In the newspaper he saw it.", rules).count == 1)
        #expect(try lint("In the newspaper of today he saw it.", rules).isEmpty)
        #expect(try lint("He read the newspaper.", rules).isEmpty)
        // Beside, but without a common token.
        #expect(try lint("He read it, the newspaper.", rules).count == 1)
    }

    @Test func `message and fix are made of the words as they stand`() throws {
        let fixes = """
            fix:
              - |
                {a.upper} {match.title}
              - |
                journal {{{a}}}

            """
        let rules = try PatternRules.compile([
            file(replacing: "<< newspaper >>", with: "<< Newspaper >>", adding: fixes)
        ])
        let finding = try #require(try lint("He saw The Newspaper.", rules).first)
        #expect(finding.message == "“Newspaper” behind “The”.")
        #expect(finding.suggestions.map(\.replacement) == ["THE Newspaper", "Journal {The}"])
    }

    @Test func `the page of a rule is its file`() throws {
        let rules = try PatternRules.compile([
            RuleText(
                path: "x", relativePath: "ru-en/calques/test-rule.yml",
                bytes: file(adding: "default: off\nprecision: 0.75 (n = 12)\nmissed:\n  - |\n    one\n\n    two\n")
                    .bytes)
        ])
        let description = try #require(rules.description(of: "test-rule"))
        #expect(description.sourceLanguages == ["ru"])
        #expect(!description.isOnByDefault)
        #expect(description.precision == "0.75 (n = 12)")
        #expect(description.missed == ["one\n\ntwo"])
        #expect(description.rationale == "For a test.")
        let selection = try RuleSet(rules: [], patterns: [rules]).selecting(only: ["test-rule"])
        let finding = try #require(
            Linter(rules: selection).lint(try Article(name: "x", plainText: Array("the newspaper".utf8))).first)
        #expect(finding.confidence == 0.75)
        #expect(finding.rule === description)
    }
}
