import CalqueSyntax
import CalqueText

/// Turns what the patterns of a program find into findings. One a task.
final class PatternChecker {
    private let program: RuleProgram
    private let matcher: PatternMatcher

    /// - Parameter isEnabled: For each rule of the program whether it runs.
    init(_ rules: PatternRules, isEnabled: [Bool]) {
        program = rules.program
        matcher = PatternMatcher(rules.program, isEnabled: isEnabled)
    }

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        var matches: [PatternMatch] = []
        matcher.match(analysis) { matches.append($0) }
        for match in matches { findings.append(finding(match, analysis)) }
    }

    private func finding(_ match: PatternMatch, _ analysis: borrowing Analysis) -> Finding {
        let rule = Int(program.pattern(match.pattern, .rule))
        let labels = program.labels(ofPattern: match.pattern)
        let article = analysis.article
        let span = Self.span(match.reported, analysis)
        var values = ["match": article.string(span)]
        for (label, tokens) in zip(labels, match.labels) {
            if let tokens, !tokens.isEmpty { values[label] = article.string(Self.span(tokens, analysis)) }
        }
        let lexicon = analysis.lexicon
        func render(_ template: String) -> String {
            (try? Template(template, labels: labels))?.render(lexicon) { values[$0] } ?? ""
        }
        let isCapitalised = values["match"]?.first { $0.isLetter || $0.isNumber }?.isUppercase ?? false
        let suggestions = program.fixes(rule).map { template in
            let text = render(template)
            return Suggestion(span: span, replacement: isCapitalised ? Self.capitalised(text) : text)
        }
        return Finding(
            rule: program.description(rule), span: span, message: render(program.message(rule)),
            suggestions: suggestions, confidence: program.confidence(rule))
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
