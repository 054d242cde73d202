import CalqueSyntax
import CalqueText

/// Lints one article after the other, in buffers that are reused: one a task.
public final class Linter {
    private let rules: [any Rule]
    private let checkers: [PatternChecker]
    private let configured: ConfigurationFilter
    private let running: Set<String>
    /// Whether all rules run that are on by default.
    private let isComplete: Bool
    private let minimumConfidence: Double?
    private let weighsArticle: Bool
    private let reportsUnused: Bool
    private let index: SelectionIndex
    private let analyzer: Analyzer
    private let explains: Bool

    /// - Parameters:
    ///   - minimumConfidence: 0 to 1; less certain findings are left out, whatever the configuration says. nil: as it
    ///     says, or as is usual.
    ///   - explains: Whether findings get their `explanation`.
    public init(
        rules: RuleSet, configuration: Configuration = Configuration(), minimumConfidence: Double? = nil,
        lexicon: Lexicon = .english, explains: Bool = false
    ) {
        self.explains = explains
        self.rules = rules.rules
        configured = ConfigurationFilter(configuration)
        self.minimumConfidence = minimumConfidence
        running = rules.running
        weighsArticle = !rules.isNamed
        index = SelectionIndex(rules.all)
        isComplete = index.onByDefault.isSubset(of: running)
        reportsUnused = running.contains(UnusedSuppression.description.id)
        checkers = rules.patterns.map {
            PatternChecker($0, isEnabled: rules.isEnabled($0), explains: explains)
        }
        analyzer = Analyzer(lexicon: lexicon)
    }

    /// The findings of an article that the filters keep, by place.
    public func lint(_ article: Article) -> [Finding] { check(article).findings }

    /// The findings of an article, and what was decided about others.
    ///
    /// The order of the filters: the configuration gives severities and takes out what it calls right; directives
    /// suppress; of what overlaps one is chosen; the article is weighed, and what is too doubtful left out; what the baseline knows is left out.
    ///
    /// - Parameter known: What a baseline knows of the article; nil where none counts.
    public func check(_ article: Article, known: [Baseline.Key: Int]? = nil) -> LintResult {
        analyzer.analyse(article) { analysis in
            var findings: [Finding] = []
            for rule in rules { rule.check(analysis, into: &findings) }
            for checker in checkers { checker.check(analysis, into: &findings) }
            configured.apply(to: &findings, in: analysis.article)
            if explains {
                for index in findings.indices where findings[index].explanation == nil {
                    findings[index].explanation = Explanation(of: findings[index].span, analysis)
                }
            }
            if let map = analysis.map { findings = findings.compactMap { $0.inSource(map, analysis.article) } }
            var result = LintResult()
            if !article.directives.isEmpty {
                var suppressions = Suppressions(article, index)
                result.suppressed = suppressions.apply(to: &findings)
                if reportsUnused {
                    var unused = suppressions.findings(running: running, isComplete: isComplete)
                    configured.apply(to: &unused, in: article)
                    findings += unused
                }
            }
            result.findings = OverlapFilter.filter(findings)
            if weighsArticle { ArticleEvidence.weigh(&result.findings, words: article.words) }
            configured.leaveOutUncertain(&result.findings, least: minimumConfidence)
            if let known { result.leaveOut(known, analysis, article) }
            return result
        }
    }
}
