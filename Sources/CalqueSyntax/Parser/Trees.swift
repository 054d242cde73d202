import CalqueText

/// Tags and trees of an article, in flat arrays beside its tokens.
public struct Trees: Sendable {
    public internal(set) var universal: [UniversalTag] = []
    public internal(set) var penn: [PennTag] = []
    /// Index of the token that a token depends on; -1 for the root of its sentence.
    public internal(set) var heads: [Int32] = []
    public internal(set) var relations: [Relation] = []
    /// The probability of the pair of tags and of the arc, in units of 1/255. Calibrated: of arcs at 230, nine in ten are right.
    public internal(set) var tagConfidence: [UInt8] = []
    public internal(set) var arcConfidence: [UInt8] = []

    /// The dependents of all tokens in a row, those of one token in their order.
    private var dependents: [Int32] = []
    /// Where each token's dependents begin in `dependents`; one more for the end.
    private var dependentStarts: [Int32] = [0]

    public init() {}

    /// Whether there is a tree at all: the model may be damaged.
    public var isEmpty: Bool { heads.isEmpty }

    mutating func resize(_ count: Int) {
        func fill<Element>(_ array: inout [Element], _ value: Element) {
            array.removeAll(keepingCapacity: true)
            array.append(contentsOf: repeatElement(value, count: count))
        }
        fill(&universal, .X)
        fill(&penn, .FW)
        fill(&heads, -1)
        fill(&relations, .root)
        fill(&tagConfidence, 0)
        fill(&arcConfidence, 0)
    }

    /// The tokens that depend on a token, from left to right.
    public func children(_ token: Int) -> some RandomAccessCollection<Int> {
        dependents[Int(dependentStarts[token])..<Int(dependentStarts[token + 1])].lazy.map { Int($0) }
    }

    /// The first token that depends on a token by a relation.
    public func child(_ token: Int, _ relation: Relation) -> Int? {
        children(token).first { relations[$0] == relation }
    }

    /// Collects the dependents, once all heads are known.
    mutating func linkDependents() {
        let count = heads.count
        dependentStarts.removeAll(keepingCapacity: true)
        dependentStarts.append(contentsOf: repeatElement(0, count: count + 1))
        for head in heads where head >= 0 { dependentStarts[Int(head) + 1] += 1 }
        for token in 0..<count { dependentStarts[token + 1] += dependentStarts[token] }
        dependents.removeAll(keepingCapacity: true)
        dependents.append(contentsOf: repeatElement(0, count: Int(dependentStarts[count])))
        // Each start is moved to its end while it fills, and so becomes the next one's start.
        for token in 0..<count where heads[token] >= 0 {
            let head = Int(heads[token])
            dependents[Int(dependentStarts[head])] = Int32(token)
            dependentStarts[head] += 1
        }
        for token in stride(from: count, to: 0, by: -1) { dependentStarts[token] = dependentStarts[token - 1] }
        dependentStarts[0] = 0
    }

    /// The token that a token depends on, nil for a root.
    public func head(_ token: Int) -> Int? { heads[token] < 0 ? nil : Int(heads[token]) }
}

/// The trees of an article, made when first asked for; its buffers serve one article after the other.
final class TreeStore {
    private let parser = SyntaxModel.english.map(Parser.init(model:))
    private var trees = Trees()
    private var isParsed = false
    /// Lemmas and features of the words met so far.
    var readings = Readings()

    func begin() { isParsed = false }

    func trees(of analysis: borrowing Analysis) -> Trees {
        if !isParsed {
            parser?.parse(analysis, into: &trees)
            isParsed = true
        }
        return trees
    }
}

extension Analysis {
    /// Tags and trees of all sentences; parsed at the first call for an article. Empty, should the model be damaged.
    public var trees: Trees { treeStore.trees(of: self) }
}

extension Analysis {
    /// The lemma of a token in its place.
    public func lemma(_ token: Int, _ trees: Trees) -> String {
        treeStore.readings.reading(of: token, self, trees).lemma
    }

    /// The features of a token as CoNLL-U writes them.
    public func morphology(_ token: Int, _ trees: Trees) -> String {
        treeStore.readings.reading(of: token, self, trees).features
    }
}
