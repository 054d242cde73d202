import CalqueText

/// Writes compiled rules in the form of `ProgramLayout`.
struct ProgramWriter {
    private typealias Layout = ProgramLayout

    private var text: [UInt8] = []
    private var strings: [(offset: Int, count: Int)] = [(0, 0)]
    private var stringNumbers: [String: UInt32] = ["": 0]
    private var sections: [Layout.Section: [UInt32]] = [:]
    private var testNumbers: [TokenTest: UInt32] = [:]
    private let atoms: [Atom]
    private let lists: [String: [String]]

    /// - Parameter lists: Word lists by name, folded.
    static func write(_ rules: [CompiledRule], atoms: [Atom], lists: [String: [String]], fingerprint: UInt64) -> [UInt8]
    {
        var writer = ProgramWriter(atoms: atoms, lists: lists)
        var anchors = Array(repeating: [[UInt32]](), count: atoms.count)
        for rule in rules { writer.add(rule, &anchors) }
        writer.addAtoms(anchors)
        return writer.bytes(fingerprint)
    }

    private init(atoms: [Atom], lists: [String: [String]]) {
        self.atoms = atoms
        self.lists = lists
    }

    // MARK: - Strings

    private mutating func string(_ value: String) -> UInt32 {
        if let number = stringNumbers[value] { return number }
        let number = UInt32(strings.count)
        stringNumbers[value] = number
        strings.append((text.count, value.utf8.count))
        text += value.utf8
        return number
    }

    private mutating func list(_ values: [String]) -> [UInt32] {
        let first = UInt32(sections[.lists, default: []].count)
        for value in values {
            let number = string(value)
            sections[.lists, default: []].append(number)
        }
        return [first, UInt32(values.count)]
    }

    private func count(_ section: Layout.Section) -> UInt32 {
        UInt32((sections[section]?.count ?? 0) / section.width)
    }

    private mutating func append(_ words: [UInt32], to section: Layout.Section) {
        sections[section, default: []] += words
    }

    // MARK: - Rules and patterns

    /// - Parameter anchors: Receives the records of the rule's anchors, by atom.
    private mutating func add(_ rule: CompiledRule, _ anchors: inout [[[UInt32]]]) {
        let number = count(.rules)
        let first = count(.patterns)
        for pattern in rule.patterns {
            let index = add(pattern, rule: number)
            for anchor in pattern.anchors {
                anchors[anchor.atom].append([
                    index, UInt32(anchor.least), UInt32(anchor.greatest), anchor.second.map { UInt32($0 + 1) } ?? 0,
                    UInt32(bitPattern: Int32(anchor.distance)), anchor.start.map { UInt32($0 + 1) } ?? 0,
                    anchor.beside.map { test($0) } ?? Layout.passes, UInt32(bitPattern: Int32(anchor.side)),
                ])
            }
            if pattern.anchors.isEmpty { append([index], to: .sentencePatterns) }
        }
        let unless = count(.patterns)
        for pattern in rule.unless { _ = add(pattern, rule: number) }
        let description = rule.description
        var record: [UInt32] = [
            string(description.id), string(description.name),
            UInt32(Family.allCases.firstIndex(of: description.family) ?? 0), string(description.summary),
            string(description.rationale), string(description.mqm), UInt32(description.severity.rawValue),
            description.isOnByDefault ? 1 : 0, string(description.precision), UInt32(rule.confidence * 1000 + 0.5),
            string(rule.message), rule.needsSyntax ? 1 : 0,
            UInt32(Evidence.allCases.firstIndex(of: description.evidence) ?? 0),
        ]
        record += list(description.sourceLanguages)
        record += list(description.bad)
        record += list(description.good)
        record += list(description.missed)
        record += list(rule.fixes)
        record += [first, UInt32(rule.patterns.count), unless, UInt32(rule.unless.count)]
        append(record, to: .rules)
    }

    private mutating func add(_ pattern: PatternCode, rule: UInt32) -> UInt32 {
        let start = count(.code)
        for instruction in pattern.code {
            let words: [UInt32] =
                switch instruction {
                case .test(let value, let source):
                    [Layout.Operation.test.rawValue, test(value), string(source)]
                case .split(let a, let b): [Layout.Operation.split.rawValue, UInt32(a), UInt32(b)]
                case .jump(let a): [Layout.Operation.jump.rawValue, UInt32(a), 0]
                case .save(let slot): [Layout.Operation.save.rawValue, UInt32(slot), 0]
                case .sentenceStart: [Layout.Operation.sentenceStart.rawValue, 0, 0]
                case .sentenceEnd: [Layout.Operation.sentenceEnd.rawValue, 0, 0]
                case .accept: [Layout.Operation.accept.rawValue, 0, 0]
                }
            append(words, to: .code)
        }
        var flags: UInt32 = 0
        if pattern.hasMarks { flags |= Layout.PatternFlag.marks }
        if pattern.startsSentence { flags |= Layout.PatternFlag.startsSentence }
        if pattern.isEverywhere { flags |= Layout.PatternFlag.everywhere }
        let condition = pattern.condition.map { emit($0, Layout.passes, Layout.fails) } ?? Layout.none
        let record =
            [rule, start, UInt32(pattern.code.count), UInt32(2 + 2 * pattern.labels.count), condition, flags]
            + list(pattern.labels) + [string(pattern.source)]
        append(record, to: .patterns)
        return count(.patterns) - 1
    }

    // MARK: - Formulas

    private mutating func test(_ test: TokenTest) -> UInt32 {
        if let number = testNumbers[test] { return number }
        let number = emit(test, Layout.passes, Layout.fails)
        testNumbers[test] = number
        return number
    }

