/// Runs the automaton of one pattern from one token on. One a task.
///
/// A pattern without choices is followed step by step. Where there are choices, the longest match is found by following
/// all paths at once (Thompson 1968), so in time proportional to the tokens times the steps of the pattern; the places
/// of labels come from a second, backtracking run to the known end that tries no step at the same token twice. Only
/// patterns with conditions on labels must try paths one by one; they have a budget of steps a sentence.
final class Automaton {
    private typealias Layout = ProgramLayout
    private typealias Operation = ProgramLayout.Operation

    static let budget = 100_000

    private let program: RuleProgram
    private let tester: TokenTester
    /// Behind a pointer, since Swift checks each access to a variable of a class.
    private let state: UnsafeMutablePointer<State>

    private struct State {
        /// The tokens of the sentence.
        var range = 0..<0
        var stepsLeft = Automaton.budget
        var slots: [Int] = []
        var stack: [Frame] = []
        var visited: Set<Int> = []
        /// Steps that wait for a token; as many as a pattern has steps.
        var current: UnsafeMutablePointer<Int>
        var currentCount = 0
        var next: UnsafeMutablePointer<Int>
        var nextCount = 0
        /// Steps still to be followed; two for each step of a pattern.
        let pending: UnsafeMutablePointer<Int>
        /// For each step the generation in which it was reached.
        let marks: UnsafeMutablePointer<UInt64>
        var generation: UInt64 = 0

        init(steps: Int) {
            current = .allocate(capacity: steps)
            next = .allocate(capacity: steps)
            pending = .allocate(capacity: 2 * steps + 2)
            marks = .allocate(capacity: steps)
            marks.initialize(repeating: 0, count: steps)
        }
    }

    init(_ program: RuleProgram, _ tester: TokenTester) {
        self.program = program
        self.tester = tester
        let patterns = 0..<program.count(.patterns)
        let steps = patterns.reduce(1) { max($0, Int(program.pattern($1, .codeCount))) }
        state = .allocate(capacity: 1)
        state.initialize(to: State(steps: steps))
    }

