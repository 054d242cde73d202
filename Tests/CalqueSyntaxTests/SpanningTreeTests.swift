import Testing

@testable import CalqueSyntax

@Suite struct SpanningTreeTests {
    private func best(_ scores: [[Float]]) -> [Int32] {
        var heads = [Int32](repeating: 0, count: scores.count)
        var tree = SpanningTree()
        tree.best(scores.flatMap { $0 }, count: scores.count, into: &heads)
        return heads
    }

    private func isTree(_ heads: [Int32]) -> Bool {
        var visited = [Int32](repeating: 0, count: heads.count)
        return heads.withUnsafeBufferPointer { heads in
            visited.withUnsafeMutableBufferPointer { SpanningTree.isTree(heads, $0.baseAddress!) }
        }
    }

    /// The best tree with one root by trying all heads.
    private func exhaustive(_ scores: [[Float]]) -> Float {
        let count = scores.count
        var best = -Float.infinity
        var heads = [Int32](repeating: 0, count: count)
        func extend(_ word: Int, _ total: Float) {
            if word == count {
                if isTree(heads) { best = max(best, total) }
                return
            }
            for head in 0...count where head != word + 1 {
                heads[word] = Int32(head)
                extend(word + 1, total + scores[word][head])
            }
        }
        extend(0, 0)
        return best
    }

    @Test func `trees are told from cycles and from several roots`() {
        #expect(isTree([2, 0, 2]))
        #expect(isTree([0]))
        #expect(!isTree([0, 0]))
        #expect(!isTree([2, 1]))
        #expect(!isTree([0, 3, 2]))
        #expect(!isTree([2, 3, 1, 0]))
    }

    @Test func `the best tree is that of an exhaustive search`() {
        var state: UInt64 = 7
        func random() -> Float {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Float(state >> 40) / Float(1 << 24) * 10
        }
        for round in 0..<200 {
            let count = 1 + round % 6
            let scores = (0..<count).map { _ in (0...count).map { _ in random() } }
            let heads = best(scores)
            #expect(isTree(heads), "\(heads)")
            let total = heads.enumerated().reduce(Float(0)) { $0 + scores[$1.offset][Int($1.element)] }
            #expect(abs(total - exhaustive(scores)) < 0.01, "\(scores)")
        }
    }
}
