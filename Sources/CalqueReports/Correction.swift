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
        if new.isEmpty { return "delete “\(old)”" }
        if old.isEmpty { return "insert “\(new)”" }
        return "“\(old)” → “\(new)”"
    }
}
