import CalqueText

/// A set of folded forms that rules compare tokens with: hashed once, compared without allocation.
public struct FormSet: Sendable, ExpressibleByArrayLiteral {
    /// Open addressing over `FormHash`; an empty slot has an empty form.
    private let slots: [Slot]
    private let bytes: [UInt8]
    /// A bit for the lowest byte of each form's hash: most tokens of a text are told apart by it.
    private let filter: SIMD4<UInt64>

    private struct Slot: Sendable {
        var hash: UInt32 = 0
        var start: UInt32 = 0
        var count: UInt32 = 0
    }

    /// - Parameter forms: folded forms, one token each.
    public init(_ forms: some Collection<String>) {
        var capacity = 4
        while capacity < forms.count * 4 { capacity *= 2 }
        var filter = SIMD4<UInt64>()
        var slots = [Slot](repeating: Slot(), count: capacity)
        var bytes: [UInt8] = []
        for form in forms where !form.isEmpty {
            let hash = FormHash.of(form.utf8)
            var at = Int(hash) & (capacity - 1)
            while slots[at].count > 0 { at = (at + 1) & (capacity - 1) }
            filter[Int(hash >> 6) & 3] |= 1 << UInt64(hash & 63)
            slots[at] = Slot(hash: hash, start: UInt32(bytes.count), count: UInt32(form.utf8.count))
            bytes += form.utf8
        }
        self.slots = slots
        self.bytes = bytes
        self.filter = filter
    }

    /// Whether a form with this hash may be in the set.
    func mayContain(_ hash: UInt32) -> Bool { filter[Int(hash >> 6) & 3] & (1 << UInt64(hash & 63)) != 0 }

    public init(arrayLiteral forms: String...) { self.init(forms) }

    /// Whether a form with this hash is in the set.
    public func contains(_ form: ArraySlice<UInt8>, hash: UInt32) -> Bool {
        form.withUnsafeBufferPointer { contains($0, hash: hash) }
    }

    fileprivate func contains(_ form: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Bool {
        slots.withUnsafeBufferPointer { slots in
            var at = Int(hash) & (slots.count - 1)
            while slots[at].count > 0 {
                let slot = slots[at]
                if slot.hash == hash && Int(slot.count) == form.count && isForm(slot, form) { return true }
                at = (at + 1) & (slots.count - 1)
            }
            return false
        }
    }

    private func isForm(_ slot: Slot, _ form: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            for offset in form.indices where bytes[Int(slot.start) + offset] != form[offset] { return false }
            return true
        }
    }
}

extension Analysis {
    /// Whether a token's folded form is in the set; a token that does not exist is in none.
    public func isToken(_ token: Int, in set: FormSet) -> Bool {
        guard token >= 0 && token < segmentation.spellings.count else { return false }
        let form = segmentation.formNumber(token)
        let hash = segmentation.vocabulary.hashes[form]
        return set.mayContain(hash) && set.contains(segmentation.vocabulary.form(form), hash: hash)
    }
}
