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
        /// A common noun or adjective has a capital that only a name can explain.
        case lone
        /// Its initials stand in brackets beside it.
        case initials
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
        let pairs = Self.pairs(context, analysis)
        for sentence in analysis.segmentation.sentences {
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                guard context.isWord(index) else {
                    index += 1
                    continue
                }
                let fault =
                    Self.counted(from: index, context, analysis) ?? Self.elsewhere(index, pairs, context, analysis)
                    ?? Self.institution(from: index, context, analysis) ?? Self.half(from: index, context, analysis)
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
        guard analysis.entry(start).marks.contains(.startsName), !context.traits[start].contains(.glued),
            !analysis.isToken(start, in: NameWords.connectives)
        else { return nil }
        if let next = context.after(start, analysis), context.isLower(next), isUnion(start...next, analysis),
            context.traits[start].contains(.free), let before = context.before(start, analysis),
            analysis.isToken(before, in: NameWords.the) || analysis.isToken(start, in: united),
            let counts = analysis.nameCount(of: start...next)
        {
            return NameFault(
                tokens: start...next, evidence: .counted(counts.capitalised), isAllLower: false, lowerWord: next)
        }
        var found: [(end: Int, counts: NameCounts)] = []
        var name = NameKey()
        name.append(analysis.word(start))
        var end = start
        while let next = context.after(end, analysis), next - start < Lexicon.longestName,
            analysis.word(next).isKnown, !context.traits[next].contains(.glued)
        {
            end = next
            name.append(analysis.word(end))
            if let counts = analysis.lexicon.nameCount(of: name), !analysis.isToken(end, in: NameWords.connectives) {
                found.append((end, counts))
            }
        }
        for (end, counts) in found.reversed() {
            if let fault = fault(start...end, counts, context, analysis) { return fault }
            // What clean text often has in part in small letters speaks for its parts as well.
            let other = Int(max(counts.half, counts.lower))
            if context.isCapital(start), other > 0, other + 24 > Int(counts.capitalised) { return nil }
        }
        return nil
    }

    private static func fault(
        _ range: ClosedRange<Int>, _ counts: NameCounts, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> NameFault? {
        var lower: [Int] = []
        var content = 0
        var hasFree = false
        var hasForced = false
        for index in range where !analysis.isToken(index, in: NameWords.connectives) {
            content += 1
            if context.isLower(index) {
                if analysis.entry(index).names.intersects([.particle, .lowerBrand]) { return nil }
                // "the Ukrainian president Olena Petrenko": desks differ.
                if index > range.lowerBound, index < range.upperBound, context.isCapital(range.lowerBound),
                    analysis.entry(index).names.contains(.title)
                {
                    return nil
                }
                lower.append(index)
            }
            if context.traits[index].contains(.free) {
                hasFree = true
            } else if context.isCapital(index), !analysis.segmentation.tokens[index].isFirst {
                hasForced = true
            }
        }
        guard let firstLower = lower.first, let lastLower = lower.last, content >= 2 else { return nil }
        let full = Int(counts.capitalised)
        let other = Int(max(counts.half, counts.lower))
        let last = range.upperBound
        if !hasFree {
            guard !hasForced, isNamedInSmallLetters(range, full, other, context, analysis) else { return nil }
        } else if firstLower == range.lowerBound {
            guard
                startsName(range, lower, context, analysis)
                    || lacksStart(range, lower, full, other, context, analysis)
                    || isRare(range, lower, content, counts, context, analysis)
            else { return nil }
        } else {
            guard
                full >= NameHabit.five && (other == 0 || full - other >= (content >= 3 ? 32 : 42))
                    || isRare(range, lower, content, counts, context, analysis)
                    || lacksEnd(range, lower, content, full, other, context, analysis)
            else { return nil }
            // "the Dutch government", "Lipetsk region", "the Russian president": desks differ.
            if lastLower == last, analysis.isToken(last, in: styleNouns) || analysis.entry(last).names.contains(.title)
            {
                guard content >= 3, full >= NameHabit.hundred, other == 0 || full - other >= 48 else { return nil }
            }
            if analysis.isToken(last, in: pronouns) { return nil }
            // "the German federal state"
            if lastLower == last, analysis.entry(last).tags.contains(.JJ),
                analysis.entry(range.lowerBound).names.contains(.nationality)
            {
                return nil
            }
        }
        return NameFault(
            tokens: range, evidence: .counted(counts.capitalised), isAllLower: !hasFree,
            lowerWord: lower.count == 1 ? lower[0] : nil)
    }

    /// Whether a name whose first word is in small letters is one all the same: the lexicon counts only what begins with a capital, so
    /// "state of Queensland" and "acting Prime Minister" look like names too.
    private static func startsName(
        _ range: ClosedRange<Int>, _ lower: [Int], _ context: NameContext, _ analysis: borrowing Analysis
    ) -> Bool {
        let last = range.upperBound
        let first = range.lowerBound
        guard context.isCapital(last), !analysis.entry(first).names.contains(.title) else { return false }
        // "puerto Rico", "san Francisco"
        if analysis.entry(first).habit.isCapital(by: 3), !analysis.isToken(first, in: NameWords.directions),
            !analysis.entry(first).isCommonWord || analysis.isToken(first, in: NameWords.placeOpeners)
        {
            return true
        }
        // "south Korea", but not "east Asia"
        if analysis.isToken(first, in: NameWords.directions) {
            return range.count == 2 && analysis.entry(last).names.contains(.country)
                && analysis.entry(last).habit.isCapital(by: 4) && analysis.isToken(first, in: halves)
        }
        // "clean air Act", "american revolutionary War"
        return lower.count >= 2 && lower.count == range.count - 1 && analysis.entry(last).names.contains(.institution)
            && analysis.entry(first).tags.isDisjoint(with: [.RB, .RBR])
            && !analysis.isToken(last, in: styleNouns)
    }

    /// "United states", "european union": where no desk differs.
    private static func isUnion(_ range: ClosedRange<Int>, _ analysis: borrowing Analysis) -> Bool {
        range.count == 2
            && (analysis.isToken(range.lowerBound, in: united) && analysis.isToken(range.upperBound, in: realms)
                || analysis.isToken(range.lowerBound, in: unions) && analysis.isToken(range.upperBound, in: union))
    }

    /// Whether a name that has no capital at all is so certain that it needs none.
    private static func isNamedInSmallLetters(
        _ range: ClosedRange<Int>, _ full: Int, _ other: Int, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> Bool {
        let last = range.upperBound
        if full >= NameHabit.hundred, other == 0 || full - other >= 67,
            !range.contains(where: { analysis.entry($0).names.intersects([.institution, .title]) && $0 != last }),
            !analysis.isToken(last, in: styleNouns)
        {
            return true
        }
        if isUnion(range, analysis) { return true }
        // "the US department of agriculture"
        guard full >= NameHabit.hundred, full - other >= 42, let before = context.before(range.lowerBound, analysis),
            context.isCapital(before),
            analysis.entry(before).names.contains(.country) || analysis.isToken(before, in: america)
        else { return false }
        return !range.contains { analysis.entry($0).names.contains(.title) }
    }

    /// Whether clean text hardly ever has the name with its first word, or its last one, in small letters as here.
    private static func isRare(
        _ range: ClosedRange<Int>, _ lower: [Int], _ content: Int, _ counts: NameCounts, _ context: NameContext,
        _ analysis: borrowing Analysis
    ) -> Bool {
        let first = range.lowerBound
        let last = range.upperBound
        let full = Int(counts.capitalised)
        let names = analysis.entry(first).names
        if lower[0] == first {
            // "new England", "silicon Valley"; not "state of Israel", "hurricane Rita", "fourth World Conference".
            let isPlace = analysis.isToken(first, in: NameWords.placeOpeners)
            guard context.traits[last].contains(.free), full >= NameHabit.ten, full - Int(counts.tail) >= 32,
                lower.count == content - 1 || isPlace, !names.contains(.title),
                !names.contains(.nationality) || isPlace,
                !analysis.isToken(last, in: unlikeNames), !analysis.isToken(first, in: NameWords.directions),
                !lower.contains(where: { analysis.isToken($0, in: NameWords.directions) }) || isPlace,
                isPlace
                    || analysis.entry(last).isCommonWord && analysis.entry(last).habit.isLower(by: 0)
                        && (content >= 3 || full - Int(counts.lower) >= 24
                            || full + 16 >= analysis.entry(last).habit.capital)
            else { return false }
            return context.after(last, analysis).map { context.isLower($0) } ?? true
        }
        guard context.traits[first].contains(.free), full >= NameHabit.ten,
            full - Int(counts.half) >= (range.count >= 3 ? 24 : 40),
            range.count >= 3 || !analysis.entry(first).isCommonWord, !names.contains(.title),
            !analysis.isToken(last, in: NameWords.directions),
            context.isCapital(last) || isPlainNoun(last, context, analysis)
        else { return false }
        if let before = context.before(first, analysis), context.isCapital(before) { return false }
        guard let after = context.after(last, analysis) else { return true }
        return context.isLower(after) && !analysis.isToken(after, in: of)
    }

    /// Whether the last word of a name alone has its capital: it hardly ever stands without the others, or it is a common noun.
    private static func lacksStart(
        _ range: ClosedRange<Int>, _ lower: [Int], _ full: Int, _ other: Int, _ context: NameContext,
        _ analysis: borrowing Analysis
    ) -> Bool {
        let last = range.upperBound
        let first = analysis.entry(range.lowerBound)
        let head = analysis.entry(last)
        guard context.isCapital(last), first.tags.isDisjoint(with: .function), lower.count == range.count - 1 else {
            return false
        }
        if range.count == 2, analysis.isToken(range.lowerBound, in: halves), analysis.isToken(last, in: divided) {
            return true
        }
        guard !first.names.intersects([.title, .nationality]), analysis.segmentation.tokens[last].shape == .title else {
            return false
        }
        if full >= NameHabit.five, full + 14 >= head.habit.capital,
            head.isCommonWord || !head.names.intersects(.person)
        {
            return true
        }
        return lower.count >= 2 && full >= NameHabit.ten && (other == 0 || full - other >= 24) && head.isCommonWord
            && !head.names.intersects([.title, .nationality])
            && first.tags.isDisjoint(with: [.RB, .RBR])
    }

    /// Whether a name whose last word is in small letters is one, although clean text has it so at times.
    private static func lacksEnd(
        _ range: ClosedRange<Int>, _ lower: [Int], _ content: Int, _ full: Int, _ other: Int, _ context: NameContext,
        _ analysis: borrowing Analysis
    ) -> Bool {
        let last = range.upperBound
        guard lower.last == last, full >= NameHabit.two, full - other >= 16, isPlainNoun(last, context, analysis),
            !lower.contains(where: { analysis.entry($0).names.contains(.title) }),
            !analysis.isToken(last, in: styleNouns),
            !analysis.entry(range.lowerBound).names.contains(.nationality)
        else { return false }
        return content >= 3 && (full - other >= 24 || lower.count >= 2)
            || content == 2 && full >= NameHabit.ten && full - other >= 32
    }

    private static func isPlainNoun(_ index: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        let tags = analysis.entry(index).tags
        guard tags.intersects([.NN, .NNS]),
            tags.isDisjoint(with: [.JJ, .VBG, .VBN]) || analysis.isToken(index, in: namedHeads)
        else { return false }
        guard let after = context.after(index, analysis) else { return true }
        return context.isLower(after)
    }

    private static let divided: FormSet = [
        "korea", "carolina", "dakota", "africa", "sudan", "ossetia", "timor", "macedonia",
    ]
    private static let america: FormSet = ["us", "u.s.", "u.s", "uk", "u.k."]
    private static let unions: FormSet = ["soviet", "european"]
    private static let union: FormSet = ["union"]
    private static let united: FormSet = ["united"]
    private static let realms: FormSet = ["states", "nations", "kingdom"]
    private static let halves: FormSet = ["south", "north", "east", "west"]
    private static let pronouns: FormSet = ["i"]
    /// Capitals that are as free as the institution is grand.
    private static let unlikeNames: FormSet = [
        "union", "republic", "assembly", "state", "states", "government", "congress", "parliament", "court", "nation",
        "nations", "president", "party", "council", "convention", "constitution", "order", "board", "members",
        "organization", "ministry", "committee", "church", "house", "senate", "cabinet", "army", "forces", "people",
    ]
    /// Nouns whose small letter behind a name is a matter of style.
    private static let styleNouns: FormSet = [
        "government", "region", "district", "province", "republic", "authorities", "exchange", "parliament", "embassy",
        "administration", "delegation", "side", "people", "economy", "territory", "state", "city", "summit",
        "agreement", "treaty", "convention", "ministry", "minister", "president", "federation", "county", "department",
        "declaration", "protocol", "process", "forum", "conference", "campaign", "plan", "initiative", "program",
        "programme", "project", "area", "capital", "consulate", "office", "village", "oblast", "constitution", "law",
        "bill", "branch", "prosecutor", "leadership", "states", "members", "member", "group", "community", "index",
        "team", "cabinet", "troops", "forces", "military", "police", "customs", "border", "interior", "division",
        "town", "council", "party", "talks", "mission", "coast", "grant", "policy", "rationale", "leader", "leaders",
        "parade", "era", "league", "shipyard", "navy", "army",
    ]

    // MARK: By the article

    /// Two neighbours, as an article has them.
    private struct Pair {
        /// The first token of a place where both have their capitals.
        var example = 0
        var capitalised = 0
        /// Times that the first alone has it.
        var half = 0
    }

    /// Pairs of neighbours of which the first is capitalised, by the hashes of both.
    private static func pairs(_ context: NameContext, _ analysis: borrowing Analysis) -> [UInt64: Pair] {
        var pairs: [UInt64: Pair] = [:]
        for index in context.traits.indices where analysis.isToken(index, in: pairNouns) {
            guard let before = context.before(index, analysis), context.isCapital(before) else { continue }
            if context.traits[index].contains(.free) {
                pairs[key(before, index, analysis), default: Pair()].capitalised += 1
                pairs[key(before, index, analysis)]?.example = before
            } else if context.isLower(index) {
                pairs[key(before, index, analysis), default: Pair()].half += 1
            }
        }
        return pairs
    }

    private static func key(_ a: Int, _ b: Int, _ analysis: borrowing Analysis) -> UInt64 {
        UInt64(analysis.segmentation.hash(a)) << 32 | UInt64(analysis.segmentation.hash(b))
    }

    /// "the Socialist party" where the article has "the Socialist Party" too.
    private static func elsewhere(
        _ start: Int, _ pairs: [UInt64: Pair], _ context: NameContext, _ analysis: borrowing Analysis
    ) -> NameFault? {
        guard context.traits[start].contains(.free), let next = context.after(start, analysis), context.isLower(next),
            !context.traits[next].contains(.glued), let pair = pairs[key(start, next, analysis)],
            pair.capitalised > pair.half
        else { return nil }
        return NameFault(tokens: start...next, evidence: .elsewhere(pair.example), isAllLower: false, lowerWord: nil)
    }

    // MARK: By its parts

    /// "Ministry of foreign affairs", "the Federal security service".
    private static func institution(
        from start: Int, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> NameFault? {
        guard context.isCapital(start), !context.traits[start].contains(.glued),
            let next = context.after(start, analysis), context.isLower(next)
        else { return nil }
        if analysis.isToken(start, in: heads), analysis.isToken(next, in: of),
            let fault = office(from: start, of: next, context, analysis)
        {
            return fault
        }
        if analysis.isToken(start, in: societies), analysis.isToken(next, in: of) {
            return society(from: start, of: next, context, analysis)
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
                if words == 1, analysis.isToken(end, in: league) { return nil }
                if analysis.isToken(end, in: party), !analysis.isToken(start, in: partyAdjectives) { return nil }
                if words == 1, let counts = analysis.nameCount(of: start...end),
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

    /// "the Association of Muslim scholars", "the Institute of oriental studies"
    private static func society(
        from start: Int, of: Int, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> NameFault? {
        guard context.traits[start].contains(.free), context.casing(of: start, analysis).capitalised == 1,
            context.before(start, analysis).map({ context.isLower($0) }) ?? false
        else { return nil }
        var end = of
        var isNoun = false
        while let next = context.after(end, analysis), next - of <= 4 {
            let tags = analysis.entry(next).tags
            if context.isCapital(next) {
                guard end == of, !analysis.entry(next).names.intersects([.country, .place, .person]) else { return nil }
                end = next
                continue
            }
            guard tags.intersects([.NN, .NNS, .JJ]), !context.traits[next].contains(.glued),
                tags.isDisjoint(with: Lexicon.TagSet.function.union([.VBD, .CD])),
                !context.traits[next].contains(.possessive)
            else { break }
            isNoun = tags.intersects(.noun)
            end = next
        }
        guard isNoun, context.isLower(end), !analysis.isToken(end, in: members),
            context.after(end, analysis).map({ context.isLower($0) }) ?? true
        else { return nil }
        return NameFault(tokens: start...end, evidence: .institution, isAllLower: false, lowerWord: nil)
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
            // "Ministry of Health and labour"
            if analysis.isToken(next, in: NameWords.and), next == at + 1, at > of {
                at = next
                continue
            }
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
    private static let heads: FormSet = ["ministry", "department", "academy", "institute"]
    /// What is hardly written with a capital unless the rest of its name is.
    private static let societies: FormSet = [
        "association", "society", "federation", "academy", "institute", "museum", "foundation", "fund", "centre",
        "center", "university", "faculty", "journal", "brotherhood", "fellowship", "conservatory", "orchestra",
    ]
    /// "a Council of experts": whom a body is made of.
    private static let members: FormSet = [
        "experts", "directors", "trustees", "governors", "members", "representatives", "choice", "excellence", "origin",
        "course", "theirs", "ours", "mine", "companies", "people",
    ]
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
    private static let pairNouns: FormSet = [
        "party", "ministry", "committee", "court", "bank", "league", "university", "academy", "institute",
    ]
    private static let attributes: FormSet = [
        "federal", "national", "supreme", "constitutional", "central", "state", "investigative", "high", "european",
        "international", "general", "antimonopoly", "premier", "radical", "communist", "socialist", "liberal",
    ]
    private static let league: FormSet = ["league"]
    private static let party: FormSet = ["party"]
    private static let partyAdjectives: FormSet = ["radical", "communist", "socialist", "liberal"]
    private static let bodies: FormSet = [
        "service", "committee", "court", "council", "bank", "agency", "league", "party", "duma", "prosecutor's",
        "assembly", "chamber", "guard", "bureau", "inspectorate", "academy",
    ]
}

extension Lexicon.NameSet {
    func intersects(_ other: Lexicon.NameSet) -> Bool { !isDisjoint(with: other) }
}
