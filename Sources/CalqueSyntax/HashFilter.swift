/// A set of hashes that says quickly, and wrong at times, that it has one; what it denies it does not have.
///
/// One bit a hash: with sixteen bits for each hash in the set, one in sixteen others passes.
public struct HashFilter: Sendable {
    private var words: [UInt64]

    /// - Parameter bits: Their number, a power of two, at least 64.
    public init(bits: Int) { words = Array(repeating: 0, count: bits / 64) }

    public mutating func insert(_ hash: UInt32) {
        words[Int(hash >> 6) & (words.count - 1)] |= 1 << UInt64(hash & 63)
    }

    @inline(__always)
    public func mayContain(_ hash: UInt32) -> Bool {
        words[Int(hash >> 6) & (words.count - 1)] >> UInt64(hash & 63) & 1 == 1
    }
}
