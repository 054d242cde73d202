import CalqueSyntax
import CalqueText
import Foundation

/// Lays the lexicon out as `LexiconTable` of CalqueSyntax describes it. The same input gives the same bytes.
struct LexiconWriter {
    private(set) var sizes: [(section: String, bytes: Int)] = []
    private(set) var classCount = 0

    mutating func table(
        _ builder: LexiconBuilder, names: [(words: [String], counts: LexiconCounts.Name)], english: [Int8]
    ) -> Data {
        let order = builder.drafts.indices.sorted {
            builder.drafts[$0].form.utf8.lexicographicallyPrecedes(builder.drafts[$1].form.utf8)
        }
        var ids = [Int](repeating: 0, count: order.count)
        for (rank, draft) in order.enumerated() { ids[draft] = rank + 1 }

        // Records, their forms and classes.
        var records = Data(count: 12)
        var pool = Data()
        var classes: [[UInt32]: Int] = [[0, 0]: 0]
        var classTable = Data(count: 8)
        for at in order {
            let draft = builder.drafts[at]
            let sets = [draft.tags.rawValue, UInt32(draft.names.rawValue) | UInt32(draft.features.rawValue) << 16]
            let number = classes[sets, default: classes.count]
            if classes[sets] == nil {
                classes[sets] = number
                for set in sets { classTable.append(number: set) }
            }
            precondition(number < 1 << 16 && pool.count < 1 << 24, "The lexicon has outgrown its layout.")
            records.append(number: UInt32(pool.count) | UInt32(draft.form.utf8.count) << 24)
            pool.append(contentsOf: draft.form.utf8)
            records.append(contentsOf: [
                UInt8(number & 255), UInt8(number >> 8),
                UInt8(min(max((draft.frequency + 5) / 10, draft.frequency > 0 ? 1 : 0), 255)),
            ])
            records.append(contentsOf: [Self.scale(draft.lower), Self.scale(draft.title), Self.scale(draft.upper)])
            let the =
                draft.alone == 0
                ? 0 : Int(Double(draft.the) / Double(draft.alone) * Double(draft.title + draft.upper) + 0.5)
            records.append(contentsOf: [Self.scale(the), Self.marks(draft).rawValue])
        }
        classCount = classes.count

        // Slots, at most four fifths full.
        var slotCount = 1024
        while slotCount * 4 < order.count * 5 { slotCount *= 2 }
        var slots = [UInt32](repeating: 0, count: slotCount)
        for (rank, at) in order.enumerated() {
            let hash = FormHash.of(builder.drafts[at].form.utf8)
            var slot = Int(hash) & (slotCount - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
            slots[slot] = UInt32(rank + 1) | (hash & 0xFFF0_0000)
        }

        // Links, in the order in which they were found: the first is the most usual.
        let (lemmaStarts, lemmas) = Self.links(
            builder.links.map { (from: ids[$0.form], to: ids[$0.lemma], inflection: $0.inflection) },
            count: order.count + 1)
        let (formStarts, forms) = Self.links(
            builder.links.map { (from: ids[$0.lemma], to: ids[$0.form], inflection: $0.inflection) },
            count: order.count + 1)

        // Names of several words.
        var gramCount = 1024
        while gramCount * 4 < names.count * 5 { gramCount *= 2 }
        var grams = [(check: UInt32, counts: UInt32)](repeating: (0, 0), count: gramCount)
        for name in names {
            let hash = Lexicon.nameHash(
                of: name.words.compactMap { builder.find($0) }.map { WordID(rawValue: UInt32(ids[$0])) })
            let check = Lexicon.nameCheck(ofHash: hash)
            var slot = Int(truncatingIfNeeded: hash) & (gramCount - 1)
            while grams[slot].check != 0 && grams[slot].check & 0xFFFF_FF00 != check {
                slot = (slot + 1) & (gramCount - 1)
            }
            let counts = [name.counts.capitalised, name.counts.lower, name.counts.half, name.counts.the].map(Self.scale)
            grams[slot] = (
                check | UInt32(Self.scale(name.counts.tail)),
                counts.enumerated().reduce(0) { $0 | UInt32($1.element) << (8 * UInt32($1.offset)) }
            )
        }

        let sections: [(String, Data)] = [
            ("records", records), ("pool", pool), ("slots", Data(numbers: slots)), ("classes", classTable),
            ("lemma starts", Data(numbers: lemmaStarts)), ("lemmas", Data(numbers: lemmas)),
            ("form starts", Data(numbers: formStarts)), ("forms", Data(numbers: forms)),
            ("names", Data(numbers: grams.flatMap { [$0.check, $0.counts] })),
            ("englishness", Data(english.map { UInt8(bitPattern: $0) })),
        ]
        var header = Data()
        header.append(number: 0x4E58_4C43)
        header.append(number: Lexicon.tableVersion)
        header.append(Data(count: 12))
        var body = Data()
        for (_, bytes) in sections {
            while (128 + body.count) % 16 != 0 { body.append(0) }
            header.append(number: UInt32(128 + body.count))
            header.append(number: UInt32(bytes.count))
            body.append(bytes)
        }
        while body.count % 16 != 0 { body.append(0) }
        header.append(Data(count: 128 - header.count))
        var table = header + body
        table.put(number: UInt32(table.count), at: 16)
        let fingerprint = Lexicon.fingerprint(ofTable: Array(table))
        table.put(number: UInt32(truncatingIfNeeded: fingerprint), at: 8)
        table.put(number: UInt32(fingerprint >> 32), at: 12)
        sizes = sections.map { ($0.0, $0.1.count) }
        return table
    }

    /// log2(count + 1) times 8.
    static func scale(_ count: Int) -> UInt8 { UInt8(min((log2(Double(count + 1)) * 8).rounded(), 255)) }

    private static func marks(_ draft: LexiconDraft) -> Lexicon.MarkSet {
        var marks: Lexicon.MarkSet = []
        if draft.isDictionary {
            marks.insert(.dictionary)
        } else if draft.tags.contains(.NNP)
            || !draft.names.intersection([.person, .geographic, .organisation, .nationality]).isEmpty
            || draft.title + draft.upper > 8 * draft.lower
        {
            marks.insert(.onlyName)
        }
        if draft.startsName { marks.insert(.startsName) }
        if draft.alone >= 10 && draft.title + draft.upper > draft.lower {
            if draft.the * 2 >= draft.alone { marks.insert(.takesThe) }
            if draft.the * 40 <= draft.alone { marks.insert(.neverThe) }
        }
        return marks
    }

    private static func links(_ links: [(from: Int, to: Int, inflection: Inflection)], count: Int) -> (
        starts: [UInt32], links: [UInt32]
    ) {
        let buckets = (count + 15) / 16
        var filled = [[UInt32]](repeating: [], count: buckets)
        for link in links {
            filled[link.from >> 4].append(
                UInt32(link.to) | UInt32(link.inflection.rawValue) << 20 | UInt32(link.from & 15) << 24)
        }
        var starts: [UInt32] = [0]
        for bucket in filled { starts.append(starts[starts.count - 1] + UInt32(bucket.count)) }
        return (starts, filled.flatMap { $0 })
    }
}

extension Data {
    fileprivate init(numbers: [UInt32]) {
        self.init(capacity: numbers.count * 4)
        for number in numbers { append(number: number) }
    }

    fileprivate mutating func append(number: UInt32) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }

    fileprivate mutating func put(number: UInt32, at offset: Int) {
        Swift.withUnsafeBytes(of: number.littleEndian) { replaceSubrange(offset..<offset + 4, with: $0) }
    }
}
