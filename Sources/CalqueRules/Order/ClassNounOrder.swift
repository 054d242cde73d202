import CalqueLint
import CalqueSyntax
import CalqueText

/// "mail services Acme", "in the airport Linate": the noun that says what a name is stands before the name.
struct ClassNounOrder: Rule {
    static let description = RuleDescription(
        id: "class-noun-order",
        name: "Class noun before a name",
        family: .order,
        summary: "A noun such as “airport” or “services” stands before the name it belongs to.",
        rationale: """
            Russian says “airport Linate”, “hotel Adler”, “group Acme”, and engines keep the order; English has “Linate \
            airport” or “the town of Azov”. News English does put nouns of people and firms before names (“the singer Aida”, \
            “software giant Acme”), so the rule knows only nouns of places, buildings and bodies that human news hardly ever uses so, and \
            a few more where no article or adjective stands before them. It keeps quiet where the name goes on to modify another noun.
            """,
        mqm: "Fluency/Grammar/Word order",
        severity: .major,
        bad: [
            "The plane landed in the [[airport Linate]] on Monday evening.",
            "The firm will offer its parcel [[services Hermes]] in the new shops too.",
            "The guests will stay in the [[hotel Adler]] until Sunday.",
            "The wolves were seen near the [[settlements Karelino]] and Sosnovka, the foresters said.",
            "The rebels have taken [[town Azov]], said the general.",
            "[[Airline Lufthansa]] will fly to the islands again in spring.",
        ],
        good: [
            "The plane landed at Linate airport on Monday evening.",
            "The plane landed at the airport Monday evening, the agency said.",
            "The song was sung by the singer Aida and the group that she leads.",
            "He works for the software company Acme in the city of Graz.",
            "The letter was sent to state Medicaid directors.",
            "The head of the region, Ivan Petrov, said so.",
            "He left the hotel Ivan Petrov had built.",
            "The leader of the Corsican group Alba was freed.",
        ],
        missed: [
            "The company Acme has opened a plant in the town."
        ],
        evidence: .doubtful, precision: "1.00 (n = 4)"
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let trees = analysis.trees
        guard !trees.isEmpty else { return }
        for sentence in analysis.sentences where analysis.isRunningText(sentence) {
            for noun in sentence.tokens {
                let isFirst = noun == sentence.tokens.lowerBound
                let found =
                    isFirst
                    ? Self.nameOfFirst(noun, in: sentence.tokens, analysis, trees)
                    : Self.name(behind: noun, in: sentence.tokens, analysis, trees)
                guard let name = found else { continue }
                findings.append(
                    Finding(
                        rule: Self.description, span: analysis.span(noun...name.upperBound),
                        message: Self.message(
                            noun: analysis.string(noun), name: analysis.article.string(analysis.span(name))),
                        confidence: 0.85))
            }
        }
    }

