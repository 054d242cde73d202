import CalqueText

/// Applies the suggestions of findings to an article, again and again until none is left.
public struct Fixer {
    /// What came of it.
    public struct Outcome {
        /// The findings before anything was changed.
        public let before: LintResult
        /// The article as it is afterwards, and what is found in it.
        public let article: Article
        public let after: LintResult
        /// From the text before to the text afterwards.
        public let edits: TextEdits
        /// How many suggestions were applied.
        public let count: Int
    }

    /// So often suggestions are applied, since one may bring out another finding; rules that contradict each other must
    /// not go on for ever.
    public static let mostPasses = 10

    private let includesUnsafe: Bool

    /// - Parameter includesUnsafe: Whether the first suggestions of all findings are applied, not the safe ones only.
    public init(includesUnsafe: Bool) { self.includesUnsafe = includesUnsafe }

    /// - Parameters:
    ///   - lint: Finds what is to be mended; the edits are those made so far.
    public func fix(_ article: Article, lint: (Article, TextEdits) -> LintResult) -> Outcome {
        let before = lint(article, TextEdits())
        var current = article
        var result = before
        var edits = TextEdits()
        var count = 0
        for _ in 0..<Self.mostPasses {
            guard let (next, changes) = Self.apply(suggestions(result), to: current) else { break }
            edits = edits.followed(by: changes, count: article.text.count)
            count += changes.edits.count
            current = next
            result = lint(current, edits)
        }
        return Outcome(before: before, article: current, after: result, edits: edits, count: count)
    }

    /// How many suggestions of a pass are tried one by one.
    private static let mostTries = 100

    /// The article with those suggestions made that leave its markup as it is; nil where there are none.
    private static func apply(_ suggestions: [Suggestion], to article: Article) -> (Article, TextEdits)? {
        func result(_ edits: TextEdits) -> (Article, TextEdits)? {
            if edits.isEmpty { return nil }
            return (try? article.with(text: edits.applied(to: article.text))).map { ($0, edits) }
        }
        var edits = TextEdits()
        edits.add(suggestions, to: article.text)
        if let result = result(edits) { return result }
        let single = edits.edits.prefix(mostTries).map { TextEdits([$0]) }.filter { result($0) != nil }
        return result(TextEdits(single.flatMap(\.edits))) ?? single.first.flatMap { result($0) }
    }

    /// Where a sentence holds a finding that the baseline knows, nothing is changed: the baseline would know it no longer.
    private func suggestions(_ result: LintResult) -> [Suggestion] {
        result.findings.indices.compactMap { index in
            if result.keys.indices.contains(index), result.knownSentences.contains(result.keys[index].sentence) {
                return nil
            }
            let finding = result.findings[index]
            return finding.safeFix ?? (includesUnsafe ? finding.suggestions.first : nil)
        }
    }
}
