import CalqueText

/// The layout of the lexicon's table, and raw access to it.
///
/// All numbers are little-endian. A header of 128 bytes, then the sections, each at a multiple of 16:
///
/// | bytes | header |
/// | --- | --- |
/// | 0 | "CLXN" |
/// | 4 | version, 32 bits |
/// | 8 | fingerprint of all that follows byte 16, 64 bits |
/// | 16 | size of the table, 32 bits |
/// | 20 | of each section, in the order of `Section`, offset and size in bytes, 32 bits each |
///
/// | section | element |
/// | --- | --- |
/// | records | by word id, from 0 (no word): form (offset in the pool, 24 bits; length, 8), class (16), frequency, lower, title, upper and "the" counts, marks (8 each) |
/// | pool | the forms' bytes in the order of their ids |
/// | slots | open addressing, a power of two: word id (20 bits, 0 free), top 12 bits of the hash |
/// | classes | tags (32 bits), names (16), features (16): records share them |
/// | lemmaStarts, lemmas | links from a form to its lemmas: of every 16 ids the first link; a link is the target's id (20 bits), `Inflection` (4), low bits of the source's id (4) |
/// | formStarts, forms | the same from a lemma to its forms |
/// | grams | names of several words: check (the high 24 bits of 32) and the count of small first words (8 bits), then counts (8 bits each) in capitals, in small letters, half, after "the"; a power of two, all zero is free |
/// | english | weights of letter n-grams, 8 bits each; see `Lexicon.englishness` |
///
/// Sizes are checked once, when the table is opened; ids and offsets within are checked where they are
/// followed, so that no table, however damaged, is read outside its bounds.
struct LexiconTable: @unchecked Sendable {
    // Read-only memory that outlives this value: static, or kept by `owner`. That makes it Sendable.

    static let magic: UInt32 = 0x4E58_4C43
    static let version: UInt32 = 2
    static let headerSize = 128
    static let recordSize = 12

    enum Section: Int, CaseIterable {
        case records, pool, slots, classes, lemmaStarts, lemmas, formStarts, forms, grams, english
    }

    private let owner: AnyObject?
    let fingerprint: UInt64
    let records, pool, slots, classes: UnsafeRawBufferPointer
    let lemmaStarts, lemmas, formStarts, forms: UnsafeRawBufferPointer
    let grams, english: UnsafeRawBufferPointer
    let recordCount: Int
    private let slotMask: Int
    let gramMask: Int
    /// The checks of all names: most sequences of words are none, and are told apart without a look at the table.
    let gramFilter: HashFilter

    /// A table of no words.
    static let empty = LexiconTable()

    private init() {
        let none = UnsafeRawBufferPointer(start: nil, count: 0)
        owner = nil
        fingerprint = 0
        (records, pool, slots, classes) = (none, none, none, none)
        (lemmaStarts, lemmas, formStarts, forms) = (none, none, none, none)
        (grams, english) = (none, none)
        recordCount = 0
        slotMask = -1
        gramMask = -1
        gramFilter = HashFilter(bits: 64)
    }

    /// Opens a table that stays where it is; `owner` is kept alive with it.
    init(_ bytes: UnsafeRawBufferPointer, owner: AnyObject? = nil) throws {
        guard bytes.count >= 8, bytes.number(at: 0) == Self.magic else { throw LexiconError.notALexicon }
        guard bytes.number(at: 4) == Self.version else { throw LexiconError.otherVersion(bytes.number(at: 4)) }
        guard bytes.count >= Self.headerSize, Int(bytes.number(at: 16)) == bytes.count else {
            throw LexiconError.damaged
        }
        func section(_ section: Section, of size: Int) throws -> UnsafeRawBufferPointer {
            let offset = Int(bytes.number(at: 20 + 8 * section.rawValue))
            let count = Int(bytes.number(at: 24 + 8 * section.rawValue))
            guard offset >= Self.headerSize, offset % 16 == 0, count % size == 0, offset + count <= bytes.count else {
                throw LexiconError.damaged
            }
            return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
        }
        self.owner = owner
        fingerprint = UInt64(bytes.number(at: 8)) | UInt64(bytes.number(at: 12)) << 32
        records = try section(.records, of: Self.recordSize)
        pool = try section(.pool, of: 1)
        slots = try section(.slots, of: 4)
        classes = try section(.classes, of: 8)
        lemmaStarts = try section(.lemmaStarts, of: 4)
        lemmas = try section(.lemmas, of: 4)
        formStarts = try section(.formStarts, of: 4)
        forms = try section(.forms, of: 4)
        grams = try section(.grams, of: 8)
        english = try section(.english, of: 1)
        recordCount = records.count / Self.recordSize
        slotMask = slots.count / 4 - 1
        gramMask = grams.count / 8 - 1
        var filter = HashFilter(bits: 1 << 20)
        for slot in 0..<grams.count / 8 where grams.number(at: slot * 8) != 0 {
            filter.insert(Self.gramFilterHash(grams.number(at: slot * 8)))
        }
        gramFilter = filter
        let starts = (recordCount + 15) / 16 + 1
        guard recordCount > 0, recordCount <= 1 << 20, slots.count / 4 > recordCount, slotMask & (slotMask + 1) == 0,
            gramMask & (gramMask + 1) == 0, lemmaStarts.count == 4 * starts, formStarts.count == 4 * starts,
            english.count & (english.count - 1) == 0
        else { throw LexiconError.damaged }
    }

