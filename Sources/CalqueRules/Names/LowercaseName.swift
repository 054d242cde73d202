import CalqueLint
import CalqueSyntax
import CalqueText

/// "President trump", "in england", "a visit to moscow": a name in small letters.
struct LowercaseName: Rule {
    static let description = RuleDescription(
        id: "lowercase-name",
        name: "Name in small letters",
        family: .names,
        summary: "A word that is a name here stands in small letters.",
        rationale: """
            Many systems are trained on lowered text and restore capitals afterwards; where the name was rare, or is a common \
            word as well, they fail. Evidence is what clean text does with the form, the given name or title before it, a \
            name of several words that it completes, and capitals elsewhere in the article. The rule keeps quiet in \
            articles that avoid capitals, within addresses and hyphenated words, beside words of another language, about particles \
            (von, bin) and brands that are meant so.
            """,
        mqm: "Fluency/Spelling/Capitalization",
        severity: .major,
        bad: [
            "The talks in [[moscow]] ended without a result.",
            "A spokesman for President [[trump]] declined to answer.",
            "The mayor flew to [[england]] in [[february]].",
            "She worked for Boris [[johnson]] for two years.",
            "Donald [[trump]] denied it. The staff of [[the trump]] was in contact with them.",
            "The treaty was signed in New [[york]].",
            "Two of its members met [[nato]] officers.",
            "The money came from the [[croucher]] Foundation.",
            "Neighbours wrote to [[mr]]. Hartley about the fence.",
            "The officials of the [[bush]] administration flew home.",
            "Nobody knew what [[trump]] would say to them.",
            "The [[iran]]-Iraq border was closed.",
        ],
        good: [
            "The cards that trump all others are hidden.",
            "He plans to march through the bush in may weather.",
            "The painter Vincent van Gogh and Otto von Bismarck never met.",
            "Donald will case the house, and Mark may bush out.",
            "Write to press@london.example or see www.moscow.example.",
            "i went to london. then i saw paris. it was cold.",
            "The house stands on ulitsa Mira.",
            "The lorries got stuck in the bush for weeks.",
            "He drank a glass of port and broke the good china.",
        ],
        missed: [
            "The cabinet of bush was sworn in."
        ],
        evidence: .slip, precision: "1.00 (n = 1, artifacts/mt); 0.01 findings per 1,000 words of human news"
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let context = analysis.facts(NameContext.self)
        guard !context.isLowerStyle else { return }
        let names = analysis.facts(NameFaults.self)
        // Surnames that are reported behind a given name or a title.
        var persons: [Int] = []
        for fault in names.faults {
            guard let finding = Self.finding(fault, context, analysis) else { continue }
            findings.append(finding)
            if let word = fault.lowerWord, analysis.entry(fault.tokens.lowerBound).names.contains(.given) {
                persons.append(word)
            }
        }
        let tokens = analysis.segmentation.tokens
        for index in tokens.indices {
            guard tokens[index].shape == .lower, context.isLower(index), !names.covered[index],
                tokens[index].end - tokens[index].start >= 2
            else { continue }
            let found =
                Self.abbreviatedTitle(index, context, analysis)
                ?? (context.traits[index].contains(.glued)
                    ? Self.besideHyphen(index, context, analysis)
                    : Self.evidence(index, context, analysis) ?? Self.amidName(index, context, analysis)
                        ?? Self.rareName(index, context, analysis))
            guard let evidence = found else { continue }
            let word = analysis.string(index)
            let right = NameCasing.capitalised(index, context, analysis)
            findings.append(
                Finding(
                    rule: Self.description, span: tokens[index].span, message: Self.message(word, right, evidence),
                    suggestions: [Suggestion(span: tokens[index].span, replacement: right)],
                    confidence: evidence.confidence))
            if case .givenName = evidence { persons.append(index) }
        }
        var seen: Set<UInt32> = []
        for person in persons.prefix(100) where seen.insert(analysis.segmentation.hash(person)).inserted {
            Self.again(person, names, analysis, &findings)
        }
    }

