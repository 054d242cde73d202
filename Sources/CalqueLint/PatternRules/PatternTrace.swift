import CalqueSyntax
import CalqueText

/// Follows a pattern along a match that was found, to tell which of its conditions took which token.
struct PatternTrace {
    private typealias Layout = ProgramLayout
    private typealias Operation = ProgramLayout.Operation

    let program: RuleProgram
    let tester: TokenTester
    let match: PatternMatch
    /// The tokens of the match's sentence.
    let sentence: Range<Int>

    /// A place on the way: a step of the pattern, the token before which it stands, and where it was reached from.
    private struct Place {
        let pc, token, before: Int
    }

    /// As the automaton allows for patterns with conditions on labels.
    private static let mostPlaces = Automaton.budget

    /// The conditions, one a token; nil where no way gives the labels that the match has.
    func conditions(_ view: TokenView) -> [String]? {
        let steps = Int(program.pattern(match.pattern, .codeCount))
        // Only labels with a condition may have to be reached by the second way to a place.
        let isFirstWayEnough = program.pattern(match.pattern, .condition) == Layout.none
        var visited: Set<Int> = []
        let code = program.code + Int(program.pattern(match.pattern, .code)) * 3
        var places: [Place] = []
        var waiting = [Place(pc: 0, token: match.tokens.lowerBound, before: -1)]
        while let place = waiting.popLast(), places.count < Self.mostPlaces {
            let here = places.count
            places.append(place)
            let (pc, token) = (place.pc, place.token)
            if isFirstWayEnough && !visited.insert(token * steps + pc).inserted { continue }
            func go(_ pc: Int, _ token: Int) { waiting.append(Place(pc: pc, token: token, before: here)) }
            switch Operation(rawValue: code[pc * 3]) {
            case .test:
                if token < match.tokens.upperBound, tester.passes(view, token, code[pc * 3 + 1]) {
                    go(pc + 1, token + 1)
                }
            case .split:
                go(Int(code[pc * 3 + 2]), token)
                go(Int(code[pc * 3 + 1]), token)
            case .jump: go(Int(code[pc * 3 + 1]), token)
            case .save: go(pc + 1, token)
            case .sentenceStart: if token == sentence.lowerBound { go(pc + 1, token) }
            case .sentenceEnd: if token == sentence.upperBound { go(pc + 1, token) }
            case .accept:
                if token == match.tokens.upperBound, let found = conditions(along: here, places, code) { return found }
            case nil: break
            }
        }
        return nil
    }

    private func conditions(along last: Int, _ places: [Place], _ code: UnsafePointer<UInt32>) -> [String]? {
        var conditions: [String] = []
        var labels: [Range<Int>?] = Array(repeating: nil, count: match.labels.count)
        var ends: [Int?] = Array(repeating: nil, count: match.labels.count)
        var at = last
        while at >= 0 {
            let place = places[at]
            let step = code + place.pc * 3
            if step[0] == Operation.test.rawValue, place.token < match.tokens.upperBound {
                conditions.append(program.string(step[2]))
            } else if step[0] == Operation.save.rawValue, step[1] >= 2 {
                let label = Int(step[1] - 2) / 2
                if step[1] % 2 == 1 {
                    ends[label] = place.token
                } else if labels[label] == nil, let end = ends[label], place.token < end {
                    labels[label] = place.token..<end
                }
            }
            at = place.before
        }
        return labels == match.labels ? conditions.reversed() : nil
    }
}

extension PatternMatcher {
    /// What a match rests on.
    func explanation(of match: PatternMatch, _ analysis: borrowing Analysis) -> Explanation {
        let rule = Int(program.pattern(match.pattern, .rule))
        var explanation = Explanation(pattern: program.string(program.pattern(match.pattern, .source)))
        explanation.exceptions = (0..<Int(program.rule(rule, .unlessCount))).map {
            program.string(program.pattern(Int(program.rule(rule, .unless)) + $0, .source))
        }
        let sentence = analysis.sentences[match.sentence]
        let trees = program.needsSyntax(rule) ? analysis.trees : Trees()
        var conditions: [String] = []
        var anchors: Set<Int> = []
        TokenView.with(analysis, trees: trees) { view in
            begin(view, analysis.article.blocks[sentence.block].kind)
            conditions =
                PatternTrace(program: program, tester: tester, match: match, sentence: sentence.tokens)
                .conditions(view) ?? []
            anchors = Set(match.tokens.filter { isAnchor($0, of: match, view) })
        }
        for (index, token) in match.tokens.enumerated() {
            let condition = index < conditions.count ? conditions[index] : ""
            explanation.tokens.append(
                Explanation.SeenToken(
                    span: analysis.tokens[token].span, text: analysis.string(token),
                    role: match.reported.contains(token) ? .reported : .context,
                    isAnchor: anchors.contains(token), condition: condition,
                    values: AskedValues.values(of: token, askedBy: condition, analysis, trees)))
        }
        return explanation
    }
}
