import CalqueLint

extension Explanation {
    /// What the text report says of it: a heading, then a line for each token.
    ///
    ///     Matched: told []? that
    ///     “told” by told, the anchor
    ///     “him” by []
    ///     “that” by [tag="IN"] (tag IN, tag confidence 0.97, arc confidence 0.95)
    ///     Not excepted by: told that way
    var lines: [String] {
        if let pattern {
            return ["Matched: \(pattern)"] + tokens.map { line(ofMatched: $0) }
                + exceptions.map { "Not excepted by: \($0)" }
        }
        return tokens.isEmpty ? [] : ["Seen:"] + tokens.map { line(ofSeen: $0) }
    }

    private func line(ofMatched token: SeenToken) -> String {
        var line = "“\(token.text)”"
        if !token.condition.isEmpty { line += " by \(token.condition)" }
        if token.role == .context { line += ", in context" }
        if token.isAnchor { line += ", the anchor" }
        let values = token.values.map { "\($0.attribute) \($0.value)" }
        return values.isEmpty ? line : line + " (\(values.joined(separator: ", ")))"
    }

    /// “was”: AUX VBD 0.98, cop of “right” 0.93
    private func line(ofSeen token: SeenToken) -> String {
        func value(_ name: String) -> String? { token.values.first { $0.attribute == name }?.value }
        let head = value("head.word").map { " of “\($0)”" } ?? ""
        let tags = ["upos", "tag", "tag confidence"].compactMap { value($0) }.joined(separator: " ")
        let beside = token.role == .neighbour ? ", beside it" : ""
        return
            "“\(token.text)”: \(tags), \(value("deprel") ?? "")\(head) \(value("arc confidence") ?? "")\(beside)"
    }
}
