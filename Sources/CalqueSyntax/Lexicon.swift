import CLexicon
import CalqueText

/// What is known of English words: tags, features, frequency, names, casing habits.
///
/// The table is embedded in the program and used in place. Words are looked up by their folded form
/// (`Segmentation.forms`); an entry speaks of all uses of that form ("us", "Us" and "US" alike).
/// Looking up allocates nothing and may be done from any number of tasks at once.
public struct Lexicon: Sendable {
    let table: LexiconTable

    /// The lexicon that is built in. Should its table be damaged, it knows no word (`isEmpty`).
    public static let english = Lexicon(embedded: ())

    private init(embedded: Void) {
        // The linker keeps the table in read-only memory as long as the program lives.
        let bytes = UnsafeRawBufferPointer(start: calque_lexicon_start(), count: calque_lexicon_size)
        table = (try? LexiconTable(bytes)) ?? .empty
    }

    /// A lexicon over a table whose fingerprint was not compared.
    init(unchecked table: LexiconTable) { self.table = table }

    /// A lexicon in the form that `calque-dev lexicon` writes.
    ///
    /// - Throws: `LexiconError`, when the bytes are not such a table, or are damaged: every byte is
    ///   under the fingerprint that is checked here.
    public init(table bytes: [UInt8]) throws {
        let owner = LexiconBytes(bytes)
        table = try LexiconTable(owner.buffer, owner: owner)
        guard LexiconTable.fingerprint(of: owner.buffer) == table.fingerprint else { throw LexiconError.damaged }
    }

    /// The number of entries; their ids are 1 to `count`.
    public var count: Int { table.recordCount - 1 }

    /// Whether no word is known at all.
    public var isEmpty: Bool { count <= 0 }

    /// A hash of everything in the table. What is compiled against the lexicon (word numbers in rules)
    /// carries it, and is stale when it differs.
    public var fingerprint: UInt64 { table.fingerprint }

    /// The entry of a folded form, or `WordID.unknown`.
    ///
    /// - Parameter hash: `FormHash` of the form.
    public func find(_ form: ArraySlice<UInt8>, hash: UInt32) -> WordID {
        form.withUnsafeBytes { WordID(rawValue: table.find($0, hash: hash)) }
    }

    /// The entry of a folded form given as a string: for setting up rules, not for the hot path.
    public func find(_ form: String) -> WordID {
        let bytes = Array(form.utf8)
        return find(bytes[...], hash: FormHash.of(bytes))
    }

    /// What is known of a word; of an unknown one, nothing.
    public subscript(_ word: WordID) -> Entry { table.entry(Int(word.rawValue)) }

    /// The folded form of a word; of an unknown one, nothing.
    public func string(_ word: WordID) -> String {
        String(decoding: table.form(Int(word.rawValue)), as: UTF8.self)
    }

    /// `FormHash` of a word's form.
    public func hash(_ word: WordID) -> UInt32 { FormHash.of(table.form(Int(word.rawValue))) }

    /// All words, in the order of their forms' bytes.
    public var words: some RandomAccessCollection<WordID> & Sendable { WordIDs(count: max(count, 0)) }
}

/// Why a table was refused.
public enum LexiconError: Error, Equatable, CustomStringConvertible {
    /// The bytes do not begin as a lexicon does.
    case notALexicon
    /// Written by another version of `calque-dev`.
    case otherVersion(UInt32)
    /// A part lies outside the bytes, or the fingerprint is not that of the content.
    case damaged

    public var description: String {
        switch self {
        case .notALexicon: "This is no lexicon: it does not begin with “CLXN”. Build one with “calque-dev lexicon”."
        case .otherVersion(let version):
            "The lexicon has version \(version), this program reads \(LexiconTable.version). Build it again with “calque-dev lexicon”."
        case .damaged:
            "The lexicon is damaged: its content does not fit its header. Build it again with “calque-dev lexicon”."
        }
    }
}

/// The number of an entry; 0 is no entry.
public struct WordID: Hashable, Sendable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static let unknown = WordID(rawValue: 0)
    public var isKnown: Bool { rawValue != 0 }
}

/// The ids 1 to `count`.
struct WordIDs: RandomAccessCollection, Sendable {
    let count: Int
    var startIndex: Int { 0 }
    var endIndex: Int { count }
    subscript(index: Int) -> WordID { WordID(rawValue: UInt32(index + 1)) }
}