    /// "the trump was", in an article that has "Donald trump": the machine took the name for a noun there too.
    private static func again(
        _ person: Int, _ names: NameFaults, _ analysis: borrowing Analysis, _ findings: inout [Finding]
    ) {
        let segmentation = analysis.segmentation
        for index in segmentation.tokens.indices.dropFirst()
        where segmentation.hash(index) == segmentation.hash(person) && index != person {
            guard segmentation.sameForm(index, person), segmentation.tokens[index].shape == .lower,
                !names.covered[index], analysis.isToken(index - 1, in: NameWords.the),
                index + 1 < segmentation.tokens.count
            else { continue }
            let next = segmentation.tokens[index + 1]
            let ends: Bool =
                switch next.kind {
                case .comma, .terminal, .semicolon, .closeQuote: true
                case .word: analysis.isToken(index + 1, in: NameWords.behindPersons)
                default: false
                }
            guard ends else { continue }
            let span = analysis.span(index - 1...index)
            let right = NameCasing.titleCased(index...index, analysis.facts(NameContext.self), analysis)
            let name = analysis.article.string(analysis.span(max(0, person - 1)...person))
            findings.append(
                Finding(
                    rule: description, span: span,
                    message: againMessage(analysis.article.string(span), right, name),
                    suggestions: [Suggestion(span: span, replacement: right)], confidence: 0.85))
        }
    }

    private static func againMessage(_ words: String, _ right: String, _ name: String) -> String {
        "“\(words)” should be “\(right)”: the article names “\(name)”, and what follows goes with a person."
    }

    /// The faults of names of several words that are this rule's: all in small letters, or one word of a person's or place's name.
    static func isOwn(_ fault: NameFault, _ analysis: borrowing Analysis) -> Bool {
        if fault.isAllLower { return true }
        guard case .counted = fault.evidence, let word = fault.lowerWord, fault.tokens.count == 2 else { return false }
        let first = analysis.entry(fault.tokens.lowerBound).names
        return word == fault.tokens.upperBound
            ? first.intersects([.given, .title])
                || analysis.isToken(fault.tokens.lowerBound, in: NameWords.placeOpeners)
            : false
    }

    private static func finding(
        _ fault: NameFault, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> Finding? {
        guard isOwn(fault, analysis), case .counted(let count) = fault.evidence else { return nil }
        let range = fault.lowerWord.map { $0...$0 } ?? fault.tokens
        let span = analysis.span(range)
        let right = NameCasing.titleCased(range, context, analysis)
        let name = NameCasing.titleCased(fault.tokens, context, analysis)
        return Finding(
            rule: description, span: span,
            message: message(
                analysis.article.string(span), right, .completes(name: name, count: Lexicon.count(ofScale: count))),
            suggestions: [Suggestion(span: span, replacement: right)], confidence: 0.93)
    }
}

extension LowercaseName {
    /// Why a word in small letters is a name.
    enum Evidence {
        /// Clean text has the form with a capital this often, in the lexicon's scale.
        case habit(UInt8)
        /// The lexicon has the form as a name only.
        case listed
        /// A given name stands before it.
        case givenName(String)
        case title(String)
        /// The article has it with a capital this often.
        case article(Int)
        /// It is no English word, and stands where a name stands.
        case place(String)
        /// "Fort", "Lake" stands before it.
        case placeWord(String)
        case subject(String)
        case kin(String)
        /// It is a given name itself.
        case beforeSurname(String)
        case completes(name: String, count: Int)
        /// The next word has a capital, and is a part of its name.
        case before(String)
        /// The word before has a capital, and is a part of its name.
        case behind(String)
        /// "mr. Bush", "dr. Novak"
        case abbreviation(String)

        var confidence: Double {
            switch self {
            case .habit: 0.93
            case .givenName, .title, .completes, .beforeSurname, .placeWord, .abbreviation: 0.93
            case .article: 0.9
            case .place, .subject, .kin, .listed, .before, .behind: 0.8
            }
        }
    }

