import Calque
import Foundation

/// Counts symbols in threes, and writes their probabilities as `WordSequences` reads them.
final class SequenceCounter {
    private static let size = SequenceSymbols.count

    private(set) var tokens = 0
    private var threes = [UInt32](repeating: 0, count: size * size * size)
    private let analyzer = Analyzer()

    func add(_ text: String, name: String) throws {
        analyzer.analyse(try Article(name: name, plainText: Array(text.utf8))) { analysis in
            let trees = analysis.trees
            guard !trees.isEmpty else { return }
            for sentence in analysis.sentences
            where analysis.kind(of: sentence) == .paragraph && sentence.tokens.count >= 4 {
                var before = (Int(SequenceSymbols.start), Int(SequenceSymbols.start))
                func count(_ symbol: UInt8) {
                    threes[(before.0 << 8 | before.1) << 8 | Int(symbol)] += 1
                    before = (before.1, Int(symbol))
                }
                for token in sentence.tokens {
                    count(SequenceSymbols.symbol(token, trees, analysis.segmentation))
                }
                count(SequenceSymbols.end)
                count(SequenceSymbols.end)
                tokens += sentence.tokens.count
            }
        }
    }

    /// The table; see `WordSequences`.
    func table() -> [UInt8] {
        let size = Self.size
        var ones = [Double](repeating: 0, count: size)
        var twos = [Double](repeating: 0, count: size * size)
        for (index, count) in threes.enumerated() where count > 0 {
            ones[index & 0xFF] += Double(count)
            twos[index & 0xFFFF] += Double(count)
        }
        let all = ones.reduce(0, +) + Double(size) / 2
        var pairs = [Double](repeating: 0, count: size * size)
        for b in 0..<size {
            let row = twos[b * size..<(b + 1) * size]
            let (sum, types) = (row.reduce(0, +), Double(row.count { $0 > 0 }))
            for c in 0..<size {
                let one = (ones[c] + 0.5) / all
                pairs[b * size + c] = sum > 0 ? (twos[b * size + c] + types * one) / (sum + types) : one
            }
        }
        var fallbacks: [UInt8] = []
        var starts: [UInt32] = [0]
        var thirds: [UInt8] = []
        var numbers: [UInt8] = []
        for context in 0..<size * size {
            let row = threes[context * size..<(context + 1) * size]
            let (sum, types) = (Double(row.reduce(0, +)), Double(row.count { $0 > 0 }))
            let share = sum > 0 ? types / (sum + types) : 1
            fallbacks.append(Self.number(share))
            for c in 0..<size where row[context * size + c] > 0 {
                thirds.append(UInt8(c))
                let pair = pairs[(context & 0xFF) * size + c]
                numbers.append(Self.number((Double(row[context * size + c]) + types * pair) / (sum + types)))
            }
            starts.append(UInt32(thirds.count))
        }
        var bytes: [UInt8] = []
        for word in [WordSequences.magic, WordSequences.version, UInt32(thirds.count)] + starts {
            bytes += [UInt8(word & 0xFF), UInt8(word >> 8 & 0xFF), UInt8(word >> 16 & 0xFF), UInt8(word >> 24)]
        }
        return bytes + pairs.map(Self.number) + fallbacks + thirds + numbers
    }

    private static func number(_ probability: Double) -> UInt8 {
        UInt8(min(255, (-log(probability) * WordSequences.scale).rounded()))
    }
}
