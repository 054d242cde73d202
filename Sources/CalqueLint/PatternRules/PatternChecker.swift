import CalqueSyntax
import CalqueText

/// Turns what the patterns of a program find into findings. One a task.
final class PatternChecker {
    private let program: RuleProgram
    private let matcher: PatternMatcher
    private let explains: Bool
    /// What findings of a pattern say, once it has found something.
    private var known: [Int: Texts] = [:]

    private struct Texts {
        var description: RuleDescription
        var labels: [String]
        var message: Template?
        var fixes: [Template]
        var confidence: Double
    }

    /// - Parameter isEnabled: For each rule of the program whether it runs.
    init(_ rules: PatternRules, isEnabled: [Bool], explains: Bool) {
        self.explains = explains
        program = rules.program
        matcher = PatternMatcher(rules.program, isEnabled: isEnabled)
    }

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        var matches: [PatternMatch] = []
        matcher.match(analysis) { matches.append($0) }
        for match in matches {
            var finding = finding(match, analysis)
            if explains { finding.explanation = matcher.explanation(of: match, analysis) }
            findings.append(finding)
        }
    }

    private func finding(_ match: PatternMatch, _ analysis: borrowing Analysis) -> Finding {
        let texts = texts(ofPattern: match.pattern)
        let article = analysis.article
        let span = Self.span(match.reported, analysis)
        var values = ["match": article.string(span)]
        for (label, tokens) in zip(texts.labels, match.labels) {
            if let tokens, !tokens.isEmpty { values[label] = article.string(Self.span(tokens, analysis)) }
        }
        let lexicon = analysis.lexicon
        let isCapitalised =
            !texts.fixes.isEmpty && values["match"]?.first { $0.isLetter || $0.isNumber }?.isUppercase ?? false
        let suggestions = texts.fixes.map { fix in
            let text = fix.render(lexicon) { values[$0] }
            return Suggestion(span: span, replacement: isCapitalised ? Self.capitalised(text) : text)
        }
        return Finding(
            rule: texts.description, span: span, message: texts.message?.render(lexicon) { values[$0] } ?? "",
            suggestions: suggestions, confidence: texts.confidence)
    }

    private func texts(ofPattern pattern: Int) -> Texts {
        if let texts = known[pattern] { return texts }
        let rule = Int(program.pattern(pattern, .rule))
        let labels = program.labels(ofPattern: pattern)
        let texts = Texts(
            description: program.description(rule), labels: labels,
            message: try? Template(program.message(rule), labels: labels),
            fixes: program.fixes(rule).compactMap { try? Template($0, labels: labels) },
            confidence: program.confidence(rule))
        known[pattern] = texts
        return texts
    }

    /// With its first letter, behind quotation marks, as a capital.
    private static func capitalised(_ text: String) -> String {
        guard let index = text.firstIndex(where: { $0.isLetter || $0.isNumber }) else { return text }
        return text[..<index] + text[index].uppercased() + text[text.index(after: index)...]
    }

    private static func span(_ tokens: Range<Int>, _ analysis: borrowing Analysis) -> Span {
        analysis.span(tokens.lowerBound...(tokens.upperBound - 1))
    }
}
