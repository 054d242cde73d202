import CalqueLint
import CalqueText
import Testing

/// Reading configuration files, and what they do to findings.
@Suite struct ConfigurationTests {
    /// A rule that reports a word, whatever it stands in.
    private static func rule(_ id: String, _ word: String, family: String = "calques", isOn: Bool = true) -> String {
        """
        id: \(id)
        name: A word
        family: \(family)
        summary: A word is reported.
        rationale: |
          For the tests.
        mqm: Style
        severity: minor
        default: \(isOn ? "on" : "off")
        pattern: |
          \(word)
        message: |
          “{match}” stands here.
        bad:
          - |
            Here is the [[\(word)]].
        good:
          - |
            Here it is not.

        """
    }

    private static let rules: RuleSet = {
        let files = [
            ("red-word", "red", "calques", true), ("blue-word", "blue", "calques", true),
            ("quiet-word", "quiet", "loops", false),
        ].map { id, word, family, isOn in
            RuleText(
                path: "\(id).yml", relativePath: "\(id == "blue-word" ? "de-en" : "en")/\(family)/\(id).yml",
                bytes: Array(rule(id, word, family: family, isOn: isOn).utf8))
        }
        return RuleSet(rules: [], patterns: [(try? PatternRules.compile(files)) ?? .none])
    }()

    private func read(_ files: [String: String], _ path: String = ".calque.yml") throws(RuleErrors) -> ConfigurationFile
    {
        try ConfigurationFile.read(path, rules: Self.rules) { name throws(UnreadableFile) in
            guard let text = files[name] else { throw UnreadableFile(reason: "there is no such file or folder") }
            return Array(text.utf8)
        }
    }

    private func errors(_ text: String, _ others: [String: String] = [:]) -> [String] {
        do {
            _ = try read(others.merging([".calque.yml": text]) { $1 })
            return []
        } catch {
            return error.errors.map(\.description)
        }
    }

    /// What is reported of a text, each with its severity.
    private func found(_ configuration: String, _ text: String, in path: String = "a.txt") throws -> [String] {
        let configuration = try read([".calque.yml": configuration]).configuration(of: path)
        let rules = try Self.rules.selecting(configuration: configuration)
        let article = try Article(name: path, plainText: Array(text.utf8))
        return Linter(rules: rules, configuration: configuration).lint(article).map {
            "\(article.string($0.span)) \($0.severity.name)"
        }
    }

    private static let text = "The red door, the blue door and the quiet street.\n"

    @Test(arguments: [
        ("", ["red minor", "blue minor"]), ("# nothing\n", ["red minor", "blue minor"]),
        ("rules:\n  red-word: off\n", ["blue minor"]),
        ("rules:\n  red-word: critical\n", ["red critical", "blue minor"]),
        ("rules:\n  quiet-word: on\n", ["red minor", "blue minor", "quiet minor"]),
        ("rules:\n  quiet-word: major\n", ["red minor", "blue minor", "quiet major"]),
        ("rules:\n  loops: major\n", ["red minor", "blue minor"]),
        ("rules:\n  red-word: on\n  calques: off\n  all: on\n", ["red minor", "quiet minor"]),
        ("rules:\n  red-word: {severity: major, min-confidence: 0.99}\n", ["blue minor"]),
        ("min-confidence: 0.99\n", []), ("source: ru\n", ["red minor"]),
        ("source: [ru, de]\n", ["red minor", "blue minor"]),
        ("source: ru\nrules:\n  blue-word: on\n", ["red minor", "blue minor"]),
        ("dialect: uk\n", ["red minor", "blue minor"]),
    ])
    func `rules, severities and languages are chosen`(configuration: String, expected: [String]) throws {
        #expect(try found(configuration, Self.text) == expected)
    }

    @Test(arguments: [
        ("names: the red door", []), ("names: [the red, the redcoat]", []), ("names: the Red door", ["red minor"]),
        ("names: red doo", ["red minor"]), ("names: he red", ["red minor"]), ("names: door", ["red minor"]),
        ("terms: red   door", []), ("ignore-text: r.d", []), ("ignore-text: r", ["red minor"]),
        ("rules: {red-word: {terms: red}}", []), ("rules: {blue-word: {terms: red}}", ["red minor"]),
        ("rules: {red-word: {ignore-text: '[a-z]+'}}", []), ("rules: {calques: {terms: red door}}", []),
    ])
    func `names, terms and expressions are right`(configuration: String, expected: [String]) throws {
        #expect(try found(configuration, "They saw the red\r\ndoor again.\n") == expected)
    }

    @Test func `a term is right with a capital too, and before an apostrophe; a name is not`() throws {
        #expect(try found("terms: red’s", "Red is red.\n") == ["Red minor", "red minor"])
        #expect(try found("terms: red", "Red is red’s.\n") == [])
        #expect(try found("names: red", "Red is red's.\n") == ["Red minor"])
    }

    @Test func `an expression sees the words around as well`() throws {
        #expect(try found(#"ignore-text: '#\w+'"#, "They wrote #red and red.\n") == ["red minor"])
    }

