import CModel

/// How likely function words and tags follow each other in clean English, by counts of three: a table that is embedded
/// and used in place (`sequences.bin`, made by `calque-dev sequences`).
///
/// Probabilities are those of Witten and Bell (1991), as whole numbers: `scale` times the negative natural logarithm.
public struct WordSequences: Sendable {
    /// The numbers of a unit of the natural logarithm.
    public static let scale = 12.0
    /// "CQLS"
    public static let magic: UInt32 = 0x534C_5143
    public static let version: UInt32 = 1
    static let symbols = SequenceSymbols.count

    /// Of a symbol behind another.
    private nonisolated(unsafe) let pairs: UnsafePointer<UInt8>
    /// What it costs to fall back on a pair, for the two symbols before.
    private nonisolated(unsafe) let fallbacks: UnsafePointer<UInt8>
    /// Where the symbols behind two symbols begin.
    private nonisolated(unsafe) let starts: UnsafePointer<UInt32>
    /// Symbols, in order behind each two, and their numbers.
    private nonisolated(unsafe) let thirds: UnsafePointer<UInt8>
    private nonisolated(unsafe) let numbers: UnsafePointer<UInt8>

    /// The built-in table.
    public static let english: WordSequences? = WordSequences(calque_sequences_start(), size: calque_sequences_size)

    /// - Parameter base: Stays where it is. A table that is none says that all sequences are alike.
    private init?(_ base: UnsafeRawPointer?, size: Int) {
        let cells = Self.symbols * Self.symbols
        let header = 3 * 4
        guard let base, size >= header + 2 * cells + (cells + 1) * 4,
            base.load(as: UInt32.self) == Self.magic, base.load(fromByteOffset: 4, as: UInt32.self) == Self.version
        else { return nil }
        let count = Int(base.load(fromByteOffset: 8, as: UInt32.self))
        guard size == header + 2 * cells + (cells + 1) * 4 + 2 * count else { return nil }
        starts = (base + header).assumingMemoryBound(to: UInt32.self)
        let bytes = (base + header + (cells + 1) * 4).assumingMemoryBound(to: UInt8.self)
        pairs = bytes
        fallbacks = bytes + cells
        thirds = bytes + 2 * cells
        numbers = bytes + 2 * cells + count
    }

    /// The negative logarithm of the probability of `c` behind `a` and `b`, times `scale`.
    public func cost(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        let row = Int(a) << 8 | Int(b)
        var low = Int(starts[row])
        var high = Int(starts[row + 1])
        while low < high {
            let middle = (low + high) / 2
            if thirds[middle] < c { low = middle + 1 } else { high = middle }
        }
        if low < Int(starts[row + 1]), thirds[low] == c { return Int(numbers[low]) }
        return Int(fallbacks[row]) + Int(pairs[Int(b) << 8 | Int(c)])
    }
}
