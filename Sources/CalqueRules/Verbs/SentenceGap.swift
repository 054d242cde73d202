import CalqueSyntax
import CalqueText

/// Where the verb of a sentence is missing that opens with its subject and has none.
struct SentenceGap {
    private let sentence: Range<Int>
    private let clauses: Clauses

    init(_ sentence: Range<Int>, _ clauses: Clauses) {
        self.sentence = sentence
        self.clauses = clauses
    }

    /// The last word of the subject and the one behind it.
    func find(_ analysis: borrowing Analysis) -> ClosedRange<Int>? {
        guard !analysis.tokens[sentence.lowerBound].isQuotationMark, !hasMarks(analysis) else { return nil }
        if let gap = beforeDeterminer(analysis) { return gap }
        guard !sentence.contains(where: { analysis.tokens[$0].kind == .openBracket }),
            !clauses.isTitle(sentence, analysis), let root = clauses.root(sentence),
            !analysis.isToken(sentence.lowerBound, in: ClauseWords.fragmentOpeners)
        else { return nil }
        if sentence.contains(where: { clauses.mayBeFinite[$0] }) {
            return beforeAttribution(analysis) ?? behindRelativeClauses(root, analysis)
        }
        return withoutVerb(root, analysis)
    }

    /// Marks at which a sentence may do without a verb.
    private func hasMarks(_ analysis: borrowing Analysis) -> Bool {
        sentence.contains {
            switch analysis.tokens[$0].kind {
            case .colon, .semicolon, .slash: true
            case .terminal: $0 + 2 < sentence.upperBound || !analysis.isFullStop($0)
            default: false
            }
        }
    }

    // MARK: "The town a new mayor": a subject right before a determiner

    private func beforeDeterminer(_ analysis: borrowing Analysis) -> ClosedRange<Int>? {
        let trees = clauses.trees
        guard sentence.count >= 6 else { return nil }
        var start = sentence.lowerBound
        if trees.penn[start] == .IN || trees.penn[start] == .VBN {
            // "In 2004, Goode his first film": the phrase that comes first, up to its comma.
            guard let comma = sentence.first(where: { analysis.isComma($0) }) else { return nil }
            start = comma + 1
        }
        guard start + 2 < sentence.upperBound else { return nil }
        switch trees.penn[start] {
        case .RB, .JJ, .WRB, .WP, .UH, .VB, .VBG, .PDT, .CD, .CC: return nil
        default: break
        }
        if analysis.isToken(start, in: Self.noSubject) { return nil }
        if (sentence.lowerBound..<start).contains(where: { clauses.mayBeFinite[$0] }) { return nil }
        var depth = 0
        for determiner in start..<sentence.upperBound {
            // "Anna Wolf (born in 1961) a teacher": what stands in brackets is passed over.
            let kind = analysis.tokens[determiner].kind
            if kind == .openBracket { depth += 1 }
            if kind == .closeBracket { depth -= 1 }
            if depth > 0 || kind == .closeBracket { continue }
            if clauses.mayBeFinite[determiner] { return nil }
            if determiner > start, analysis.isStop(determiner) || isBreak(determiner, analysis) { return nil }
            guard determiner > start, analysis.isToken(determiner, in: Self.determiners),
                !analysis.tokens[determiner].isCapitalised
            else { continue }
            var noun = determiner - 1
            if analysis.tokens[noun].kind == .closeBracket {
                noun = (start..<noun).last { analysis.tokens[$0].kind == .openBracket } ?? noun
                noun -= 1
            }
            while noun > start, trees.penn[noun] == .RB, analysis.isToken(noun, in: ClauseWords.midAdverbs) {
                noun -= 1
            }
            guard noun >= start, trees.universal[noun] == .NOUN || trees.universal[noun] == .PROPN,
                !analysis.isToken(noun, in: Self.times)
            else { continue }
            guard clauses.isSubordinate(determiner..<sentence.upperBound, analysis),
                clauses.isDefinite(noun, analysis) || trees.penn[noun] == .NNS
            else { return nil }
            return determiner - 1...determiner
        }
        return nil
    }

    private func isBreak(_ token: Int, _ analysis: borrowing Analysis) -> Bool {
        switch clauses.trees.penn[token] {
        case .IN: !analysis.isToken(token, in: ClauseWords.of)
        case .TO: true
        case .CC: !analysis.isToken(token, in: Self.and)
        default: false
        }
    }

