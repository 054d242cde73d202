/// Reads a pattern of the dialect that `docs/cql.md` specifies, by recursive descent.
struct CQLParser {
    let scalars: [Unicode.Scalar]
    var at = 0
    private var depth = 0
    private var hasMarkStart = false
    private var hasMarkEnd = false
    private var firstMark = 0

    static let longest = 4000
    static let deepest = 40
    static let mostRepetitions = 50

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    static func parse(_ source: SourceText) throws(RuleError) -> CQLPattern {
        var parser = CQLParser(source.scalars)
        do {
            return try parser.pattern()
        } catch {
            throw source.error(error)
        }
    }

    // MARK: - Sequences

    private mutating func pattern() throws(CQLError) -> CQLPattern {
        if scalars.count > Self.longest {
            throw CQLError(
                0, "The pattern has \(scalars.count) characters; at most \(Self.longest) are read. Split it.")
        }
        skipSpace()
        if at == scalars.count { throw CQLError(at, "The pattern is empty.") }
        let start = at
        let root = try alternatives()
        skipSpace()
        if hasMarkStart && !hasMarkEnd { throw CQLError(firstMark, "“<<” has no “>>” behind it.") }
        if hasMarkStart, case .alternatives = root {
            throw CQLError(
                start, "With “<<” and “>>” the alternatives must stand in parentheses, or be patterns of their own.")
        }
        var pattern = CQLPattern(root: root, condition: nil)
        if take("::") {
            skipSpace()
            pattern.condition = try condition()
            skipSpace()
        }
        guard at == scalars.count else {
            if peek(")") { throw CQLError(at, "“)” closes nothing.") }
            throw CQLError(at, "Behind the conditions nothing more can stand.")
        }
        return pattern
    }

