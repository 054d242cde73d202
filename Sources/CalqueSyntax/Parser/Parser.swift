import CModel
import CalqueText

/// Tags and parses sentences, in buffers that are reused: one a task.
///
/// A token begins as the sum of the rows of its features; residual convolutions bring in its neighbours. From the
/// vector so made, a tag is chosen, and every pair of dependent and head is scored (Dozat and Manning 2017); the best
/// heads are kept where they make a tree, else the best tree is sought. Nothing is decided from left to right.
///
/// A sentence longer than `longestStretch` tokens is parsed in stretches, whose roots hang on the first.
final class Parser {
    static let longestStretch = 128

    private let model: SyntaxModel
    private var features: [UInt32] = []
    private var sums: [Int32]
    private var hidden: [Float]
    private var rounded: [Int16]
    private var products: [Int32]
    private var heads, dependents, bilinear: [Int16]
    private var distances: [Float]
    private var scores: [Float]
    private var labelHead, labelDependent: [Float]
    private var labels: [Int16]
    private var values: [Float]
    private var chosen: [Int32]
    private var visited: [Int32]

    init(model: SyntaxModel) {
        self.model = model
        let n = Self.longestStretch
        sums = Array(repeating: 0, count: model.width)
        hidden = Array(repeating: 0, count: n * model.width)
        rounded = Array(repeating: 0, count: n * 3 * model.width)
        let columns = max(model.outputs.columns, n + 1, model.relationCount, SyntaxModel.buckets)
        products = Array(repeating: 0, count: n * columns)
        heads = Array(repeating: 0, count: (n + 1) * model.arc)
        dependents = Array(repeating: 0, count: n * model.arc)
        bilinear = Array(repeating: 0, count: n * model.arc)
        distances = Array(repeating: 0, count: n * SyntaxModel.buckets)
        scores = Array(repeating: 0, count: n * (n + 1))
        labelHead = Array(repeating: 0, count: n * model.label)
        labelDependent = Array(repeating: 0, count: n * model.label)
        labels = Array(repeating: 0, count: n * model.label)
        values = Array(repeating: 0, count: max(model.arc, model.label, model.tagCount, model.relationCount, n + 1))
        chosen = Array(repeating: 0, count: n)
        visited = Array(repeating: 0, count: n)
    }

    /// Parses every sentence of the analysis.
    func parse(_ analysis: borrowing Analysis, into trees: inout Trees) {
        trees.resize(analysis.tokens.count)
        for sentence in analysis.sentences { parse(analysis, sentence.tokens, into: &trees) }
        trees.linkDependents()
    }

    private func parse(_ analysis: borrowing Analysis, _ sentence: Range<Int>, into trees: inout Trees) {
        var start = sentence.lowerBound
        var root: Int32 = -1
        while start < sentence.upperBound {
            let end = stretchEnd(analysis, from: start, to: sentence.upperBound)
            parseStretch(analysis, start..<end, into: &trees)
            for token in start..<end where trees.heads[token] < 0 {
                if root < 0 {
                    root = Int32(token)
                } else {
                    trees.heads[token] = root
                    trees.relations[token] = .parataxis
                    trees.arcConfidence[token] = 0
                }
            }
            start = end
        }
    }

    /// Where to cut a long sentence: behind the last comma or the like that leaves a stretch of some length.
    private func stretchEnd(_ analysis: borrowing Analysis, from start: Int, to end: Int) -> Int {
        let limit = start + Self.longestStretch
        if end <= limit { return end }
        for token in stride(from: limit - 1, to: start + Self.longestStretch / 2, by: -1) {
            switch analysis.segmentation.tokens[token].kind {
            case .comma, .semicolon, .colon, .terminal, .dash: return token + 1
            default: continue
            }
        }
        return limit
    }

    private func parseStretch(_ analysis: borrowing Analysis, _ tokens: Range<Int>, into trees: inout Trees) {
        embed(analysis, tokens)
        encode(tokens.count)
        project(tokens, into: &trees)
        score(tokens.count)
        choose(tokens, into: &trees)
        relate(tokens, into: &trees)
    }

    /// The sum of the rows of each token's features.
    private func embed(_ analysis: borrowing Analysis, _ tokens: Range<Int>) {
        features.removeAll(keepingCapacity: true)
        analysis.appendFeatures(of: tokens, to: &features)
        let width = model.width
        sums.withUnsafeMutableBufferPointer { sums in
            hidden.withUnsafeMutableBufferPointer { hidden in
                for token in 0..<tokens.count {
                    sums.update(repeating: 0)
                    for template in 0..<model.templates {
                        let row = model.row(features[token * model.templates + template])
                        guard row != 0 else { continue }
                        calque_add_row(
                            sums.baseAddress!, model.rows + row * width, Int32(model.factors[row]), width)
                    }
                    let out = hidden.baseAddress! + token * width
                    for i in 0..<width {
                        out[i] = max(0, Float(sums[i]) * model.rowScale + model.rowBias[i])
                    }
                }
            }
        }
    }

