import CalqueSyntax
import CalqueText
import Foundation

/// Trains the weights behind `Lexicon.englishness`: logistic regression by stochastic gradient descent.
struct EnglishnessTrainer {
    struct Sample {
        var form: String
        var isEnglish: Bool
        var kind: String
        /// Kept out of training.
        var isHeldOut: Bool
    }

    static let size = 1 << 15
    private(set) var samples: [Sample] = []
    private(set) var weights = [Int8](repeating: 0, count: size)
    private var seen: Set<String> = []

    mutating func add(_ form: String, isEnglish: Bool, kind: String) {
        guard form.utf8.count >= 4, form.utf8.count <= 30, form.allSatisfy(\.isLetter), seen.insert(form).inserted
        else { return }
        samples.append(
            Sample(form: form, isEnglish: isEnglish, kind: kind, isHeldOut: FormHash.of(form.utf8) % 10 == 3))
    }

    mutating func train() {
        var weights = [Float](repeating: 0, count: Self.size)
        let features = samples.map { sample in
            var features = [Int32(Lexicon.englishnessBias)]
            Lexicon.forEachLetterSequence(of: Array(sample.form.utf8)) {
                features.append(Int32($0 & UInt32(Self.size - 1)))
            }
            return features
        }
        let english = samples.count { $0.isEnglish && !$0.isHeldOut }
        let foreign = samples.count { !$0.isEnglish && !$0.isHeldOut }
        let balance = Float(foreign) / Float(max(english, 1))
        var order = samples.indices.filter { !samples[$0].isHeldOut }
        var state: UInt64 = 88_172_645_463_325_252
        for epoch in 0..<10 {
            for at in order.indices.reversed() where at > 0 {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                order.swapAt(at, Int(state % UInt64(at + 1)))
            }
            let rate = 0.08 / Float(1 + epoch)
            for at in order {
                var sum: Float = 0
                for feature in features[at] { sum += weights[Int(feature)] }
                let probability = 1 / (1 + exp(-sum))
                let target: Float = samples[at].isEnglish ? 1 : 0
                let step = rate * (target - probability) * (samples[at].isEnglish ? balance : 1)
                for feature in features[at] { weights[Int(feature)] += step - rate * 2e-5 * weights[Int(feature)] }
            }
        }
        self.weights = weights.map { Int8(max(-127, min(127, ($0 * Lexicon.englishnessScale).rounded()))) }
    }

    /// The score of a form under the trained weights.
    func score(_ form: String) -> Float {
        var sum = Int(weights[Lexicon.englishnessBias])
        Lexicon.forEachLetterSequence(of: Array(form.utf8)) { sum += Int(weights[Int($0) & (Self.size - 1)]) }
        return Float(sum) / Lexicon.englishnessScale
    }

    /// Lines that say how well held-out words are told apart, by kind.
    func report() -> [String] {
        let held = samples.filter(\.isHeldOut)
        let rare = held.filter { $0.kind == "english, rare" }.map { score($0.form) }.sorted()
        guard !rare.isEmpty else { return [] }
        func below(_ values: [Float], _ bar: Float) -> Double {
            Double(values.count { $0 < bar }) / Double(max(values.count, 1))
        }
        var lines = ["kind                held out   AUC against rare English   < 0    < -2    < -4"]
        for kind in Set(held.map(\.kind)).sorted() {
            let values = held.filter { $0.kind == kind }.map { score($0.form) }
            var area = 0.0
            for value in values {
                // The share of rare English words that score higher.
                var (low, high) = (0, rare.count)
                while low < high {
                    let middle = (low + high) / 2
                    if rare[middle] <= value { low = middle + 1 } else { high = middle }
                }
                area += Double(rare.count - low) / Double(rare.count)
            }
            let cells = [below(values, 0), below(values, -2), below(values, -4)].map {
                String(format: "%6.1f%%", $0 * 100)
            }
            lines.append(
                kind.padding(toLength: 20, withPad: " ", startingAt: 0)
                    + String(format: "%7d   %23.4f ", values.count, area / Double(max(values.count, 1)))
                    + cells.joined(separator: " "))
        }
        return lines
    }
}
