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

    /// The token that a token depends on, nil for a root.
    public func head(_ token: Int) -> Int? { heads[token] < 0 ? nil : Int(heads[token]) }
}

/// The trees of an article, made when first asked for; its buffers serve one article after the other.
final class TreeStore {
    private let parser = SyntaxModel.english.map(Parser.init(model:))
    private var trees = Trees()
    private var isParsed = false

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
