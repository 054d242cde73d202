/// A small fixed set of words, each with a mark, looked up by the bytes of their folded form.
struct WordTable: Sendable {
    private var slots: [UInt16]
    private var words: [[UInt8]] = []
    private var marks: [UInt8] = []
    private let mask: Int
    /// By the last five bits of the first byte: a bit for each length of a word that begins so, from 31 on one for all.
    private var lengths = [UInt32](repeating: 0, count: 32)

    /// Words separated by spaces, under their mark.
    init(_ lists: [(mark: UInt8, words: String)]) {
        var all: [(word: [UInt8], mark: UInt8)] = []
        for list in lists {
            for word in list.words.utf8.split(whereSeparator: { $0 == 32 || $0 == 10 }) {
                all.append((Array(word), list.mark))
            }
        }
        var size = 16
        while size < all.count * 4 { size *= 2 }
        mask = size - 1
        slots = Array(repeating: 0, count: size)
        for entry in all where mark(of: entry.word[...]) == nil {
            words.append(entry.word)
            if let first = entry.word.first { lengths[Int(first & 31)] |= 1 << UInt32(min(entry.word.count, 31)) }
            marks.append(entry.mark)
            var slot = Int(FormHash.of(entry.word)) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt16(truncatingIfNeeded: words.count)
        }
    }

    /// The mark of a word, or nil.
    func mark(of form: ArraySlice<UInt8>) -> UInt8? {
        guard let first = form.first, mayHave(first, form.count) else { return nil }
        return mark(of: form, hash: FormHash.of(form))
    }

    /// Whether a word begins with this byte, in any case, and has this length; told quickly, and wrong at times.
    @inline(__always)
    private func mayHave(_ first: UInt8, _ count: Int) -> Bool {
        lengths[Int(first & 31)] >> UInt32(min(count, 31)) & 1 == 1
    }

    func mark(of form: ArraySlice<UInt8>, hash: UInt32) -> UInt8? {
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if words[index].count == form.count && words[index].elementsEqual(form) { return marks[index] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The mark of an ASCII word in any case, standing in a text; nil for words of more than 16 bytes.
    func mark(of text: Bytes, from start: Int, to end: Int) -> UInt8? {
        if end - start > 16 || end <= start || !mayHave(text[start], end - start) { return nil }
        var hash = FormHash.offsetBasis
        for at in start..<end { hash = FormHash.add(Self.lower(text[at]), to: hash) }
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            let word = words[index]
            if word.count == end - start {
                var same = true
                for offset in word.indices where word[offset] != Self.lower(text[start + offset]) { same = false }
                if same { return marks[index] }
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    @inline(__always)
    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 32 : byte }
}