    static func evidence(_ index: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Evidence? {
        let entry = analysis.entry(index)
        guard !entry.names.intersects([.lowerBrand, .particle]), !entry.names.contains(.title) else { return nil }
        let length = analysis.segmentation.tokens[index].end - analysis.segmentation.tokens[index].start
        let habit = entry.habit
        let before = context.before(index, analysis)
        let after = context.after(index, analysis)
        // "the victoria “Glitter”": a kind of plant, and its name.
        let tokens = analysis.segmentation.tokens
        if entry.names.contains(.given), index + 1 < tokens.count, tokens[index + 1].spaceBefore,
            [.quote, .openQuote].contains(tokens[index + 1].kind)
        {
            return nil
        }
        if entry.isCommonWord, habit.isLower(by: 0), before.map({ context.isLower($0) }) ?? true { return nil }
        if analysis.isToken(index, in: foreignNouns) { return nil }
        // A scrap of another language.
        for neighbour in [before, after].compactMap({ $0 }) where context.isLower(neighbour) {
            if !analysis.word(neighbour).isKnown, context.isForeignWord(neighbour, analysis) { return nil }
        }
        if entry.names.contains(.nationality), LowercaseNationality.isOwn(entry) { return nil }
        if hasHabit(index, entry, habit, Int(length), context, analysis) {
            return .habit(max(entry.titleCount, entry.upperCount))
        }
        guard length >= 3 else { return nil }
        if let after, context.traits[after].contains(.free), entry.names.contains(.given), habit.isCapital(by: 1),
            analysis.entry(after).names.contains(.surname), analysis.entry(after).habit.isCapital(by: 3),
            !entry.isCommonWord || !analysis.isToken(index, in: NameWords.commonWordsToo)
                || habit.isCapital(by: 3) && !analysis.entry(after).isCommonWord
        {
            return .beforeSurname(analysis.string(after))
        }
        if let found = personWithoutArticle(index, before, after, entry, context, analysis) { return found }
        if let found = between(index, before, after, entry, context, analysis) { return found }
        if let found = behindName(index, before, entry, habit, context, analysis) { return found }
        let isUnknown = !entry.isCommonWord && habit.lower == 0 && isForeign(index, context, analysis)
        let casing = context.casing(of: index, analysis)
        let isNamed = before.map { !analysis.isToken($0, in: NameWords.articles) } ?? true
        if isUnknown && isNamed && casing.capitalised >= 1 && casing.lower <= casing.capitalised && length >= 4 {
            return .article(casing.capitalised)
        }
        if !entry.isCommonWord && casing.capitalised >= 2 && casing.lower == 1 && habit.isCapital(by: 2) {
            return .article(casing.capitalised)
        }
        if isUnknown && !context.isForeign {
            if length >= 6, entry.marks.contains(.onlyName),
                analysis.lexicon.englishness(of: analysis.segmentation.form(index)) < 0,
                entry.names.intersects([.given, .surname, .place, .country, .organisation])
            {
                return .listed
            }
            return position(index, before, after, context, analysis)
        }
        if let before, analysis.isToken(before, in: NameWords.placePrepositions), context.isLower(before),
            entry.names.intersects(.geographic), habit.isCapital(by: 2), habit.capital >= NameHabit.two,
            entry.tags.isDisjoint(with: Lexicon.TagSet([.VBD, .VBN, .VBG, .RB, .IN])),
            analysis.segmentation.form(index).last != UInt8(ascii: "s"),
            endsPhrase(index, context, analysis)
        {
            return .habit(max(entry.titleCount, entry.upperCount))
        }
        return nil
    }

    /// Whether clean text has the form with a capital so often that it needs no other evidence.
    private static func hasHabit(
        _ index: Int, _ entry: Lexicon.Entry, _ habit: NameHabit, _ length: Int, _ context: NameContext,
        _ analysis: borrowing Analysis
    ) -> Bool {
        if entry.names.contains(.calendar) {
            if analysis.isToken(index, in: monthsToo) { return isDate(index, analysis) }
            return habit.isCapital(by: 5) && habit.capital >= NameHabit.hundred
        }
        let isProper = entry.names.intersects([.given, .surname, .place, .country, .organisation])
        if entry.isCommonWord {
            guard isProper, habit.capital >= NameHabit.thirty - 4, length >= 4 || habit.capital >= NameHabit.hundred
            else { return false }
            if analysis.isToken(index, in: NameWords.thingsToo) {
                return habit.isCapital(by: 2) && isPlaceLike(index, context, analysis)
            }
            if entry.names.contains(.organisation), habit.isCapital(by: 6), analysis.isToken(index, in: verbsToo) {
                guard let before = context.before(index, analysis) else { return true }
                return analysis.entry(before).tags.isDisjoint(with: [.TO, .MD, .PRP, .NNS])
            }
            return (habit.lower == 0 || habit.capital - habit.lower >= 68)
                && !analysis.isToken(index, in: NameWords.commonWordsToo)
        }
        if length <= 4 { return habit.capital >= NameHabit.hundred && habit.isCapital(by: 8) }
        if habit.capital >= NameHabit.five {
            return habit.lower == 0 || habit.capital - habit.lower >= (isProper ? 32 : 37)
        }
        return isProper && length >= 5 && habit.lower == 0 && habit.capital >= NameHabit.two
            && !context.isForeign
    }

    /// Whether the word stands where a country or city stands: behind a preposition, at the end of its phrase.
    private static func isPlaceLike(_ index: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        guard let before = context.before(index, analysis) else { return false }
        if context.traits[index].contains(.possessive), context.isLower(before),
            analysis.isToken(before, in: during) || analysis.isToken(before, in: NameWords.placePrepositions)
                || analysis.isToken(before, in: placeLinks) || analysis.isToken(before, in: NameWords.clauseOpeners)
                || analysis.isToken(before, in: NameWords.personVerbs)
        {
            return true
        }
        return (analysis.isToken(before, in: NameWords.placePrepositions) || analysis.isToken(before, in: placeLinks))
            && endsPhrase(index, context, analysis)
    }

    /// "iran-Iraq", "nato-led": what has no other use, beside a hyphen alone.
    private static func besideHyphen(
        _ index: Int, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> Evidence? {
        let tokens = analysis.segmentation.tokens
        let entry = analysis.entry(index)
        let habit = entry.habit
        guard habit.capital >= NameHabit.hundred, habit.isCapital(by: 6), !entry.isCommonWord,
            entry.names.intersects([.place, .country, .organisation]) || habit.isAcronym,
            !entry.names.intersects([.lowerBrand, .particle, .title, .nationality]),
            tokens[index].end - tokens[index].start >= 4,
            analysis.segmentation.form(index).allSatisfy({ (97...122).contains($0) })
        else { return nil }
        let isOpen = tokens[index].spaceBefore
        let isHyphenated: (Int) -> Bool = { at in
            tokens.indices.contains(at) && tokens[at].kind == .hyphen && tokens[at].sentence == tokens[index].sentence
        }
        guard isOpen, isHyphenated(index + 1), index + 2 < tokens.count,
            tokens[index + 2].kind == .word || tokens[index + 2].kind == .number,
            index + 3 >= tokens.count || tokens[index + 3].spaceBefore || tokens[index + 3].kind == .comma
                || tokens[index + 3].kind == .terminal
        else { return nil }
        return .habit(max(entry.titleCount, entry.upperCount))
    }

    /// "mr. Bush", "dr. Novak": an abbreviated title in small letters before a capital.
    private static func abbreviatedTitle(
        _ index: Int, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> Evidence? {
        guard analysis.isToken(index, in: abbreviations) else { return nil }
        var next = index + 1
        let tokens = analysis.segmentation.tokens
        if next < tokens.count, tokens[next].kind == .terminal, !tokens[next].spaceBefore { next += 1 }
        guard next < tokens.count, context.isCapital(next), tokens[next].spaceBefore, tokens[next].shape == .title,
            tokens[index].spaceBefore || tokens[index].isFirst
        else { return nil }
        return .abbreviation(analysis.string(next))
    }

    private static let abbreviations: FormSet = [
        "mr", "mr.", "mrs", "mrs.", "dr", "dr.", "st.", "gov.", "sen.",
    ]
    private static let mister: FormSet = ["mr", "mr.", "mrs", "mrs.", "ms", "ms."]

    /// "12 march", "march 2015".
    private static func isDate(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
        let tokens = analysis.segmentation.tokens
        return [index - 1, index + 1].contains {
            tokens.indices.contains($0) && tokens[$0].kind == .number && tokens[$0].sentence == tokens[index].sentence
                && analysis.segmentation.form($0).allSatisfy { (48...57).contains($0) }
                && analysis.segmentation.form($0).count != 3
        }
    }

    private static let verbsToo: FormSet = ["google", "twitter", "skype", "uber"]
    private static let memberNouns: FormSet = ["states", "state", "nations", "countries"]
    private static let monthsToo: FormSet = ["march", "may", "august", "mar", "sat", "sun", "wed", "dec", "jan", "fri"]
    private static let during: FormSet = ["during", "after", "before", "under", "through", "like", "than"]
    private static let placeLinks: FormSet = ["of", "with", "between", "against", "and", "for", "by"]

    /// "when bush gets", "by trump", "the bush administration": a surname that is a noun too, where that noun would have an article.
    private static func personWithoutArticle(
        _ index: Int, _ before: Int?, _ after: Int?, _ entry: Lexicon.Entry, _ context: NameContext,
        _ analysis: borrowing Analysis
    ) -> Evidence? {
        guard let before, context.isLower(before), entry.names.contains(.surname), entry.tags.contains(.NN),
            entry.habit.isCapital(by: 1), entry.habit.capital >= NameHabit.hundred,
            !entry.names.intersects([.country, .title, .institution, .calendar, .organisation]),
            !entry.tags.contains(.NNS), !entry.tags.contains(.JJ) || entry.habit.isCapital(by: 4),
            !analysis.segmentation.tokens[index].isQuoted
        else { return nil }
        let scale = max(entry.titleCount, entry.upperCount)
        if analysis.isToken(before, in: NameWords.the), let after, analysis.isToken(after, in: governments) {
            return .habit(scale)
        }
        guard entry.habit.isCapital(by: 2) else { return nil }
        if analysis.isToken(before, in: NameWords.clauseOpeners), let after, context.isLower(after) {
            let tags = analysis.entry(after).tags
            return tags.intersects([.VBZ, .VBD, .MD]) && tags.isDisjoint(with: [.NN, .NNS, .JJ]) ? .habit(scale) : nil
        }
        return analysis.isToken(before, in: personPrepositions) && endsPhrase(index, context, analysis)
            ? .habit(scale) : nil
    }

    private static let governments: FormSet = [
        "administration", "presidency", "cabinet", "regime", "era", "government",
    ]
    private static let personPrepositions: FormSet = ["by", "for", "with", "against"]
    /// Nouns that stand behind the name of a place.
    private static let placeNouns: FormSet = [
        "district", "province", "region", "county", "village", "oblast", "airport", "prefecture", "peninsula", "valley",
        "municipality", "island", "river",
    ]

    /// One word in small letters amid the capitals of a name that the lexicon counts in part.
    private static func between(
        _ index: Int, _ before: Int?, _ after: Int?, _ entry: Lexicon.Entry, _ context: NameContext,
        _ analysis: borrowing Analysis
    ) -> Evidence? {
        guard let before, let after, context.traits[before].contains(.free), context.isCapital(after),
            !analysis.isToken(after, in: memberNouns),
            entry.tags.isDisjoint(with: .function), !entry.names.contains(.institution)
        else { return nil }
        if let counts = analysis.nameCount(of: index...after),
            counts.capitalised >= NameHabit.ten, Int(counts.capitalised) >= Int(max(counts.lower, counts.half)) + 24
        {
            return .completes(
                name: NameCasing.titleCased(index...after, context, analysis),
                count: Lexicon.count(ofScale: counts.capitalised))
        }
        return nil
    }

    /// A given name or title before the word.
    private static func behindName(
        _ index: Int, _ before: Int?, _ entry: Lexicon.Entry, _ habit: NameHabit, _ context: NameContext,
        _ analysis: borrowing Analysis
    ) -> Evidence? {
        guard let before, context.isCapital(before), !context.traits[before].contains(.possessive) else { return nil }
        // "George W. bush": the given name is before the initial.
        if analysis.segmentation.form(before).count <= 2, let given = context.before(before, analysis),
            context.isCapital(given), analysis.entry(given).names.contains(.given), entry.names.contains(.surname),
            habit.isCapital(by: 1), habit.capital >= NameHabit.ten
        {
            return .givenName(analysis.string(given))
        }
        if analysis.isToken(before, in: mister), !entry.names.intersects([.title, .particle]),
            analysis.segmentation.form(index).count >= 3, entry.tags.isDisjoint(with: .function),
            !analysis.isToken(index, in: NameWords.directions)
        {
            return .title(analysis.string(before))
        }
        let name = analysis.entry(before)
        let isFree = !analysis.segmentation.tokens[before].isFirst
        if analysis.isToken(before, in: NameWords.placeOpeners), entry.names.intersects([.surname, .place]),
            habit.isCapital(by: 3), habit.capital >= NameHabit.five
        {
            return .placeWord(analysis.string(before))
        }
        let isGiven =
            name.names.contains(.given) && !name.names.intersects([.country, .title, .nationality, .calendar])
            && analysis.segmentation.form(before).count >= 3 && !analysis.isToken(index, in: NameWords.directions)
            && (isFree || !name.isCommonWord) && name.habit.isCapital(by: 1)
        let isTitle = name.names.contains(.title) && (isFree || analysis.isToken(before, in: courtesy))
        guard isGiven || isTitle else { return nil }
        let text = analysis.string(before)
        let isUnknown =
            analysis.word(index).isKnown
            ? !entry.isCommonWord && habit.lower == 0 && isForeign(index, context, analysis)
            : !analysis.lexicon.guess(analysis.segmentation.form(index), shape: .lower).isBuiltFromKnown
                && !context.isForeign && analysis.segmentation.form(index).count >= 4
        let isName =
            isUnknown || (!entry.isCommonWord && habit.isCapital(by: 1) && habit.capital > 0)
            || (entry.names.intersects(.person) && habit.isCapital(by: 3)
                && habit.capital >= (habit.lower == 0 && isGiven ? NameHabit.two : NameHabit.ten)
                && (!entry.tags.contains(.VBZ) || habit.isCapital(by: 5)) && !entry.names.contains(.institution))
        guard isName else { return nil }
        return isGiven ? .givenName(text) : .title(text)
    }

    /// "National magic Month", "croucher Foundation": a part of a name whose other words have their capitals.
    private static func amidName(
        _ index: Int, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> Evidence? {
        let entry = analysis.entry(index)
        guard !entry.names.intersects([.lowerBrand, .particle, .title]), let after = context.after(index, analysis),
            context.traits[after].contains(.free)
        else { return nil }
        let length = analysis.segmentation.formLength(index)
        let head = analysis.entry(after)
        let name = analysis.string(after)
        let before = context.before(index, analysis)
        if let before, context.traits[before].contains(.free), entry.isCommonWord, entry.tags.intersects([.NN, .JJ]),
            entry.tags.isDisjoint(with: Lexicon.TagSet.function.union([.VBD, .VBZ, .RB, .VBG])),
            context.after(after, analysis).map({ context.isLower($0) || analysis.isToken($0, in: sites) }) ?? true,
            head.isCommonWord, head.tags.intersects([.NN, .NNS]),
            head.habit.isLower(by: 0),
            analysis.segmentation.tokens[after].shape == .title,
            !head.names.intersects([.country, .nationality, .title]),
            !head.names.intersects([.given, .surname, .calendar, .organisation]) || head.habit.isLower(by: 2),
            !context.traits[before].contains(.possessive),
            !analysis.entry(before).names.intersects([.title, .calendar, .nationality])
        {
            return .before(name)
        }
        guard length >= 4, !context.isForeign, !analysis.isToken(index, in: foreignNouns) else { return nil }
        if entry.habit.lower == 0, entry.names.intersects([.given, .surname, .place, .country]),
            analysis.isToken(after, in: NameFaults.namedHeads)
        {
            return .before(name)
        }
        if entry.names.contains(.given), entry.habit.isCapital(by: 2),
            !analysis.isToken(index, in: NameWords.directions), head.names.contains(.surname)
        {
            return .beforeSurname(name)
        }
        guard isStrange(index, context, analysis) else { return nil }
        if let before, analysis.isToken(before, in: NameWords.kin) { return .kin(analysis.string(before)) }
        return .before(name)
    }

    /// Names that clean text has so seldom that their place has to speak for them too.
    private static func rareName(
        _ index: Int, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> Evidence? {
        let entry = analysis.entry(index)
        let habit = entry.habit
        // What follows has nothing to say of it.
        if entry.isCommonWord, habit.lower > 0 { return nil }
        let length = analysis.segmentation.formLength(index)
        guard !entry.names.intersects([.lowerBrand, .particle, .title]), length >= 3, !context.isForeign,
            !analysis.isToken(index, in: foreignNouns)
        else { return nil }
        let before = context.before(index, analysis)
        if let before, context.isCapital(before), habit.lower == 0, habit.capital > 0 {
            if analysis.entry(before).names.contains(.given), !entry.isCommonWord, entry.names.contains(.surname) {
                return .givenName(analysis.string(before))
            }
            if analysis.isToken(before, in: NameWords.placeOpeners), context.traits[before].contains(.free),
                entry.names.intersects([.surname, .place]), habit.capital >= NameHabit.two
            {
                return .placeWord(analysis.string(before))
            }
        }
        guard length >= 4 else { return nil }
        // "Rem koolhaas", "Elia zenghelis": behind a capital that is no common word either.
        if let before, context.traits[before].contains(.free), !context.traits[before].contains(.possessive),
            analysis.segmentation.tokens[before].shape == .title, !analysis.entry(before).isCommonWord,
            analysis.entry(before).names.intersects(.person),
            analysis.entry(before).names.isDisjoint(with: [
                .country, .nationality, .title, .calendar, .institution, .organisation, .place,
            ]), analysis.lexicon.guess(analysis.segmentation.form(index), shape: .lower).tags.isDisjoint(with: .verb),
            isStrange(index, context, analysis),
            analysis.word(index).isKnown || analysis.lexicon.englishness(of: analysis.segmentation.form(index)) < -1
        {
            return .behind(analysis.string(before))
        }
        let scale = max(entry.titleCount, entry.upperCount)
        if entry.isCommonWord {
            return habit.lower == 0 && habit.capital >= NameHabit.two && !entry.names.isEmpty
                && !entry.tags.contains(.NNS)
                && !LowercaseNationality.isOwn(entry) ? .habit(scale) : nil
        }
        if habit.capital >= NameHabit.five && habit.isCapital(by: 3)
            || habit.capital >= NameHabit.two && habit.lower == 0 && length >= 5
        {
            return .habit(scale)
        }
        if let before, context.isLower(before),
            analysis.isToken(before, in: NameWords.placePrepositions) || analysis.isToken(before, in: of),
            isStrange(index, context, analysis), endsPhrase(index, context, analysis)
        {
            return .place(analysis.string(before))
        }
        return nil
    }

    /// A form of plain letters that is no English word.
    private static func isStrange(_ index: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        let entry = analysis.entry(index)
        return !entry.isCommonWord && entry.habit.lower == 0
            && analysis.segmentation.form(index).allSatisfy { $0 < 128 } && isForeign(index, context, analysis)
    }

    private static let of: FormSet = ["of"]
    private static let sites: FormSet = ["site", "list", "day", "award", "prize", "center", "centre"]

    /// Nouns of other languages that translations keep.
    private static let foreignNouns: FormSet = [
        "ulitsa", "ulitsy", "prospekt", "oblast", "okrug", "rayon", "raion", "krai", "kray", "selo", "sovkhoz",
        "kolkhoz", "pereulok", "ploshchad", "naberezhnaya", "shosse", "hutong", "straße", "strasse", "platz", "rue",
        "calle", "avenida", "plaza", "sheng", "xian", "landkreis", "gmina", "powiat", "kommun", "ulica", "prix",
        "coeur", "molotov",
    ]

    private static func isForeign(_ index: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        if analysis.word(index).isKnown {
            let entry = analysis.entry(index)
            return !entry.isCommonWord && entry.habit.lower == 0
                && (entry.marks.contains(.onlyName) || context.isForeignWord(index, analysis))
        }
        return context.isForeignWord(index, analysis)
    }

    /// An unknown word where only a name can stand.
    private static func position(
        _ index: Int, _ before: Int?, _ after: Int?, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> Evidence? {
        let form = analysis.segmentation.form(index)
        guard form.count >= 4, form.allSatisfy({ $0 < 128 }) else { return nil }
        let englishness = analysis.word(index).isKnown ? -9 : analysis.lexicon.englishness(of: form)
        let isOpened = before.map { context.isLower($0) && analysis.isToken($0, in: NameWords.clauseOpeners) } ?? false
        let isDone = after.map { analysis.isToken($0, in: NameWords.personVerbs) } ?? false
        if englishness > (isOpened && isDone ? 2 : -1) { return nil }
        guard let before, context.isLower(before) else { return nil }
        if analysis.isToken(before, in: NameWords.placePrepositions), endsPhrase(index, context, analysis) {
            return .place(analysis.string(before))
        }
        if analysis.isToken(before, in: NameWords.kin), endsPhrase(index, context, analysis) {
            return .kin(analysis.string(before))
        }
        // "“…,” added kovalchuk, an expert"
        if analysis.isToken(before, in: NameWords.personVerbs), before > 0, after == nil,
            [.closeQuote, .quote].contains(analysis.segmentation.tokens[before - 1].kind)
        {
            return .subject(analysis.string(before))
        }
        if let after, analysis.isToken(after, in: placeNouns), englishness < -2 {
            return .before(analysis.string(after))
        }
        if analysis.isToken(before, in: personPrepositions), englishness < -3, !analysis.word(index).isKnown,
            endsPhrase(index, context, analysis)
        {
            return .place(analysis.string(before))
        }
        if analysis.isToken(before, in: NameWords.clauseOpeners), let after,
            analysis.isToken(after, in: NameWords.personVerbs)
        {
            return .subject(analysis.string(after))
        }

        return nil
    }

    /// Whether the noun phrase ends with the word.
    private static func endsPhrase(_ index: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        if context.traits[index].contains(.possessive) { return true }
        guard let after = context.after(index, analysis) else { return true }
        let tags = analysis.entry(after).tags
        if context.isLower(after), analysis.isToken(after, in: closers) { return true }
        return context.isLower(after) && tags.intersects([.IN, .CC, .MD, .VBD, .VBZ, .WH])
            && tags.isDisjoint(with: [.NN, .JJ])
    }

    /// Words behind which a noun phrase does not go on, although the lexicon has them as nouns or adjectives too.
    private static let closers: FormSet = [
        "in", "on", "at", "by", "to", "for", "of", "and", "or", "but", "after", "before", "with", "from", "as", "that",
        "when", "where", "who", "which", "was", "were", "is", "are", "has", "had", "have", "will", "would", "can",
        "could", "may", "during", "since", "until", "about", "over", "under", "into", "via", "because", "while",
        "the", "a", "an", "this", "last", "next", "yesterday", "today", "tomorrow",
    ]
    private static let courtesy: FormSet = ["mr", "mrs", "ms", "dr", "mr.", "mrs.", "ms.", "dr.", "president"]

    private static func message(_ word: String, _ right: String, _ evidence: Evidence) -> String {
        let start = "“\(word)” is a name here and should be “\(right)”: "
        return switch evidence {
        case .habit(let scale):
            "“\(word)” should be “\(right)”: clean text has it with a capital \(Lexicon.count(ofScale: scale)) times, and hardly ever without."
        case .listed: "“\(word)” should be “\(right)”: the form is known as a name, and is no English word otherwise."
        case .givenName(let name): start + "it follows the given name “\(name)”."
        case .placeWord(let word): start + "it completes the name of a place behind “\(word)”."
        case .title(let title): start + "it follows the title “\(title)”."
        case .article(let count):
            start + "it stands capitalised \(count == 1 ? "once" : "\(count) times") elsewhere in this article."
        case .place(let preposition): start + "it is no English word and stands alone behind “\(preposition)”."
        case .subject(let verb): start + "it is no English word and is the subject of “\(verb)”."
        case .kin(let noun): start + "it is no English word and stands behind “\(noun)”."
        case .before(let name): start + "it stands within a name, before “\(name)”."
        case .behind(let name): start + "it is no English word and stands behind the name “\(name)”."
        case .abbreviation(let name): "“\(word)” is a title before “\(name)” and should be “\(right)”."
        case .beforeSurname(let name): start + "it is a given name and stands before the surname “\(name)”."
        case .completes(let name, let count):
            "“\(word)” should be “\(right)”: “\(name)” stands \(count) times with capitals in clean text, and hardly ever without."
        }
    }
}
