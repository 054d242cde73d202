import CalqueSyntax

/// Compiles one pattern after the other into automata over a common table of atoms.
struct PatternCompiler {
    /// A match has at most this many tokens.
    static let longestMatch = 100
    static let mostInstructions = 2000

    let lexicon: Lexicon
    let reader: WordReader
    let lists: [String: [String]]
    var atoms = AtomTable()

    init(lexicon: Lexicon, reader: WordReader = WordReader(), lists: [String: [String]] = [:]) {
        self.lexicon = lexicon
        self.reader = reader
        self.lists = lists
    }

    /// Compiles a pattern.
    ///
    /// - Parameter needsAnchor: Whether it is to be searched for; `unless` patterns are only tried beside a match.
    /// - Throws: `RuleError`.
    mutating func compile(_ source: SourceText, needsAnchor: Bool = true) throws(RuleError) -> PatternCode {
        let pattern = try CQLParser.parse(source)
        do {
            var code = try compile(pattern, needsAnchor: needsAnchor)
            code.source = source.oneLine
            return code
        } catch {
            throw source.error(error)
        }
    }

    private mutating func compile(_ pattern: CQLPattern, needsAnchor: Bool) throws(CQLError) -> PatternCode {
        var lowering = PatternLowering(
            resolver: TestResolver(lexicon: lexicon, reader: reader, lists: lists), atoms: atoms)
        let root = try lowering.lower(pattern.root)
        var code = PatternCode()
        code.labels = lowering.labels.map(\.name)
        code.hasMarks = lowering.hasMarks
        if root.width.least == 0 {
            throw CQLError(0, "The pattern can match nothing at all. Leave the “?” away from at least one token.")
        }
        try checkMarks(root)
        try emit(root, into: &code.code)
        code.code.append(.accept)
        if let condition = pattern.condition { code.condition = try lowering.lower(condition) }
        code.needsSyntax = lowering.resolver.needsSyntax
        atoms = lowering.atoms
        var chooser = AnchorChooser(lexicon: lexicon, lists: lists, atoms: atoms.atoms)
        code.startsSentence = root.startsSentence
        if needsAnchor {
            do {
                code.anchors = try chooser.choose(root)
            } catch {
                // What tagger and parser say stands in no index.
                guard code.needsSyntax else { throw error }
                code.isEverywhere = true
            }
        }
        return code
    }

    /// What stands between the marks must have a token.
    private func checkMarks(_ root: LoweredNode) throws(CQLError) {
        guard case .sequence(let items) = root else { return }
        var least: Int?
        for item in items {
            switch item {
            case .save(0): least = 0
            case .save(1):
                if least == 0 {
                    throw CQLError(
                        0,
                        "What stands between “<<” and “>>” can be nothing: it must hold a token that is not optional.")
                }
            default: if let sum = least { least = sum + item.width.least }
            }
        }
    }

    private func emit(_ node: LoweredNode, into code: inout [Instruction]) throws(CQLError) {
        if code.count > Self.mostInstructions {
            throw CQLError(
                0,
                "The pattern becomes more than \(Self.mostInstructions) steps: it repeats what itself repeats. Lower the numbers, or write “*”."
            )
        }
        switch node {
        case .test(let test, let source): code.append(.test(test, source: source))
        case .sequence(let items): for item in items { try emit(item, into: &code) }
        case .save(let slot): code.append(.save(slot))
        case .sentenceStart: code.append(.sentenceStart)
        case .sentenceEnd: code.append(.sentenceEnd)
        case .alternatives(let branches):
            var exits: [Int] = []
            for (index, branch) in branches.enumerated() {
                let isLast = index == branches.count - 1
                let split = code.count
                if !isLast { code.append(.split(split + 1, 0)) }
                try emit(branch, into: &code)
                if !isLast {
                    exits.append(code.count)
                    code.append(.jump(0))
                    code[split] = .split(split + 1, code.count)
                }
            }
            for exit in exits { code[exit] = .jump(code.count) }
        case .repeated(let body, let least, let greatest):
            for _ in 0..<least { try emit(body, into: &code) }
            guard let greatest else {
                let split = code.count
                code.append(.split(split + 1, 0))
                try emit(body, into: &code)
                code.append(.jump(split))
                code[split] = .split(split + 1, code.count)
                return
            }
            var splits: [Int] = []
            for _ in 0..<(greatest - least) {
                splits.append(code.count)
                code.append(.split(code.count + 1, 0))
                try emit(body, into: &code)
            }
            for split in splits { code[split] = .split(split + 1, code.count) }
        }
    }
}
