/// A pattern whose words are tokens and whose tests are formulas over atoms.
indirect enum LoweredNode {
    /// With the condition as it is written.
    case test(TokenTest, source: String)
    case sequence([LoweredNode])
    case alternatives([LoweredNode])
    case repeated(LoweredNode, least: Int, greatest: Int?)
    case save(Int)
    case sentenceStart, sentenceEnd

    /// The least and greatest number of tokens; the greatest is nil where there is no bound.
    var width: (least: Int, greatest: Int?) {
        switch self {
        case .test: return (1, 1)
        case .save, .sentenceStart, .sentenceEnd: return (0, 0)
        case .sequence(let items):
            var least = 0
            var greatest: Int? = 0
            for item in items {
                let width = item.width
                least = min(least + width.least, 100_000)
                greatest = Self.bounded(greatest, width.greatest, +)
            }
            return (least, greatest)
        case .alternatives(let branches):
            let widths = branches.map(\.width)
            var greatest: Int? = 0
            for width in widths { greatest = Self.bounded(greatest, width.greatest, max) }
            return (widths.map(\.least).min() ?? 0, greatest)
        case .repeated(let body, let least, let greatest):
            let width = body.width
            return (min(width.least * least, 100_000), Self.bounded(width.greatest, greatest, *))
        }
    }

    /// Whether every match begins at the start of a sentence.
    var startsSentence: Bool {
        switch self {
        case .sentenceStart: return true
        case .sequence(let items):
            for item in items {
                if item.startsSentence { return true }
                if case .save = item { continue }
                return false
            }
            return false
        case .alternatives(let branches): return branches.allSatisfy(\.startsSentence)
        default: return false
        }
    }

    private static func bounded(_ a: Int?, _ b: Int?, _ combine: (Int, Int) -> Int) -> Int? {
        guard let a, let b else { return nil }
        let value = combine(a, b)
        return value > PatternCompiler.longestMatch ? nil : value
    }
}

/// Turns the tree of a pattern into `LoweredNode`s, numbering its labels.
struct PatternLowering {
    var resolver: TestResolver
    var atoms: AtomTable
    private(set) var labels: [(name: String, isSingleToken: Bool)] = []
    private(set) var hasMarks = false

    init(resolver: TestResolver, atoms: AtomTable) {
        self.resolver = resolver
        self.atoms = atoms
    }

    mutating func lower(_ node: CQLNode) throws(CQLError) -> LoweredNode {
        switch node {
        case .word(let word, let at):
            let tests = try resolver.bareWord(word, at: at, &atoms)
            return tests.count == 1
                ? .test(tests[0].test, source: word)
                : .sequence(tests.map { .test($0.test, source: $0.word) })
        case .token(let test, let source, let at):
            let test = try resolver.resolve(test, &atoms)
            if test == .never { throw CQLError(at, "No token can pass this test.") }
            return .test(test, source: source)
        case .sequence(let items): return .sequence(try lower(items))
        case .alternatives(let branches): return .alternatives(try lower(branches))
        case .repeated(let body, let least, let greatest, _):
            return .repeated(try lower(body), least: least, greatest: greatest)
        case .markStart:
            hasMarks = true
            return .save(0)
        case .markEnd: return .save(1)
        case .sentenceStart: return .sentenceStart
        case .sentenceEnd: return .sentenceEnd
        case .labelled(let name, let body, let at):
            if name == "match" {
                throw CQLError(at, "“match” is the name of the part reported; call the label otherwise.")
            }
            if labels.count >= 20 { throw CQLError(at, "A pattern has at most 20 labels.") }
            let slot = 2 + 2 * (labels.firstIndex { $0.name == name } ?? labels.count)
            if slot == 2 + 2 * labels.count { labels.append((name, true)) }
            let body = try lower(body)
            if body.width.least != 1 || body.width.greatest != 1 {
                // `a:[]?` is still one token where it is there at all.
                if body.width.greatest != 1 { labels[(slot - 2) / 2].isSingleToken = false }
            }
            // Optional as a whole: then the label is unset where nothing was matched.
            if case .repeated(let inner, 0, let greatest) = body {
                if greatest == 1 {
                    return .repeated(.sequence([.save(slot), inner, .save(slot + 1)]), least: 0, greatest: 1)
                }
                return .repeated(
                    .sequence([.save(slot), .repeated(inner, least: 1, greatest: greatest), .save(slot + 1)]), least: 0,
                    greatest: 1)
            }
            return .sequence([.save(slot), body, .save(slot + 1)])
        }
    }

    private mutating func lower(_ nodes: [CQLNode]) throws(CQLError) -> [LoweredNode] {
        var lowered: [LoweredNode] = []
        for node in nodes { lowered.append(try lower(node)) }
        return lowered
    }

    // MARK: - Conditions

    mutating func lower(_ condition: CQLCondition) throws(CQLError) -> ConditionCode {
        switch condition {
        case .not(let inner): return .not(try lower(inner))
        case .all(let parts): return .all(try lower(parts))
        case .some(let parts): return .some(try lower(parts))
        case .value(let name, let comparison):
            let label = try number(name, at: comparison.at)
            return .test(label: label, try resolver.resolve(comparison, &atoms))
        case .same(let attribute, let a, let b, let isNegated, let ignoresCase, let at):
            let first = try number(a, at: at)
            let second = try number(b, at: at)
            var code: ConditionCode
            switch attribute {
            case .word: code = ignoresCase ? .sameForm(first, second) : .sameWord(first, second)
            // The parser of patterns lets nothing else through.
            default: code = .sameLemma(first, second)
            }
            // Negated, it must still be false where a label is unset.
            if isNegated { code = .all([.test(label: first, .any), .test(label: second, .any), .not(code)]) }
            return code
        }
    }

    private mutating func lower(_ parts: [CQLCondition]) throws(CQLError) -> [ConditionCode] {
        var codes: [ConditionCode] = []
        for part in parts { codes.append(try lower(part)) }
        return codes
    }

    private func number(_ name: String, at: Int) throws(CQLError) -> Int {
        guard let index = labels.firstIndex(where: { $0.name == name }) else {
            let hint = NearestName.hint(name, among: labels.map(\.name))
            throw CQLError(at, "No token has the label “\(name)”.\(hint) A label stands before its token: \(name):[…].")
        }
        if !labels[index].isSingleToken {
            throw CQLError(
                at, "The label “\(name)” can stand for several tokens; a condition needs a label on a single one.")
        }
        return index
    }
}