    private mutating func alternatives() throws(CQLError) -> CQLNode {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.deepest { throw CQLError(at, "Parentheses are nested more than \(Self.deepest) deep.") }
        var branches = [try sequence()]
        while true {
            skipSpace()
            guard take("|") else { break }
            branches.append(try sequence())
        }
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func sequence() throws(CQLError) -> CQLNode {
        var items: [CQLNode] = []
        while true {
            skipSpace()
            if at == scalars.count || peek("|") || peek(")") || peek("::") { break }
            items.append(try item())
        }
        guard let first = items.first else {
            throw CQLError(at, "Here a word, a token in brackets or a group in parentheses is missing.")
        }
        return items.count == 1 ? first : .sequence(items)
    }

    private mutating func item() throws(CQLError) -> CQLNode {
        let start = at
        if take("<<") {
            try checkMark("<<")
            if hasMarkStart { throw CQLError(start, "“<<” stands twice; a pattern reports one part.") }
            hasMarkStart = true
            firstMark = start
            return .markStart(at: start)
        }
        if take(">>") {
            try checkMark(">>")
            if !hasMarkStart { throw CQLError(start, "“>>” has no “<<” before it.") }
            if hasMarkEnd { throw CQLError(start, "“>>” stands twice; a pattern reports one part.") }
            hasMarkEnd = true
            return .markEnd(at: start)
        }
        if take("<s>") { return .sentenceStart }
        if take("</s>") { return .sentenceEnd }
        if peek("<") {
            throw CQLError(
                at,
                "Of structures only <s> and </s>, the start and end of the sentence, are known; “<<” and “>>” mark the part reported."
            )
        }
        if let label = takeLabel() {
            skipSpace()
            let node = try repeated(try atom())
            return .labelled(label, node, at: start)
        }
        return try repeated(try atom())
    }

    private func checkMark(_ mark: String) throws(CQLError) {
        if depth > 1 { throw CQLError(at - 2, "“\(mark)” stands within parentheses; put it outside of them.") }
    }

    private mutating func takeLabel() -> String? {
        guard at < scalars.count, scalars[at].isASCIILetter else { return nil }
        var end = at
        while end < scalars.count, scalars[end].isASCIILetter || scalars[end].isASCIIDigit { end += 1 }
        guard end < scalars.count, scalars[end] == ":" else { return nil }
        if end + 1 < scalars.count, scalars[end + 1] == ":" { return nil }
        let label = string(at..<end)
        at = end + 1
        return label
    }

    private mutating func atom() throws(CQLError) -> CQLNode {
        let start = at
        guard at < scalars.count else { throw CQLError(at, "The pattern ends where a token is missing.") }
        if take("[") {
            skipSpace()
            if take("]") { return .token(.any, source: "[]", at: start) }
            let test = try either()
            skipSpace()
            if !take("]") {
                if at == scalars.count {
                    throw CQLError(start, "This “[” is not closed: write “]” behind the last test.")
                }
                throw CQLError(at, "Here “&”, “|” or “]” is missing.")
            }
            return .token(test, source: string(start..<at), at: start)
        }
        if take("(") {
            let inner = try alternatives()
            skipSpace()
            if !take(")") { throw CQLError(start, "This “(” is not closed.") }
            return inner
        }
        if peek("\"") {
            let value = try self.value(isLiteral: false)
            return .token(
                .comparison(CQLComparison(attribute: .word, isNegated: false, value: value, at: start)),
                source: string(start..<at), at: start)
        }
        if scalars[at].isBareWord {
            while at < scalars.count, scalars[at].isBareWord { at += 1 }
            let word = string(start..<at)
            if word.count > 2, word.hasPrefix("'"), word.hasSuffix("'") {
                throw CQLError(
                    start, "Write “\(word.dropFirst().dropLast())” in straight double quotation marks, or without any.")
            }
            if peek("=") || peek("!=") {
                throw CQLError(start, "A test stands in brackets: [\(word)=\"…\"].")
            }
            if word.count > 1, word.last == "s", word.first?.isLetter == true, peek("?") {
                throw CQLError(
                    at,
                    "“?” makes the whole word “\(word)” optional here: write (\(word))? if that is meant, or \"\(word)?\"%c for the word with and without its -s."
                )
            }
            return .word(word, at: start)
        }
        throw unexpected()
    }

    private func unexpected() -> CQLError {
        let scalar = scalars[at]
        switch scalar {
        case "?", "*", "+", "{":
            return CQLError(at, "“\(scalar)” repeats nothing: a token or a group must stand before it.")
        case "“", "”", "„", "«", "»", "‘":
            return CQLError(
                at,
                "Write straight quotation marks (\"…\") instead of this one (\(scalar)). The mark itself is [word==\"\(scalar)\"]."
            )
        case "]": return CQLError(at, "“]” closes nothing.")
        case "}": return CQLError(at, "“}” closes nothing.")
        case "%": return CQLError(at, "“%c” stands behind a value in quotation marks.")
        case "&", "!", "=":
            return CQLError(at, "“\(scalar)” stands outside of brackets: tests of a token stand in [ ].")
        default:
            return CQLError(at, "“\(scalar)” must stand in quotation marks: [word==\"\(scalar)\"].")
        }
    }

    // MARK: - Repetition

    private mutating func repeated(_ node: CQLNode) throws(CQLError) -> CQLNode {
        var node = node
        var count = 0
        while true {
            let start = at
            if take("?") {
                node = .repeated(node, min: 0, max: 1, at: start)
            } else if take("*") {
                node = .repeated(node, min: 0, max: nil, at: start)
            } else if take("+") {
                node = .repeated(node, min: 1, max: nil, at: start)
            } else if take("{") {
                node = try braces(node, start)
            } else {
                return node
            }
            count += 1
            if count > 1 {
                throw CQLError(
                    start,
                    "Two repetitions stand in a row; put the first in parentheses, or write one of them as {n,m}.")
            }
        }
    }

    private mutating func braces(_ node: CQLNode, _ start: Int) throws(CQLError) -> CQLNode {
        skipSpace()
        let low = try number()
        skipSpace()
        var high = low
        if take(",") {
            skipSpace()
            high = try number()
            skipSpace()
        } else if low == nil {
            throw CQLError(start, "Between “{” and “}” stand numbers: {2}, {1,3}, {2,} or {,3}.")
        }
        if low == nil && high == nil { throw CQLError(start, "“{,}” names no number; write “*” for any number.") }
        if !take("}") { throw CQLError(start, "Between “{” and “}” stand numbers: {2}, {1,3}, {2,} or {,3}.") }
        if let high, high == 0 { throw CQLError(start, "Nothing is repeated no times; leave the token away.") }
        if let low, let high, low > high {
            throw CQLError(start, "The first number is larger than the second: write {\(high),\(low)}.")
        }
        return .repeated(node, min: low ?? 0, max: high, at: start)
    }

    private mutating func number() throws(CQLError) -> Int? {
        let start = at
        var value = 0
        while at < scalars.count, scalars[at].isASCIIDigit {
            value = min(value * 10 + Int(scalars[at].value - 48), 1_000_000)
            at += 1
        }
        if value > Self.mostRepetitions {
            throw CQLError(
                start, "A repetition goes up to \(Self.mostRepetitions); for any number write “*” or “{n,}”.")
        }
        return at == start ? nil : value
    }

    // MARK: - Tests in brackets

    private mutating func either() throws(CQLError) -> CQLTest {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.deepest { throw CQLError(at, "Parentheses are nested more than \(Self.deepest) deep.") }
        var parts = [try both()]
        while true {
            skipSpace()
            guard take("|") else { break }
            _ = take("|")
            skipSpace()
            parts.append(try both())
        }
        return parts.count == 1 ? parts[0] : .some(parts)
    }

    private mutating func both() throws(CQLError) -> CQLTest {
        var parts = [try single()]
        while true {
            skipSpace()
            guard take("&") else { break }
            _ = take("&")
            skipSpace()
            parts.append(try single())
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func single() throws(CQLError) -> CQLTest {
        if take("!") {
            skipSpace()
            depth += 1
            defer { depth -= 1 }
            if depth > Self.deepest { throw CQLError(at, "“!” stands more than \(Self.deepest) times in a row.") }
            return .not(try single())
        }
        let start = at
        if take("(") {
            skipSpace()
            let inner = try either()
            skipSpace()
            if !take(")") { throw CQLError(start, "This “(” is not closed.") }
            return inner
        }
        if peek("\"") {
            return .comparison(
                CQLComparison(attribute: .word, isNegated: false, value: try self.value(isLiteral: false), at: start))
        }
        return .comparison(try comparison(try attribute()))
    }

    mutating func attribute() throws(CQLError) -> CQLAttribute {
        let start = at
        while at < scalars.count, scalars[at].isBareWord || scalars[at] == "." || scalars[at] == "_" { at += 1 }
        let name = string(start..<at)
        if name.isEmpty {
            if at == scalars.count { throw CQLError(at, "The pattern ends within brackets.") }
            throw CQLError(at, "Here a test is missing: attribute=\"value\".")
        }
        guard let attribute = CQLAttribute(rawValue: name) else {
            skipSpace()
            if !peek("=") && !peek("!=") {
                throw CQLError(
                    start,
                    "In brackets stands attribute=\"value\": for the word “\(name)” write it without brackets, or [word=\"\(name)\"%c]."
                )
            }
            let names = CQLAttribute.allCases.map(\.rawValue)
            let known: [String: String] = [
                "pos": "tag", "form": "word", "shape": "case", "tags": "may", "type": "kind", "text": "word",
                "xpos": "tag", "ws": "space", "list": "class", "ending": "word",
            ]
            let near = known[name].map { " Did you mean “\($0)”?" } ?? NearestName.hint(name, among: names)
            let all = near.isEmpty ? " There are: \(names.joined(separator: ", "))." : ""
            throw CQLError(start, "There is no attribute “\(name)”.\(near)\(all)")
        }
        return attribute
    }

    /// What stands behind the attribute.
    mutating func comparison(_ attribute: CQLAttribute) throws(CQLError) -> CQLComparison {
        let start = at - attribute.rawValue.unicodeScalars.count
        skipSpace()
        let isNegated = take("!")
        guard take("=") else {
            throw CQLError(
                at, "Behind “\(attribute.rawValue)” must stand =, !=, == or !==, and a value in quotation marks.")
        }
        let isLiteral = take("=")
        skipSpace()
        guard peek("\"") else {
            throw CQLError(
                at,
                "The value of “\(attribute.rawValue)” must stand in straight quotation marks: \(attribute.rawValue)=\"…\"."
            )
        }
        let value = try self.value(isLiteral: isLiteral)
        if value.ignoresCase, ![.word, .headWord].contains(attribute) {
            throw CQLError(
                value.at,
                "“%c” is of use with “word” only: the values of “\(attribute.rawValue)” have no case of their own. Leave it away."
            )
        }
        return CQLComparison(attribute: attribute, isNegated: isNegated, value: value, at: start)
    }

    /// A value in quotation marks, and the flags behind it. `\"` is a quotation mark.
    private mutating func value(isLiteral: Bool) throws(CQLError) -> CQLValue {
        let start = at
        at += 1
        var view = String.UnicodeScalarView()
        while true {
            guard at < scalars.count, scalars[at] != "\n" else {
                throw CQLError(start, "This quotation mark is not closed on its line.")
            }
            let scalar = scalars[at]
            at += 1
            if scalar == "\"" { break }
            if scalar == "\\", at < scalars.count, scalars[at] == "\"" || (isLiteral && scalars[at] == "\\") {
                view.append(scalars[at])
                at += 1
            } else if scalar == "\\", at < scalars.count, scalars[at] != "\n" {
                view.append(scalar)
                view.append(scalars[at])
                at += 1
            } else {
                view.append(scalar)
            }
        }
        var value = CQLValue(text: String(view), isLiteral: isLiteral, ignoresCase: false, at: start)
        if view.isEmpty { throw CQLError(start, "The value is empty; no token is.") }
        skipSpace()
        while peek("%") {
            let flag = at
            at += 1
            let letters = at
            while at < scalars.count, scalars[at].isASCIILetter { at += 1 }
            switch string(letters..<at) {
            case "c": value.ignoresCase = true
            case "d", "cd", "dc":
                throw CQLError(
                    flag, "“%d” (accents do not count) is not known here; list the spellings: \"cafe|café\".")
            case "l": throw CQLError(flag, "Write == instead of “%l” for a value that is taken literally.")
            default: throw CQLError(flag, "Behind a value only “%c” (case does not count) can stand.")
            }
            skipSpace()
        }
        return value
    }

    // MARK: - Scanning

    mutating func skipSpace() {
        while at < scalars.count {
            if scalars[at].properties.isWhitespace {
                at += 1
            } else if scalars[at] == "#" {
                while at < scalars.count, scalars[at] != "\n" { at += 1 }
            } else {
                return
            }
        }
    }

    func peek(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard at + count <= scalars.count else { return false }
        return text.withUTF8Buffer { bytes in
            bytes.indices.allSatisfy { scalars[at + $0].value == UInt32(bytes[$0]) }
        }
    }

    mutating func take(_ text: StaticString) -> Bool {
        guard peek(text) else { return false }
        at += text.utf8CodeUnitCount
        return true
    }

    func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }
}

extension Unicode.Scalar {
    var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
    /// Letters, digits, `'` and `-`.
    var isBareWord: Bool {
        if isASCIILetter || isASCIIDigit || self == "'" || self == "-" || self == "’" { return true }
        guard value >= 128 else { return false }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber:
            return true
        default: return false
        }
    }
}
