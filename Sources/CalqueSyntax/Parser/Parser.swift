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
    /// The one scale of rows, for each column.
    private let rowScales: [Float]
    /// The classes of the distances from each word of a stretch to each head.
    private let bucketsFrom: [UInt8]
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
        rowScales = Array(repeating: model.rowScale, count: model.width)
        bucketsFrom = (0..<n).map { dependent in
            (0...n).map { UInt8(SyntaxModel.bucket(dependent: dependent, head: $0)) }
        }.flatMap { $0 }
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
                    calque_relu(
                        sums.baseAddress!, 1, width, rowScales, model.rowBias, hidden.baseAddress! + token * width)
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
                calque_scale(row, 1, model.tagCount, outputs.scale, outputs.bias, &values)
                let tag = calque_greatest(values, model.tagCount)
                trees.universal[tokens.lowerBound + token] = model.tags[tag].universal
                trees.penn[tokens.lowerBound + token] = model.tags[tag].penn
                trees.tagConfidence[tokens.lowerBound + token] = Self.rounded(
                    calque_probability(values, model.tagCount, tag, model.scales.tagTemperature))
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
                labelHead.withUnsafeMutableBufferPointer {
                    calque_scale(
                        row + labelHeadStart, 1, label, outputs.scale + labelHeadStart, outputs.bias + labelHeadStart,
                        $0.baseAddress! + token * label)
                }
                labelDependent.withUnsafeMutableBufferPointer {
                    calque_scale(
                        row + labelDependentStart, 1, label, outputs.scale + labelDependentStart,
                        outputs.bias + labelDependentStart, $0.baseAddress! + token * label)
                }
            }
        }
    }

    /// Scores each head of each token.
    private func score(_ count: Int) {
        let arc = model.arc
        calque_multiply(dependents, count, arc, arc, model.distance.weights, SyntaxModel.buckets, &products)
        calque_scale(
            products, count, SyntaxModel.buckets, model.distance.scale, model.distance.bias, &distances)
        calque_multiply(dependents, count, arc, arc, model.bilinear.weights, arc, &products)
        for token in 0..<count {
            products.withUnsafeBufferPointer {
                calque_scale(
                    $0.baseAddress! + token * arc, 1, arc, model.bilinear.scale, model.bilinear.bias, &values)
            }
            bilinear.withUnsafeMutableBufferPointer {
                calque_quantize(
                    values, arc, model.scales.bilinear, model.bilinearLimit, $0.baseAddress! + token * arc)
            }
        }
        calque_multiply(bilinear, count, arc, arc, heads, count + 1, &products)
        scores.withUnsafeMutableBufferPointer { scores in
            products.withUnsafeBufferPointer { products in
                distances.withUnsafeBufferPointer { distances in
                    bucketsFrom.withUnsafeBufferPointer { buckets in
                        for token in 0..<count {
                            let start = token * (count + 1)
                            calque_score_heads(
                                products.baseAddress! + start, model.scales.arc,
                                distances.baseAddress! + token * SyntaxModel.buckets,
                                buckets.baseAddress! + token * (Self.longestStretch + 1), count + 1,
                                scores.baseAddress! + start)
                            scores[start + token + 1] = -1e9
                        }
                    }
                }
            }
        }
    }

    /// Chooses the heads.
    private func choose(_ tokens: Range<Int>, into trees: inout Trees) {
        let count = tokens.count
        scores.withUnsafeBufferPointer { scores in
            for token in 0..<count {
                chosen[token] = Int32(calque_greatest(scores.baseAddress! + token * (count + 1), count + 1))
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
                trees.arcConfidence[tokens.lowerBound + token] = Self.rounded(
                    calque_probability(row, count + 1, head, model.scales.arcTemperature))
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
            labelDependent.withUnsafeBufferPointer { dependent in
                labelHead.withUnsafeBufferPointer { heads in
                    calque_sum_relu(
                        dependent.baseAddress! + token * label,
                        head == 0 ? model.rootLabel : heads.baseAddress! + (head - 1) * label,
                        model.labelDistance + bucket, label, &values)
                }
            }
            labels.withUnsafeMutableBufferPointer {
                calque_quantize(values, label, model.scales.label, Self.limit, $0.baseAddress! + token * label)
            }
        }
        calque_multiply(labels, count, label, label, relation.weights, relation.columns, &products)
        for token in 0..<count {
            products.withUnsafeBufferPointer {
                calque_scale(
                    $0.baseAddress! + token * relation.columns, 1, relation.columns, relation.scale, relation.bias,
                    &values)
            }
            // The root is "root", and nothing else is.
            let isRoot = chosen[token] == 0
            values[model.root] = isRoot ? .greatestFiniteMagnitude : -.greatestFiniteMagnitude
            let name = calque_greatest(values, relation.columns)
            trees.relations[tokens.lowerBound + token] = model.relations[name]
        }
    }

    /// A probability in units of 1/255.
    private static func rounded(_ probability: Float) -> UInt8 { UInt8(min(255, max(0, probability * 255 + 0.5))) }
}
