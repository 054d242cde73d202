import Synchronization

/// Compiled rules, used in place: `ProgramLayout` tells the form.
///
/// Immutable, so that any number of tasks can match with it; descriptions are decoded when they are asked for.
final class RuleProgram: @unchecked Sendable {
    typealias Layout = ProgramLayout

    private let base: UnsafePointer<UInt32>
    private let owned: UnsafeMutableRawPointer?
    private let offsets: [Int]
    private let counts: [Int]
    private let decoded: Mutex<[RuleDescription?]>

    let strings: UnsafePointer<UInt32>
    let text: UnsafePointer<UInt8>
    let vocabulary: UnsafePointer<UInt32>
    let vocabularyCount: Int
    let postings: UnsafePointer<UInt32>
    let atoms: UnsafePointer<UInt32>
    let anchors: UnsafePointer<UInt32>
    let tests: UnsafePointer<UInt32>
    let code: UnsafePointer<UInt32>
    let patterns: UnsafePointer<UInt32>
    let conditions: UnsafePointer<UInt32>
    let rules: UnsafePointer<UInt32>

    /// A program that lies in memory as long as the process lives; nil if the bytes are none of this version.
    convenience init?(inPlace bytes: UnsafeRawBufferPointer) { self.init(bytes, owned: nil) }

    /// A program in bytes of its own.
    convenience init?(_ bytes: [UInt8]) {
        let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 16), alignment: 16)
        bytes.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count) }
        self.init(UnsafeRawBufferPointer(start: copy, count: bytes.count), owned: copy)
    }

    private init?(_ bytes: UnsafeRawBufferPointer, owned: UnsafeMutableRawPointer?) {
        guard bytes.count >= Layout.headerWords * 4, let start = bytes.baseAddress else {
            owned?.deallocate()
            return nil
        }
        let base = start.assumingMemoryBound(to: UInt32.self)
        var offsets: [Int] = []
        var counts: [Int] = []
        for section in Layout.Section.allCases {
            offsets.append(Int(base[5 + 2 * section.rawValue]))
            counts.append(Int(base[6 + 2 * section.rawValue]))
        }
        let fits = Layout.Section.allCases.allSatisfy {
            (offsets[$0.rawValue] + counts[$0.rawValue] * $0.width) * 4 <= bytes.count
        }
        guard base[0] == Layout.magic, base[1] == Layout.version, base[2] == UInt32(bytes.count), fits else {
            owned?.deallocate()
            return nil
        }
        func section(_ section: Layout.Section) -> UnsafePointer<UInt32> { base + offsets[section.rawValue] }
        self.base = base
        self.owned = owned
        self.offsets = offsets
        self.counts = counts
        decoded = Mutex(Array(repeating: nil, count: counts[Layout.Section.rules.rawValue]))
        strings = section(.strings)
        text = UnsafeRawPointer(section(.text)).assumingMemoryBound(to: UInt8.self)
        vocabulary = section(.vocabulary)
        vocabularyCount = counts[Layout.Section.vocabulary.rawValue]
        postings = section(.postings)
        atoms = section(.atoms)
        anchors = section(.anchors)
        tests = section(.tests)
        code = section(.code)
        patterns = section(.patterns)
        conditions = section(.conditions)
        rules = section(.rules)
    }

    deinit { owned?.deallocate() }

    /// The fingerprint of the lexicon that words were resolved with.
    var fingerprint: UInt64 { UInt64(base[3]) | UInt64(base[4]) << 32 }

    func count(_ section: Layout.Section) -> Int { counts[section.rawValue] }

    func words(_ section: Layout.Section) -> UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(start: base + offsets[section.rawValue], count: counts[section.rawValue] * section.width)
    }

    // MARK: - Strings

    @inline(__always)
    func bytes(ofString number: UInt32) -> UnsafeBufferPointer<UInt8> {
        let record = strings + Int(number) * 2
        return UnsafeBufferPointer(start: text + Int(record[0]), count: Int(record[1]))
    }

    func string(_ number: UInt32) -> String { String(decoding: bytes(ofString: number), as: UTF8.self) }

    private func list(_ first: UInt32, _ count: UInt32) -> [String] {
        words(.lists)[Int(first)..<Int(first + count)].map { string($0) }
    }

    // MARK: - Records

    @inline(__always)
    func pattern(_ pattern: Int, _ field: Layout.PatternField) -> UInt32 {
        patterns[pattern * Layout.patternWidth + field.rawValue]
    }

    @inline(__always)
    func rule(_ rule: Int, _ field: Layout.RuleField) -> UInt32 {
        rules[rule * Layout.ruleWidth + field.rawValue]
    }

    var ruleIndices: Range<Int> { 0..<count(.rules) }

    func id(_ rule: Int) -> String { string(self.rule(rule, .id)) }

    func isOnByDefault(_ rule: Int) -> Bool { self.rule(rule, .isOn) == 1 }

    /// Whether the rule asks what tagger or parser say.
    func needsSyntax(_ rule: Int) -> Bool { self.rule(rule, .needsSyntax) == 1 }

    func labels(ofPattern number: Int) -> [String] {
        list(pattern(number, .labels), pattern(number, .labelCount))
    }

    func message(_ rule: Int) -> String { string(self.rule(rule, .message)) }

    func fixes(_ rule: Int) -> [String] { list(self.rule(rule, .fixes), self.rule(rule, .fixCount)) }

    func confidence(_ rule: Int) -> Double { Double(self.rule(rule, .confidence)) / 1000 }

    /// What there is to know of a rule; the same object each time.
    func description(_ rule: Int) -> RuleDescription {
        decoded.withLock { decoded in
            if let description = decoded[rule] { return description }
            let description = decode(rule)
            decoded[rule] = description
            return description
        }
    }

    private func decode(_ rule: Int) -> RuleDescription {
        func string(_ field: Layout.RuleField) -> String { self.string(self.rule(rule, field)) }
        func list(_ first: Layout.RuleField, _ count: Layout.RuleField) -> [String] {
            self.list(self.rule(rule, first), self.rule(rule, count))
        }
        let families = Family.allCases
        return RuleDescription(
            id: string(.id), name: string(.name),
            family: families[min(Int(self.rule(rule, .family)), families.count - 1)],
            summary: string(.summary), rationale: string(.rationale), mqm: string(.mqm),
            severity: Severity(rawValue: UInt8(truncatingIfNeeded: self.rule(rule, .severity))) ?? .minor,
            isOnByDefault: isOnByDefault(rule), sourceLanguages: list(.languages, .languageCount),
            bad: list(.bad, .badCount), good: list(.good, .goodCount), missed: list(.missed, .missedCount),
            evidence: Evidence.allCases[min(Int(self.rule(rule, .evidence)), Evidence.allCases.count - 1)],
            precision: string(.precision))
    }
}

extension RuleProgram {
    func family(_ rule: Int) -> Family {
        let families = Family.allCases
        return families[min(Int(self.rule(rule, .family)), families.count - 1)]
    }
}
