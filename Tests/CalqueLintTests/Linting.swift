import CalqueLint
import CalqueSyntax
import CalqueText

extension Search {
    /// What is reported in a text, by place.
    func spans(in text: String) throws -> [Span] {
        let article = try Article(name: "text", plainText: Array(text.utf8))
        return Analyzer().analyse(article) { analysis in
            matches(in: analysis).map { analysis.span($0.reported.lowerBound...($0.reported.upperBound - 1)) }.sorted()
        }
    }

    /// What is reported in a text, as it is written.
    func strings(in text: String) throws -> [String] {
        let bytes = Array(text.utf8)
        return try spans(in: text).map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    }
}

/// The findings of pattern rules in a text.
func lint(_ text: String, _ rules: PatternRules) throws -> [Finding] {
    Linter(rules: RuleSet(rules: [], patterns: [rules])).lint(try Article(name: "text", plainText: Array(text.utf8)))
}

/// What a pattern finds in a text.
func found(_ pattern: String, in text: String) throws -> [String] { try Search(pattern).strings(in: text) }

/// The error that a pattern gets, with line and column.
func error(of pattern: String) -> String? {
    do {
        _ = try Search(pattern)
        return nil
    } catch {
        return error.description
    }
}

/// A rule file under the name that its id wants.
func ruleFile(_ text: String, named name: String = "test-rule", folder: String = "en/calques") -> RuleText {
    RuleText(path: "\(name).yml", relativePath: "\(folder)/\(name).yml", bytes: Array(text.utf8))
}

/// What is wrong in rule files.
func errors(_ files: RuleText...) -> [String] {
    do {
        _ = try PatternRules.compile(files)
        return []
    } catch {
        return error.errors.map(\.description)
    }
}
