/// Findings and words of some texts, and the density that comes of them.
struct Density {
    var findings = 0
    var words = 0

    var perThousand: Double { words == 0 ? .nan : 1000 * Double(findings) / Double(words) }

    mutating func add(_ text: EvaluatedText, without rules: Set<String> = []) {
        findings += text.distinct(without: rules).count
        words += text.words.count
    }

    /// Density on translations over density on references, both with 0.05 added, so that silence is 1.
    static func separation(_ translations: Density, _ references: Density) -> Double {
        (translations.perThousand + 0.05) / (references.perThousand + 0.05)
    }
}

/// Findings held against marks.
struct MarkScore {
    private(set) var findings = 0
    private(set) var right = 0
    /// By rule: findings, right ones.
    private(set) var byRule: [String: (findings: Int, right: Int)] = [:]
    /// By kind, of the certain marks: marks, found ones.
    private(set) var byKind: [String: (marks: Int, found: Int)] = [:]
    private(set) var certain = 0
    private(set) var certainFound = 0

    /// A finding is right when it touches a mark; one of more than six words when half of its words do.
    mutating func add(_ text: EvaluatedText, marks: [EvaluationItem.Mark]) {
        for mark in marks where mark.level == "certain" || mark.level.isEmpty {
            let isFound = text.finds(mark.range)
            certain += 1
            certainFound += isFound ? 1 : 0
            byKind[mark.kind, default: (0, 0)].marks += 1
            byKind[mark.kind, default: (0, 0)].found += isFound ? 1 : 0
        }
        for item in text.distinct() {
            let own = text.words(of: item.range)
            guard !own.isEmpty else { continue }
            let touched = own.filter { word in marks.contains { $0.range.touches(text.words[word]) } }.count
            let isRight = touched >= (own.count <= 6 ? 1 : (own.count + 1) / 2)
            findings += 1
            right += isRight ? 1 : 0
            byRule[item.rule, default: (0, 0)].findings += 1
            byRule[item.rule, default: (0, 0)].right += isRight ? 1 : 0
        }
    }

    var precision: Double { findings == 0 ? .nan : Double(right) / Double(findings) }
    var recall: Double { certain == 0 ? .nan : Double(certainFound) / Double(certain) }
}

/// Injected faults, each with its clean twin: found, and quiet on the twin.
struct PairScore {
    /// By kind: faults, found ones, found ones whose twin is quiet there.
    private(set) var byKind: [String: (faults: Int, found: Int, alone: Int)] = [:]

    mutating func add(
        kind: String, _ text: EvaluatedText, gold: [Range<Int>], string: String, twin: EvaluatedText, twinString: String
    ) {
        for range in gold {
            let isFound = text.finds(range, within: text.widened(range))
            let place = twin.widened(Self.counterpart(of: range, text, in: string, twin, twinString))
            let isQuiet = !twin.found.contains { $0.range.touches(place) }
            byKind[kind, default: (0, 0, 0)].faults += 1
            byKind[kind, default: (0, 0, 0)].found += isFound ? 1 : 0
            byKind[kind, default: (0, 0, 0)].alone += isFound && isQuiet ? 1 : 0
        }
    }

    /// The place of a fault in the twin, by an alignment of the words (Myers 1986).
    private static func counterpart(
        of range: Range<Int>, _ text: EvaluatedText, in string: String, _ twin: EvaluatedText, _ twinString: String
    ) -> Range<Int> {
        let mine = text.strings(of: string)
        let theirs = twin.strings(of: twinString)
        var removed = Set<Int>()
        var inserted = Set<Int>()
        for change in theirs.difference(from: mine) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        // For each word of mine, the first word of theirs that may stand for it, and the one behind the last.
        var places: [Range<Int>] = []
        var at = 0
        for index in mine.indices {
            var run = at
            while inserted.contains(run) { run += 1 }
            if removed.contains(index) {
                places.append(at..<run)
            } else {
                places.append(run..<run + 1)
                at = run + 1
            }
        }
        let touched = text.words(of: range).map { places[$0] }
        let low = touched.map(\.lowerBound).min() ?? 0
        let high = touched.map(\.upperBound).max() ?? 0
        if low < high { return twin.words[low].lowerBound..<twin.words[high - 1].upperBound }
        let point = low < twin.words.count ? twin.words[low].lowerBound : twin.words.last?.upperBound ?? 0
        return point..<point
    }

    var macro: Double {
        byKind.isEmpty
            ? .nan : byKind.values.reduce(0) { $0 + Double($1.alone) / Double($1.faults) } / Double(byKind.count)
    }
}
