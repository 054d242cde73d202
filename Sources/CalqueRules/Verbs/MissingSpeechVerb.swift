import CalqueLint
import CalqueSyntax
import CalqueText

/// “We shall win,” Petrov. A quotation, its speaker, and no verb of saying.
struct MissingSpeechVerb: Rule {
    static let description = RuleDescription(
        id: "missing-speech-verb",
        name: "Missing verb of saying",
        family: .verbs,
        summary: "A speaker stands behind a quotation without “said”.",
        rationale: """
            A machine that loses the verb of a sentence leaves “…,” and a name. The rule reports a name or a noun phrase \
            between a quotation that ends with a comma and the full stop, where no word can be a verb. It keeps quiet where \
            the quotation stands within the sentence, as titles and quoted words do.
            """,
        mqm: "Fluency/Grammar/Missing",
        severity: .major,
        bad: [
            "“We have found the boat in the reeds,” [[Petrov.]]",
            "“Nobody was in the house at that time,” the chief of the fire [[brigade.]]",
        ],
        good: [
            "“We have found the boat in the reeds,” Petrov said.",
            "“We have found the boat in the reeds,” said Petrov.",
            "“Nobody was in the house,” the fire brigade reports.",
            "He played in “When the rain comes,” a film by Andersson.",
        ],
        missed: ["“The road is closed”: Petrov."],
        evidence: .doubtful
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let clauses = analysis.facts(Clauses.self)
        for sentence in analysis.sentences where clauses.isProse(sentence, analysis) {
            for mark in sentence.tokens where analysis.tokens[mark].isQuotationMark {
                guard let gap = gap(behind: mark, in: sentence.tokens, clauses, analysis) else { continue }
                findings.append(
                    Finding(
                        rule: Self.description, span: analysis.span(gap),
                        message: Self.message(analysis.string(gap.lowerBound)), confidence: 0.85))
                break
            }
        }
    }

    private func gap(
        behind mark: Int, in sentence: Range<Int>, _ clauses: Clauses, _ analysis: borrowing Analysis
    ) -> ClosedRange<Int>? {
        guard mark - sentence.lowerBound >= 4, mark + 2 < sentence.upperBound else { return nil }
        // The quotation began the sentence, or an earlier one.
        let marks = (sentence.lowerBound..<mark).filter { analysis.tokens[$0].isQuotationMark }
        guard marks.count <= 1, marks.first ?? sentence.lowerBound == sentence.lowerBound else { return nil }
        let trees = clauses.trees
        let last = analysis.tokens[mark - 1].kind
        // "called, 'A Song'": the name of a thing.
        if (sentence.lowerBound..<mark).contains(where: { analysis.isToken($0, in: Self.naming) }) { return nil }
        var isEnd = last == .comma || last == .terminal && !analysis.isFullStop(mark - 1)
        var start = mark + 1
        while start < sentence.upperBound, analysis.isComma(start) || analysis.isStop(start) && isDash(start, analysis)
        {
            isEnd = isEnd || analysis.isComma(start)
            start += 1
        }
        guard isEnd, start < sentence.upperBound, opensNominal(start, trees, analysis) else { return nil }
        let end = (start..<sentence.upperBound).first { analysis.isFullStop($0) } ?? sentence.upperBound
        guard end > start, end - start <= 25 else { return nil }
        for token in start..<end where analysis.tokens[token].isQuotationMark || analysis.tokens[token].kind == .colon {
            return nil
        }
        if (start + 1..<end).contains(where: { clauses.mayBeFinite[$0] }) {
            guard !clauses.mayBeFinite[start + 1], clauses.isSubordinate(start..<end, strictly: true, analysis) else {
                return nil
            }
        }
        let final = analysis.entry(end - 1).tags
        if analysis.tokens[end - 1].shape == .lower, !final.isDisjoint(with: [.VBD, .VBZ]) { return nil }
        guard (sentence.lowerBound..<mark).contains(where: { clauses.isFinite($0, analysis) }) else { return nil }
        let noun = (start..<end).first {
            [.NOUN, .PROPN, .PRON].contains(trees.universal[$0])
                && trees.relations[$0] != .compound && trees.relations[$0] != .nmodDesc
        }
        let speaker = noun.map { min(clauses.nominalEnd($0, analysis), end - 1) } ?? start
        return speaker...min(speaker + 1, sentence.upperBound - 1)
    }

    private func isDash(_ token: Int, _ analysis: borrowing Analysis) -> Bool {
        analysis.tokens[token].kind == .dash || analysis.tokens[token].kind == .hyphen
    }

    /// Whether a speaker can begin at a token, and not a verb of saying ("says the owner").
    private func opensNominal(_ token: Int, _ trees: Trees, _ analysis: borrowing Analysis) -> Bool {
        if analysis.entry(token).features.contains(.speech) { return false }
        switch trees.penn[token] {
        case .NNP, .PRPS: return true
        case .DT: return !analysis.isToken(token, in: Self.pronominal)
        default:
            return trees.universal[token] == .NOUN || analysis.isToken(token, in: ClauseWords.nominative)
        }
    }

    private static let naming: FormSet = ["called", "titled", "entitled", "named", "headlined"]
    private static let pronominal: FormSet = ["this", "that"]
}

extension MissingSpeechVerb {
    private static func message(_ speaker: String) -> String {
        "“\(speaker)” follows a quotation as its speaker, but no verb such as “said” goes with it."
    }
}
