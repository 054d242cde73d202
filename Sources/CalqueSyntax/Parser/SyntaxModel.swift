import CModel

/// The weights of tagger and parser, used where they lie.
///
/// All numbers are little-endian. A header, then sections, each at a multiple of 64:
///
/// | bytes | header |
/// | --- | --- |
/// | 0 | "CSYN" |
/// | 4 | version, 32 bits |
/// | 8 | size of the whole, 32 bits |
/// | 16 | of each section, in the order of `Section`, offset and size in bytes, 32 bits each |
///
/// | section | content |
/// | --- | --- |
/// | shape | 32-bit numbers: width, arc, label, templates, rows, tags, relations, layers, then each layer's step |
/// | slots | open addressing, a power of two: row (17 bits, 0 free), high 15 bits of the feature's hash |
/// | factors | of each row, 16 bits: what its numbers are multiplied by |
/// | rows | 8-bit weights, `width` a row |
/// | weights | 16-bit matrices, packed as `calque_pack` does: layers, outputs, arc, distance, relation; the root as a head |
/// | numbers | 32-bit floating point, in the order of `init`: scales, biases, temperatures |
/// | names | tags ("NOUN NN"), then relations, a line each |
/// | morphology | sorted lines of a folded form, its tag, lemma ("_": by rule) and features, tabs between them |
///
/// Sizes are checked once, when the model is opened.
struct SyntaxModel: @unchecked Sendable {
    // Read-only memory that outlives this value: static, or kept by `owner`. That makes it Sendable.

    static let magic: UInt32 = 0x4E59_5343
    static let version: UInt32 = 2

    enum Section: Int, CaseIterable { case shape, slots, factors, rows, weights, numbers, names, morphology }

    /// The model that is built in; nil, should it be damaged.
    static let english = try? SyntaxModel(
        UnsafeRawBufferPointer(start: calque_model_start(), count: calque_model_size))

    private let owner: AnyObject?
    let width, arc, label, templates, rowCount, tagCount, relationCount: Int
    let steps: [Int]
    private let slots: UnsafePointer<UInt32>
    private let slotMask: UInt32
    let factors: UnsafePointer<UInt16>
    let rows: UnsafePointer<Int8>
    let layers: [Layer]
    /// Tags, heads, dependents, heads for relations, dependents for relations: all read from a token's vector.
    let outputs: Layer
    let bilinear, distance, relation: Layer
    let rootHead: UnsafePointer<Int16>
    let rootLabel, labelDistance: UnsafePointer<Float>
    let rowScale: Float
    let rowBias: UnsafePointer<Float>
    let scales: Scales
    /// What products of activations are cut off at, so that their sum fits 32 bits.
    let bilinearLimit: Int16
    let tags: [TagPair]
    let morphologyLines: UnsafeRawBufferPointer
    let relations: [Relation]
    /// Index of the relation "root".
    let root: Int
    /// The number of distances that the parser tells apart.
    static let buckets = 32

    /// A matrix with the scale of each of its rows, and what is added.
    struct Layer {
        let weights: UnsafePointer<Int16>
        let scale, bias: UnsafePointer<Float>
        let inputs, columns: Int
        /// Columns of the weights and of the products; the last are of no use.
        var packedColumns: Int { calque_packed(columns) }
    }

    /// What activations are multiplied by before they are rounded, and the temperatures of the probabilities.
    struct Scales {
        var layers: [Float] = []
        var outputs: Float = 1
        var head: Float = 1
        var dependent: Float = 1
        var bilinear: Float = 1
        var label: Float = 1
        /// Of a product of a head and a dependent.
        var arc: Float = 1
        var tagTemperature: Float = 1
        var arcTemperature: Float = 1
        var relationTemperature: Float = 1
    }

