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
    /// The vectors of words by themselves; most words of a text have been met before.
    private var known: WordVectors
    /// The classes of the distances from each word of a stretch to each head.
    private let bucketsFrom: [UInt8]
    private var hidden: [Float]
    /// The vectors of a stretch, rounded, between rows of zeros for what stands outside.
    private var rounded: [Int16]
    private let margin: Int
    private var products: [Int32]
    private var headRows, dependents, bilinear: [Int16]
    /// The heads as a packed matrix, the root first.
    private var heads: [Int16]
    private var distances: [Float]
    private var scores: [Float]
    private var labelHead, labelDependent: [Float]
    private var labels: [Int16]
    private var values: [Float]
    private var chosen: [Int32]
    private var visited: [Int32]
    private var spanning = SpanningTree()

    init(model: SyntaxModel) {
        self.model = model
        let n = Self.longestStretch
        sums = Array(repeating: 0, count: model.width)
        known = WordVectors(width: model.width)
        bucketsFrom = (0..<n).map { dependent in
            (0...n).map { UInt8(SyntaxModel.bucket(dependent: dependent, head: $0)) }
        }.flatMap { $0 }
        hidden = Array(repeating: 0, count: n * model.width)
        margin = model.steps.max() ?? 0
        rounded = Array(repeating: 0, count: (n + 2 * margin) * model.width)
        let layers = model.layers + [model.outputs, model.bilinear, model.distance, model.relation]
        let columns = max(layers.map(\.packedColumns).max() ?? 0, calque_packed(n + 1))
        products = Array(repeating: 0, count: n * columns)
        headRows = Array(repeating: 0, count: n * model.arc)
        dependents = Array(repeating: 0, count: n * model.arc)
        bilinear = Array(repeating: 0, count: n * model.arc)
        heads = Array(repeating: 0, count: calque_packed(n + 1) * model.arc)
        distances = Array(repeating: 0, count: n * SyntaxModel.buckets)
        scores = Array(repeating: 0, count: n * (n + 1))
        labelHead = Array(repeating: 0, count: n * model.label)
        labelDependent = Array(repeating: 0, count: n * model.label)
        labels = Array(repeating: 0, count: n * model.label)
        values = Array(repeating: 0, count: n * max(model.tagCount, model.relationCount))
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

    /// Of each token, the sum of the rows of its features.
    private func embed(_ analysis: borrowing Analysis, _ tokens: Range<Int>) {
        let width = model.width
        known.begin(analysis.segmentation.vocabulary.epoch)
        hidden.withUnsafeMutableBufferPointer { hidden in
            for (index, token) in tokens.enumerated() {
                let place = known.place(of: analysis.segmentation.tokens[token], analysis.segmentation.spellings[token])
                if !place.isKnown { sumRows(analysis, token, place.start) }
                known.vectors.withUnsafeBufferPointer {
                    (hidden.baseAddress! + index * width).update(from: $0.baseAddress! + place.start, count: width)
                }
            }
        }
    }

    private func sumRows(_ analysis: borrowing Analysis, _ token: Int, _ start: Int) {
        features.removeAll(keepingCapacity: true)
        analysis.appendFeatures(of: token..<token + 1, to: &features)
        let width = model.width
        sums.withUnsafeMutableBufferPointer { sums in
            sums.update(repeating: 0)
            for feature in features {
                let row = model.row(feature)
                guard row != 0 else { continue }
                calque_add_row(sums.baseAddress!, model.rows + row * width, Int32(model.factors[row]), width)
            }
            known.vectors.withUnsafeMutableBufferPointer {
                calque_relu(sums.baseAddress!, width, model.rowScale, model.rowBias, $0.baseAddress! + start)
            }
        }
    }

    /// The convolutions.
    private func encode(_ count: Int) {
        let width = model.width
        hidden.withUnsafeMutableBufferPointer { hidden in
            rounded.withUnsafeMutableBufferPointer { rounded in
                products.withUnsafeMutableBufferPointer { products in
                    let first = rounded.baseAddress! + margin * width
                    (first + count * width).update(repeating: 0, count: margin * width)
                    for (layer, step) in model.steps.enumerated() {
                        let matrix = model.layers[layer]
                        calque_quantize(
                            hidden.baseAddress!, count * width, model.scales.layers[layer], Self.limit, first)
                        calque_multiply(
                            first - step * width, count, width, 3, step, matrix.weights, matrix.packedColumns,
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
        let stride = outputs.packedColumns
        rounded.withUnsafeMutableBufferPointer {
            let first = $0.baseAddress! + margin * model.width
            calque_quantize(hidden, count * model.width, model.scales.outputs, Self.limit, first)
            calque_multiply(first, count, model.width, 1, 0, outputs.weights, stride, &products)
        }
        let (headStart, dependentStart) = (model.tagCount, model.tagCount + arc)
        let (labelHeadStart, labelDependentStart) = (dependentStart + arc, dependentStart + arc + label)
        products.withUnsafeBufferPointer {
            let sums = $0.baseAddress!
            calque_scale(sums, count, stride, model.tagCount, outputs.scale, outputs.bias, &values)
            calque_relu_quantize(
                sums + headStart, count, stride, arc, outputs.scale + headStart, outputs.bias + headStart,
                model.scales.head, Self.limit, &headRows)
            calque_relu_quantize(
                sums + dependentStart, count, stride, arc, outputs.scale + dependentStart,
                outputs.bias + dependentStart, model.scales.dependent, Self.limit, &dependents)
            calque_scale(
                sums + labelHeadStart, count, stride, label, outputs.scale + labelHeadStart,
                outputs.bias + labelHeadStart, &labelHead)
            calque_scale(
                sums + labelDependentStart, count, stride, label, outputs.scale + labelDependentStart,
                outputs.bias + labelDependentStart, &labelDependent)
        }
        values.withUnsafeBufferPointer { values in
            for token in 0..<count {
                let row = values.baseAddress! + token * model.tagCount
                let tag = calque_greatest(row, model.tagCount)
                trees.universal[tokens.lowerBound + token] = model.tags[tag].universal
                trees.penn[tokens.lowerBound + token] = model.tags[tag].penn
                trees.tagConfidence[tokens.lowerBound + token] = Self.rounded(
                    calque_probability(row, model.tagCount, tag, row[tag], model.scales.tagTemperature))
            }
        }
    }

    /// Scores each head of each token.
    private func score(_ count: Int) {
        let arc = model.arc
        heads.withUnsafeMutableBufferPointer { heads in
            headRows.withUnsafeBufferPointer { rows in
                calque_pack(model.rootHead, arc, 0, heads.baseAddress!)
                for token in 0..<count {
                    calque_pack(rows.baseAddress! + token * arc, arc, token + 1, heads.baseAddress!)
                }
            }
        }
        calque_multiply(
            dependents, count, arc, 1, 0, model.distance.weights, model.distance.packedColumns, &products)
        calque_scale(
            products, count, model.distance.packedColumns, SyntaxModel.buckets, model.distance.scale,
            model.distance.bias, &distances)
        calque_multiply(
            dependents, count, arc, 1, 0, model.bilinear.weights, model.bilinear.packedColumns, &products)
        calque_scale_quantize(
            products, count, model.bilinear.packedColumns, arc, model.bilinear.scale, model.bilinear.bias,
            model.scales.bilinear, model.bilinearLimit, &bilinear)
        let columns = calque_packed(count + 1)
        calque_multiply(bilinear, count, arc, 1, 0, heads, columns, &products)
        scores.withUnsafeMutableBufferPointer { scores in
            products.withUnsafeBufferPointer { products in
                distances.withUnsafeBufferPointer { distances in
                    bucketsFrom.withUnsafeBufferPointer { buckets in
                        for token in 0..<count {
                            let start = token * (count + 1)
                            calque_score_heads(
                                products.baseAddress! + token * columns, model.scales.arc,
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
                let row = scores.baseAddress! + token * (count + 1)
                let best = calque_greatest(row, count + 1)
                chosen[token] = Int32(best)
                values[token] = row[best]
            }
            let isTree = chosen.withUnsafeBufferPointer { chosen in
                visited.withUnsafeMutableBufferPointer {
                    SpanningTree.isTree(UnsafeBufferPointer(rebasing: chosen[..<count]), $0.baseAddress!)
                }
            }
            if !isTree { spanning.best(scores.baseAddress!, count: count, into: &chosen) }
            for token in 0..<count {
                let row = scores.baseAddress! + token * (count + 1)
                let head = Int(chosen[token])
                trees.heads[tokens.lowerBound + token] = head == 0 ? -1 : Int32(tokens.lowerBound + head - 1)
                trees.arcConfidence[tokens.lowerBound + token] = Self.rounded(
                    calque_probability(row, count + 1, head, values[token], model.scales.arcTemperature))
            }
        }
    }

    /// Names the arcs.
    private func relate(_ tokens: Range<Int>, into trees: inout Trees) {
        let count = tokens.count
        let (label, relation) = (model.label, model.relation)
        labels.withUnsafeMutableBufferPointer { labels in
            labelDependent.withUnsafeBufferPointer { dependent in
                labelHead.withUnsafeBufferPointer { heads in
                    for token in 0..<count {
                        let head = Int(chosen[token])
                        let bucket = Int(bucketsFrom[token * (Self.longestStretch + 1) + head])
                        calque_sum_quantize(
                            dependent.baseAddress! + token * label,
                            head == 0 ? model.rootLabel : heads.baseAddress! + (head - 1) * label,
                            model.labelDistance + bucket * label, label, model.scales.label, Self.limit,
                            labels.baseAddress! + token * label)
                    }
                }
            }
        }
        calque_multiply(labels, count, label, 1, 0, relation.weights, relation.packedColumns, &products)
        calque_scale(
            products, count, relation.packedColumns, relation.columns, relation.scale, relation.bias, &values)
        values.withUnsafeMutableBufferPointer { values in
            for token in 0..<count {
                let row = values.baseAddress! + token * relation.columns
                // The root is "root", and nothing else is.
                row[model.root] = chosen[token] == 0 ? .greatestFiniteMagnitude : -.greatestFiniteMagnitude
                trees.relations[tokens.lowerBound + token] = model.relations[calque_greatest(row, relation.columns)]
            }
        }
    }

    /// A probability in units of 1/255.
    private static func rounded(_ probability: Float) -> UInt8 { UInt8(min(255, max(0, probability * 255 + 0.5))) }
}
