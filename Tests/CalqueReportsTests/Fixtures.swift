import CalqueLint
import CalqueText

@testable import CalqueReports

/// Rules that exist only here, so that these tests do not depend on what the real ones find.
enum SampleRule {
    static let name = rule("sample-lowercase-name", "Name in lower case", .names, .major)
    static let agency = rule("sample-half-name", "Half-capitalised name", .names, .minor)
    static let script = rule("sample-foreign-script", "Word in a foreign script", .residue, .critical)
    static let twice = rule("sample-repeated-word", "Repeated word", .loops, .major)
    static let garbled = rule("sample-garbled", "Garbled stretch", .order, .major)
    static let quotes = rule("sample-spaced-quotes", "Spaced quotation marks", .punctuation, .minor)

    static func rule(_ id: String, _ name: String, _ family: Family, _ severity: Severity) -> RuleDescription {
        RuleDescription(
            id: id, name: name, family: family, summary: "Reports a fault for the tests.",
            rationale: "A rule of the **tests**:\n\n- `one` <reason>\n- another\n\nIt keeps quiet elsewhere.",
            mqm: "Fluency/Grammar", severity: severity, bad: ["A [[bad]] example & more."], good: ["A good one."],
            missed: ["One that is missed."], precision: "0.93 (n = 120)")
    }
}

/// An article given as text.
func article(_ text: String, name: String = "story.txt") throws -> Article {
    try Article(name: name, plainText: Array(text.utf8))
}

extension Article {
    /// A finding at the n-th place (from 1) where the words stand.
    func finding(
        _ rule: RuleDescription, _ words: String, nth: Int = 1, message: String = "This is the evidence.",
        fixes: [String] = []
    ) -> Finding {
        let needle = Array(words.utf8)
        var seen = 0
        for start in text.indices where text[start...].starts(with: needle) {
            seen += 1
            if seen == nth {
                let span = Span(start, start + needle.count)
                return Finding(
                    rule: rule, span: span, message: message,
                    suggestions: fixes.map { Suggestion(span: span, replacement: $0) })
            }
        }
        return Finding(rule: rule, span: Span(0, 0), message: "The words of the test do not stand in the text.")
    }
}

func result(_ article: Article, _ findings: [Finding]) -> ArticleResult {
    ArticleResult(article: article, findings: findings, words: article.words)
}

extension [UInt8] {
    var string: String { String(decoding: self, as: UTF8.self) }
}
