import Synchronization

/// The different words of a text: each way in which tokens are written, and its folded form, once.
///
/// A text of any length has few of them, so what depends on the word alone is computed once and kept in arrays that
/// run parallel to `spellings` or to the forms. It outlives the article and grows from one to the next; when it has
/// become large it is emptied, which gives it a new `epoch`.
public struct Vocabulary: Sendable {
    /// A way in which tokens are written.
    public struct Spelling: Sendable {
        /// Number of its folded form.
        public var form: UInt32
        public var kind: Token.Kind
        public var shape: Token.Shape
        public var script: Token.Script
        /// `ignorable` and `nonASCII`.
        public var flags: Token.Flags
        /// Whether the form has an ASCII character that is no letter.
        public var hasMark: Bool
        /// Whether the tokenizer has looked for clitics in it and found that it is one token.
        var isWhole = false
    }

    public private(set) var spellings: [Spelling] = []
    /// FNV-1a of each form; see `FormHash`.
    public private(set) var hashes: [UInt32] = []
    /// What is kept for this vocabulary is worthless once this differs; no two vocabularies share it, but for copies and
    /// empty ones (0).
    public private(set) var epoch = 0

    private var written = StringTable()
    private var forms = StringTable()

    private static let epochs = Atomic<Int>(0)
    /// From this many spellings on, or bytes of them, an article begins with an empty vocabulary.
    private static let mostSpellings = 1 << 15
    private static let mostBytes = 1 << 19

    public init() {}

    /// How many folded forms there are.
    public var formCount: Int { hashes.count }

    /// The bytes of a folded form.
    @inline(__always)
    public func form(_ number: Int) -> ArraySlice<UInt8> { forms[number] }

    /// The number of bytes of a folded form.
    @inline(__always)
    public func formLength(_ number: Int) -> Int { forms.places[number].range.count }

    /// Calls `body` with the bytes of a folded form.
    public func withForm<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let range = forms.places[number].range
        return forms.bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// Empties a vocabulary that has become large.
    mutating func trim() {
        guard written.count > Self.mostSpellings || written.bytes.count > Self.mostBytes else { return }
        self = Vocabulary()
    }

    /// The number of a spelling, or nil for a new one.
    @inline(__always)
    func find(_ word: Bytes, _ kind: Token.Kind) -> UInt32? {
        written.find(word, kind: kind.rawValue, hash: StringTable.hash(word, kind: kind.rawValue))
    }

    /// Adds a spelling that is new; its number.
    mutating func add(
        _ word: Bytes, _ kind: Token.Kind, shape: Token.Shape, script: Token.Script, flags: Token.Flags, form: [UInt8]
    ) -> UInt32 {
        if spellings.isEmpty { epoch = Self.epochs.add(1, ordering: .relaxed).newValue }
        spellings.append(
            Spelling(
                form: number(ofForm: form), kind: kind, shape: shape, script: script, flags: flags,
                hasMark: form.contains { $0 < 128 && !(97...122).contains($0) }))
        written.add(word, kind: kind.rawValue, hash: StringTable.hash(word, kind: kind.rawValue))
        return UInt32(truncatingIfNeeded: spellings.count - 1)
    }

    /// Remembers that a spelling is one token.
    mutating func setWhole(_ number: UInt32) { spellings[Int(number)].isWhole = true }

    private mutating func number(ofForm form: [UInt8]) -> UInt32 {
        form.withUnsafeBufferPointer { form in
            let hash = StringTable.hash(form, kind: 0)
            if let known = forms.find(form, kind: 0, hash: hash) { return known }
            forms.add(form, kind: 0, hash: hash)
            hashes.append(FormHash.of(form))
            return UInt32(truncatingIfNeeded: hashes.count - 1)
        }
    }
}
