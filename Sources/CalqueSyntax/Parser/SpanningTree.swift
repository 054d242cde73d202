/// The best tree over the scores of all arcs (Chu and Liu 1965, Edmonds 1967), with one root.
enum SpanningTree {
    /// Whether heads make a tree with one root. A head of 0 is the root; words count from 1.
    static func isTree(_ heads: UnsafeBufferPointer<Int32>, _ visited: UnsafeMutablePointer<Int32>) -> Bool {
        let count = heads.count
        var roots = 0
        for word in 0..<count {
            visited[word] = 0
            if heads[word] == 0 { roots += 1 }
        }
        guard roots == 1 else { return false }
        for word in 0..<count where visited[word] == 0 {
            let mark = Int32(word + 1)
            var at = word
            while visited[at] == 0 {
                visited[at] = mark
                let head = Int(heads[at])
                if head == 0 { break }
                at = head - 1
            }
            // Came back to where this walk has been, and that was not the root.
            if visited[at] == mark && heads[at] != 0 { return false }
        }
        return true
    }

    /// The heads of the best tree.
    ///
    /// - Parameter scores: `count` rows of `count + 1`: of each word, the score of each head, the root first.
    static func best(_ scores: UnsafePointer<Float>, count: Int) -> [Int32] {
        let size = count + 1
        // Weight of the arc from `head` to `word`, words from 1.
        var weights = [Float](repeating: -.infinity, count: size * size)
        for word in 1...count {
            for head in 0...count where head != word {
                // Arcs from the root cost more than everything else together, so that there is one.
                weights[head * size + word] = scores[(word - 1) * size + head] - (head == 0 ? 100_000 : 0)
            }
        }
        let heads = arborescence(weights, size: size)
        return heads.dropFirst().map(Int32.init)
    }

    /// The best head of each node but node 0, with no cycle: contracts one cycle after the other.
    private static func arborescence(_ weights: [Float], size: Int) -> [Int] {
        var heads = [Int](repeating: 0, count: size)
        for node in 1..<size {
            var best = 0
            for head in 0..<size where head != node && weights[head * size + node] > weights[best * size + node] {
                best = head
            }
            heads[node] = best
        }
        guard let cycle = cycle(in: heads) else { return heads }
        // The nodes outside keep their order; the last node of the smaller graph stands for the cycle.
        var isInside = [Bool](repeating: false, count: size)
        for node in cycle { isInside[node] = true }
        let outside = (0..<size).filter { !isInside[$0] }
        let smaller = outside.count + 1
        let whole = smaller - 1
        var contracted = [Float](repeating: -.infinity, count: smaller * smaller)
        var entry = [Int](repeating: 0, count: smaller)
        var exit = [Int](repeating: 0, count: smaller)
        for (index, node) in outside.enumerated() {
            for (other, target) in outside.enumerated() {
                contracted[index * smaller + other] = weights[node * size + target]
            }
            var bestIn = -Float.infinity
            var bestOut = -Float.infinity
            for inner in cycle {
                let gain = weights[node * size + inner] - weights[heads[inner] * size + inner]
                if gain > bestIn || bestIn == -.infinity { (bestIn, entry[index]) = (gain, inner) }
                let out = weights[inner * size + node]
                if out > bestOut || bestOut == -.infinity { (bestOut, exit[index]) = (out, inner) }
            }
            contracted[index * smaller + whole] = bestIn
            contracted[whole * smaller + index] = bestOut
        }
        let solved = arborescence(contracted, size: smaller)
        for (index, node) in outside.enumerated() where node != 0 {
            heads[node] = solved[index] == whole ? exit[index] : outside[solved[index]]
        }
        let from = solved[whole]
        heads[entry[from]] = outside[from]
        return heads
    }

    /// Some cycle among the heads.
    private static func cycle(in heads: [Int]) -> [Int]? {
        var seen = [Int](repeating: 0, count: heads.count)
        for start in 1..<heads.count {
            var node = start
            while node != 0 && seen[node] == 0 {
                seen[node] = start
                node = heads[node]
            }
            if node != 0 && seen[node] == start {
                var cycle = [node]
                var next = heads[node]
                while next != node {
                    cycle.append(next)
                    next = heads[next]
                }
                return cycle
            }
        }
        return nil
    }
}
