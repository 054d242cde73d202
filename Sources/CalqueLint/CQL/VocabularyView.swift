import CalqueSyntax
import CalqueText

/// The arrays of a vocabulary as plain pointers, valid while one call lasts.
struct VocabularyView {
    let epoch: Int
    let spellings: UnsafeBufferPointer<Vocabulary.Spelling>
    // By number of the form:
    let hashes: UnsafeBufferPointer<UInt32>
    let words: UnsafeBufferPointer<WordID>
    let entries: UnsafeBufferPointer<Lexicon.Entry>
    let vocabulary: Vocabulary

    static func with(_ analysis: borrowing Analysis, _ body: (VocabularyView) -> Void) {
        let vocabulary = analysis.segmentation.vocabulary
        vocabulary.spellings.withUnsafeBufferPointer { spellings in
            vocabulary.hashes.withUnsafeBufferPointer { hashes in
                analysis.words.numbers.withUnsafeBufferPointer { words in
                    analysis.words.entries.withUnsafeBufferPointer { entries in
                        body(
                            VocabularyView(
                                epoch: vocabulary.epoch, spellings: spellings, hashes: hashes, words: words,
                                entries: entries, vocabulary: vocabulary))
                    }
                }
            }
        }
    }

    /// The bytes of a folded form.
    func form(_ number: Int) -> ArraySlice<UInt8> { vocabulary.form(number) }
}
