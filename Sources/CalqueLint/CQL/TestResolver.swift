import CalqueSyntax

/// Turns what is written in brackets into a formula over atoms, and finds out what cannot be meant.
struct TestResolver {
    let lexicon: Lexicon
    let reader: WordReader
    /// Word lists by name.
    let lists: [String: [String]]
    /// Whether something was asked that only tagger or parser can tell.
    private(set) var needsSyntax = false

    init(lexicon: Lexicon, reader: WordReader, lists: [String: [String]]) {
        self.lexicon = lexicon
        self.reader = reader
        self.lists = lists
    }

    mutating func resolve(_ test: CQLTest, _ atoms: inout AtomTable) throws(CQLError) -> TokenTest {
        switch test {
        case .any: return .any
        case .comparison(let comparison): return try resolve(comparison, &atoms)
        case .not(let inner):
            let inner = try resolve(inner, &atoms)
            return negation(inner)
        case .all(let parts):
            var tests: [TokenTest] = []
            for part in parts {
                let test = try resolve(part, &atoms)
                if test == .never { return .never }
                if test != .any { tests.append(test) }
            }
            return tests.isEmpty ? .any : tests.count == 1 ? tests[0] : .all(tests)
        case .some(let parts):
            var tests: [TokenTest] = []
            for part in parts {
                let test = try resolve(part, &atoms)
                if test == .any { return .any }
                if test != .never { tests.append(test) }
            }
            return tests.isEmpty ? .never : tests.count == 1 ? tests[0] : .some(tests)
        }
    }

    private func negation(_ test: TokenTest) -> TokenTest {
        switch test {
        case .any: .never
        case .never: .any
        case .not(let inner): inner
        default: .not(test)
        }
    }

    mutating func resolve(_ comparison: CQLComparison, _ atoms: inout AtomTable) throws(CQLError) -> TokenTest {
        let test = try positive(comparison.attribute, comparison.value, &atoms)
        if comparison.attribute.needsSyntax { needsSyntax = true }
        return comparison.isNegated ? negation(test) : test
    }

    /// A bare word: its tokens, in any case.
    func bareWord(_ word: String, at: Int, _ atoms: inout AtomTable) throws(CQLError) -> [(
        test: TokenTest, word: String
    )] {
        let parts = reader.parts(of: word)
        if parts.isEmpty { throw CQLError(at, "The tokenizer cannot read “\(word)”; write it in quotation marks.") }
        return parts.map { (.atom(atoms.intern(.words([Atom.Word(form: $0.form, exact: nil)]))), $0.text) }
    }

    // MARK: - Attributes

    private func positive(_ attribute: CQLAttribute, _ value: CQLValue, _ atoms: inout AtomTable) throws(CQLError)
        -> TokenTest
    {
        switch attribute {
        case .word: return try word(value, &atoms)
        case .lemma: return try lemma(value, &atoms)
        case .class: return try classes(value, &atoms)
        case .feats:
            if !value.isLiteral { _ = try regex(value) }
            // \Q … \E: what stands between is no expression.
            let pattern = value.isLiteral ? "\\Q\(value.text)\\E" : value.text
            return .atom(atoms.intern(.regex(.feats, pattern, ignoresCase: value.ignoresCase)))
        case .headWord: return onHead(try positive(.word, value, &atoms), &atoms)
        case .headLemma: return onHead(try positive(.lemma, value, &atoms), &atoms)
        case .headFeats: return onHead(try positive(.feats, value, &atoms), &atoms)
        case .headUpos: return onHead(try positive(.upos, value, &atoms), &atoms)
        case .headTag: return onHead(try positive(.tag, value, &atoms), &atoms)
        case .headDeprel: return onHead(try positive(.deprel, value, &atoms), &atoms)
        case .may:
            let bits = try values(attribute, value, attribute.values).reduce(UInt32(0)) { $0 | 1 << UInt32($1) }
            return .atom(atoms.intern(.mask(.tags, bits)))
        case .case:
            let shapes: [UInt32] = [1, 2, 3, 4, 0]
            return mask(.shape, try values(attribute, value, attribute.values).map { shapes[$0] }, &atoms)
        case .kind: return mask(.kind, try values(attribute, value, attribute.values).map { UInt32($0) }, &atoms)
        case .script:
            // `none` is 0 in `Token.Script`, and last in the list.
            let count = attribute.values.count
            return mask(
                .script, try values(attribute, value, attribute.values).map { UInt32(($0 + 1) % count) }, &atoms)
        case .block: return mask(.block, try values(attribute, value, attribute.values).map { UInt32($0) }, &atoms)
        case .space, .first, .quoted:
            let pair: [UInt32] =
                switch attribute {
                case .space: [Atom.Flag.space, Atom.Flag.noSpace]
                case .first: [Atom.Flag.first, Atom.Flag.notFirst]
                default: [Atom.Flag.quoted, Atom.Flag.notQuoted]
                }
            let bits = try values(attribute, value, attribute.values).reduce(UInt32(0)) { $0 | pair[$1] }
            return .atom(atoms.intern(.mask(.flags, bits)))
        case .upos: return syntax(.upos, try values(attribute, value, attribute.values), &atoms)
        case .tag: return syntax(.tag, try values(attribute, value, attribute.values), &atoms)
        case .deprel: return syntax(.deprel, try values(attribute, value, attribute.values), &atoms)
        }
    }