    /// The convolutions.
    private func encode(_ count: Int) {
        let width = model.width
        hidden.withUnsafeMutableBufferPointer { hidden in
            rounded.withUnsafeMutableBufferPointer { rounded in
                products.withUnsafeMutableBufferPointer { products in
                    for (layer, step) in model.steps.enumerated() {
                        // Of each token, the vectors before, at and behind it, in a row.
                        let scale = model.scales.layers[layer]
                        for token in 0..<count {
                            let at = rounded.baseAddress! + token * 3 * width + width
                            calque_quantize(
                                hidden.baseAddress! + token * width, width, scale, Self.limit, at)
                        }
                        for token in 0..<count {
                            let at = rounded.baseAddress! + token * 3 * width
                            if token >= step {
                                at.update(from: at - step * 3 * width + width, count: width)
                            } else {
                                at.update(repeating: 0, count: width)
                            }
                            if token + step < count {
                                (at + 2 * width).update(from: at + step * 3 * width + width, count: width)
                            } else {
                                (at + 2 * width).update(repeating: 0, count: width)
                            }
                        }
                        let matrix = model.layers[layer]
                        calque_multiply(
                            rounded.baseAddress!, count, 3 * width, 3 * width, matrix.weights, width,
                            products.baseAddress!)
                        calque_add_relu(
                            products.baseAddress!, count, width, matrix.scale, matrix.bias, hidden.baseAddress!)
                    }
                }
            }
        }
    }

    /// Activations are rounded to 13 bits and a sign.
    static let limit: Int16 = 8191

    /// Chooses tags, and makes of each token what the scores need.
    private func project(_ tokens: Range<Int>, into trees: inout Trees) {
        let count = tokens.count
        let (outputs, arc, label) = (model.outputs, model.arc, model.label)
        rounded.withUnsafeMutableBufferPointer { rounded in
            calque_quantize(
                hidden, count * model.width, model.scales.outputs, Self.limit, rounded.baseAddress!)
            calque_multiply(
                rounded.baseAddress!, count, model.width, model.width, outputs.weights, outputs.columns, &products)
        }
        let (headStart, dependentStart) = (model.tagCount, model.tagCount + arc)
        let (labelHeadStart, labelDependentStart) = (dependentStart + arc, dependentStart + arc + label)
        heads.withUnsafeMutableBufferPointer { $0.baseAddress!.update(from: model.rootHead, count: arc) }
        products.withUnsafeBufferPointer { products in
            for token in 0..<count {
                let row = products.baseAddress! + token * outputs.columns
                for i in 0..<model.tagCount { values[i] = Float(row[i]) * outputs.scale[i] + outputs.bias[i] }
                let (tag, confidence) = best(model.tagCount, temperature: model.scales.tagTemperature)
                trees.universal[tokens.lowerBound + token] = model.tags[tag].universal
                trees.penn[tokens.lowerBound + token] = model.tags[tag].penn
                trees.tagConfidence[tokens.lowerBound + token] = confidence
                calque_relu(
                    row + headStart, 1, arc, outputs.scale + headStart, outputs.bias + headStart, &values)
                heads.withUnsafeMutableBufferPointer {
                    calque_quantize(
                        values, arc, model.scales.head, Self.limit, $0.baseAddress! + (token + 1) * arc)
                }
                calque_relu(
                    row + dependentStart, 1, arc, outputs.scale + dependentStart, outputs.bias + dependentStart, &values
                )
                dependents.withUnsafeMutableBufferPointer {
                    calque_quantize(values, arc, model.scales.dependent, Self.limit, $0.baseAddress! + token * arc)
                }
                for i in 0..<label {
                    labelHead[token * label + i] =
                        Float(row[labelHeadStart + i]) * outputs.scale[labelHeadStart + i]
                        + outputs.bias[labelHeadStart + i]
                    labelDependent[token * label + i] =
                        Float(row[labelDependentStart + i]) * outputs.scale[labelDependentStart + i]
                        + outputs.bias[labelDependentStart + i]
                }
            }
        }
    }