    /// FNV-1a over 64-bit words of all that follows the fingerprint.
    static func fingerprint(of bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 14_695_981_039_346_656_037
        var at = 16
        while at + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
            // The shift lets high bits reach low ones, which multiplication alone does not.
            hash = (hash ^ word) &* 1_099_511_628_211
            hash ^= hash >> 29
            at += 8
        }
        while at < bytes.count {
            hash = (hash ^ UInt64(bytes[at])) &* 1_099_511_628_211
            at += 1
        }
        return hash
    }

    /// The id of a folded form, 0 if there is none.
    func find(_ form: UnsafeRawBufferPointer, hash: UInt32) -> UInt32 {
        guard recordCount > 0 else { return 0 }
        var slot = Int(hash) & slotMask
        // At most once around: a damaged table may have no free slot.
        for _ in 0...slotMask {
            let value = slots.number(at: slot * 4)
            if value == 0 { return 0 }
            if value >> 20 == hash >> 20 {
                let found = self.form(Int(value & 0xFFFFF))
                if found.count == form.count && isEqual(found, form) { return value & 0xFFFFF }
            }
            slot = (slot + 1) & slotMask
        }
        return 0
    }

    @inline(__always)
    private func isEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
        for index in 0..<a.count where a[index] != b[index] { return false }
        return true
    }

    /// The bytes of a word's form; nothing for an id that there is not.
    func form(_ id: Int) -> UnsafeRawBufferPointer {
        guard id < recordCount else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        let place = records.number(at: id * Self.recordSize)
        let start = Int(place & 0xFFFFFF)
        let end = start + Int(place >> 24)
        guard end <= pool.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: pool[start..<end])
    }

    /// A word's record.
    func entry(_ id: Int) -> Lexicon.Entry {
        guard id > 0, id < recordCount else { return Lexicon.Entry() }
        let at = id * Self.recordSize
        let class_ = Int(records[at + 4]) | Int(records[at + 5]) << 8
        guard class_ * 8 + 8 <= classes.count else { return Lexicon.Entry() }
        let sets = classes.number(at: class_ * 8 + 4)
        return Lexicon.Entry(
            tags: Lexicon.TagSet(rawValue: classes.number(at: class_ * 8)),
            names: Lexicon.NameSet(rawValue: UInt16(truncatingIfNeeded: sets)),
            features: Lexicon.FeatureSet(rawValue: UInt16(truncatingIfNeeded: sets >> 16)),
            frequency: records[at + 6], lowerCount: records[at + 7], titleCount: records[at + 8],
            upperCount: records[at + 9], theCount: records[at + 10], marks: Lexicon.MarkSet(rawValue: records[at + 11]))
    }
}

/// Bytes that are kept where they are.
final class LexiconBytes: Sendable {
    nonisolated(unsafe) let buffer: UnsafeRawBufferPointer

    init(_ bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        copy.copyBytes(from: bytes)
        buffer = UnsafeRawBufferPointer(copy)
    }

    deinit { buffer.deallocate() }
}

extension UnsafeRawBufferPointer {
    /// The little-endian 32-bit number at an offset, which must lie inside.
    @inline(__always)
    func number(at offset: Int) -> UInt32 {
        loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian
    }
}

extension Lexicon {
    /// The version of the table's layout: for `calque-dev`.
    public static var tableVersion: UInt32 { LexiconTable.version }

    /// The fingerprint that a table of these bytes has to carry: for `calque-dev`.
    public static func fingerprint(ofTable bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { LexiconTable.fingerprint(of: $0) }
    }

    /// The hash by which the table finds a name of several words: for `calque-dev`.
    public static func nameHash(of words: some Sequence<WordID>) -> UInt64 {
        words.reduce(LexiconTable.gramBasis) { LexiconTable.gramHash($0, $1.rawValue) }
    }

    /// What the table keeps of that hash, the low 8 bits free: for `calque-dev`.
    public static func nameCheck(ofHash hash: UInt64) -> UInt32 { LexiconTable.gramCheck(hash) }
}
