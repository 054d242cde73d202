import CalqueLint
import CalqueText

/// A suggestion in words: what goes, and what comes in its place.
struct Correction {
    let old: String
    let new: String

    init(_ suggestion: Suggestion, in article: Article) {
        old = String(decoding: article.bytes(of: suggestion.span), as: UTF8.self)
        new = suggestion.replacement
    }

    /// "“trump” → “Trump”", "delete “the”", "insert “.”".
    var text: String {
        if new.isEmpty { return "delete \(Self.quoted(old))" }
        if old.isEmpty { return "insert \(Self.quoted(new))" }
        return "\(Self.quoted(old)) → \(Self.quoted(new))"
    }

    /// The new text alone, for where the old one is in sight; quoted where its borders could not be seen.
    var shortText: String {
        new.isEmpty || old.isEmpty || new.first == " " || new.last == " " ? text : new
    }

    /// Within “…”, or ‹…› where the text itself has quotation marks.
    private static func quoted(_ text: String) -> String {
        text.contains { "“”„«»\"".contains($0) } ? "‹\(text)›" : "“\(text)”"
    }
}
