import CalqueText

/// Runs words of patterns through the tokenizer that reads articles.
final class WordReader {
    struct Part: Hashable {
        /// As it is written, with ’ as '.
        var text: String
        /// The folded form.
        var form: String
    }

    private let segmenter = Segmenter()
    private var segmentation = Segmentation()
    private var known: [String: [Part]] = [:]

    /// The tokens of a word, as they come out in the middle of a sentence.
    func parts(of word: String) -> [Part] {
        if let parts = known[word] { return parts }
        var hosts = [("so ", " of"), ("", "")]
        // A clitic is one only behind its host.
        if word.first == "'" || word.first == "’" { hosts.insert(("it", " of"), at: 0) }
        if ["n't", "n’t", "N'T"].contains(word) { hosts.insert(("do", " of"), at: 0) }
        var parts: [Part] = []
        for (before, after) in hosts where parts.isEmpty {
            parts = read(word, before: before, after: after)
        }
        known[word] = parts
        return parts
    }

    private func read(_ word: String, before: String, after: String) -> [Part] {
        let bytes = Array((before + word + after).utf8)
        guard let article = try? Article(name: "", plainText: bytes) else { return [] }
        segmenter.segment(article, into: &segmentation)
        let start = before.utf8.count
        let end = bytes.count - after.utf8.count
        var parts: [Part] = []
        for (index, token) in segmentation.tokens.enumerated() {
            let span = token.span
            if span.end <= start || span.start >= end { continue }
            // Grown together with its neighbour.
            if span.start < start || span.end > end { return [] }
            parts.append(
                Part(
                    text: plain(article.string(span)),
                    form: String(decoding: segmentation.form(index), as: UTF8.self)))
        }
        return parts
    }

    private func plain(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { view.append(scalar == "’" || scalar == "ʼ" ? "'" : scalar) }
        return String(view)
    }
}
