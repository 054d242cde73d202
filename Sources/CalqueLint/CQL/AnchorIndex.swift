import CalqueText

/// Knows which patterns each spelling of the text is an anchor of.
///
/// That depends on the token as it is written alone, so it is found out at the first token of a spelling and kept. One a
/// task.
final class AnchorIndex {
    /// A pattern that may match around a token.
    struct Anchored {
        var pattern: UInt32
        /// Tokens between the match's start and this one: least and greatest.
        var least: Int32
        var greatest: Int32
        /// An atom of words that holds of every match at a distance from this token, plus one; 0 is none.
        var second: UInt32
        var distance: Int32
        /// An atom of words that holds of the first token of every match, plus one; 0 is none.
        var start: UInt32
        /// The test of the token beside this one; `ProgramLayout.passes` without one.
        var beside: UInt32
        var side: Int32
        var startsSentence: Bool
    }

    private let program: RuleProgram
    private let tester: TokenTester
    private let isEnabled: [Bool]
    /// By spelling: where its patterns begin in `anchored`, plus one, and how many there are; 0 is not yet found out.
    private var places: [(first: UInt32, count: UInt32)] = []
    private(set) var anchored: [Anchored] = []
    private var epoch = 0

    /// - Parameter isEnabled: For each rule of the program whether it runs.
    init(_ program: RuleProgram, _ tester: TokenTester, isEnabled: [Bool]) {
        self.program = program
        self.tester = tester
        self.isEnabled = isEnabled
    }

    /// Begins with an article.
    func begin(_ vocabulary: VocabularyView) {
        if epoch != vocabulary.epoch {
            epoch = vocabulary.epoch
            places.removeAll(keepingCapacity: true)
            anchored.removeAll(keepingCapacity: true)
        }
        for _ in places.count..<vocabulary.spellings.count { places.append((0, 0)) }
    }

    /// Indices in `anchored` of the patterns that a token is an anchor of.
    @inline(__always)
    func patterns(_ view: TokenView, _ token: Int) -> Range<Int> {
        let place = places[Int(view.spellings[token])]
        if place.first == 0 { return find(view, token) }
        return Int(place.first) - 1..<Int(place.first - 1 + place.count)
    }

    @inline(never)
    private func find(_ view: TokenView, _ token: Int) -> Range<Int> {
        let first = anchored.count
        let slot = tester.slot(view, token)
        if slot != 0 {
            let record = program.vocabulary + Int(slot - 1)
            for posting in Int(record[4])..<Int(record[4] + record[5])
            where tester.isWritten(view, token, program.postings[posting * 2 + 1]) {
                add(program.postings[posting * 2])
            }
        }
        for atom in program.words(.freeAnchors) where tester.holds(view, token, atom) { add(atom) }
        places[Int(view.spellings[token])] = (UInt32(first + 1), UInt32(anchored.count - first))
        return first..<anchored.count
    }

    /// Adds the patterns that an atom is an anchor of.
    private func add(_ atom: UInt32) {
        let record = program.atoms + Int(atom) * 5
        for index in Int(record[3])..<Int(record[3] + record[4]) {
            let anchor = program.anchors + index * 8
            let pattern = Int(anchor[0])
            if !isEnabled[Int(program.pattern(pattern, .rule))] { continue }
            let flags = program.pattern(pattern, .flags)
            anchored.append(
                Anchored(
                    pattern: anchor[0], least: Int32(bitPattern: anchor[1]), greatest: Int32(bitPattern: anchor[2]),
                    second: anchor[3], distance: Int32(bitPattern: anchor[4]), start: anchor[5], beside: anchor[6],
                    side: Int32(bitPattern: anchor[7]),
                    startsSentence: flags & ProgramLayout.PatternFlag.startsSentence != 0))
        }
    }
}