    deinit {
        state.pointee.current.deallocate()
        state.pointee.next.deallocate()
        state.pointee.pending.deallocate()
        state.pointee.marks.deallocate()
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// Begins with a sentence, given by its tokens.
    func begin(_ range: Range<Int>) { state.pointee.range = range }

    /// Gives the conditions of the next pattern their budget of steps.
    func resetBudget() { state.pointee.stepsLeft = Self.budget }

    /// Token numbers that the labels of the last match begin and end at (behind the last token); -1 is unset.
    var slots: [Int] { state.pointee.slots }

    /// The end (behind the last token) of the longest match that begins at a token, or nil; fills `slots`.
    func match(_ view: TokenView, _ pattern: Int, at start: Int) -> Int? {
        let code = program.code + Int(program.pattern(pattern, .code)) * 3
        let condition = program.pattern(pattern, .condition)
        let range = state.pointee.range
        let last = min(range.upperBound, start + PatternCompiler.longestMatch)
        var pc = 0
        var token = start
        // As far as there is no choice. Most starts fail here, at their first token.
        loop: while true {
            let step = code + pc * 3
            switch Operation(rawValue: step[0]) {
            case .test:
                if token >= last || !tester.passes(view, token, step[1]) { return nil }
                token += 1
            case .save: break
            case .sentenceStart: if token != range.lowerBound { return nil }
            case .sentenceEnd: if token != range.upperBound { return nil }
            case .accept:
                if condition != Layout.none { break loop }
                fillSlots(code, pattern, start)
                return token
            default: break loop
            }
            pc += 1
        }
        let count = Int(program.pattern(pattern, .codeCount))
        guard let end = longest(view, code, pc, token, last) else { return nil }
        let slotCount = Int(program.pattern(pattern, .slots))
        let hasSlots = slotCount > 2 || program.pattern(pattern, .flags) & Layout.PatternFlag.marks != 0
        if condition == Layout.none && !hasSlots {
            unsetSlots(slotCount)
            return end
        }
        return backtrack(view, code, count, slotCount, start, end, condition)
    }

    private func unsetSlots(_ count: Int) {
        state.pointee.slots.removeAll(keepingCapacity: true)
        for _ in 0..<count { state.pointee.slots.append(-1) }
    }

    /// The slots of a match of a pattern without choices.
    private func fillSlots(_ code: UnsafePointer<UInt32>, _ pattern: Int, _ start: Int) {
        unsetSlots(Int(program.pattern(pattern, .slots)))
        var step = code
        var token = start
        while step[0] != Operation.accept.rawValue {
            if step[0] == Operation.test.rawValue { token += 1 }
            if step[0] == Operation.save.rawValue { state.pointee.slots[Int(step[1])] = token }
            step += 3
        }
    }

    // MARK: - The longest match

    private func longest(_ view: TokenView, _ code: UnsafePointer<UInt32>, _ pc: Int, _ start: Int, _ last: Int) -> Int?
    {
        var end: Int?
        state.pointee.nextCount = 0
        state.pointee.generation += 1
        if add(code, pc, start) { end = start }
        var token = start
        while token < last, state.pointee.nextCount > 0 {
            swap(&state.pointee.current, &state.pointee.next)
            let count = state.pointee.nextCount
            state.pointee.nextCount = 0
            state.pointee.generation += 1
            var accepts = false
            let current = state.pointee.current
            for index in 0..<count where tester.passes(view, token, code[current[index] * 3 + 1]) {
                if add(code, current[index] + 1, token + 1) { accepts = true }
            }
            token += 1
            if accepts { end = token }
        }
        return end
    }

    /// Adds the tests that can be reached without a token; whether the pattern can end here.
    private func add(_ code: UnsafePointer<UInt32>, _ pc: Int, _ token: Int) -> Bool {
        let state = state
        let pending = state.pointee.pending
        let marks = state.pointee.marks
        let next = state.pointee.next
        let generation = state.pointee.generation
        var nextCount = state.pointee.nextCount
        var accepts = false
        var count = 1
        pending[0] = pc
        while count > 0 {
            count -= 1
            let pc = pending[count]
            if marks[pc] == generation { continue }
            marks[pc] = generation
            var target = pc + 1
            switch Operation(rawValue: code[pc * 3]) {
            case .test:
                next[nextCount] = pc
                nextCount += 1
                continue
            case .split:
                pending[count] = Int(code[pc * 3 + 2])
                count += 1
                target = Int(code[pc * 3 + 1])
            case .jump: target = Int(code[pc * 3 + 1])
            case .save: break
            case .sentenceStart: if token != state.pointee.range.lowerBound { continue }
            case .sentenceEnd: if token != state.pointee.range.upperBound { continue }
            case .accept:
                accepts = true
                continue
            case nil: continue
            }
            pending[count] = target
            count += 1
        }
        state.pointee.nextCount = nextCount
        return accepts
    }

    // MARK: - Labels and conditions

    /// A step to be tried; or, with a slot, an old value to be put back.
    private struct Frame {
        var pc: Int
        var token: Int
        var slot = -1
    }

    private func backtrack(
        _ view: TokenView, _ code: UnsafePointer<UInt32>, _ count: Int, _ slotCount: Int, _ start: Int, _ end: Int,
        _ condition: UInt32
    ) -> Int? {
        let hasCondition = condition != Layout.none
        let range = state.pointee.range
        unsetSlots(slotCount)
        var slots = state.pointee.slots
        var stack = state.pointee.stack
        state.pointee.visited.removeAll(keepingCapacity: true)
        stack.removeAll(keepingCapacity: true)
        stack.append(Frame(pc: 0, token: start))
        var best: (end: Int, slots: [Int])?
        search: while let frame = stack.popLast() {
            if frame.slot >= 0 {
                slots[frame.slot] = frame.token
                continue
            }
            let pc = frame.pc
            let token = frame.token
            if hasCondition {
                if state.pointee.stepsLeft <= 0 { break }
                state.pointee.stepsLeft -= 1
            } else if !state.pointee.visited.insert((token - start) * count + pc).inserted {
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
                if !hasCondition && token < end || token == start { continue }
                if token > best?.end ?? start, !hasCondition || holds(view, condition, slots) {
                    best = (token, slots)
                    if token == end { break search }
                }
            case nil: break
            }
        }
        state.pointee.stack = stack
        if let best { state.pointee.slots = best.slots }
        return best?.end
    }

    private func holds(_ view: TokenView, _ condition: UInt32, _ slots: [Int]) -> Bool {
        var at = condition
        while at < Layout.fails {
            let step = program.conditions + Int(at) * 5
            at = isTrue(view, step, slots) ? step[3] : step[4]
        }
        return at == Layout.passes
    }

    private func isTrue(_ view: TokenView, _ step: UnsafePointer<UInt32>, _ slots: [Int]) -> Bool {
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
