/// Runs the automaton of one pattern from one token on. One a task.
///
/// The longest match is found by following all paths at once (Thompson 1968), so in time proportional to the tokens
/// times the steps of the pattern. The places of labels come from a second, backtracking run to the known end that
/// tries no step at the same token twice. Only patterns with conditions on labels must try paths one by one; they have
/// a budget of steps a sentence.
final class Automaton {
    private typealias Layout = ProgramLayout
    private typealias Operation = ProgramLayout.Operation

    static let budget = 100_000

    private let program: RuleProgram
    private let tester: TokenTester
    /// The tokens of the sentence.
    var range = 0..<0
    /// Steps left for conditions in this sentence.
    var stepsLeft = Automaton.budget
    /// Token numbers that the labels of the last match begin and end at (behind the last token); -1 is unset.
    private(set) var slots: [Int] = []

    private var current: [Int] = []
    private var next: [Int] = []
    private var pending: [Int] = []
    private var marks: [UInt32] = []
    private var generation: UInt32 = 0

    init(_ program: RuleProgram, _ tester: TokenTester) {
        self.program = program
        self.tester = tester
    }

    /// The end (behind the last token) of the longest match that begins at a token, or nil; fills `slots`.
    func match(_ view: TokenView, _ pattern: Int, at start: Int) -> Int? {
        let code = program.code + Int(program.pattern(pattern, .code)) * 3
        // Most starts fail at their first token.
        if code[0] == Operation.test.rawValue, !tester.passes(view, start, code[1]) { return nil }
        let count = Int(program.pattern(pattern, .codeCount))
        guard let end = longest(view, code, count, start) else { return nil }
        let slotCount = Int(program.pattern(pattern, .slots))
        let condition = program.pattern(pattern, .condition)
        if condition != Layout.none {
            return backtrack(view, code, count, slotCount, start, end, condition)
        }
        if slotCount == 2 && program.pattern(pattern, .flags) & Layout.PatternFlag.marks == 0 {
            slots.removeAll(keepingCapacity: true)
            slots.append(-1)
            slots.append(-1)
            return end
        }
        return backtrack(view, code, count, slotCount, start, end, Layout.none)
    }

    // MARK: - The longest match

    private func longest(_ view: TokenView, _ code: UnsafePointer<UInt32>, _ count: Int, _ start: Int) -> Int? {
        if marks.count < count { marks = Array(repeating: 0, count: count) }
        var end: Int?
        let last = min(range.upperBound, start + PatternCompiler.longestMatch)
        current.removeAll(keepingCapacity: true)
        beginGeneration()
        if add(code, 0, start, &current) { end = start }
        var token = start
        while token < last, !current.isEmpty {
            next.removeAll(keepingCapacity: true)
            beginGeneration()
            var accepts = false
            for pc in current where tester.passes(view, token, code[pc * 3 + 1]) {
                if add(code, pc + 1, token + 1, &next) { accepts = true }
            }
            token += 1
            if accepts { end = token }
            swap(&current, &next)
        }
        return end == start ? nil : end
    }

    private func beginGeneration() {
        if generation == UInt32.max {
            generation = 0
            for index in marks.indices { marks[index] = 0 }
        }
        generation += 1
    }

    /// Adds the tests that can be reached without a token; whether the pattern can end here.
    private func add(_ code: UnsafePointer<UInt32>, _ pc: Int, _ token: Int, _ list: inout [Int]) -> Bool {
        var accepts = false
        pending.append(pc)
        while let pc = pending.popLast() {
            if marks[pc] == generation { continue }
            marks[pc] = generation
            switch Operation(rawValue: code[pc * 3]) {
            case .test: list.append(pc)
            case .split:
                pending.append(Int(code[pc * 3 + 2]))
                pending.append(Int(code[pc * 3 + 1]))
            case .jump: pending.append(Int(code[pc * 3 + 1]))
            case .save: pending.append(pc + 1)
            case .sentenceStart: if token == range.lowerBound { pending.append(pc + 1) }
            case .sentenceEnd: if token == range.upperBound { pending.append(pc + 1) }
            case .accept: accepts = true
            case nil: break
            }
        }
        return accepts
    }

