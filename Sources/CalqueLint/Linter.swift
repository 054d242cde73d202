import CalqueSyntax
import CalqueText

/// Lints one article after the other, in buffers that are reused: one a task.
public final class Linter {
    private let rules: [any Rule]
    private let checkers: [PatternChecker]
    private let analyzer: Analyzer

    public init(rules: RuleSet, lexicon: Lexicon = .english) {
        self.rules = rules.rules
        checkers = rules.patterns.map { PatternChecker($0, isEnabled: rules.isEnabled($0)) }
        analyzer = Analyzer(lexicon: lexicon)
    }

    /// The findings of an article that the overlap filter keeps, by place.
    public func lint(_ article: Article) -> [Finding] {
        analyzer.analyse(article) { analysis in
            var findings: [Finding] = []
            for rule in rules { rule.check(analysis, into: &findings) }
            for checker in checkers { checker.check(analysis, into: &findings) }
            return OverlapFilter.filter(findings)
        }
    }
}
