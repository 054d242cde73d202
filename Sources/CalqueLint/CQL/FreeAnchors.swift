import CalqueText

/// Knows which atoms outside the vocabulary (casing, kinds, classes, regular expressions) anchor patterns at a token.
///
/// They depend on the token as it is written alone, so the answer is kept for tokens that come again. One a task.
final class FreeAnchors {
    private static let memory = 1 << 15

    private let program: RuleProgram
    private let tester: TokenTester
    private var keys: [UInt64]
    private var answers: [UInt32]
    private var lists: [[UInt32]] = [[]]
    private var numbers: [[UInt32]: UInt32] = [[]: 0]
    private var found: [UInt32] = []

    init(_ program: RuleProgram, _ tester: TokenTester) {
        self.program = program
        self.tester = tester
        keys = Array(repeating: 0, count: Self.memory)
        answers = Array(repeating: 0, count: Self.memory)
    }

    /// The atoms that hold of a token and are anchors.
    func atoms(_ view: TokenView, _ token: Int) -> [UInt32] {
        let record = view.tokens[token]
        var key: UInt64 = 14_695_981_039_346_656_037
        for byte in view.written(token) { key = (key ^ UInt64(byte)) &* 1_099_511_628_211 }
        for number in [record.kind.rawValue, record.shape.rawValue, record.script.rawValue] {
            key = (key ^ UInt64(number)) &* 1_099_511_628_211
        }
        let index = Int(truncatingIfNeeded: key ^ key >> 32) & (Self.memory - 1)
        if keys[index] == key { return lists[Int(answers[index])] }
        found.removeAll(keepingCapacity: true)
        for atom in program.words(.freeAnchors) where tester.holds(view, token, atom) { found.append(atom) }
        let number = intern()
        keys[index] = key
        answers[index] = number
        return lists[Int(number)]
    }

    private func intern() -> UInt32 {
        if let number = numbers[found] { return number }
        if lists.count > 4096 {
            // More kinds of tokens than texts have; begin anew.
            lists = [[]]
            numbers = [[]: 0]
            for index in keys.indices { keys[index] = 0 }
        }
        let number = UInt32(lists.count)
        lists.append(found)
        numbers[found] = number
        return number
    }
}