    /// A branching program: each step looks at one atom and goes one of two ways.
    private mutating func emit(_ test: TokenTest, _ yes: UInt32, _ no: UInt32) -> UInt32 {
        switch test {
        case .any: return yes
        case .never: return no
        case .atom(let atom):
            append([UInt32(atom), yes, no], to: .tests)
            return count(.tests) - 1
        case .not(let inner): return emit(inner, no, yes)
        case .all(let parts): return parts.reversed().reduce(yes) { emit($1, $0, no) }
        case .some(let parts): return parts.reversed().reduce(no) { emit($1, yes, $0) }
        }
    }

    private mutating func emit(_ condition: ConditionCode, _ yes: UInt32, _ no: UInt32) -> UInt32 {
        func step(_ kind: Layout.ConditionKind, _ a: UInt32, _ b: UInt32) -> UInt32 {
            append([kind.rawValue, a, b, yes, no], to: .conditions)
            return count(.conditions) - 1
        }
        switch condition {
        case .always: return yes
        case .test(let label, let value): return step(.test, UInt32(label), test(value))
        case .sameWord(let a, let b): return step(.sameWord, UInt32(a), UInt32(b))
        case .sameForm(let a, let b): return step(.sameForm, UInt32(a), UInt32(b))
        case .sameLemma(let a, let b): return step(.sameLemma, UInt32(a), UInt32(b))
        case .not(let inner): return emit(inner, no, yes)
        case .all(let parts): return parts.reversed().reduce(yes) { emit($1, $0, no) }
        case .some(let parts): return parts.reversed().reduce(no) { emit($1, yes, $0) }
        }
    }

    // MARK: - Atoms and vocabulary

    private mutating func addAtoms(_ anchors: [[[UInt32]]]) {
        var postings: [String: [(atom: UInt32, exact: String?)]] = [:]
        for (number, atom) in atoms.enumerated() {
            var record: [UInt32] = [0, 0, 0, count(.anchors), UInt32(anchors[number].count)]
            switch atom {
            case .words(let words):
                record[0] = Layout.AtomKind.words
                for word in words { postings[word.form, default: []].append((UInt32(number), word.exact)) }
            case .list(let name):
                record[0] = Layout.AtomKind.words
                for form in Set(lists[name] ?? []) { postings[form, default: []].append((UInt32(number), nil)) }
            case .mask(let mask, let bits):
                record[0] = mask.rawValue
                record[1] = bits
            case .syntax(let kind, let bits):
                record[0] = kind.rawValue
                record[1] = UInt32(truncatingIfNeeded: bits)
                record[2] = UInt32(truncatingIfNeeded: bits >> 32)
            case .head(let atom):
                record[0] = Layout.AtomKind.head
                record[1] = UInt32(atom)
            case .regex(let source, let pattern, let ignoresCase):
                record[0] = source.rawValue
                record[1] = count(.regexes)
                append([string(pattern), ignoresCase ? 1 : 0], to: .regexes)
            }
            if record[0] != Layout.AtomKind.words, !anchors[number].isEmpty {
                append([UInt32(number)], to: .freeAnchors)
            }
            for anchor in anchors[number] { append(anchor, to: .anchors) }
            append(record, to: .atoms)
        }
        addVocabulary(postings) { !anchors[Int($0)].isEmpty }
    }

    private mutating func addVocabulary(
        _ postings: [String: [(atom: UInt32, exact: String?)]], isAnchor: (UInt32) -> Bool
    ) {
        guard !postings.isEmpty else { return }
        var size = 16
        while size < postings.count * 2 { size *= 2 }
        let width = Layout.Section.vocabulary.width
        var table = Array(repeating: UInt32(0), count: size * width)
        for (form, list) in postings.sorted(by: { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }) {
            let hash = FormHash.of(form.utf8)
            var slot = Int(hash) & (size - 1)
            while table[slot * width + 1] != 0 { slot = (slot + 1) & (size - 1) }
            let sorted = list.sorted { ($0.atom, $0.exact ?? "") < ($1.atom, $1.exact ?? "") }
            let first = count(.postings)
            for posting in sorted { append([posting.atom, string(posting.exact ?? "")], to: .postings) }
            let firstAnchor = count(.postings)
            for posting in sorted where isAnchor(posting.atom) {
                append([posting.atom, string(posting.exact ?? "")], to: .postings)
            }
            let record = [
                hash, string(form), first, UInt32(sorted.count), firstAnchor, count(.postings) - firstAnchor,
            ]
            for (index, word) in record.enumerated() { table[slot * width + index] = word }
        }
        sections[.vocabulary] = table
    }

    // MARK: - Bytes

    private func bytes(_ fingerprint: UInt64) -> [UInt8] {
        var sections = sections
        sections[.strings] = strings.flatMap { [UInt32($0.offset), UInt32($0.count)] }
        var padded = text
        while padded.count % 4 != 0 { padded.append(0) }
        sections[.text] = stride(from: 0, to: padded.count, by: 4).map { at in
            (0..<4).reduce(0) { $0 | UInt32(padded[at + $1]) << UInt32(8 * $1) }
        }
        var header: [UInt32] = [
            Layout.magic, Layout.version, 0, UInt32(truncatingIfNeeded: fingerprint),
            UInt32(truncatingIfNeeded: fingerprint >> 32),
        ]
        var body: [UInt32] = []
        for section in Layout.Section.allCases {
            let words = sections[section] ?? []
            header += [UInt32(Layout.headerWords + body.count), UInt32(words.count / section.width)]
            body += words
        }
        let words = header + body
        var bytes: [UInt8] = []
        bytes.reserveCapacity(words.count * 4)
        for (index, word) in words.enumerated() {
            let value = index == 2 ? UInt32(words.count * 4) : word
            for shift in stride(from: UInt32(0), to: 32, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: value >> shift))
            }
        }
        return bytes
    }
}
