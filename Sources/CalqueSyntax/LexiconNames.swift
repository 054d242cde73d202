/// How a sequence of words is written in clean text, within sentences.
///
/// All counts are log2(count + 1) times 8, as those of `Lexicon.Entry`; `Lexicon.count(ofScale:)` turns them back.
public struct NameCounts: Hashable, Sendable {
    /// With all words capitalised, but for connectives inside: "Federal Security Service", "Bank of England".
    public var capitalised: UInt8
    /// With all words in small letters: "white house".
    public var lower: UInt8
    /// With the first word capitalised and another one not: "Supreme court".
    public var half: UInt8
    /// Capitalised, and right behind "the".
    public var the: UInt8
    /// With the first word in small letters and another one not: "state of Queensland".
    public var tail: UInt8

    /// At least eight in ten are written as a name.
    public var isName: Bool { Int(capitalised) >= Int(lower) + 16 && capitalised >= half }
    /// The name goes with the article ("the Supreme Court") more often than not.
    public var takesThe: Bool { Int(the) + 8 >= Int(capitalised) && the > 0 }

    init(bits: UInt32, tail: UInt8) {
        self.tail = tail
        capitalised = UInt8(truncatingIfNeeded: bits)
        lower = UInt8(truncatingIfNeeded: bits >> 8)
        half = UInt8(truncatingIfNeeded: bits >> 16)
        the = UInt8(truncatingIfNeeded: bits >> 24)
    }
}

/// The known words of a name, gathered one by one: what the lexicon finds a name by.
public struct NameKey: Sendable {
    fileprivate var hash = LexiconTable.gramBasis
    fileprivate var count = 0

    public init() {}

    public mutating func append(_ word: WordID) {
        hash = LexiconTable.gramHash(hash, word.rawValue)
        count += 1
    }
}

extension Lexicon {
    /// The longest name, in words, that the lexicon counts.
    public static let longestName = 5

    /// How a name of two to five words is written ("united", "states"), or nil where it was not counted.
    ///
    /// The lexicon holds what is seen with capitals at least a few times; connectives ("of", "the", "and", "for")
    /// are words of the name. Names are told apart by 24 bits of their hash and their place in the table,
    /// so one in a million of foreign sequences is taken for a name.
    public func nameCount(of words: ArraySlice<WordID>) -> NameCounts? {
        var name = NameKey()
        for word in words {
            guard word.isKnown else { return nil }
            name.append(word)
        }
        return nameCount(of: name)
    }

    /// The same for known words that were gathered one by one.
    public func nameCount(of name: NameKey) -> NameCounts? { name.count < 2 ? nil : table.gram(name.hash) }

    /// The longest counted name that begins at an index of `words`: its length in words and its counts.
    public func longestName(in words: [WordID], at start: Int) -> (length: Int, counts: NameCounts)? {
        guard start < words.count, self[words[start]].marks.contains(.startsName) else { return nil }
        var hash = LexiconTable.gramHash(LexiconTable.gramBasis, words[start].rawValue)
        var longest: (Int, NameCounts)?
        var at = start + 1
        while at < words.count && at - start < Self.longestName && words[at].isKnown {
            hash = LexiconTable.gramHash(hash, words[at].rawValue)
            at += 1
            if let counts = table.gram(hash) { longest = (at - start, counts) }
        }
        return longest
    }

    /// The count behind a figure of the scale log2(count + 1) times 8, as far as the rounding lets know it.
    public static func count(ofScale scale: UInt8) -> Int {
        let (octaves, eighths) = (Int(scale) / 8, Int(scale) % 8)
        // 2 to the n/8, in thousandths.
        let fractions = [1000, 1091, 1189, 1297, 1414, 1542, 1682, 1834]
        return ((1 << octaves) * fractions[eighths] + 500) / 1000 - 1
    }
}

extension LexiconTable {
    static let gramBasis: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    static func gramHash(_ hash: UInt64, _ id: UInt32) -> UInt64 {
        let mixed = (hash ^ UInt64(id)) &* 0xD6E8_FEB8_6659_FD93
        return mixed ^ mixed >> 32
    }

    /// What is kept of a name's hash, in the high 24 bits; never 0.
    @inline(__always)
    static func gramCheck(_ hash: UInt64) -> UInt32 { max(UInt32(hash >> 32) & 0xFFFF_FF00, 0x100) }

    /// The part of a check, or of the first half of a slot, that the filter knows: what lies above the count in it.
    @inline(__always)
    static func gramFilterHash(_ check: UInt32) -> UInt32 { check >> 8 }

    func gram(_ hash: UInt64) -> NameCounts? {
        guard gramMask >= 0 else { return nil }
        let check = Self.gramCheck(hash)
        guard gramFilter.mayContain(Self.gramFilterHash(check)) else { return nil }
        var slot = Int(truncatingIfNeeded: hash) & gramMask
        for _ in 0...gramMask {
            let found = grams.number(at: slot * 8)
            if found == 0 { return nil }
            if found & 0xFFFF_FF00 == check {
                return NameCounts(bits: grams.number(at: slot * 8 + 4), tail: UInt8(truncatingIfNeeded: found))
            }
            slot = (slot + 1) & gramMask
        }
        return nil
    }
}
