import CalqueSyntax
import CalqueText

extension Analysis {
    /// Whether a sentence is running text that a grammar can be asked of: in a paragraph, of five tokens or more, with
    /// a full stop, question or exclamation mark at its end. Headlines, captions and list items are none.
    func isRunningText(_ sentence: Sentence) -> Bool {
        guard sentence.tokens.count >= 5, kind(of: sentence) == .paragraph else { return false }
        return sentence.tokens.suffix(3).contains { segmentation.tokens[$0].kind == .terminal }
    }
}
