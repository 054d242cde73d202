import CModel

/// The best tree over the scores of all arcs (Chu and Liu 1965, Edmonds 1967), with one root; in buffers that are reused.
struct SpanningTree {
    /// Graphs, one behind the other: each has a cycle of the one before contracted to its last node.
    private var graphs: [Graph] = []
    /// Of a graph of n nodes, n rows of n: of each node, the weight of the arc from each head.
    private var weights: [Float] = []
    /// Of each node of a graph, its best head in that graph.
    private var heads: [Int32] = []
    /// Of each node of a graph but the last, the node that it was in the graph before; where its best arc into
    /// the cycle ends; and which node of the cycle is its best head.
    private var origins, entries, exits: [Int32]
    private var cycle: [Int32] = []
    private var marks: [Int32] = []

    /// Where the numbers of a graph begin.
    private struct Graph {
        let size, weights, nodes: Int
    }

    init() { (origins, entries, exits) = ([], [], []) }

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

    /// Finds the heads of the best tree.
    ///
    /// - Parameter scores: `count` rows of `count + 1`: of each word, the score of each head, the root first.
    mutating func best(_ scores: UnsafePointer<Float>, count: Int, into result: inout [Int32]) {
        graphs.removeAll(keepingCapacity: true)
        weights.removeAll(keepingCapacity: true)
        heads.removeAll(keepingCapacity: true)
        origins.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
        exits.removeAll(keepingCapacity: true)
        let size = count + 1
        append(size)
        for word in 1...count {
            for head in 0...count { weights[word * size + head] = scores[(word - 1) * size + head] }
            // Arcs from the root cost more than everything else together, so that there is one.
            weights[word * size] -= 100_000
            weights[word * size + word] = -.infinity
        }
        repeat { chooseHeads() } while contractCycle()
        for index in graphs.indices.dropFirst().reversed() { expand(graphs[index], into: graphs[index - 1]) }
        for word in 0..<count { result[word] = heads[word + 1] }
    }

    /// Adds a graph without arcs.
    private mutating func append(_ size: Int) {
        graphs.append(Graph(size: size, weights: weights.count, nodes: heads.count))
        weights.append(contentsOf: repeatElement(-.infinity, count: size * size))
        heads.append(contentsOf: repeatElement(0, count: size))
        origins.append(contentsOf: repeatElement(0, count: size))
        entries.append(contentsOf: repeatElement(0, count: size))
        exits.append(contentsOf: repeatElement(0, count: size))
    }

    /// The best head of each node of the last graph but node 0, which is the root.
    private mutating func chooseHeads() {
        let graph = graphs[graphs.count - 1]
        weights.withUnsafeBufferPointer {
            for node in 1..<graph.size {
                heads[graph.nodes + node] = Int32(
                    calque_greatest($0.baseAddress! + graph.weights + node * graph.size, graph.size))
            }
        }
    }

    /// Adds a graph with a cycle of the last one contracted; false where there is none.
    private mutating func contractCycle() -> Bool {
        let graph = graphs[graphs.count - 1]
        guard findCycle(graph) else { return false }
        append(graph.size - cycle.count + 1)
        let smaller = graphs[graphs.count - 1]
        let whole = smaller.size - 1
        // The nodes outside keep their order.
        var other = 0
        for node in 0..<graph.size where !cycle.contains(Int32(node)) {
            origins[smaller.nodes + other] = Int32(node)
            other += 1
        }
        weights.withUnsafeMutableBufferPointer { weights in
            for index in 0..<whole {
                let row = graph.weights + Int(origins[smaller.nodes + index]) * graph.size
                let to = smaller.weights + index * smaller.size
                for head in 0..<whole { weights[to + head] = weights[row + Int(origins[smaller.nodes + head])] }
                for inner in cycle
                where weights[row + Int(inner)] > weights[to + whole] || weights[to + whole] == -.infinity {
                    weights[to + whole] = weights[row + Int(inner)]
                    exits[smaller.nodes + index] = inner
                }
            }
            let last = smaller.weights + whole * smaller.size
            for inner in cycle {
                let row = graph.weights + Int(inner) * graph.size
                let own = weights[row + Int(heads[graph.nodes + Int(inner)])]
                for index in 0..<whole {
                    let gain = weights[row + Int(origins[smaller.nodes + index])] - own
                    if gain > weights[last + index] || weights[last + index] == -.infinity {
                        weights[last + index] = gain
                        entries[smaller.nodes + index] = inner
                    }
                }
            }
        }
        return true
    }

    /// Gives the nodes of a graph the heads that they have in the one made of it.
    private mutating func expand(_ smaller: Graph, into graph: Graph) {
        let whole = smaller.size - 1
        func origin(_ index: Int32) -> Int32 { origins[smaller.nodes + Int(index)] }
        for index in 1..<max(whole, 1) {
            let head = heads[smaller.nodes + index]
            heads[graph.nodes + Int(origin(Int32(index)))] = head == whole ? exits[smaller.nodes + index] : origin(head)
        }
        let from = heads[smaller.nodes + whole]
        heads[graph.nodes + Int(entries[smaller.nodes + Int(from)])] = origin(from)
    }

    /// Finds some cycle among the heads of a graph.
    private mutating func findCycle(_ graph: Graph) -> Bool {
        marks.removeAll(keepingCapacity: true)
        marks.append(contentsOf: repeatElement(0, count: graph.size))
        cycle.removeAll(keepingCapacity: true)
        for start in 1..<graph.size {
            var node = start
            while node != 0 && marks[node] == 0 {
                marks[node] = Int32(start)
                node = Int(heads[graph.nodes + node])
            }
            guard node != 0 && marks[node] == start else { continue }
            let first = node
            repeat {
                cycle.append(Int32(node))
                node = Int(heads[graph.nodes + node])
            } while node != first
            return true
        }
        return false
    }
}
