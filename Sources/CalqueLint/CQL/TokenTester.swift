import CalqueSyntax
import CalqueText

/// Answers what a program asks of single tokens: atoms and formulas. One a task.
final class TokenTester {
    private typealias Layout = ProgramLayout

    let program: RuleProgram
    /// Behind a pointer, since Swift checks each access to a variable of a class.
    private let state: UnsafeMutablePointer<State>

    private struct State {
        /// Of each folded form of the text: its record in the program's vocabulary, as an offset in words plus one; 0 is
        /// none.
        var slots: [UInt32] = []
        /// Of each folded form a bit for every atom that holds of it, by the atom's lowest six bits.
        var atomBits: [UInt64] = []
        var epoch = 0
        /// Bit of the block's kind.
        var block: UInt32 = 0
        var plain: [UInt8] = []
        var regexes: [Regex?] = []
        /// Answers of regular expressions, by a hash of expression and token; a later one takes the place of an
        /// earlier.
        var regexKeys: [UInt64] = []
        var regexAnswers: [Bool] = []
    }

    private static let memory = 1 << 12

    init(_ program: RuleProgram) {
        self.program = program
        var state = State()
        if program.count(.regexes) > 0 {
            state.regexes = Array(repeating: nil, count: program.count(.regexes))
            state.regexKeys = Array(repeating: 0, count: Self.memory)
            state.regexAnswers = Array(repeating: false, count: Self.memory)
        }
        self.state = .allocate(capacity: 1)
        self.state.initialize(to: state)
    }

