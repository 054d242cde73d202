import CalqueText

/// Runs the examples of rules: each `bad` one must give its marked spans, each `good` and `missed` one nothing.
///
/// Each example is run as it stands, and again where positions or neighbours could mislead a rule: see `Variant`. Only
/// findings of the rule itself count, so that rules need not know each other.
public enum RuleExamples {
    /// Where an example is put.
    public enum Variant: String, Sendable, CaseIterable {
        case asItStands = "as it stands"
        /// Behind a sentence of an emoji and a Cyrillic word, whose own findings do not count.
        case behindEmoji = "behind an emoji and a Cyrillic word"
        case asSecondParagraph = "as the second paragraph"
        case withCRLF = "with CRLF"

        /// What stands before the example.
        var prefix: String {
            switch self {
            case .asItStands, .withCRLF: ""
            case .behindEmoji: "🙂 Привет! "
            case .asSecondParagraph: "The talks went on for two days and ended late at night without a result.\n\n"
            }
        }
    }

    /// An example that did not come out as its rule says.
    public struct Failure: Sendable, CustomStringConvertible {
        public let rule: String
        /// "bad", "good" or "missed", and its number from 1: "bad 2".
        public let example: String
        public let variant: Variant
        public let message: String

        public var description: String { "\(rule), \(example) (\(variant.rawValue)): \(message)" }
    }

    /// What is wrong with the examples of the rules named, or of all in the set.
    public static func check(_ set: RuleSet, only ids: [String]? = nil, variants: [Variant] = Variant.allCases)
        -> [Failure]
    {
        let wanted = ids.map(Set.init)
        var failures: [Failure] = []
        for description in set.descriptions
        where wanted?.contains(description.id) ?? true {
            guard let selection = try? set.selecting(only: [description.id]) else { continue }
            failures += check(description, Linter(rules: selection), variants: variants)
        }
        return failures
    }

    /// What is wrong with the examples of one rule, linted by a linter that has the rule.
    public static func check(
        _ description: RuleDescription, _ linter: Linter, variants: [Variant] = Variant.allCases
    ) -> [Failure] {
        var failures: [Failure] = []
        let groups = [("bad", description.bad), ("good", description.good), ("missed", description.missed)]
        for (kind, examples) in groups {
            for (number, example) in examples.enumerated() {
                for variant in variants {
                    guard let message = failure(description, linter, example, variant) else { continue }
                    failures.append(
                        Failure(
                            rule: description.id, example: "\(kind) \(number + 1)", variant: variant, message: message))
                }
            }
        }
        return failures
    }

    private static func failure(
        _ description: RuleDescription, _ linter: Linter, _ example: String, _ variant: Variant
    ) -> String? {
        var source = variant.prefix + example
        if variant == .withCRLF { source = crlf(source) + "\r\n" }
        let marked: MarkedText
        let article: Article
        do {
            marked = try MarkedText(source)
            article = try Article(name: "example", plainText: Array(marked.text.utf8))
        } catch {
            return "The example cannot be read: \(error)."
        }
        let start = variant.prefix.utf8.count
        let findings = linter.lint(article).filter { $0.rule.id == description.id && $0.span.end > start }
        let found = findings.map(\.span).sorted()
        if found == marked.marks { return nil }
        func list(_ spans: [Span]) -> String {
            spans.isEmpty
                ? "nothing"
                : spans.map { "“\(article.string($0))” (bytes \($0.start)–\($0.end))" }.joined(separator: ", ")
        }
        return "found \(list(found)) instead of \(list(marked.marks)) in: \(marked.text)"
    }

    private static func crlf(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if scalar == "\n", last != "\r" { view.append("\r") }
            view.append(scalar)
            last = scalar
        }
        return String(view)
    }
}
