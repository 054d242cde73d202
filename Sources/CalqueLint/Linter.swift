import CalqueSyntax
import CalqueText

/// Lints one article after the other, in buffers that are reused: one a task.
public final class Linter {
    private let rules: RuleSet
    private let analyzer: Analyzer

    public init(rules: RuleSet, lexicon: Lexicon = .english) {
        self.rules = rules
        analyzer = Analyzer(lexicon: lexicon)
    }

    /// The findings of an article that the overlap filter keeps, by place.
    public func lint(_ article: Article) -> [Finding] {
        analyzer.analyse(article) { analysis in
            var findings: [Finding] = []
            for rule in rules.rules { rule.check(analysis, into: &findings) }
            return OverlapFilter.filter(findings)
        }
    }
}