    private static let and: FormSet = ["and"]
    private static let determiners: FormSet = ["a", "an", "the", "his", "her", "its", "their", "this", "our"]
    private static let noSubject: FormSet = [
        "all", "both", "no", "not", "what", "half", "such", "each", "every", "that", "last", "next", "and",
    ]
    private static let times: FormSet = [
        "day", "week", "month", "year", "time", "morning", "night", "evening", "today", "times", "ago", "moment",
        "half", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "summer", "winter",
        "spring", "autumn", "afternoon", "minute", "century", "season", "weekend", "yesterday", "decade", "hour",
        "home", "way",
    ]

    // MARK: No word that can be a verb

    private func withoutVerb(_ root: Int, _ analysis: borrowing Analysis) -> ClosedRange<Int>? {
        let trees = clauses.trees
        let first = sentence.lowerBound
        guard sentence.count >= 7 else { return nil }
        if analysis.isToken(first, in: Self.linking), trees.penn[first + 1] != .DT { return nil }
        switch trees.penn[root] {
        case .VB, .UH: return nil
        case .VBG, .VBN:
            let subject = trees.children(root).first { trees.relations[$0].isSubject && $0 < root }
            let hasAuxiliary = trees.children(root).contains {
                trees.relations[$0] == .aux || trees.relations[$0] == .auxPass
            }
            guard trees.penn[root] == .VBG, let subject, !hasAuxiliary else { return nil }
            let end = clauses.subtree(subject).upperBound
            return end < root && root - end < 4 ? end...root : nil
        default: break
        }
        let end = clauses.nominalEnd(root, analysis)
        guard end + 1 < sentence.upperBound, !analysis.isToken(end + 1, in: Self.goesOn),
            clauses.isDefinite(root, analysis) || analysis.isToken(end + 1, in: ClauseWords.determiners)
        else { return nil }
        if analysis.isStop(end + 1) {
            // "In March Anna Wolf, a mother of three, ...": a date, a name, and never a verb.
            let isDated = trees.penn[first] == .IN && trees.penn[root] == .NNP && sentence.count >= 12
            return analysis.isComma(end + 1) && isDated ? end...end + 1 : nil
        }
        // The phrase behind may be the noun's or the lost verb's: the gap is on either side of it.
        guard trees.penn[end + 1] == .IN, let object = trees.head(end + 1), object > end, object - end < 5 else {
            return end...end + 1
        }
        return end...min(clauses.nominalEnd(object, analysis) + 1, end + 5, sentence.upperBound - 1)
    }

    private static let linking: FormSet = ["and", "but", "then"]
    private static let goesOn: FormSet = ["and", "or", "who", "which", "that"]

    // MARK: "All of the houses, say the residents"

    private func beforeAttribution(_ analysis: borrowing Analysis) -> ClosedRange<Int>? {
        let verbs = sentence.filter { clauses.mayBeFinite[$0] }
        guard verbs.count == 1, let verb = verbs.first, verb - sentence.lowerBound >= 5, verb + 2 < sentence.upperBound,
            analysis.isToken(verb, in: Self.say), analysis.isComma(verb - 1),
            !analysis.isToken(verb + 1, in: ClauseWords.subjects),
            !sentence.contains(where: { analysis.tokens[$0].isQuotationMark }),
            !(sentence.lowerBound..<verb).contains(where: {
                clauses.trees.penn[$0] == .VB || clauses.trees.penn[$0] == .VBG
            })
        else { return nil }
        return verb - 2...verb - 1
    }

    private static let say: FormSet = ["say", "says", "said"]

    // MARK: Verbs in subordinate clauses only

    private func behindRelativeClauses(_ root: Int, _ analysis: borrowing Analysis) -> ClosedRange<Int>? {
        let trees = clauses.trees
        let first = sentence.lowerBound
        guard sentence.count >= 9, !clauses.mayBeFinite[root], clauses.isDefinite(root, analysis),
            trees.universal[root] == .NOUN || trees.universal[root] == .PROPN,
            !sentence.contains(where: { analysis.tokens[$0].isQuotationMark })
        else { return nil }
        switch trees.penn[first] {
        case .VB, .VBG, .VBN, .RB, .JJ, .WRB, .RBR: return nil
        case .IN, .CC: guard analysis.isToken(first, in: Self.mayOpen) else { return nil }
        default: break
        }
        let hasVerb = trees.children(root).contains {
            [.cop, .aux, .auxPass].contains(trees.relations[$0])
        }
        guard !hasVerb, clauses.isSubordinate(sentence, strictly: true, analysis) else { return nil }
        let end = clauses.nominalEnd(root, analysis)
        guard end + 1 < sentence.upperBound else { return nil }
        if sentence.count < 14, analysis.isToken(end + 1, in: Self.relative) { return nil }
        return end...end + 1
    }

    private static let mayOpen: FormSet = ["in", "at", "on", "but"]
    private static let relative: FormSet = ["who", "that", "of", "which", "where"]
}