    /// The values of an attribute stand in the order of the type that it comes from.
    private func syntax(_ kind: Atom.Syntax, _ numbers: [Int], _ atoms: inout AtomTable) -> TokenTest {
        .atom(atoms.intern(.syntax(kind, numbers.reduce(0) { $0 | 1 << UInt64($1) })))
    }

    /// The same test of the token that a token depends on.
    private func onHead(_ test: TokenTest, _ atoms: inout AtomTable) -> TokenTest {
        switch test {
        case .any, .never: return test
        case .atom(let atom): return .atom(atoms.intern(.head(atom)))
        case .not(let inner): return .not(onHead(inner, &atoms))
        case .all(let parts): return .all(parts.map { onHead($0, &atoms) })
        case .some(let parts): return .some(parts.map { onHead($0, &atoms) })
        }
    }

    private func mask(_ mask: Atom.Mask, _ numbers: [UInt32], _ atoms: inout AtomTable) -> TokenTest {
        .atom(atoms.intern(.mask(mask, numbers.reduce(0) { $0 | 1 << $1 })))
    }

    private func word(_ value: CQLValue, _ atoms: inout AtomTable) throws(CQLError) -> TokenTest {
        if !value.isLiteral, value.text == "." {
            throw CQLError(
                value.at,
                "As a regular expression “.” is any character: write [word==\".\"] for a full stop, [] for any token.")
        }
        guard let words = value.isLiteral ? [value.text] : LiteralExpansion.words(of: value.text) else {
            _ = try regex(value)
            return .atom(atoms.intern(.regex(.word, value.text, ignoresCase: value.ignoresCase)))
        }
        var set: Set<Atom.Word> = []
        for word in words where !word.isEmpty {
            let parts = reader.parts(of: word)
            if parts.count != 1 {
                let list = parts.map { "“\($0.text)”" }.joined(separator: ", ")
                throw CQLError(
                    value.at,
                    parts.isEmpty
                        ? "“\(word)” is no token: it holds white space, or nothing that can be seen."
                        : "“\(word)” is \(parts.count) tokens here: \(list). Write it without quotation marks, or each token in its own."
                )
            }
            set.insert(Atom.Word(form: parts[0].form, exact: value.ignoresCase ? nil : parts[0].text))
        }
        if set.isEmpty { throw CQLError(value.at, "The value is empty; no token is.") }
        return .atom(atoms.intern(.words(set.sorted())))
    }

