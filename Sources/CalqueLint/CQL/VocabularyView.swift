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
    let bytes: UnsafeBufferPointer<UInt8>
    let starts: UnsafeBufferPointer<UInt32>

    static func with(_ analysis: borrowing Analysis, _ body: (VocabularyView) -> Void) {
        let vocabulary = analysis.segmentation.vocabulary
        vocabulary.withForms { bytes, starts in
            vocabulary.spellings.withUnsafeBufferPointer { spellings in
                vocabulary.hashes.withUnsafeBufferPointer { hashes in
                    analysis.words.numbers.withUnsafeBufferPointer { words in
                        analysis.words.entries.withUnsafeBufferPointer { entries in
                            body(
                                VocabularyView(
                                    epoch: vocabulary.epoch, spellings: spellings, hashes: hashes, words: words,
                                    entries: entries, bytes: bytes, starts: starts))
                        }
                    }
                }
            }
        }
    }

    /// The bytes of a folded form.
    @inline(__always)
    func form(_ number: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[Int(starts[number])..<Int(starts[number + 1])])
    }
}
