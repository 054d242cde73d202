/// Conditions on labels, behind `::`.
extension CQLParser {
    mutating func condition(_ depth: Int = 0) throws(CQLError) -> CQLCondition {
        if depth > Self.deepest { throw CQLError(at, "Parentheses are nested more than \(Self.deepest) deep.") }
        var branches: [CQLCondition] = []
        repeat {
            skipSpace()
            var parts: [CQLCondition] = []
            repeat {
                skipSpace()
                parts.append(try singleCondition(depth))
                skipSpace()
            } while take("&")
            branches.append(parts.count == 1 ? parts[0] : .all(parts))
        } while take("|")
        return branches.count == 1 ? branches[0] : .some(branches)
    }

    private mutating func singleCondition(_ depth: Int) throws(CQLError) -> CQLCondition {
        let start = at
        if take("!") {
            skipSpace()
            if depth >= Self.deepest { throw CQLError(at, "“!” stands more than \(Self.deepest) times in a row.") }
            return .not(try singleCondition(depth + 1))
        }
        if take("(") {
            let inner = try condition(depth + 1)
            skipSpace()
            if !take(")") { throw CQLError(start, "This “(” is not closed.") }
            return inner
        }
        let label = try labelOfCondition()
        let attribute = try self.attribute()
        let operatorAt = at
        skipSpace()
        let isNegated = peek("!=")
        let mark = at
        _ = take("!")
        if take("=") {
            let isLiteral = take("=")
            skipSpace()
            if at < scalars.count, scalars[at].isASCIILetter {
                if isLiteral { throw CQLError(mark, "Two labels are compared with = or !=.") }
                return try same(attribute, label, isNegated: isNegated, at: start)
            }
        }
        at = operatorAt
        var comparison = try self.comparison(attribute)
        comparison.at = start
        return .value(label: label, comparison)
    }

    private mutating func same(_ attribute: CQLAttribute, _ label: String, isNegated: Bool, at start: Int)
        throws(CQLError)
        -> CQLCondition
    {
        let place = at
        let other = try labelOfCondition()
        let second = try self.attribute()
        if second != attribute {
            throw CQLError(place, "Both sides must have the same attribute: \(other).\(attribute.rawValue).")
        }
        guard [.word, .lemma].contains(attribute) else {
            throw CQLError(
                start, "Two labels are compared by “word” or “lemma”; compare “\(attribute.rawValue)” with values.")
        }
        skipSpace()
        var ignoresCase = attribute != .word
        if take("%c") {
            ignoresCase = true
        } else if peek("%") {
            throw CQLError(at, "Behind a comparison of two labels only “%c” (case does not count) can stand.")
        }
        return .same(attribute, label, other, isNegated: isNegated, ignoresCase: ignoresCase, at: start)
    }

    private mutating func labelOfCondition() throws(CQLError) -> String {
        let start = at
        while at < scalars.count, scalars[at].isASCIILetter || scalars[at].isASCIIDigit { at += 1 }
        guard at > start else {
            throw CQLError(at, "Here a condition on a label is missing: a.word = \"…\", or a.lemma = b.lemma.")
        }
        let label = string(start..<at)
        guard take(".") else {
            throw CQLError(at, "Behind the label “\(label)” must stand “.” and an attribute: \(label).word.")
        }
        return label
    }
}
