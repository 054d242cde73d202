/// Reads a word list: one word a line, `#` for comments.
enum WordList {
    /// The folded words, and what is wrong.
    static func read(_ file: RuleText, _ reader: WordReader) -> (words: [String], errors: [RuleError]) {
        var words: [String] = []
        var errors: [RuleError] = []
        func fail(_ line: Int, _ message: String) {
            errors.append(RuleError(path: file.path, line: line, column: 1, message: message))
        }
        if LexiconClass.named(file.stem) != nil {
            fail(1, "“\(file.stem)” is a class of the lexicon; a word list needs another name.")
        }
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            fail(1, "The file is not UTF-8 text. Save it as UTF-8.")
            return ([], errors)
        }
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let word = String(line.prefix { $0 != "#" }).trimmed
            if word.isEmpty { continue }
            let parts = reader.parts(of: word)
            if parts.count == 1 {
                words.append(parts[0].form)
            } else {
                let list = parts.map { "“\($0.text)”" }.joined(separator: ", ")
                fail(
                    index + 1,
                    "A line of a word list is one token; “\(word)” is \(parts.isEmpty ? "none" : "\(parts.count): \(list)")."
                )
            }
        }
        if words.isEmpty && errors.isEmpty { fail(1, "The word list is empty.") }
        return (words, errors)
    }
}
