import CalqueSyntax
import CalqueText

/// One pattern to be searched for: what `calque search` runs. One a task.
public final class Search {
    /// The labels of the pattern, in the order of `PatternMatch.labels`.
    public let labels: [String]
    private let matcher: PatternMatcher

    /// Compiles a pattern.
    ///
    /// - Parameters:
    ///   - lists: Rule files and word lists that `[class="…"]` may name; rules among them do not matter.
    /// - Throws: `RuleError` with line and column in the pattern, and what to write instead.
    public init(_ pattern: String, lexicon: Lexicon = .english, lists: [RuleText] = []) throws(RuleError) {
        let reader = WordReader()
        var words: [String: [String]] = [:]
        for file in lists where file.isList {
            let (list, errors) = WordList.read(file, reader)
            if let error = errors.first { throw error }
            words[file.stem] = list
        }
        var compiler = PatternCompiler(lexicon: lexicon, reader: reader, lists: words)
        let code = try compiler.compile(SourceText(pattern))
        labels = code.labels
        let description = RuleDescription(
            id: "search", name: "", family: .calques, summary: "", rationale: "", mqm: "", severity: .minor, bad: [],
            good: [])
        let rule = CompiledRule(
            description: description, patterns: [code], unless: [], message: "", fixes: [], confidence: 1)
        let bytes = ProgramWriter.write(
            [rule], atoms: compiler.atoms.atoms, lists: words, fingerprint: lexicon.fingerprint)
        matcher = PatternMatcher(RuleProgram(bytes) ?? .empty, isEnabled: [true])
    }

    /// All matches in an article, by place.
    public func matches(in analysis: borrowing Analysis) -> [PatternMatch] {
        var matches: [PatternMatch] = []
        matcher.match(analysis) { matches.append($0) }
        return matches
    }
}
