import CalqueLint
import CalqueSyntax
import CalqueText

/// A name of several words that is not capitalised as it should be.
struct NameFault: Sendable {
    enum Evidence: Sendable {
        /// The lexicon counts the name, with capitals throughout: how often, in its scale.
        case counted(UInt8)
        /// The name stands with all its capitals at this token of the article.
        case elsewhere(Int)
        /// A capitalised word for an institution, and what it is in charge of in small letters.
        case institution
    }

    var tokens: ClosedRange<Int>
    var evidence: Evidence
    /// None of the words has a capital that is its own.
    var isAllLower: Bool
    /// The only word that is in small letters.
    var lowerWord: Int?
}

/// The names of an article that lack capitals, by what the lexicon counts and what the article itself has elsewhere.
struct NameFaults: ArticleFacts {
    private(set) var faults: [NameFault] = []
    /// Whether a token belongs to one.
    private(set) var covered: [Bool]

    init(_ analysis: borrowing Analysis) {
        covered = [Bool](repeating: false, count: analysis.segmentation.tokens.count)
        let context = analysis.facts(NameContext.self)
        guard !context.isLowerStyle else { return }
        let pairs = Self.capitalisedPairs(context, analysis)
        for sentence in analysis.segmentation.sentences {
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                guard context.isWord(index) else {
                    index += 1
                    continue
                }
                let fault =
                    Self.counted(from: index, context, analysis) ?? Self.elsewhere(index, pairs, context, analysis)
                    ?? Self.institution(from: index, context, analysis)
                if let fault {
                    faults.append(fault)
                    for token in fault.tokens { covered[token] = true }
                    index = fault.tokens.upperBound + 1
                } else {
                    index += 1
                }
            }
        }
    }

    // MARK: By counts

    /// A name that begins at a token and is counted by the lexicon; the longest decides.
    private static func counted(
        from start: Int, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> NameFault? {
        guard analysis.entry(start).marks.contains(.startsName), !context.traits[start].contains(.glued) else {
            return nil
        }
        var best: (end: Int, counts: NameCounts)?
        var end = start
        while let next = context.after(end, analysis), next - start < Lexicon.longestName,
            analysis.words[next].isKnown, !context.traits[next].contains(.glued)
        {
            end = next
            if analysis.isToken(end, in: NameWords.connectives) { continue }
            if let counts = analysis.lexicon.nameCount(of: analysis.words[start...end]) { best = (end, counts) }
        }
        guard let best else { return nil }
        return fault(start...best.end, best.counts, context, analysis)
    }

    private static func fault(
        _ range: ClosedRange<Int>, _ counts: NameCounts, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> NameFault? {
        var lower: [Int] = []
        var content = 0
        var hasFree = false
        for index in range where !analysis.isToken(index, in: NameWords.connectives) {
            content += 1
            if context.isLower(index) { lower.append(index) }
            if context.isCapital(index), !analysis.segmentation.tokens[index].isFirst { hasFree = true }
        }
        guard let firstLower = lower.first, content >= 2 else { return nil }
        let full = Int(counts.capitalised)
        let other = Int(max(counts.half, counts.lower))
        if hasFree {
            guard full >= NameHabit.five, other == 0 || full - other >= 45 else { return nil }
        } else {
            guard full >= NameHabit.thirty + 7, other == 0 || full - other >= 67 else { return nil }
        }
        // "president Barack Obama", "east Asia", "second World Conference": desks differ, or the words only meet.
        if firstLower == range.lowerBound && hasFree {
            if analysis.entry(firstLower).names.contains(.title) { return nil }
            if analysis.isToken(firstLower, in: NameWords.directions) {
                guard content == 2, analysis.entry(range.upperBound).names.contains(.country) else { return nil }
            }
        }
        // "Senate Foreign Relations committee" and "Russian president": the last word alone may be the desk's style.
        if lower.count == 1, lower[0] == range.upperBound, analysis.entry(range.upperBound).names.contains(.title) {
            return nil
        }
        // Half of a longer name: "the far East Coast".
        if let next = context.after(range.upperBound, analysis), context.isCapital(next), context.isLower(firstLower),
            firstLower == range.lowerBound, content == 2
        {
            return nil
        }
        return NameFault(
            tokens: range, evidence: .counted(counts.capitalised), isAllLower: !hasFree,
            lowerWord: lower.count == 1 ? lower[0] : nil)
    }

    // MARK: By the article

    /// Pairs of capitalised neighbours: the first token of one, by the hashes of both.
    private static func capitalisedPairs(_ context: NameContext, _ analysis: borrowing Analysis) -> [UInt64: Int] {
        var pairs: [UInt64: Int] = [:]
        for index in context.traits.indices where context.traits[index].contains(.free) {
            guard let before = context.before(index, analysis), context.isCapital(before),
                analysis.entry(index).names.contains(.institution)
            else { continue }
            pairs[key(before, index, analysis)] = before
        }
        return pairs
    }

    private static func key(_ a: Int, _ b: Int, _ analysis: borrowing Analysis) -> UInt64 {
        UInt64(analysis.segmentation.hashes[a]) << 32 | UInt64(analysis.segmentation.hashes[b])
    }

    /// "the Socialist party" where the article has "the Socialist Party" too.
    private static func elsewhere(
        _ start: Int, _ pairs: [UInt64: Int], _ context: NameContext, _ analysis: borrowing Analysis
    ) -> NameFault? {
        guard context.traits[start].contains(.free), let next = context.after(start, analysis), context.isLower(next),
            !context.traits[next].contains(.glued), let example = pairs[key(start, next, analysis)]
        else { return nil }
        return NameFault(tokens: start...next, evidence: .elsewhere(example), isAllLower: false, lowerWord: nil)
    }

    // MARK: By its parts

    /// "Ministry of foreign affairs", "the Federal security service".
    private static func institution(
        from start: Int, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> NameFault? {
        guard context.isCapital(start), !context.traits[start].contains(.glued),
            let next = context.after(start, analysis), context.isLower(next)
        else { return nil }
        if analysis.isToken(start, in: heads), analysis.isToken(next, in: of) {
            return office(from: start, of: next, context, analysis)
        }
        guard context.traits[start].contains(.free), analysis.isToken(start, in: attributes) else { return nil }
        if let before = context.before(start, analysis), context.isCapital(before) { return nil }
        var end = next
        var words = 1
        while words < 4 {
            let entry = analysis.entry(end)
            guard context.isLower(end), !context.traits[end].contains(.glued), !entry.tags.isDisjoint(with: [.NN, .JJ])
            else { return nil }
            if analysis.isToken(end, in: bodies) {
                if let after = context.after(end, analysis), !analysis.entry(after).tags.isDisjoint(with: [.NN, .NNS]),
                    context.isLower(after), analysis.entry(after).tags.isDisjoint(with: [.IN, .VBZ, .VBD, .MD])
                {
                    return nil
                }
                if words == 1, let counts = analysis.lexicon.nameCount(of: analysis.words[start...end]),
                    Int(max(counts.half, counts.lower)) + 24 > Int(counts.capitalised)
                {
                    return nil
                }
                return NameFault(tokens: start...end, evidence: .institution, isAllLower: false, lowerWord: nil)
            }
            guard let after = context.after(end, analysis), analysis.entry(end).tags.isDisjoint(with: .function) else {
                return nil
            }
            end = after
            words += 1
        }
        return nil
    }

    private static func office(
        from start: Int, of: Int, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> NameFault? {
        var end: Int?
        var at = of
        while let next = context.after(at, analysis), next - of <= 5 {
            let entry = analysis.entry(next)
            if context.isCapital(next) {
                // "Ministry of Foreign affairs": a small word must follow; "Ministry of Health of Russia" is right.
                guard end == nil, next == of + 1, !entry.names.intersects([.country, .place, .person]) else { break }
                at = next
                continue
            }
            if analysis.isToken(next, in: NameWords.and), let last = end, last == at { at = next; continue }
            guard !context.traits[next].contains(.glued), entry.tags.isDisjoint(with: .function),
                analysis.isToken(next, in: subjects)
            else { break }
            end = next
            at = next
        }
        guard let end else { return nil }
        return NameFault(tokens: start...end, evidence: .institution, isAllLower: false, lowerWord: nil)
    }

    private static let of: FormSet = ["of", "for"]
    private static let heads: FormSet = ["ministry", "department", "academy", "institute", "minister"]
    /// What ministries and academies are in charge of.
    private static let subjects: FormSet = [
        "affairs", "agriculture", "arts", "commerce", "communications", "construction", "culture", "defence", "defense",
        "development", "ecology", "economy", "education", "emergencies", "emergency", "employment", "energy",
        "environment", "finance", "finances", "fisheries", "foreign", "forestry", "health", "healthcare", "housing",
        "industry", "information", "infrastructure", "interior", "internal", "justice", "labor", "labour", "medicine",
        "planning", "policy", "protection", "regional", "reform", "resources", "natural", "science", "sciences",
        "security", "situations", "social", "sport", "sports", "technology", "tourism", "trade", "transport",
        "transportation", "water", "work", "youth", "economic", "digital", "public", "physics", "mathematics",
        "history", "linguistics", "economics", "medical", "cytology", "oncology",
    ]
    private static let attributes: FormSet = [
        "federal", "national", "supreme", "constitutional", "central", "state", "investigative", "high", "european",
        "international", "general", "antimonopoly", "premier", "radical", "communist", "socialist", "liberal",
    ]
    private static let bodies: FormSet = [
        "service", "committee", "court", "council", "bank", "agency", "league", "party", "duma", "prosecutor's",
        "assembly", "chamber", "guard", "bureau", "inspectorate", "academy",
    ]
}

extension Lexicon.NameSet {
    func intersects(_ other: Lexicon.NameSet) -> Bool { !isDisjoint(with: other) }
}