    @Test func `sections count for the articles that their globs match, later ones more`() throws {
        let configuration = """
            rules: {red-word: major}
            sections:
              - files: [sport/, "!sport/cup.txt"]
                rules: {red-word: off}
                names: blue
              - files: "*.wire"
                rules: {red-word: critical}

            """
        #expect(try found(configuration, Self.text, in: "a.txt") == ["red major", "blue minor"])
        #expect(try found(configuration, Self.text, in: "sport/2024/a.txt") == [])
        #expect(try found(configuration, Self.text, in: "sport/cup.txt") == ["red major", "blue minor"])
        #expect(try found(configuration, Self.text, in: "sport/a.wire") == ["red critical"])
    }

    @Test func `what is extended counts less, and lists grow`() throws {
        let files = [
            "desk/.calque.yml":
                "names: own\nrules: {red-word: major}\nextends: [../house.yml, /etc/calque.yml]\nignore: old/\n",
            "desk/../house.yml": "names: house\nrules: {red-word: off, blue-word: off}\nsource: ru\nignore: '*.bak'\n",
            "/etc/calque.yml": "source: de\n",
        ]
        let file = try read(files, "desk/.calque.yml")
        let configuration = file.configuration(of: "a.txt")
        #expect(configuration.names.map(\.value) == ["house", "own"])
        #expect(configuration.names.map(\.origin.description) == ["desk/../house.yml:1", "desk/.calque.yml:1"])
        #expect(configuration.rules["red-word"]?.isOn?.value == true)
        #expect(configuration.rules["red-word"]?.severity?.value == .major)
        #expect(configuration.rules["blue-word"]?.isOn?.value == false)
        #expect(configuration.rules["blue-word"]?.isOn?.origin.description == "desk/../house.yml:2")
        #expect(configuration.sources?.value == ["de"])
        #expect(file.ignored.count == 2)
    }

    @Test(arguments: [
        ("ruls: {}", "1:1: There is no key “ruls”. Did you mean “rules”?"),
        ("source: ru\nnames: [a]\ntemrs: [a]", "3:1: There is no key “temrs”. Did you mean “terms”?"),
        (
            "files: a",
            "1:1: The key “files” cannot stand here. There are: extends, ignore, source, dialect, min-confidence, rules, names, terms, ignore-text, sections."
        ),
        ("red-word: off", "1:1: “red-word” is a rule or family: it stands under “rules:”, indented."),
        ("rules:\n  red-wrod: off", "2:3: There is no rule and no family “red-wrod”. Did you mean “red-word”?"),
        (
            "rules:\n  red-word: of",
            "2:13: “of” cannot stand here. Did you mean “on”? It is one of: on, off, minor, major, critical."
        ),
        ("rules:\n  red-word: off\n  red-word: on", "3:3: “red-word” stands twice; it stood on line 2 before."),
        ("rules:\n  red-word: {severty: off}", "2:14: There is no key “severty”. Did you mean “severity”?"),
        ("rules: off", "1:8: “rules” is a mapping: below it lines “rule: off”, indented."),
        ("names: {a: b}", "1:8: “names” is a text, or a sequence of texts: lines “- text” below it."),
        ("names: ''", "1:8: “names” is empty; leave the key away, or write what belongs there."),
        ("names: a\nnames: b", "2:1: The key “names” stands twice; it stood on line 1 before."),
        (
            "source: russian",
            "1:9: “russian” is no language code: write two small letters (ISO 639-1), such as ru, de or zh."
        ),
        ("dialect: gb", "1:10: “gb” cannot stand here. It is one of: uk, us."),
        ("min-confidence: 2", "1:17: “min-confidence” is a number from 0 to 1."),
        ("ignore: '#'", "1:9: “#” is no pattern for files."),
        ("ignore-text: 'a(b'", "1:14: “a(b” is no regular expression: it goes wrong at character 4."),
        ("extends: no.yml", "1:10: “no.yml” cannot be read: there is no such file or folder."),
        ("extends: .calque.yml", "1:10: “.calque.yml” extends this file, and cannot be extended by it."),
        ("sections: a", "1:11: “sections” is a sequence: lines “- files: …”, and below the settings, indented."),
        ("sections:\n  - rules: {}", "2:5: The section has no “files”: say which articles it is for."),
        (
            "sections:\n  - files: a\n    extends: b",
            "3:5: The key “extends” cannot stand here. There are: files, source, dialect, min-confidence, rules, names, terms, ignore-text."
        ),
        ("- a", "1:1: A configuration is a mapping: lines of “key: value”."),
        (
            "a: &x b",
            "1:4: An anchor (&) stands here; it is of no use. If a “&” is meant, put the text in a literal block (“|”)."
        ),
        ("source: ru\n---\nsource: de", "2:1: A second document begins here: write one configuration a file."),
    ])
    func `what is wrong is told by file, line and column`(text: String, message: String) {
        #expect(errors(text) == [".calque.yml:" + message])
    }

    @Test func `all that is wrong is told, in all files`() {
        let found = errors("extends: b.yml\nnmes: a\n", ["b.yml": "dialect: x\nsource: y\n"])
        #expect(found.count == 3)
        #expect(found.contains("b.yml:1:10: “x” cannot stand here. It is one of: uk, us."))
    }

    @Test func `files that extend each other are refused`() {
        let found = errors("extends: b.yml\n", ["b.yml": "extends: c.yml\n", "c.yml": "extends: b.yml\n"])
        #expect(found == ["c.yml:1:10: “b.yml” extends this file, and cannot be extended by it."])
    }
}
