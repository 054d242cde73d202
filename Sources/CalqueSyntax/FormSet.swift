import CalqueText

/// A set of folded forms that rules compare tokens with: hashed once, compared without allocation.
public struct FormSet: Sendable, ExpressibleByArrayLiteral {
    private let table: Table
    /// That of the table; most tokens of a text are told apart by it.
    private nonisolated(unsafe) let filter: UnsafePointer<UInt64>
    private let filterMask: Int

    /// Open addressing over `FormHash`.
    private final class Table: @unchecked Sendable {
        // Nothing is changed once it is filled.
        var slots: [Slot]
        var bytes: [UInt8] = []
        let filter: UnsafeMutablePointer<UInt64>

        init(capacity: Int, filterWords: Int) {
            slots = Array(repeating: Slot(), count: capacity)
            filter = .allocate(capacity: filterWords)
            filter.initialize(repeating: 0, count: filterWords)
        }

        deinit { filter.deallocate() }
    }

    /// One that is free has an empty form.
    private struct Slot {
        var hash: UInt32 = 0
        var start: UInt32 = 0
        var count: UInt32 = 0
    }

    /// - Parameter forms: folded forms, one token each.
    public init(_ forms: some Collection<String>) {
        var capacity = 4
        while capacity < forms.count * 4 { capacity *= 2 }
        // Sixteen bits a form, so that hardly any other passes.
        let filterWords = max(4, capacity / 16)
        table = Table(capacity: capacity, filterWords: filterWords)
        filter = UnsafePointer(table.filter)
        filterMask = filterWords - 1
        for form in forms where !form.isEmpty {
            let hash = FormHash.of(form.utf8)
            var at = Int(hash) & (capacity - 1)
            while table.slots[at].count > 0 { at = (at + 1) & (capacity - 1) }
            table.filter[Int(hash >> 6) & filterMask] |= 1 << UInt64(hash & 63)
            table.slots[at] = Slot(hash: hash, start: UInt32(table.bytes.count), count: UInt32(form.utf8.count))
            table.bytes += form.utf8
        }
    }

    public init(arrayLiteral forms: String...) { self.init(forms) }

    /// Whether a form with this hash may be in the set.
    @inline(__always)
    func mayContain(_ hash: UInt32) -> Bool { filter[Int(hash >> 6) & filterMask] >> UInt64(hash & 63) & 1 == 1 }

    /// Whether a form with this hash is in the set.
    public func contains(_ form: ArraySlice<UInt8>, hash: UInt32) -> Bool {
        mayContain(hash) && form.withUnsafeBufferPointer { find($0, hash: hash) }
    }

    @inline(never)
    fileprivate func find(_ form: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Bool {
        let slots = table.slots
        var at = Int(hash) & (slots.count - 1)
        while slots[at].count > 0 {
            let slot = slots[at]
            if slot.hash == hash && Int(slot.count) == form.count
                && form.elementsEqual(table.bytes[Int(slot.start)..<Int(slot.start + slot.count)])
            {
                return true
            }
            at = (at + 1) & (slots.count - 1)
        }
        return false
    }
}

extension Analysis {
    /// Whether a token's folded form is in the set; a token that does not exist is in none.
    public func isToken(_ token: Int, in set: FormSet) -> Bool {
        guard token >= 0 && token < segmentation.spellings.count else { return false }
        let form = segmentation.formNumber(token)
        let hash = segmentation.vocabulary.hashes[form]
        return set.mayContain(hash) && segmentation.vocabulary.withForm(form) { set.find($0, hash: hash) }
    }
}
