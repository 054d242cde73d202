import CICU

/// Folds words into the form that they are looked up and compared by: the one place that says what a
/// folded form is, for the segmenter, the lexicon's builder and the compiler of patterns.
///
/// Small letters (ICU's simple mapping of each code point, root locale, so that no neighbour matters),
/// ignorable characters (soft hyphen, zero-width characters) taken out, the apostrophes ’ ʼ ‘ ` ´ as ',
/// the hyphens U+2010 and U+2011 as -, and the result in Normalization Form C. Folding a folded form changes nothing.
///
/// Keeps a table that grows: one a task.
public final class FormFolder {
    let characters: CharacterTable

    public init() { characters = CharacterTable() }

    init(characters: CharacterTable) { self.characters = characters }

    /// The folded form of a word, as UTF-8.
    public func fold(_ word: String) -> [UInt8] { fold(Array(word.utf8)) }

    /// The folded form of a word given as UTF-8.
    public func fold(_ word: [UInt8]) -> [UInt8] {
        var form: [UInt8] = []
        word.withUnsafeBufferPointer { append(formOf: $0, from: 0, to: $0.count, to: &form) }
        return form
    }

    /// Appends the folded form of a part of a text.
    func append(formOf text: Bytes, from start: Int, to end: Int, to forms: inout [UInt8]) {
        let first = forms.count
        var mayDenormalize = false
        var at = start
        while at < end {
            let (point, length) = text.codePoint(at: at, limit: end)
            at += length
            mayDenormalize = append(point, characters[point], to: &forms) || mayDenormalize
        }
        if mayDenormalize { Self.normalize(&forms, from: first) }
    }

    /// Appends one folded code point; says whether normalization may be needed.
    @inline(__always)
    func append(_ point: UInt32, _ traits: CharacterTraits, to forms: inout [UInt8]) -> Bool {
        if traits.flags.contains(.ignorable) { return false }
        if traits.kind == .apostrophe || point == 0x2018 {
            forms.append(0x27)
        } else if traits.kind == .hyphen {
            forms.append(0x2D)
        } else {
            forms.append(codePoint: traits.lower)
            return traits.flags.contains(.mayDenormalize)
        }
        return false
    }

    /// Brings the end of the forms into Normalization Form C.
    static func normalize(_ forms: inout [UInt8], from start: Int) {
        let form = Array(forms[start...])
        guard let length = Int32(exactly: form.count) else { return }
        var result = [UInt8](repeating: 0, count: form.count * 3)
        let count = result.withUnsafeMutableBufferPointer {
            cicu_map(CICU_NFC, form, length, $0.baseAddress, Int32(clamping: $0.count))
        }
        guard count >= 0, Int(count) <= result.count else { return }
        forms.replaceSubrange(start..., with: result[..<Int(count)])
    }
}