    deinit {
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// Begins with an article: looks up the forms that are new.
    func begin(_ vocabulary: VocabularyView) {
        if state.pointee.epoch != vocabulary.epoch {
            state.pointee.epoch = vocabulary.epoch
            state.pointee.slots.removeAll(keepingCapacity: true)
            state.pointee.atomBits.removeAll(keepingCapacity: true)
        }
        for form in state.pointee.slots.count..<vocabulary.hashes.count {
            let slot = slot(vocabulary, form)
            var bits: UInt64 = 0
            if slot != 0 {
                let record = program.vocabulary + Int(slot - 1)
                for posting in Int(record[2])..<Int(record[2] + record[3]) {
                    bits |= 1 << UInt64(program.postings[posting * 2] & 63)
                }
            }
            state.pointee.slots.append(slot)
            state.pointee.atomBits.append(bits)
        }
    }

    func setBlock(_ block: Block.Kind) { state.pointee.block = Self.number(block) }

    /// The record of a token's form in the program's vocabulary, as an offset in words plus one, or 0.
    @inline(__always)
    func slot(_ view: TokenView, _ token: Int) -> UInt32 { state.pointee.slots[view.formNumber(token)] }

    /// Whether an atom of words may hold of a token: told quickly, and wrong at times.
    @inline(__always)
    func mayBeWord(_ view: TokenView, _ token: Int, _ atom: UInt32) -> Bool {
        state.pointee.atomBits[view.formNumber(token)] >> UInt64(atom & 63) & 1 == 1
    }

    private func slot(_ vocabulary: VocabularyView, _ form: Int) -> UInt32 {
        let count = program.vocabularyCount
        if count == 0 { return 0 }
        let hash = vocabulary.hashes[form]
        var index = Int(hash) & (count - 1)
        while true {
            let record = program.vocabulary + index * 6
            if record[1] == 0 { return 0 }
            if record[0] == hash, vocabulary.form(form).elementsEqual(program.bytes(ofString: record[1])) {
                return UInt32(index * 6 + 1)
            }
            index = (index + 1) & (count - 1)
        }
    }

    /// Whether a token passes a formula.
    @inline(__always)
    func passes(_ view: TokenView, _ token: Int, _ test: UInt32) -> Bool {
        var at = test
        while at < Layout.fails {
            let step = program.tests + Int(at) * 3
            at = holds(view, token, step[0]) ? step[1] : step[2]
        }
        return at == Layout.passes
    }

    /// Whether an atom holds of a token.
    func holds(_ view: TokenView, _ token: Int, _ atom: UInt32) -> Bool {
        let record = program.atoms + Int(atom) * 5
        let kind = record[0]
        if kind == Layout.AtomKind.words { return isWord(view, token, atom) }
        let bits = record[1]
        switch kind {
        case Atom.Mask.shape.rawValue: return bits >> UInt32(view.tokens[token].shape.rawValue) & 1 == 1
        case Atom.Mask.kind.rawValue: return bits >> UInt32(view.tokens[token].kind.rawValue) & 1 == 1
        case Atom.Mask.script.rawValue: return bits >> UInt32(view.tokens[token].script.rawValue) & 1 == 1
        case Atom.Mask.flags.rawValue: return bits & Self.flags(view.tokens[token].flags) != 0
        case Atom.Mask.block.rawValue: return bits >> state.pointee.block & 1 == 1
        case Atom.Mask.names.rawValue: return UInt32(view.entry(token).names.rawValue) & bits != 0
        case Atom.Mask.features.rawValue: return UInt32(view.entry(token).features.rawValue) & bits != 0
        case Atom.Mask.tags.rawValue: return view.entry(token).tags.rawValue & bits != 0
        case Atom.Mask.known.rawValue:
            let marks = UInt32(view.entry(token).marks.rawValue) << 1
            return (marks | (view.word(token).isKnown ? 1 : 0)) & bits != 0
        case Atom.Syntax.upos.rawValue: return has(record, view.trees.universal[token].rawValue)
        case Atom.Syntax.tag.rawValue: return has(record, view.trees.penn[token].rawValue)
        case Atom.Syntax.deprel.rawValue: return has(record, view.trees.relations[token].rawValue)
        case Layout.AtomKind.head: return view.trees.head(token).map { holds(view, $0, bits) } ?? false
        case Atom.Source.feats.rawValue: return hasFeature(view, token, Int(bits))
        default: return matches(view, token, kind, Int(bits))
        }
    }

    /// Whether the bit of a value is set in an atom's 64 bits.
    @inline(__always)
    private func has(_ record: UnsafePointer<UInt32>, _ value: UInt8) -> Bool {
        (UInt64(record[1]) | UInt64(record[2]) << 32) >> UInt64(value) & 1 == 1
    }

    /// Whether one of the features of a token matches an expression.
    private func hasFeature(_ view: TokenView, _ token: Int, _ number: Int) -> Bool {
        guard let regex = regex(number) else { return false }
        let features = Morphology.features(form: view.form(token), tag: view.trees.penn[token])
        return features.utf8.split(separator: UInt8(ascii: "|")).contains { feature in
            Array(feature).withUnsafeBufferPointer { regex.matches($0) }
        }
    }

    private static func flags(_ flags: Token.Flags) -> UInt32 {
        (flags.contains(.spaceBefore) ? Atom.Flag.space : Atom.Flag.noSpace)
            | (flags.contains(.first) ? Atom.Flag.first : Atom.Flag.notFirst)
            | (flags.contains(.quoted) ? Atom.Flag.quoted : Atom.Flag.notQuoted)
    }

    static func number(_ block: Block.Kind) -> UInt32 {
        switch block {
        case .headline: 0
        case .dateline: 1
        case .byline: 2
        case .caption: 3
        case .listItem: 4
        case .paragraph: 5
        }
    }

    // MARK: - Words

    private func isWord(_ view: TokenView, _ token: Int, _ atom: UInt32) -> Bool {
        guard mayBeWord(view, token, atom) else { return false }
        let slot = slot(view, token)
        let record = program.vocabulary + Int(slot - 1)
        let postings = program.postings + Int(record[2]) * 2
        var low = 0
        var high = Int(record[3])
        let count = high
        while low < high {
            let middle = (low + high) / 2
            if postings[middle * 2] < atom { low = middle + 1 } else { high = middle }
        }
        while low < count, postings[low * 2] == atom {
            if isWritten(view, token, postings[low * 2 + 1]) { return true }
            low += 1
        }
        return false
    }

    /// Whether the token is written like the string; string 0 is any.
    @inline(__always)
    func isWritten(_ view: TokenView, _ token: Int, _ string: UInt32) -> Bool {
        if string == 0 { return true }
        let wanted = program.bytes(ofString: string)
        return view.withPlain(token, &state.pointee.plain) { TokenView.isEqual($0, wanted) }
    }

    /// Whether two tokens are written alike.
    func sameWord(_ view: TokenView, _ a: Int, _ b: Int) -> Bool {
        var copy: [UInt8] = []
        view.withPlain(a, &state.pointee.plain) { copy = Array($0) }
        return view.withPlain(b, &state.pointee.plain) { $0.elementsEqual(copy) }
    }

    func sameForm(_ view: TokenView, _ a: Int, _ b: Int) -> Bool {
        view.formNumber(a) == view.formNumber(b)
    }

    /// Whether two tokens can be forms of the same lemma.
    func sameLemma(_ view: TokenView, _ a: Int, _ b: Int) -> Bool {
        if sameForm(view, a, b) { return true }
        let lemmas = view.lexicon.lemmasOfForm(view.form(a), view.word(a))
        let others = view.lexicon.lemmasOfForm(view.form(b), view.word(b))
        return lemmas.contains { others.contains($0) }
    }

    // MARK: - Regular expressions

    private func matches(_ view: TokenView, _ token: Int, _ kind: UInt32, _ number: Int) -> Bool {
        let isLemma = kind == Atom.Source.lemma.rawValue
        var key: UInt64 = 14_695_981_039_346_656_037
        key = (key ^ UInt64(number + 1)) &* 1_099_511_628_211
        if isLemma {
            for byte in view.form(token) { key = (key ^ UInt64(byte)) &* 1_099_511_628_211 }
        } else {
            for byte in view.written(token) { key = (key ^ UInt64(byte)) &* 1_099_511_628_211 }
        }
        let index = Int(truncatingIfNeeded: key ^ key >> 32) & (Self.memory - 1)
        if state.pointee.regexKeys[index] == key { return state.pointee.regexAnswers[index] }
        var answer = false
        if let regex = regex(number) {
            if isLemma {
                answer = view.lexicon.lemmasOfForm(view.form(token), view.word(token))
                    .contains { $0.withUnsafeBufferPointer { regex.matches($0) } }
            } else {
                answer = view.withPlain(token, &state.pointee.plain) { regex.matches($0) }
            }
        }
        state.pointee.regexKeys[index] = key
        state.pointee.regexAnswers[index] = answer
        return answer
    }

    private func regex(_ number: Int) -> Regex? {
        if let regex = state.pointee.regexes[number] { return regex }
        let record = program.words(.regexes)
        let regex = try? Regex(program.string(record[number * 2]), ignoresCase: record[number * 2 + 1] == 1)
        state.pointee.regexes[number] = regex
        return regex
    }
}