    private func lemma(_ value: CQLValue, _ atoms: inout AtomTable) throws(CQLError) -> TokenTest {
        guard let lemmas = value.isLiteral ? [value.text] : LiteralExpansion.words(of: value.text) else {
            _ = try regex(value)
            return .atom(atoms.intern(.regex(.lemma, value.text, ignoresCase: true)))
        }
        var set: Set<Atom.Word> = []
        for lemma in lemmas {
            let parts = reader.parts(of: lemma)
            guard parts.count == 1 else {
                throw CQLError(
                    value.at, "A lemma is one token, and “\(lemma)” is \(parts.count). Write it as a phrase of several."
                )
            }
            let forms = lexicon.formsOfLemma(parts[0].form)
            if forms.isEmpty {
                let bytes = Array(parts[0].form.utf8)
                let others = lexicon.lemmasOfForm(bytes[...], lexicon.find(parts[0].form))
                    .map { String(decoding: $0, as: UTF8.self) }.filter { $0 != parts[0].form }
                throw CQLError(
                    value.at,
                    others.isEmpty
                        ? "The lexicon has no lemma “\(lemma)”. Write its forms: [word=\"\(lemma)|…\"%c]."
                        : "“\(lemma)” is no lemma but a form of “\(others[0])”: write [lemma=\"\(others[0])\"], or [word=\"\(lemma)\"%c] for this form only."
                )
            }
            for form in forms { set.insert(Atom.Word(form: form, exact: nil)) }
        }
        return .atom(atoms.intern(.words(set.sorted())))
    }

    private func classes(_ value: CQLValue, _ atoms: inout AtomTable) throws(CQLError) -> TokenTest {
        let names = LexiconClass.all.map(\.name) + lists.keys.sorted()
        var masks: [Atom.Mask: UInt32] = [:]
        var tests: [TokenTest] = []
        for index in try values(.class, value, names) {
            if let found = LexiconClass.named(names[index]) {
                masks[found.mask, default: 0] |= found.bits
            } else {
                tests.append(.atom(atoms.intern(.list(names[index]))))
            }
        }
        for (mask, bits) in masks.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            tests.append(.atom(atoms.intern(.mask(mask, bits))))
        }
        return tests.count == 1 ? tests[0] : .some(tests)
    }

    // MARK: - Values

    /// The indices of those values of a closed list that are meant.
    private func values(_ attribute: CQLAttribute, _ value: CQLValue, _ all: [String]) throws(CQLError) -> [Int] {
        guard let words = value.isLiteral ? [value.text] : LiteralExpansion.words(of: value.text) else {
            let regex = try regex(value)
            let found = all.indices.filter { regex.matches(all[$0]) }
            if found.isEmpty {
                throw CQLError(
                    value.at, "“\(value.text)” matches no value of “\(attribute.rawValue)”. It can be: \(list(all)).")
            }
            return found
        }
        var found: Set<Int> = []
        for word in words {
            guard let index = all.firstIndex(of: word) else {
                let hint = NearestName.hint(word, among: all)
                let rest =
                    all.count > 30 && !hint.isEmpty
                    ? "" : " It can be: \(list(all))."
                let what =
                    attribute == .class
                    ? "There is no word list and no class of the lexicon “\(word)”."
                    : "“\(word)” is no value of “\(attribute.rawValue)”."
                throw CQLError(value.at, what + hint + rest)
            }
            found.insert(index)
        }
        return found.sorted()
    }

    private func list(_ names: [String]) -> String { names.joined(separator: ", ") }

    private func regex(_ value: CQLValue) throws(CQLError) -> Regex {
        do {
            return try Regex(value.text, ignoresCase: value.ignoresCase)
        } catch {
            throw CQLError(
                value.at + 1 + error.offset,
                "“\(value.text)” is no regular expression (character \(error.offset + 1)). Parentheses and brackets must be paired, and “?”, “*”, “+” stand behind something; write == for a literal value."
            )
        }
    }
}

/// The atoms of all patterns, each once.
struct AtomTable {
    private(set) var atoms: [Atom] = []
    private var numbers: [Atom: Int] = [:]

    mutating func intern(_ atom: Atom) -> Int {
        if let number = numbers[atom] { return number }
        numbers[atom] = atoms.count
        atoms.append(atom)
        return atoms.count - 1
    }
}