    /// Scores each head of each token.
    private func score(_ count: Int) {
        let arc = model.arc
        calque_multiply(dependents, count, arc, arc, model.distance.weights, SyntaxModel.buckets, &products)
        for token in 0..<count {
            for bucket in 0..<SyntaxModel.buckets {
                distances[token * SyntaxModel.buckets + bucket] =
                    Float(products[token * SyntaxModel.buckets + bucket]) * model.distance.scale[bucket]
                    + model.distance.bias[bucket]
            }
        }
        calque_multiply(dependents, count, arc, arc, model.bilinear.weights, arc, &products)
        for token in 0..<count {
            for i in 0..<arc {
                values[i] = Float(products[token * arc + i]) * model.bilinear.scale[i] + model.bilinear.bias[i]
            }
            bilinear.withUnsafeMutableBufferPointer {
                calque_quantize(
                    values, arc, model.scales.bilinear, model.bilinearLimit, $0.baseAddress! + token * arc)
            }
        }
        calque_multiply(bilinear, count, arc, arc, heads, count + 1, &products)
        for token in 0..<count {
            let start = token * (count + 1)
            let near = token * SyntaxModel.buckets
            for head in 0...count {
                scores[start + head] =
                    Float(products[start + head]) * model.scales.arc
                    + distances[near + Int(SyntaxModel.bucket(dependent: token, head: head))]
            }
            scores[start + token + 1] = -1e9
        }
    }

    /// Chooses the heads.
    private func choose(_ tokens: Range<Int>, into trees: inout Trees) {
        let count = tokens.count
        scores.withUnsafeBufferPointer { scores in
            for token in 0..<count {
                let row = scores.baseAddress! + token * (count + 1)
                var best = 0
                for head in 1...count where row[head] > row[best] { best = head }
                chosen[token] = Int32(best)
            }
            let isTree = chosen.withUnsafeBufferPointer { chosen in
                visited.withUnsafeMutableBufferPointer {
                    SpanningTree.isTree(UnsafeBufferPointer(rebasing: chosen[..<count]), $0.baseAddress!)
                }
            }
            if !isTree {
                let heads = SpanningTree.best(scores.baseAddress!, count: count)
                for token in 0..<count { chosen[token] = heads[token] }
            }
            for token in 0..<count {
                let row = scores.baseAddress! + token * (count + 1)
                let head = Int(chosen[token])
                trees.heads[tokens.lowerBound + token] = head == 0 ? -1 : Int32(tokens.lowerBound + head - 1)
                for other in 0...count { values[other] = row[other] }
                trees.arcConfidence[tokens.lowerBound + token] = probability(
                    of: head, among: count + 1, temperature: model.scales.arcTemperature)
            }
        }
    }

    /// Names the arcs.
    private func relate(_ tokens: Range<Int>, into trees: inout Trees) {
        let count = tokens.count
        let (label, relation) = (model.label, model.relation)
        for token in 0..<count {
            let head = Int(chosen[token])
            let bucket = SyntaxModel.bucket(dependent: token, head: head) * label
            for i in 0..<label {
                let source = head == 0 ? model.rootLabel[i] : labelHead[(head - 1) * label + i]
                values[i] = max(0, labelDependent[token * label + i] + source + model.labelDistance[bucket + i])
            }
            labels.withUnsafeMutableBufferPointer {
                calque_quantize(values, label, model.scales.label, Self.limit, $0.baseAddress! + token * label)
            }
        }
        calque_multiply(labels, count, label, label, relation.weights, relation.columns, &products)
        for token in 0..<count {
            for i in 0..<relation.columns {
                values[i] =
                    Float(products[token * relation.columns + i]) * relation.scale[i] + relation.bias[i]
            }
            // The root is "root", and nothing else is.
            let isRoot = chosen[token] == 0
            values[model.root] = isRoot ? .greatestFiniteMagnitude : -.greatestFiniteMagnitude
            let (name, _) = best(relation.columns, temperature: 1)
            trees.relations[tokens.lowerBound + token] = model.relations[name]
        }
    }

    /// The greatest of the values, with its probability.
    private func best(_ count: Int, temperature: Float) -> (index: Int, confidence: UInt8) {
        var best = 0
        for i in 1..<count where values[i] > values[best] { best = i }
        return (best, probability(of: best, among: count, temperature: temperature))
    }

    /// The softmax of one of the values, in units of 1/255.
    private func probability(of index: Int, among count: Int, temperature: Float) -> UInt8 {
        var greatest = values[0]
        for i in 1..<count { greatest = max(greatest, values[i]) }
        var total: Float = 0
        var own: Float = 0
        for i in 0..<count {
            let distance = (values[i] - greatest) * temperature
            // What is less than a thousandth of the greatest does not show.
            guard distance > -7 else { continue }
            let weight = Exponential.of(distance)
            total += weight
            if i == index { own = weight }
        }
        return UInt8(min(255, max(0, own / total * 255 + 0.5)))
    }
}

/// e to the power of small negative numbers, without the C library, so that every machine gives the same.
enum Exponential {
    /// For -7 to 0; within a thousandth.
    static func of(_ x: Float) -> Float {
        // (1 + x/256 + (x/256)²/2) to the power of 256
        let part = x / 256
        var value = 1 + part + part * part / 2
        for _ in 0..<8 { value *= value }
        return value
    }
}