    private static func name(
        behind noun: Int, in sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> ClosedRange<Int>? {
        let isSure = analysis.isToken(noun, in: sure)
        guard isSure || analysis.isToken(noun, in: bare), analysis.tokens[noun].shape == .lower,
            trees.penn[noun] == .NN || trees.penn[noun] == .NNS, noun + 2 < sentence.upperBound,
            analysis.tokens[noun + 1].spaceBefore, isName(noun + 1, analysis, trees)
        else { return nil }
        // "the Lebanese group Hezbollah"
        if analysis.entry(noun - 1).names.contains(.nationality) { return nil }
        if !isSure {
            guard [.VBD, .VBN, .IN].contains(trees.penn[noun - 1]),
                !analysis.isToken(noun - 1, in: notBefore)
            else { return nil }
        }
        switch analysis.tokens[noun - 1].kind {
        case .hyphen, .slash, .quote, .openQuote, .closeQuote, .openBracket: return nil
        default: if trees.penn[noun - 1] == .POS { return nil }
        }
        let first = analysis.entry(noun + 1)
        if first.names.contains(.given), !first.names.contains(.organisation),
            !analysis.isToken(noun, in: namedAfterPeople)
        {
            return nil
        }
        var end = noun + 1
        while end + 1 < sentence.upperBound, analysis.tokens[end + 1].isCapitalised,
            [.NNP, .NNPS, .NN, .FW, .CD].contains(trees.penn[end + 1])
        {
            end += 1
        }
        guard end - noun <= 3, end + 1 < sentence.upperBound, endsName(end + 1, noun, analysis, trees) else {
            return nil
        }
        let hasCommonNoun = (noun + 1...end).contains {
            let tags = analysis.entry($0).tags
            return !tags.isEmpty && tags.isSubset(of: .noun) && !trees.penn[$0].isProperNoun
        }
        return hasCommonNoun ? nil : noun + 1...end
    }

    /// "Airline Lufthansa will fly again": no article, and the verb behind the name.
    private static func nameOfFirst(
        _ noun: Int, in sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> ClosedRange<Int>? {
        let name = noun + 1
        let entry = analysis.entry(name)
        guard analysis.isToken(noun, in: firstNouns), analysis.tokens[noun].shape == .title,
            trees.penn[noun].isNoun, analysis.tokens[name].shape == .title, trees.penn[name].isProperNoun,
            entry.tags.isDisjoint(with: [.NN, .NNS, .JJ, .IN]) || entry.names.contains(.organisation)
        else { return nil }
        var end = name
        while end + 1 < sentence.upperBound, analysis.tokens[end + 1].isCapitalised, trees.penn[end + 1] == .NNP {
            end += 1
        }
        guard end - noun <= 3, end + 1 < sentence.upperBound, [.VBD, .VBZ, .MD].contains(trees.penn[end + 1]) else {
            return nil
        }
        return name...end
    }

    private static func isName(_ token: Int, _ analysis: borrowing Analysis, _ trees: Trees) -> Bool {
        let entry = analysis.entry(token)
        let written = analysis.tokens[token]
        guard written.kind == .word, written.isCapitalised || written.shape == .mixed,
            [.NNP, .NNPS, .FW, .NN].contains(trees.penn[token]),
            entry.names.isDisjoint(with: [.title, .nationality, .calendar]),
            entry.tags.isDisjoint(with: [.IN, .DT, .PRP, .PRPS, .WH, .CC]),
            !analysis.segmentation.form(token).contains(UInt8(ascii: "."))
        else { return false }
        return !analysis.isToken(token, in: FinishedTime.months) && !analysis.isToken(token, in: notNames)
    }

    /// Whether what follows leaves the name a name: no noun that it modifies, no verb of a clause that it begins.
    private static func endsName(
        _ next: Int, _ noun: Int, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> Bool {
        switch analysis.tokens[next].kind {
        case .hyphen, .dash, .slash, .quote, .openQuote, .closeQuote, .symbol, .number: return false
        default: break
        }
        switch trees.penn[next] {
        case .NN, .NNS, .NNP, .POS, .HYPH, .JJ, .CD, .VBN: return false
        case .VBD, .VBZ, .VBP, .MD: return analysis.isToken(noun, in: subjects)
        default: return true
        }
    }

    /// Nouns that stand behind a name, or before "of".
    private static let sure: FormSet = [
        "airport", "airports", "street", "district", "districts", "region", "regions", "province", "provinces",
        "settlement", "settlements", "municipality", "hotel", "hotels", "restaurant", "restaurants", "cafe",
        "institution", "institutions", "services", "infrastructure", "standard", "refinery", "plant", "factory",
        "hospital", "hospitals", "stadium", "university", "universities", "ministry", "house", "museum", "theatre",
        "theater", "republic", "army", "tournament", "championship", "office", "fund", "foundation", "organizations",
        "organisations", "group", "groups", "square", "avenue", "metro", "railway", "quarter", "suburb", "cemetery",
        "administration", "faction", "shipyard", "oblast", "systems", "aircraft", "helicopter", "airlines", "websites",
        "concern",
    ]
    /// The same, where nothing but a verb or preposition stands before them.
    private static let bare: FormSet = [
        "city", "town", "village", "newspaper", "magazine", "company", "firm", "airline", "club", "bank", "corporation",
        "agency", "network", "service",
    ]
    /// The same, as the first word of a sentence.
    private static let firstNouns: FormSet = [
        "service", "company", "network", "group", "newspaper", "firm", "hotel", "airport", "concern", "holding",
        "channel", "bank", "ministry", "agency", "corporation", "site", "website", "magazine", "publisher", "airline",
        "restaurant", "factory", "plant", "shipyard", "club", "edition", "publication", "portal", "operator",
        "restaurants", "companies", "airlines", "organization", "organisation",
    ]
    private static let notBefore: FormSet = ["as", "like", "of", "by", "with", "than"]
    private static let namedAfterPeople: FormSet = [
        "airport", "street", "hotel", "university", "hospital", "shipyard",
    ]
    /// "the airport Linate closed": nouns whose name may be the subject of what follows.
    private static let subjects: FormSet = ["refinery", "airport", "services"]
    private static let notNames: FormSet = [
        "i", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "english", "french",
        "german",
        "chinese", "tonight", "easter", "christmas", "no", "no.", "nos",
    ]
}

extension ClassNounOrder {
    private static func message(noun: String, name: String) -> String {
        "The noun “\(noun)” stands before its name “\(name)”; English has the name first, or “of” between them."
    }
}