    // MARK: - Labels and conditions

    /// A step to be tried; or, with a slot, an old value to be put back.
    private struct Frame {
        var pc: Int
        var token: Int
        var slot = -1
    }

    private var stack: [Frame] = []
    private var visited: Set<Int> = []
    private var best: [Int] = []

    private func backtrack(
        _ view: TokenView, _ code: UnsafePointer<UInt32>, _ count: Int, _ slotCount: Int, _ start: Int, _ end: Int,
        _ condition: UInt32
    ) -> Int? {
        let hasCondition = condition != Layout.none
        slots.removeAll(keepingCapacity: true)
        for _ in 0..<slotCount { slots.append(-1) }
        stack.removeAll(keepingCapacity: true)
        visited.removeAll(keepingCapacity: true)
        stack.append(Frame(pc: 0, token: start))
        var bestEnd: Int?
        while let frame = stack.popLast() {
            if frame.slot >= 0 {
                slots[frame.slot] = frame.token
                continue
            }
            let pc = frame.pc
            let token = frame.token
            if hasCondition {
                if stepsLeft <= 0 { break }
                stepsLeft -= 1
            } else if !visited.insert((token - start) * count + pc).inserted {
                continue
            }
            switch Operation(rawValue: code[pc * 3]) {
            case .test:
                if token < end, tester.passes(view, token, code[pc * 3 + 1]) {
                    stack.append(Frame(pc: pc + 1, token: token + 1))
                }
            case .split:
                stack.append(Frame(pc: Int(code[pc * 3 + 2]), token: token))
                stack.append(Frame(pc: Int(code[pc * 3 + 1]), token: token))
            case .jump: stack.append(Frame(pc: Int(code[pc * 3 + 1]), token: token))
            case .save:
                let slot = Int(code[pc * 3 + 1])
                stack.append(Frame(pc: 0, token: slots[slot], slot: slot))
                slots[slot] = token
                stack.append(Frame(pc: pc + 1, token: token))
            case .sentenceStart:
                if token == range.lowerBound { stack.append(Frame(pc: pc + 1, token: token)) }
            case .sentenceEnd:
                if token == range.upperBound { stack.append(Frame(pc: pc + 1, token: token)) }
            case .accept:
                if !hasCondition {
                    if token == end { return end }
                } else if token > start, bestEnd.map({ token > $0 }) ?? true, holds(view, condition) {
                    bestEnd = token
                    best = slots
                    if token == end { stack.removeAll(keepingCapacity: true) }
                }
            case nil: break
            }
        }
        if bestEnd != nil { slots = best }
        return bestEnd
    }

    private func holds(_ view: TokenView, _ condition: UInt32) -> Bool {
        var at = condition
        while at < Layout.fails {
            let step = program.conditions + Int(at) * 5
            at = isTrue(view, step) ? step[3] : step[4]
        }
        return at == Layout.passes
    }

    private func isTrue(_ view: TokenView, _ step: UnsafePointer<UInt32>) -> Bool {
        let a = slots[2 + 2 * Int(step[1])]
        if a < 0 || slots[3 + 2 * Int(step[1])] < 0 { return false }
        guard let kind = Layout.ConditionKind(rawValue: step[0]) else { return false }
        if kind == .test { return tester.passes(view, a, step[2]) }
        let b = slots[2 + 2 * Int(step[2])]
        if b < 0 || slots[3 + 2 * Int(step[2])] < 0 { return false }
        switch kind {
        case .sameWord: return tester.sameWord(view, a, b)
        case .sameForm: return tester.sameForm(view, a, b)
        default: return tester.sameLemma(view, a, b)
        }
    }
}
