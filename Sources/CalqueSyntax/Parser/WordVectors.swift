import CalqueText

/// The vectors of the words met last, each in the one place that its number gives it.
///
/// A vector depends on how a word is written, on the kind that its place gave it, and on whether it begins its sentence.
struct WordVectors {
    /// A power of two; a text has most of its words from the few hundred that it has often.
    private static let places = 2048

    private(set) var epoch = 0
    private let width: Int
    private var keys: [UInt64]
    var vectors: [Float]

    init(width: Int) {
        self.width = width
        keys = Array(repeating: .max, count: Self.places)
        vectors = Array(repeating: 0, count: Self.places * width)
    }

    /// Forgets all once the vocabulary is another.
    mutating func begin(_ epoch: Int) {
        guard epoch != self.epoch else { return }
        self.epoch = epoch
        for place in keys.indices { keys[place] = .max }
    }

    /// Where the vector of a word begins in `vectors`, and whether it stands there; if not, it is to be written there.
    @inline(__always)
    mutating func place(of token: Token, _ spelling: UInt32) -> (start: Int, isKnown: Bool) {
        let key =
            UInt64(spelling) << 32 | UInt64(token.kind.rawValue) << 16 | UInt64(token.shape.rawValue) << 8
            | (token.isFirst ? 1 : 0)
        let place = Int(spelling << 1 | (token.isFirst ? 1 : 0)) & (Self.places - 1)
        let isKnown = keys[place] == key
        keys[place] = key
        return (place * width, isKnown)
    }
}
