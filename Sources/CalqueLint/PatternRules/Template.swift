import CalqueSyntax

/// The text of a message or a fix, with places for what was found: `{match}`, `{a}`, `{a.plural}`.
struct Template {
    enum Operation: String, CaseIterable {
        case lower, title, upper, lemma, plural, singular, past, participle, gerund, present, article
    }

    private enum Piece {
        case text(String)
        /// Number of the label; -1 is the part reported.
        case value(String, [Operation])
    }

    private var pieces: [Piece] = []

    /// Reads a template.
    ///
    /// - Parameter labels: The names that can be used beside `match`.
    /// - Throws: `CQLError`.
    init(_ source: String, labels: [String]) throws(CQLError) {
        let scalars = Array(source.unicodeScalars)
        var text = String.UnicodeScalarView()
        var at = 0
        while at < scalars.count {
            let scalar = scalars[at]
            if (scalar == "{" || scalar == "}"), at + 1 < scalars.count, scalars[at + 1] == scalar {
                text.append(scalar)
                at += 2
            } else if scalar == "}" {
                throw CQLError(at, "“}” closes nothing; the brace itself is “}}”.")
            } else if scalar == "{" {
                guard let end = scalars[at...].firstIndex(of: "}") else {
                    throw CQLError(at, "“{” is not closed; the brace itself is “{{”.")
                }
                if !text.isEmpty { pieces.append(.text(String(text))) }
                text = String.UnicodeScalarView()
                var name = String.UnicodeScalarView()
                name.append(contentsOf: scalars[(at + 1)..<end])
                pieces.append(try Self.value(String(name), labels, at))
                at = end + 1
            } else {
                text.append(scalar)
                at += 1
            }
        }
        if !text.isEmpty { pieces.append(.text(String(text))) }
    }

    private static func value(_ source: String, _ labels: [String], _ at: Int) throws(CQLError) -> Piece {
        let parts = source.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let names = ["match"] + labels
        guard let name = parts.first, names.contains(name) else {
            let hint = NearestName.hint(parts.first ?? "", among: names)
            throw CQLError(
                at + 1,
                "No label “\(parts.first ?? "")” stands in every pattern of the rule.\(hint) There are: \(names.joined(separator: ", "))."
            )
        }
        var operations: [Operation] = []
        for part in parts.dropFirst() {
            guard let operation = Operation(rawValue: part) else {
                let all = Operation.allCases.map(\.rawValue)
                throw CQLError(
                    at + 1,
                    "“\(part)” is nothing that can be done with a label.\(NearestName.hint(part, among: all)) There are: \(all.joined(separator: ", "))."
                )
            }
            operations.append(operation)
        }
        return .value(name, operations)
    }

    /// The text with the values put in.
    ///
    /// - Parameter value: The text of a label, or of the part reported ("match"); nil for one that took no part.
    func render(_ lexicon: Lexicon, _ value: (String) -> String?) -> String {
        var result = ""
        for piece in pieces {
            switch piece {
            case .text(let text):
                // Beside a label that took no part one space is enough.
                if result.isEmpty || result.hasSuffix(" "), text.hasPrefix(" ") {
                    result += text.dropFirst()
                } else {
                    result += text
                }
            case .value(let name, let operations):
                let text = value(name) ?? ""
                result += text.isEmpty ? "" : operations.reduce(text) { Inflector.apply($1, to: $0, lexicon) }
            }
        }
        return result.trimmed
    }
}
