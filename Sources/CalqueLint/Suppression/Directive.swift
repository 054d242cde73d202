import CalqueText

/// A directive in an article that says what is not to be reported there.
///
///     <!-- calque-off -->                                   from here on, all rules
///     <!-- calque-off lowercase-name, loops -- a poem -->   these rules and families, and why
///     <!-- calque-on -->                                    again from here on; or these rules
///     <!-- calque-off-next a-or-an -->                      in the next paragraph, headline or line of a list only
///
/// It stands on a line of its own. The form is that of a comment in Markdown and HTML, so that it is the same in all.
struct Directive {
    enum Kind: String, CaseIterable {
        case off = "calque-off"
        case on = "calque-on"
        case offNext = "calque-off-next"
    }

    /// The bytes from `<` to `>`.
    let span: Span
    let kind: Kind
    /// The rules and families that it names; empty: all.
    let names: [String]
    let reason: String

    /// What is wrong, in whole sentences.
    struct Failure: Error {
        let message: String
    }

    init(_ span: Span, in article: Article) throws(Failure) {
        self.span = span
        let body = article.string(Span(span.start + 4, max(span.start + 4, span.end - 3)))
        let words = body.split(whereSeparator: \.isWhitespace)
        let name = words.first.map(String.init) ?? ""
        guard let kind = Kind(rawValue: name) else {
            let kinds = Kind.allCases.map(\.rawValue)
            throw Failure(
                message:
                    "There is no directive “\(name)”.\(NearestName.hint(name, among: kinds)) There are: \(kinds.joined(separator: ", "))."
            )
        }
        self.kind = kind
        let rest = words.dropFirst()
        let reasonStart = rest.firstIndex(of: "--") ?? rest.endIndex
        names = rest[..<reasonStart].flatMap { $0.split(separator: ",") }.map(String.init)
        reason = rest[reasonStart...].dropFirst().joined(separator: " ")
    }
}