    init(_ bytes: UnsafeRawBufferPointer, owner: AnyObject? = nil) throws {
        self.owner = owner
        let header = 16 + 8 * Section.allCases.count
        guard bytes.count >= header, bytes.number(at: 0) == Self.magic else { throw SyntaxModelError.notAModel }
        guard bytes.number(at: 4) == Self.version else { throw SyntaxModelError.otherVersion(bytes.number(at: 4)) }
        guard Int(bytes.number(at: 8)) == bytes.count else { throw SyntaxModelError.damaged }
        func section(_ section: Section) throws -> UnsafeRawBufferPointer {
            let offset = Int(bytes.number(at: 16 + 8 * section.rawValue))
            let count = Int(bytes.number(at: 20 + 8 * section.rawValue))
            guard offset >= header, offset % 64 == 0, offset + count <= bytes.count else {
                throw SyntaxModelError.damaged
            }
            return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
        }
        let shape = try section(.shape)
        guard shape.count >= 32 else { throw SyntaxModelError.damaged }
        let numbers = (0..<8).map { Int(shape.number(at: 4 * $0)) }
        (width, arc, label, templates) = (numbers[0], numbers[1], numbers[2], numbers[3])
        (rowCount, tagCount, relationCount) = (numbers[4], numbers[5], numbers[6])
        let depth = numbers[7]
        guard shape.count == 32 + 4 * depth, (1...16).contains(depth), templates == TokenFeatures.count,
            [width, arc, label].allSatisfy({ $0 > 0 && $0 <= 1024 && $0 % 16 == 0 }),
            (1...1 << 17).contains(rowCount), (1...1024).contains(tagCount), (1...1024).contains(relationCount)
        else { throw SyntaxModelError.damaged }
        steps = (0..<depth).map { Int(shape.number(at: 32 + 4 * $0)) }
        guard steps.allSatisfy({ (1...64).contains($0) }) else { throw SyntaxModelError.damaged }

        let slotBytes = try section(.slots)
        let factorBytes = try section(.factors)
        let rowBytes = try section(.rows)
        let slotCount = slotBytes.count / 4
        guard slotCount > rowCount, slotCount & (slotCount - 1) == 0, slotCount >= 1 << 16,
            factorBytes.count == 2 * rowCount, rowBytes.count == width * rowCount
        else { throw SyntaxModelError.damaged }
        slots = slotBytes.bindMemory(to: UInt32.self).baseAddress!
        slotMask = UInt32(slotCount - 1)
        factors = factorBytes.bindMemory(to: UInt16.self).baseAddress!
        rows = rowBytes.bindMemory(to: Int8.self).baseAddress!

        var weights = Cursor<Int16>(try section(.weights))
        var values = Cursor<Float>(try section(.numbers))
        rowScale = try values.take(1)[0]
        rowBias = try values.take(width)
        var scales = Scales()
        var layers: [Layer] = []
        for _ in 0..<depth {
            scales.layers.append(try values.take(1)[0])
            layers.append(try Self.layer(&weights, &values, inputs: 3 * width, columns: width))
        }
        self.layers = layers
        scales.outputs = try values.take(1)[0]
        outputs = try Self.layer(&weights, &values, inputs: width, columns: tagCount + 2 * arc + 2 * label)
        scales.dependent = try values.take(1)[0]
        scales.head = try values.take(1)[0]
        bilinear = try Self.layer(&weights, &values, inputs: arc, columns: arc)
        distance = try Self.layer(&weights, &values, inputs: arc, columns: Self.buckets)
        bilinearLimit = Int16(min(Int(Parser.limit), Int(Int32.max) / (Int(Parser.limit) * arc)))
        scales.bilinear = try values.take(1)[0]
        scales.arc = 1 / (scales.bilinear * scales.head)
        scales.label = try values.take(1)[0]
        relation = try Self.layer(&weights, &values, inputs: label, columns: relationCount)
        rootHead = try weights.take(arc)
        rootLabel = try values.take(label)
        labelDistance = try values.take(label * Self.buckets)
        scales.tagTemperature = try values.take(1)[0]
        scales.arcTemperature = try values.take(1)[0]
        scales.relationTemperature = try values.take(1)[0]
        self.scales = scales

        morphologyLines = try section(.morphology)
        let names = String(decoding: try section(.names), as: UTF8.self).split(separator: "\n")
        guard names.count == tagCount + relationCount else { throw SyntaxModelError.damaged }
        tags = names.prefix(tagCount).compactMap { TagPair($0) }
        relations = names.dropFirst(tagCount).compactMap { name in
            Relation.names.firstIndex { $0 == name }.map { Relation.allCases[$0] }
        }
        guard let root = relations.firstIndex(of: .root), tags.count == tagCount, relations.count == relationCount
        else {
            throw SyntaxModelError.damaged
        }
        self.root = root
    }

    private static func layer(
        _ weights: inout Cursor<Int16>, _ values: inout Cursor<Float>, inputs: Int, columns: Int
    ) throws -> Layer {
        Layer(
            weights: try weights.take(inputs * calque_packed(columns)), scale: try values.take(columns),
            bias: try values.take(columns), inputs: inputs, columns: columns)
    }

    /// Reads a section from front to back.
    private struct Cursor<Element> {
        private let elements: UnsafeBufferPointer<Element>
        private var at = 0

        init(_ bytes: UnsafeRawBufferPointer) { elements = bytes.bindMemory(to: Element.self) }

        mutating func take(_ count: Int) throws -> UnsafePointer<Element> {
            guard at + count <= elements.count, let base = elements.baseAddress else { throw SyntaxModelError.damaged }
            defer { at += count }
            return base + at
        }
    }

    /// The class of the distance from a dependent (counted from 0) to its head (counted from 1, 0 the root).
    @inline(__always)
    static func bucket(dependent: Int, head: Int) -> Int {
        if head == 0 { return 31 }
        let distance = head - 1 - dependent
        let magnitude = abs(distance)
        let size = magnitude <= 8 ? magnitude : Int(far[min(magnitude, far.count - 1)])
        return distance < 0 ? size : size + 15
    }

    /// Beyond 8: steps of the root of two, up to 14.
    private static let far: [UInt8] = (0...128).map { magnitude in
        let limits = [12, 16, 23, 32, 46, 64]
        return UInt8(8 + limits.filter { magnitude >= $0 }.count)
    }

    /// The row of a feature; 0, which is not to be added, when it has none.
    @inline(__always)
    func row(_ hash: UInt32) -> Int {
        var slot = hash & slotMask
        for _ in 0...slotMask {
            let value = slots[Int(slot)]
            if value == 0 { return 0 }
            if value >> 17 == hash >> 17 {
                let row = Int(value & 0x1FFFF)
                return row < rowCount ? row : 0
            }
            slot = (slot + 1) & slotMask
        }
        return 0
    }
}

/// Why a model was refused.
enum SyntaxModelError: Error, Equatable {
    case notAModel
    case otherVersion(UInt32)
    case damaged
}
