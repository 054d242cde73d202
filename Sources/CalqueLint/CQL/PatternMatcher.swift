import CalqueSyntax
import CalqueText

/// What a pattern found.
public struct PatternMatch: Sendable {
    /// Number of the pattern in its program.
    var pattern: Int
    /// Number of the sentence.
    public var sentence: Int
    /// The tokens of the match.
    public var tokens: Range<Int>
    /// The tokens between `<<` and `>>`; without them those of the match.
    public var reported: Range<Int>
    /// The tokens of each label, in the order of `labels(ofPattern:)`; nil for one that took no part.
    public var labels: [Range<Int>?]
}

/// Finds all patterns of a program in one pass over the tokens. One a task.
///
/// Each spelling is looked up once: it names the patterns that a token so written is an anchor of, a token that is
/// part of every match and as rare as can be; only at these are patterns tried, and only where a second word of the
/// pattern stands beside it. So the time depends on the text, and hardly on the number of patterns.
final class PatternMatcher {
    private typealias Layout = ProgramLayout

    let program: RuleProgram
    let tester: TokenTester
    private let automaton: Automaton
    private let unless: Automaton
    private let anchors: AnchorIndex
    /// Patterns that are tried at the start of every sentence, or at every token.
    private let sentencePatterns: [UInt32]
    private let isEmpty: Bool
    private let needsSyntax: Bool
    /// Pattern and start, as pattern << 32 | start. Behind a pointer, since Swift checks each access to a variable of a
    /// class.
    private let candidates: UnsafeMutablePointer<[UInt64]>

    /// - Parameter isEnabled: For each rule of the program whether it runs.
    init(_ program: RuleProgram, isEnabled: [Bool]) {
        self.program = program
        isEmpty = !isEnabled.contains(true)
        needsSyntax = program.ruleIndices.contains { isEnabled[$0] && program.needsSyntax($0) }
        sentencePatterns = program.words(.sentencePatterns).filter {
            isEnabled[Int(program.pattern(Int($0), .rule))]
        }
        candidates = .allocate(capacity: 1)
        candidates.initialize(to: [])
        tester = TokenTester(program)
        automaton = Automaton(program, tester)
        unless = Automaton(program, tester)
        anchors = AnchorIndex(program, tester, isEnabled: isEnabled)
    }

    deinit {
        candidates.deinitialize(count: 1)
        candidates.deallocate()
    }

    /// Calls `body` with each match: by sentence, then by pattern, then by place.
    func match(_ analysis: borrowing Analysis, _ body: (PatternMatch) -> Void) {
        guard !isEmpty else { return }
        let sentences = analysis.segmentation.sentences
        let article = analysis.article
        let trees = needsSyntax ? analysis.trees : Trees()
        // Should the model be damaged, nothing can be asked.
        if needsSyntax && trees.isEmpty { return }
        TokenView.with(analysis, trees: trees) { view in
            tester.begin(view.vocabulary)
            anchors.begin(view.vocabulary)
            for (index, sentence) in sentences.enumerated() {
                tester.setBlock(article.blocks[sentence.block].kind)
                match(view, index, sentence.tokens, body)
            }
        }
    }

    /// Begins with an article, in a block of a kind.
    func begin(_ view: TokenView, _ kind: Block.Kind) {
        tester.begin(view.vocabulary)
        anchors.begin(view.vocabulary)
        tester.setBlock(kind)
    }

    /// Whether a match was looked for around a token.
    func isAnchor(_ token: Int, of match: PatternMatch, _ view: TokenView) -> Bool {
        anchors.patterns(view, token).contains {
            let anchor = anchors.anchored[$0]
            let distance = token - match.tokens.lowerBound
            return Int(anchor.pattern) == match.pattern && (Int(anchor.least)...Int(anchor.greatest)).contains(distance)
        }
    }

    private func match(_ view: TokenView, _ sentence: Int, _ range: Range<Int>, _ body: (PatternMatch) -> Void) {
        candidates.pointee.removeAll(keepingCapacity: true)
        for token in range {
            for index in anchors.patterns(view, token) { add(anchors.anchored[index], view, token, range) }
        }
        for pattern in sentencePatterns {
            let isEverywhere = program.pattern(Int(pattern), .flags) & Layout.PatternFlag.everywhere != 0
            for start in isEverywhere ? range : range.lowerBound..<range.lowerBound + 1 {
                candidates.pointee.append(UInt64(pattern) << 32 | UInt64(start))
            }
        }
        if candidates.pointee.isEmpty { return }
        candidates.pointee.sort()
        automaton.begin(range)
        unless.begin(range)
        tryCandidates(view, sentence, range.lowerBound, body)
    }

    /// Adds the starts at which a pattern may match that a token is an anchor of.
    @inline(__always)
    private func add(_ anchor: AnchorIndex.Anchored, _ view: TokenView, _ token: Int, _ range: Range<Int>) {
        if anchor.second != 0 {
            let other = token + Int(anchor.distance)
            if !range.contains(other) || !tester.mayBeWord(view, other, anchor.second - 1) { return }
        }
        if anchor.beside != Layout.passes {
            let other = token + Int(anchor.side)
            if !range.contains(other) || !tester.passes(view, other, anchor.beside) { return }
        }
        let first = range.lowerBound
        let low = max(first, token - Int(anchor.greatest))
        let high = token - Int(anchor.least)
        if high < low { return }
        if anchor.startsSentence {
            if low == first { candidates.pointee.append(UInt64(anchor.pattern) << 32 | UInt64(first)) }
            return
        }
        for start in low...high
        where anchor.start == 0 || tester.mayBeWord(view, start, anchor.start - 1) {
            candidates.pointee.append(UInt64(anchor.pattern) << 32 | UInt64(start))
        }
    }

    private func tryCandidates(_ view: TokenView, _ sentence: Int, _ first: Int, _ body: (PatternMatch) -> Void) {
        var lastPattern = -1
        var free = 0
        for candidate in candidates.pointee {
            let pattern = Int(candidate >> 32)
            let start = Int(candidate & 0xFFFF_FFFF)
            if pattern != lastPattern {
                lastPattern = pattern
                free = 0
                automaton.resetBudget()
            }
            if start < free { continue }
            // Tried once, whatever comes of it.
            free = start + 1
            guard let end = automaton.match(view, pattern, at: start) else { continue }
            if isExcluded(view, pattern, start..<end, first) { continue }
            free = end
            let slots = automaton.slots
            var labels: [Range<Int>?] = []
            for slot in stride(from: 2, to: slots.count, by: 2) {
                labels.append(slots[slot] >= 0 && slots[slot + 1] > slots[slot] ? slots[slot]..<slots[slot + 1] : nil)
            }
            let reported = slots[0] >= 0 && slots[1] > slots[0] ? slots[0]..<slots[1] : start..<end
            body(
                PatternMatch(
                    pattern: pattern, sentence: sentence, tokens: start..<end, reported: reported, labels: labels))
        }
    }

    /// Whether one of the rule's `unless` patterns shares a token with the match.
    private func isExcluded(_ view: TokenView, _ pattern: Int, _ match: Range<Int>, _ first: Int) -> Bool {
        let rule = Int(program.pattern(pattern, .rule))
        let count = Int(program.rule(rule, .unlessCount))
        if count == 0 { return false }
        let firstStart = max(first, match.lowerBound - PatternCompiler.longestMatch)
        unless.resetBudget()
        for number in 0..<count {
            let other = Int(program.rule(rule, .unless)) + number
            for start in firstStart..<match.upperBound {
                if let end = unless.match(view, other, at: start), end > match.lowerBound { return true }
            }
        }
        return false
    }
}
