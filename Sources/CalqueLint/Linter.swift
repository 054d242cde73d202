import CalqueSyntax
import CalqueText

/// Lints one article after the other, in buffers that are reused: one a task.
public final class Linter {
    private let rules: [any Rule]
    private let checkers: [PatternChecker]
    private let configured: ConfigurationFilter
    private let analyzer: Analyzer

    public init(rules: RuleSet, configuration: Configuration = Configuration(), lexicon: Lexicon = .english) {
        self.rules = rules.rules
        configured = ConfigurationFilter(configuration)
        checkers = rules.patterns.map { PatternChecker($0, isEnabled: rules.isEnabled($0)) }
        analyzer = Analyzer(lexicon: lexicon)
    }

    /// The findings of an article that the filters keep, by place.
    public func lint(_ article: Article) -> [Finding] {
        analyzer.analyse(article) { analysis in
            var findings: [Finding] = []
            for rule in rules { rule.check(analysis, into: &findings) }
            for checker in checkers { checker.check(analysis, into: &findings) }
            configured.apply(to: &findings, in: article)
            return OverlapFilter.filter(findings)
        }
    }
}
