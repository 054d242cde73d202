/// Distinct strings of bytes, numbered from 0 in the order in which they came.
///
/// Open addressing over a hash that differs from process to process, so that no text can be written to make it slow.
/// Numbers depend on the strings and their order alone.
struct StringTable: Sendable {
    /// The strings in a row.
    private(set) var bytes: [UInt8] = []
    /// Where each string lies in `bytes`.
    private(set) var places: [Place] = []
    /// The hash's upper half, and below it the number of the string plus one; 0 is free. A power of two.
    private var slots: [UInt64] = []

    private static let seed = UInt64.random(in: .min ... .max) | 1
    private static let firstSize = 1 << 10

    struct Place: Sendable {
        var start: UInt32
        var end: UInt32
        /// What the string was added with, beside which the same bytes are another string.
        var kind: UInt8

        @inline(__always)
        var range: Range<Int> { Int(start)..<Int(end) }
    }

    var count: Int { places.count }

    subscript(number: Int) -> ArraySlice<UInt8> { bytes[places[number].range] }

    /// The number of a string, or nil.
    @inline(__always)
    func find(_ string: Bytes, kind: UInt8, hash: UInt64) -> UInt32? {
        if slots.isEmpty { return nil }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let value = slots[slot]
            if value == 0 { return nil }
            if (value ^ hash) >> 32 == 0 {
                let number = UInt32(truncatingIfNeeded: value) - 1
                if isEqual(string, kind, places[Int(number)]) { return number }
            }
            slot = (slot + 1) & mask
        }
    }

    /// Adds a string that is not there; its number is the count before.
    mutating func add(_ string: Bytes, kind: UInt8, hash: UInt64) {
        if slots.count < 2 * (count + 1) { grow() }
        let start = UInt32(truncatingIfNeeded: bytes.count)
        bytes.append(contentsOf: string)
        places.append(Place(start: start, end: UInt32(truncatingIfNeeded: bytes.count), kind: kind))
        place(hash, count - 1)
    }

    private mutating func place(_ hash: UInt64, _ number: Int) {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
    }

    private mutating func grow() {
        slots = [UInt64](repeating: 0, count: max(Self.firstSize, slots.count * 2))
        let hashes = bytes.withUnsafeBufferPointer { bytes in
            places.map { Self.hash(Bytes(rebasing: bytes[$0.range]), kind: $0.kind) }
        }
        for (number, hash) in hashes.enumerated() { place(hash, number) }
    }

    @inline(__always)
    private func isEqual(_ string: Bytes, _ kind: UInt8, _ place: Place) -> Bool {
        let start = Int(place.start)
        let count = string.count
        guard Int(place.end) - start == count, place.kind == kind else { return false }
        return bytes.withUnsafeBytes { bytes in
            let own = UnsafeRawBufferPointer(string)
            var at = 0
            while at + 8 <= count {
                if own.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                    != bytes.loadUnaligned(fromByteOffset: start + at, as: UInt64.self)
                {
                    return false
                }
                at += 8
            }
            while at < count {
                if own[at] != bytes[start + at] { return false }
                at += 1
            }
            return true
        }
    }

    /// Multiplies eight bytes at a time and folds the product, as wyhash does (Wang Yi, 2019).
    @inline(__always)
    static func hash(_ string: Bytes, kind: UInt8) -> UInt64 {
        let raw = UnsafeRawBufferPointer(string)
        let count = raw.count
        var hash = seed ^ UInt64(kind) << 56 ^ UInt64(count)
        var at = 0
        while at + 8 <= count {
            hash = fold(hash ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            at += 8
        }
        var rest: UInt64 = 0
        if at + 4 <= count {
            rest = UInt64(raw.loadUnaligned(fromByteOffset: at, as: UInt32.self))
            at += 4
        }
        while at < count {
            rest = rest << 8 | UInt64(raw[at])
            at += 1
        }
        return fold(hash ^ rest)
    }

    @inline(__always)
    private static func fold(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}
