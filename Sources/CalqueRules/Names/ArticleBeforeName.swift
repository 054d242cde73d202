import CalqueLint
import CalqueSyntax
import CalqueText

/// "the Putin said", "in the Moscow": an article before a name that takes none.
struct ArticleBeforeName: Rule {
    static let description = RuleDescription(
        id: "article-before-name",
        name: "Article before a name",
        family: .names,
        summary: "“the” stands before the name of a person, a city or a country that takes no article.",
        rationale: """
            Languages without articles give the system no hint, so it writes “the” before names as before nouns. What follows decides: \
            “the Trump campaign” and “the Moscow office” are English, “the Trump said” and “in the Moscow.” are not. The rule \
            looks only at names that clean text hardly ever has with an article, at full names of persons, and at surnames that \
            the article has without one. It keeps quiet about plurals (“the Clintons”), names before nouns, relative clauses and \
            “of” (“the Paris of my youth”), ships, hotels, papers and abbreviations.
            """,
        mqm: "Fluency/Grammar/Function words",
        severity: .major,
        bad: [
            "The delegation returned to [[the Moscow]] on Tuesday.",
            "[[The Putin]] said that talks would go on.",
            "The embassy of [[the Poland]] did not answer.",
            "A letter from [[the Angela Merkel]] was read aloud.",
            "The parcel went from [[the South Korea]] to [[the New Zealand]].",
            "Later [[the O'Brien]] joined the firm.",
            "[[The Moscow]] claims that it paid in time.",
            "Reporters laughed when [[the Trump]]'s speech began.",
            "[[The President Vladimir Putin]] opened the bridge.",
            "The jury gave the prize to [[the Eric Holder]] on Monday.",
            "[[The McDonnell]] did well in spring.",
            "“We are late,” [[the Bouhlal]] told reporters.",
        ],
        good: [
            "The Putin adviser met members of the Trump campaign.",
            "The Moscow office of the bank is closed.",
            "She lives in the Netherlands, near the Hague.",
            "The Clintons and the Bushes were invited to the Kremlin.",
            "It was the Paris of her youth, and not the London that he knew.",
            "The cruiser the Moscow, and the hotel Warsaw, were built there.",
            "The Moscow and Kiev governments agreed.",
            "The New York office and the South Korea team agreed.",
            "The newest ship of the yard, the Ivan Petrov, left at dawn.",
            "The old McDonald's restaurant is closed.",
            "The Iran backed militia withdrew.",
            "She won the Emmy for the best drama.",
            "The Portland, Oregon, company hired him.",
        ],
        evidence: .slip,
        precision:
            "1.00 (n = 1, artifacts/mt); 0.03 findings per 1,000 words of human references, none in wikinews, and most of those are right"
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let context = analysis.facts(NameContext.self)
        let segmentation = analysis.segmentation
        for sentence in segmentation.sentences where analysis.kind(of: sentence) != .headline {
            for index in sentence.tokens where analysis.isToken(index, in: NameWords.the) {
                guard let start = context.after(index, analysis), context.isCapital(start) else { continue }
                var end = start
                while end - start < 3, !context.traits[end].contains(.possessive),
                    let next = context.after(end, analysis), context.isCapital(next)
                {
                    end = next
                }
                guard end - start < 3, let evidence = Self.evidence(index, start...end, sentence, context, analysis)
                else {
                    continue
                }
                report(index, start...end, evidence, analysis, &findings)
            }
        }
    }

    private func report(
        _ article: Int, _ name: ClosedRange<Int>, _ evidence: Evidence, _ analysis: borrowing Analysis,
        _ findings: inout [Finding]
    ) {
        let span = analysis.span(article...name.upperBound)
        let text = analysis.article.string(analysis.span(name))
        findings.append(
            Finding(
                rule: Self.description, span: span, message: Self.message(text, evidence),
                suggestions: [Suggestion(span: span, replacement: text)], confidence: evidence.confidence))
    }
}

extension ArticleBeforeName {
    /// Why a name takes no article.
    enum Evidence {
        /// Clean text has the name this often, in the lexicon's scale, and hardly ever with an article.
        case never(Int)
        case fullName
        /// The article has the name without an article.
        case article
        case surname(verb: String)

        var confidence: Double {
            switch self {
            case .never: 0.9
            case .fullName: 0.9
            case .article: 0.88
            case .surname: 0.85
            }
        }
    }

    private static func evidence(
        _ the: Int, _ name: ClosedRange<Int>, _ sentence: Sentence, _ context: NameContext,
        _ analysis: borrowing Analysis
    ) -> Evidence? {
        let tokens = analysis.segmentation.tokens
        let last = name.upperBound
        let isTwo = isCountryOfTwo(name, analysis)
        for index in name where !isTwo {
            // Abbreviations take articles by their own rules; so do days, peoples and offices.
            if index > name.lowerBound, index < last, isInitial(index, analysis) { continue }
            guard tokens[index].shape == .title || isWithApostrophe(index, analysis) || isMac(index, analysis),
                !context.traits[index].contains(.glued) || isWithApostrophe(index, analysis)
            else { return nil }
            let names = analysis.entry(index).names
            if names.contains(.calendar) || names.intersects([.institution]) { return nil }
            if names.contains(.nationality) && !names.contains(.country) { return nil }
            if analysis.isToken(index, in: withArticle) { return nil }
        }
        guard !isNamedThing(the, sentence, analysis), let verb = follower(last, name, sentence, context, analysis)
        else {
            return nil
        }
        let isPossessive = context.traits[last].contains(.possessive)
        let entry = analysis.entry(last)
        let isPerson = verb.isPersonal || the > sentence.tokens.lowerBound && analysis.isToken(the - 1, in: toPersons)
        if !isPerson, !entry.names.contains(.country), !isTwo, isAboutShips(sentence, analysis) {
            return nil
        }
        if name.count == 1 { return single(last, entry, verb, isPerson, isPossessive, context, analysis) }
        return several(name, isTwo: isTwo, verb, isPerson, isPossessive, context, analysis)
    }

    /// "McDonnell": a capital within, as surnames have it.
    private static func isMac(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
        let form = analysis.segmentation.form(index)
        return analysis.segmentation.tokens[index].shape == .mixed && form.count >= 5 && form.starts(with: "mc".utf8)
            && analysis.entry(index).names.isDisjoint(with: [.organisation, .lowerBrand])
    }

    /// "M." within "Anna M. Novak"
    private static func isInitial(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
        let form = analysis.segmentation.form(index)
        return form.count <= 2 && (form.count == 1 || form.last == UInt8(ascii: "."))
            && analysis.segmentation.tokens[index].shape != .lower
    }

    /// "L'Enfant", "O'Brien": a name with an apostrophe, and nothing else that is no letter.
    private static func isWithApostrophe(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
        let form = analysis.segmentation.form(index)
        let tokens = analysis.segmentation.tokens
        guard form.count >= 5, form.dropFirst().prefix(2).contains(UInt8(ascii: "'")), tokens[index].spaceBefore,
            form.allSatisfy({ $0 == UInt8(ascii: "'") || $0 >= 97 }), !form.suffix(2).elementsEqual("'s".utf8),
            index + 1 < tokens.count
        else { return false }
        return tokens[index + 1].spaceBefore || tokens[index + 1].kind == .comma || tokens[index + 1].kind == .terminal
    }

    private static func single(
        _ index: Int, _ entry: Lexicon.Entry, _ verb: Follower, _ isPerson: Bool, _ isPossessive: Bool,
        _ context: NameContext,
        _ analysis: borrowing Analysis
    ) -> Evidence? {
        let habit = entry.habit
        let form = analysis.segmentation.form(index)
        if isWithApostrophe(index, analysis), verb.isClause { return .surname(verb: verb.word ?? "") }
        guard form.count >= 3, !entry.marks.contains(.takesThe),
            !entry.names.contains(.title)
        else { return nil }
        let isPlural = form.last == UInt8(ascii: "s") && !entry.names.intersects([.geographic, .surname, .given])
        if isPlural || isPluralName(form, analysis), !(isPerson && verb.isSingular) {
            guard isPerson, !analysis.word(index).isKnown else { return nil }
        }
        let the = Int(entry.theCount)
        let isNever = the == 0 || entry.marks.contains(.neverThe) || habit.capital - the >= 16
        let isName = entry.names.intersects([.geographic, .surname, .given, .organisation])
        if habit.capital >= NameHabit.five, isNever, isName,
            habit.isCapital(by: isPerson ? 2 : entry.isCommonWord ? 5 : 3),
            !entry.names.contains(.organisation) || entry.names.intersects(.geographic)
                || habit.capital >= NameHabit.hundred
        {
            // "the Ford", "the Lincoln": a car or a book of that name.
            if !entry.names.intersects(.geographic), case .end = verb, habit.capital < NameHabit.thirty { return nil }
            return .never(habit.capital)
        }
        if isPossessive { return nil }
        let casing = context.casing(of: index, analysis)
        let bare = bareUses(index, context, analysis)
        if casing.lower == 0, bare.without > bare.with, !entry.isCommonWord, habit.lower == 0 || habit.isCapital(by: 4),
            entry.names.intersects([.surname, .given])
                || (habit.capital < NameHabit.five && form.count <= 10 && context.isForeignWord(index, analysis)),
            the == 0 || habit.capital - the >= 24
        {
            return .article
        }
        let isSurname =
            entry.names.intersects(.person)
            || habit.capital >= NameHabit.thirty && habit.isCapital(by: 1) && entry.names.isEmpty && verb.isSingular
        if isPerson, isSurname, the == 0 || habit.capital - the >= 16, habit.isCapital(by: 1) || habit.lower == 0,
            !entry.names.contains(.organisation)
        {
            return .surname(verb: verb.word ?? "")
        }
        guard !entry.isCommonWord, habit.lower == 0, the == 0 else { return nil }
        guard form.last != UInt8(ascii: "s") || isPerson else { return nil }
        // A surname that clean text has, never with an article.
        if entry.names.contains(.surname), entry.names.isDisjoint(with: [.organisation, .place, .country]),
            isPerson || !form.suffix(4).elementsEqual("berg".utf8)
        {
            return .surname(verb: verb.word ?? "")
        }
        // "the Chahine told reporters": a name that no text has with an article, and what a person does.
        if case .verb(let word, true) = verb,
            entry.names.isDisjoint(with: [.organisation, .place, .country, .institution]),
            form.count <= 10, !analysis.word(index).isKnown || habit.capital < NameHabit.hundred
        {
            return .surname(verb: word)
        }
        if case .verb(let word, _) = verb, form.count <= 9, context.isForeignWord(index, analysis),
            !form.suffix(5).elementsEqual("platz".utf8), !form.suffix(4).elementsEqual("berg".utf8)
        {
            return .surname(verb: word)
        }
        if case .verb(let word, _) = verb, isPerson || entry.names.contains(.surname) {
            if !entry.names.contains(.surname) {
                // What is longer is a compound of the source's language.
                guard !analysis.word(index).isKnown || habit.capital < NameHabit.five, isPerson, form.count <= 12
                else { return nil }
            }
            return .surname(verb: word)
        }
        return nil
    }

    /// "North Korea", "New York": names that text has behind "the" only before a noun ("the New York office").
    private static func isCountryOfTwo(_ name: ClosedRange<Int>, _ analysis: borrowing Analysis) -> Bool {
        guard name.count == 2 else { return false }
        return placePairs.contains {
            analysis.isToken(name.lowerBound, in: $0.first) && analysis.isToken(name.upperBound, in: $0.second)
        }
    }

    private static let placePairs: [(first: FormSet, second: FormSet)] = [
        (["new"], ["york", "zealand", "delhi", "jersey", "mexico", "hampshire", "orleans"]),
        (["north", "south"], ["korea", "africa", "ossetia", "carolina", "dakota", "macedonia", "america"]),
        (["northern"], ["ireland", "cyprus"]), (["puerto", "costa"], ["rico", "rica"]),
        (["hong", "great"], ["kong", "britain"]), (["saudi", "sri"], ["arabia", "lanka"]),
        (["los", "las"], ["angeles", "vegas"]), (["el", "san"], ["salvador", "francisco", "diego", "marino"]),
        (["tel", "kuala", "addis"], ["aviv", "lumpur", "ababa"]), (["burkina", "sierra"], ["faso", "leone"]),
        (["nizhny", "veliky"], ["novgorod"]), (["buenos", "rio"], ["aires"]), (["st", "st.", "saint"], ["petersburg"]),
        (["equatorial", "papua"], ["guinea"]), (["west", "central", "southeast"], ["virginia", "asia"]),
    ]

    /// "the President Vladimir Putin", "the Senator Warren"
    private static let namedTitles: FormSet = [
        "president", "minister", "premier", "chancellor", "senator", "governor", "mayor", "mr", "mrs", "ms", "dr",
        "mr.",
        "mrs.", "ms.", "dr.", "professor", "patriarch",
    ]

    private static func several(
        _ name: ClosedRange<Int>, isTwo: Bool, _ verb: Follower, _ isPerson: Bool, _ isPossessive: Bool,
        _ context: NameContext, _ analysis: borrowing Analysis
    ) -> Evidence? {
        let first = analysis.entry(name.lowerBound)
        let last = analysis.entry(name.upperBound)
        let counts = analysis.nameCount(of: name)
        if isTwo { return .never(Int(counts?.capitalised ?? first.titleCount)) }
        let middle = analysis.entry(name.upperBound - 1)
        if analysis.isToken(name.lowerBound, in: namedTitles), last.names.contains(.surname),
            last.habit.capital >= NameHabit.thirty, last.habit.isCapital(by: 3),
            Int(last.theCount) + 16 <= last.habit.capital,
            name.count == 2 || middle.names.contains(.given) && !middle.isCommonWord
        {
            return .fullName
        }
        // A surname that the lexicon has, and a word before it that it does not have as anything else.
        let isLikelyPerson =
            isPerson && (last.names.contains(.surname) || last.names.isEmpty && last.habit.capital < NameHabit.five)
            && !last.isCommonWord && last.habit.lower == 0
            && !last.names.intersects([.organisation, .institution, .title])
            && name.dropLast().allSatisfy {
                let entry = analysis.entry($0)
                return !entry.isCommonWord && entry.habit.lower == 0
                    && entry.names.isDisjoint(with: [
                        .geographic, .title, .nationality, .organisation, .institution, .calendar,
                    ])
            }
        if isLikelyPerson, counts.map({ $0.the == 0 || Int($0.capitalised) - Int($0.the) >= 16 }) ?? true {
            return .fullName
        }
        let isPlace =
            last.names.intersects(.geographic) || first.names.intersects(.geographic)
            || analysis.isToken(name.lowerBound, in: NameWords.placeOpeners)
            || analysis.isToken(name.lowerBound, in: NameWords.directions) && last.habit.isCapital(by: 6)
        let isCommon = name.allSatisfy {
            analysis.entry($0).isCommonWord && !analysis.entry($0).habit.isCapital(by: 4)
        }
        if let counts, counts.capitalised >= NameHabit.five,
            counts.the == 0 || Int(counts.capitalised) - Int(counts.the) >= 16,
            !isCommon || isPlace, !last.names.contains(.title), !last.names.contains(.institution),
            !last.isCommonWord || last.habit.isCapital(by: 4),
            last.names.intersects([.geographic, .surname, .given]) || last.habit.isCapital(by: 6),
            isPlace || first.names.intersects([.given, .title]) || counts.capitalised >= NameHabit.hundred
        {
            return .never(Int(counts.capitalised))
        }
        if isSureGiven(first), name.count == 2, !analysis.isToken(name.upperBound, in: namedAfterPersons),
            last.names.contains(.surname), !isPossessive,
            Int(last.lowerCount) - last.habit.capital <= 24,
            last.names.isDisjoint(with: [.title, .institution, .country]),
            counts.map({ $0.the == 0 || Int($0.capitalised) - Int($0.the) >= 16 }) ?? true
        {
            return .fullName
        }
        if name.count == 2, first.names.isEmpty, !first.isCommonWord, first.habit.lower == 0,
            first.habit.capital < NameHabit.five, last.names.contains(.surname), !last.isCommonWord,
            last.names.isDisjoint(with: [.geographic, .organisation, .institution, .title]),
            last.habit.capital >= NameHabit.ten, last.habit.lower == 0, counts == nil, !isPossessive
        {
            return .fullName
        }
        if isFullName(name, verb, isPerson, isPossessive, context, analysis),
            counts.map({ $0.the == 0 || Int($0.capitalised) - Int($0.the) >= 16 }) ?? true
        {
            return .fullName
        }
        guard
            name.dropLast().allSatisfy({ isFirstName(analysis.entry($0), isLastSure: isSure(last, first)) }),
            !isCommon, last.habit.lower == 0 || last.habit.isCapital(by: isPerson ? 0 : 3),
            !last.names.intersects([.title, .institution, .organisation, .country, .calendar]),
            last.names.contains(.surname)
                || (!last.isCommonWord && !last.names.intersects(.geographic) && first.names.contains(.given)),
            counts.map({ Int($0.capitalised) - Int($0.the) >= 16 || $0.the == 0 }) ?? true
        else { return nil }
        return .fullName
    }

    /// A given name that is hardly anything else, and a word behind it that is no thing called by such a name.
    private static func isFullName(
        _ name: ClosedRange<Int>, _ verb: Follower, _ isPerson: Bool, _ isPossessive: Bool, _ context: NameContext,
        _ analysis: borrowing Analysis
    ) -> Bool {
        let first = analysis.entry(name.lowerBound)
        let last = analysis.entry(name.upperBound)
        guard !isPossessive, first.names.contains(.given),
            first.names.isDisjoint(with: [.country, .title, .calendar, .organisation, .nationality, .institution]),
            first.habit.lower == 0 || first.habit.isCapital(by: 3), !first.names.contains(.place) || isPerson,
            first.habit.capital - Int(first.theCount) >= 16 || first.theCount == 0,
            last.names.isDisjoint(with: [
                .country, .title, .calendar, .organisation, .nationality, .institution, .particle,
            ]), !analysis.isToken(name.upperBound, in: namedAfterPersons),
            !analysis.isToken(name.upperBound, in: withArticle)
        else { return false }
        for middle in name.dropFirst().dropLast() {
            let entry = analysis.entry(middle)
            guard isInitial(middle, analysis) || entry.names.intersects([.given, .surname]) && !entry.isCommonWord
            else {
                return false
            }
        }
        if last.names.contains(.surname) {
            return !last.isCommonWord || isPerson || last.habit.isCapital(by: 0) || isSureGiven(first)
        }
        // A common noun: what is called by the name ("the Jessica Fund"), unless it does what persons do.
        if last.isCommonWord { return isPerson && !last.tags.contains(.NNS) }
        return last.habit.lower == 0
    }

    /// Whether the last word of a name is a surname that clean text has, so that the first need not be known.
    private static func isSure(_ last: Lexicon.Entry, _ first: Lexicon.Entry) -> Bool {
        last.names.contains(.surname)
            && (first.habit.capital >= NameHabit.five || last.habit.capital >= NameHabit.five && !last.isCommonWord)
    }

    /// "John", "Terry": a given name that is hardly anything else.
    private static func isSureGiven(_ entry: Lexicon.Entry) -> Bool {
        entry.names.contains(.given) && entry.names.isDisjoint(with: [.geographic, .organisation, .title, .calendar])
            && entry.habit.capital >= NameHabit.thirty && entry.habit.isCapital(by: 5)
            && entry.habit.capital - Int(entry.theCount) >= 24
    }

    /// Whether a word may be the given name before a surname: a known one, or, before a sure surname, any that is no common word.
    private static func isFirstName(_ entry: Lexicon.Entry, isLastSure: Bool) -> Bool {
        if entry.names.intersects([.title, .geographic, .institution, .nationality, .calendar, .organisation]) {
            return entry.names.contains(.given) && !entry.isCommonWord
                && !entry.names.intersects([.title, .country, .calendar])
        }
        if entry.names.contains(.given) { return entry.habit.isCapital(by: 1) || entry.habit.lower == 0 }
        return isLastSure && !entry.isCommonWord && entry.habit.lower == 0 && entry.names.contains(.surname)
    }

    /// "Clintons", "Christians": more than one of a name.
    private static func isPluralName(_ form: ArraySlice<UInt8>, _ analysis: borrowing Analysis) -> Bool {
        guard form.last == UInt8(ascii: "s"), form.count > 4 else { return false }
        let stem = form.dropLast()
        let whole = analysis.lexicon[analysis.lexicon.find(form, hash: FormHash.of(form))]
        let entry = analysis.lexicon[analysis.lexicon.find(stem, hash: FormHash.of(stem))]
        return entry.names.intersects([.given, .surname, .nationality, .country]) && entry.habit.isCapital(by: 2)
            && !whole.names.intersects(.geographic)
            && !(whole.names.intersects(.person) && whole.habit.capital >= entry.habit.capital)
    }

    /// How often the article has the form with and without "the" before it.
    private static func bareUses(
        _ index: Int, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> (with: Int, without: Int) {
        let hash = analysis.segmentation.hash(index)
        var result = (with: 0, without: 0)
        // A long text is judged by its beginning.
        for other in context.traits.indices.prefix(2_000)
        where analysis.segmentation.hash(other) == hash && context.isCapital(other) {
            guard let before = context.before(other, analysis) else {
                if !context.traits[other].contains(.glued) { result.without += 1 }
                continue
            }
            if analysis.isToken(before, in: NameWords.articles) { result.with += 1 } else { result.without += 1 }
        }
        return result
    }

    /// What follows the name, where it shows that no noun does.
    private enum Follower {
        case end
        case verb(String, isPersonal: Bool)
        case function

        /// Whether something follows that no noun stands in between.
        var isClause: Bool {
            if case .end = self { return false }
            return true
        }

        /// "was", "says": "the Adams was born"
        var isSingular: Bool {
            guard let word else { return false }
            return word == "is" || word == "was" || word == "has" || word.hasSuffix("s")
        }

        var isPersonal: Bool {
            if case .verb(_, true) = self { return true }
            return false
        }

        var word: String? {
            if case .verb(let word, _) = self { return word }
            return nil
        }
    }

    private static func follower(
        _ last: Int, _ name: ClosedRange<Int>, _ sentence: Sentence, _ context: NameContext,
        _ analysis: borrowing Analysis
    ) -> Follower? {
        let tokens = analysis.segmentation.tokens
        if context.traits[last].contains(.possessive) {
            // "the Kremlin's tower": only what is known to take none; "the Bennett's Creek": a name of its own.
            guard last + 2 < sentence.tokens.upperBound, context.isLower(last + 2),
                !analysis.isToken(last + 2, in: thingsOfNames)
            else { return nil }
            let owner = analysis.entry(last)
            if owner.names.contains(.country) { return .end }
            if owner.names.contains(.place), owner.habit.capital >= NameHabit.hundred { return .end }
            return owner.names.contains(.surname) && !owner.names.contains(.organisation)
                && !analysis.isToken(last, in: shops) && owner.habit.capital >= NameHabit.thirty ? .end : nil
        }
        let next = last + 1
        guard next < sentence.tokens.upperBound else { return .end }
        switch tokens[next].kind {
        case .terminal, .semicolon, .closeBracket: return .end
        case .comma:
            // "the Portland, Oregon, company", "the London, Paris and Rome offices"
            guard next + 1 < sentence.tokens.upperBound else { return .end }
            if name.count == 2, analysis.entry(name.lowerBound).names.contains(.given),
                !analysis.entry(name.lowerBound).names.intersects(.geographic)
            {
                return .end
            }
            if analysis.entry(last).names.contains(.country) { return .end }
            return context.isCapital(next + 1) ? nil : .end
        case .closeQuote: return .end
        case .openBracket, .quote, .openQuote:
            // "the Merkel "did not know" it"; but "the Moscow "Dynamo""
            return next + 1 < sentence.tokens.upperBound && context.isLower(next + 1) ? .end : nil
        case .dash:
            return tokens[next].spaceBefore && next + 1 < sentence.tokens.upperBound && context.isLower(next + 1)
                ? .end : nil
        case .word: break
        default: return nil
        }
        guard tokens[next].shape == .lower, tokens[next].spaceBefore, !context.traits[next].contains(.glued) else {
            return nil
        }
        let entry = analysis.entry(next)
        if analysis.isToken(next, in: NameWords.and) {
            // "the Moscow and Kiev governments"
            guard next + 1 < sentence.tokens.upperBound else { return nil }
            if !context.isLower(next + 1) {
                // "the Poland and Slovakia have signed"
                guard analysis.entry(last).names.contains(.country), analysis.entry(next + 1).names.contains(.country),
                    !analysis.entry(next + 1).names.contains(.nationality)
                else { return nil }
                guard let after = context.after(next + 1, analysis) else { return .end }
                return analysis.isToken(after, in: functionWords) ? .function : nil
            }
            let tags = analysis.entry(next + 1).tags
            if analysis.entry(last).names.contains(.country) { return .function }
            if analysis.entry(last).names.contains(.place), analysis.isToken(next + 1, in: others) { return .function }
            return tags.intersects([.PRP, .PRPS, .VBD, .VBZ, .MD, .WH]) && tags.isDisjoint(with: [.NN, .NNS, .JJ])
                ? .function : nil
        }
        if analysis.isToken(next, in: adverbs) || isManner(next, analysis) {
            guard next + 1 < sentence.tokens.upperBound, analysis.entry(next + 1).tags.intersects([.VBD, .VBZ, .MD])
            else {
                return .function
            }
            return .verb(
                analysis.string(next + 1), isPersonal: analysis.isToken(next + 1, in: NameWords.personVerbs))
        }
        if analysis.isToken(next, in: relatives) {
            return name.count > 1 && !analysis.isToken(next, in: of) ? .function : nil
        }
        let isPersonal = PersonalSubject.isPerson(next, sentence, context, analysis)
        if isPersonal, analysis.isToken(next, in: plainVerbs) {
            return .verb(analysis.string(next), isPersonal: true)
        }
        if analysis.isToken(next, in: rather), let after = context.after(next, analysis),
            analysis.isToken(after, in: than)
        {
            return .function
        }
        if analysis.isToken(next, in: functionWords) {
            // "the Sydney to Hobart race"
            if analysis.isToken(next, in: to), next + 1 < sentence.tokens.upperBound, context.isCapital(next + 1) {
                return nil
            }
            return .function
        }
        if analysis.isToken(next, in: subjects), analysis.isToken(name.lowerBound - 2, in: toPersons),
            name.lowerBound - 2 >= sentence.tokens.lowerBound
        {
            return .function
        }
        if analysis.isToken(next, in: participles) { return nil }
        if analysis.isToken(next, in: tellers) { return .verb(analysis.string(next), isPersonal: true) }
        if analysis.isToken(next, in: NameWords.personVerbs) {
            return verb(next, true, name.lowerBound - 1, sentence, analysis)
        }
        if analysis.isToken(next, in: plainVerbs) { return .verb(analysis.string(next), isPersonal: isPersonal) }
        if entry.tags.intersects([.VBD, .VBZ]), entry.tags.isDisjoint(with: [.NN, .NNS]) {
            return verb(next, isPersonal, name.lowerBound - 1, sentence, analysis)
        }
        // "the Sweden winning three points"
        if entry.tags.contains(.VBG), analysis.entry(last).names.contains(.country),
            entry.tags.isDisjoint(with: [.NN, .JJ])
                || (context.after(next, analysis).map {
                    analysis.entry($0).tags.intersects([.DT, .CD, .PRPS])
                } ?? false)
        {
            return .function
        }
        // "the Moscow claims it", "the Merkel plans to": a verb by what follows, although the form is a noun too.
        if entry.tags.intersects([.VBZ, .VBD]), let after = context.after(next, analysis), context.isLower(after),
            !analysis.entry(last).names.isDisjoint(with: [.country, .place, .surname])
        {
            let isObject =
                analysis.isToken(next, in: claims) && analysis.isToken(after, in: objects)
                || entry.tags.contains(.VBZ) && analysis.isToken(after, in: determiners)
                    && isOnlyVerb(next, name.lowerBound - 1, sentence, analysis)
                || analysis.isToken(next, in: intentions) && analysis.isToken(after, in: to)
                    && isOnlyVerb(next, name.lowerBound - 1, sentence, analysis)
                || analysis.isToken(next, in: hits) && analysis.isToken(after, in: determiners)
            if isObject { return .verb(analysis.string(next), isPersonal: false) }
        }
        return nil
    }

    /// "violently", "frequently"
    private static func isManner(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
        let tags = analysis.entry(index).tags
        return tags.contains(.RB) && tags.isDisjoint(with: [.JJ, .NN])
            && analysis.segmentation.form(index).suffix(2).elementsEqual("ly".utf8)
    }

    /// Whether a clause begins with the article, and no other finite verb follows soon.
    private static func isOnlyVerb(
        _ verb: Int, _ the: Int, _ sentence: Sentence, _ analysis: borrowing Analysis
    ) -> Bool {
        let tokens = analysis.segmentation.tokens
        let isOpen =
            tokens[the].isFirst || the == sentence.tokens.lowerBound || tokens[the - 1].kind == .comma
            || analysis.isToken(the - 1, in: NameWords.clauseOpeners)
        guard isOpen else { return false }
        for index in (verb + 1)..<min(verb + 9, sentence.tokens.upperBound) {
            if tokens[index].kind == .comma { break }
            let tags = analysis.entry(index).tags
            if tags.intersects([.VBD, .VBZ, .MD]), tags.isDisjoint(with: [.NN, .NNS, .JJ]) { return false }
        }
        return true
    }

    /// A verb that is no participle before a noun: "the Red Hat supported systems".
    private static func verb(
        _ index: Int, _ isPersonal: Bool, _ the: Int, _ sentence: Sentence, _ analysis: borrowing Analysis
    ) -> Follower? {
        let entry = analysis.entry(index)
        if entry.tags.contains(.VBN), index + 1 < sentence.tokens.upperBound {
            let after = analysis.entry(index + 1).tags
            let next = analysis.segmentation.tokens[index + 1]
            if next.kind == .word, next.shape == .lower, after.intersects([.NN, .NNS]),
                after.isDisjoint(with: .function.union([.VBG, .VBD, .VBN, .RB])),
                !isOnlyVerb(index, the, sentence, analysis),
                !analysis.entry(index - 1).names.intersects(.geographic)
                    || analysis.isToken(index, in: participlesOfCountries)
            {
                return nil
            }
        }
        return .verb(analysis.string(index), isPersonal: isPersonal)
    }

    /// A sentence about a ship, a hotel or a theatre, which have articles.
    private static func isAboutShips(_ sentence: Sentence, _ analysis: borrowing Analysis) -> Bool {
        sentence.tokens.prefix(300).contains { analysis.isToken($0, in: ships) }
    }

    /// "the cruiser the Moscow", "a paper called the London": a thing that is named.
    private static func isNamedThing(_ the: Int, _ sentence: Sentence, _ analysis: borrowing Analysis) -> Bool {
        for index in max(sentence.tokens.lowerBound, the - 1)..<the
        where analysis.isToken(index, in: NameWords.namedThings) {
            return true
        }
        return false
    }

    /// Rivers and regions that take the article, or may.
    private static let withArticle: FormSet = [
        "altai", "crimea", "donbas", "donbass", "caucasus", "urals", "ural", "kuban", "sudan", "gambia", "lebanon",
        "yemen", "congo", "argentine", "punjab", "sahara", "vatican", "hague", "bronx", "arctic", "antarctic", "levant",
        "maghreb", "sahel", "caribbean", "sinai", "tyrol", "saar", "ruhr", "somme", "seine", "thames", "volga",
        "dnieper",
        "dnipro", "don", "danube", "rhine", "amazon", "nile", "neva", "ob", "yenisei", "lena", "amur", "oka", "kama",
        "moskva", "elbe", "oder", "vistula", "tiber", "loire", "mekong", "ganges", "yangtze", "euphrates", "tigris",
        "pacific", "atlantic", "baltic", "balkans", "adriatic", "aegean", "mediterranean", "himalayas", "alps", "andes",
        "carpathians", "pamir", "pamirs", "dniester", "bosphorus", "bosporus", "dardanelles", "internet", "bahamas",
        "philippines", "maldives", "seychelles", "netherlands", "transcaucasus", "far", "midwest", "orient", "negev",
        "crimean", "kola", "taiga", "duma", "rada", "bundestag", "knesset", "sejm", "kremlin", "pentagon", "reichstag",
        "emmy", "oscar", "grammy", "volgograd-don", "angara", "irtysh", "terek", "dvina", "main", "po", "rhone",
        "ukraine", "tundra", "koran",
        "bible",
        "quran", "torah", "talmud", "mersey", "tyne", "severn", "clyde", "hudson", "potomac", "mississippi",
        "indus", "bund", "louvre", "hermitage", "bolshoi", "mariinsky", "prado", "guardian",
        "strait", "straits", "valley", "sea", "river", "islands", "isles", "peninsula", "bay", "gulf", "desert",
        "canal",
        "channel", "delta", "mountains", "paralympics", "olympics", "abbey", "sabha", "rio", "darling", "kursk",
        "challenger", "columbia", "bismarck", "enterprise", "mayflower", "lusitania", "aurora", "times", "telegraph",
        "independent", "economist", "titanic", "steppe", "cincinnati", "apollo", "boeing", "airbus", "cessna",
        "concorde", "antonov", "tupolev",
        "saale", "main", "neckar", "isar", "havel", "spree", "inn", "weser", "sukhoi", "mercedes", "audi", "toyota",
        "ford", "porsche", "ferrari", "tesla", "cadillac", "bentley",
    ]
    private static let ships: FormSet = [
        "ship", "ships", "warship", "warships", "cruiser", "frigate", "destroyer", "submarine", "vessel", "vessels",
        "yacht", "ferry", "steamer", "steamship", "uss", "hms", "tanker", "carrier", "liner", "corvette",
        "freighter", "trawler", "battleship", "schooner", "aboard", "crew", "sailed", "docked", "icebreaker", "barge",
        "ironclad", "galleon", "brig", "sloop", "gunboat", "minesweeper", "flagship", "shipyard", "moored", "sank",
        "fleet", "hotel", "theatre", "theater", "cinema", "pub",
    ]
    private static let adverbs: FormSet = [
        "also", "now", "then", "later", "never", "ever", "already", "still", "often", "soon", "just", "again", "once",
        "always", "twice", "yesterday", "today", "again", "thus", "therefore", "however", "even", "together", "alone",
    ]
    /// "the Lima based company"
    private static let participles: FormSet = ["based", "born", "led", "backed", "built", "owned", "run"]
    /// "the Russia backed rebels"
    private static let participlesOfCountries: FormSet = [
        "made", "held", "controlled", "occupied", "sponsored", "funded", "supported", "brokered", "mediated", "imposed",
        "aligned", "related", "bound", "focused", "hosted", "financed", "trained", "registered", "produced", "grown",
    ]
    /// "the Karen Fire": what is called by a given name.
    private static let namedAfterPersons: FormSet = [
        "fire", "storm", "cup", "cross", "prize", "award", "garden", "tower", "stone", "school", "fields", "woods",
        "hall",
        "house", "bridge", "church", "street", "field", "medal", "trophy", "report", "law", "act", "bank", "lake",
    ]
    private static let to: FormSet = ["to"]
    private static let others: FormSet = ["other", "elsewhere", "in", "at", "from", "on"]
    /// Verbs that are nouns too, whose object or clause shows them to be verbs.
    private static let claims: FormSet = [
        "claims", "reports", "hopes", "fears", "estimates", "demands", "plans", "notes", "states", "regrets", "doubts",
    ]
    private static let subjects: FormSet = ["he", "she", "they", "it"]
    private static let objects: FormSet = ["that", "he", "she", "it", "they", "his", "her", "its", "there"]
    private static let determiners: FormSet = ["the", "a", "an", "his", "her", "its", "their", "no", "all", "itself"]
    private static let intentions: FormSet = ["plans", "hopes", "attempts", "offers", "promises", "threatens", "needs"]
    private static let hits: FormSet = ["hit", "cut", "set", "put", "broke", "shot", "felt", "found", "saw", "spent"]
    /// What a name with a possessive and "the" is the name of.
    private static let thingsOfNames: FormSet = [
        "disease", "syndrome", "law", "theorem", "restaurant", "store", "stores", "chain", "franchise", "jeans",
        "pub", "brand", "department", "auction", "bar", "hotel", "outlet", "location", "equation", "paradox", "comet",
    ]
    private static let shops: FormSet = [
        "mcdonald", "wendy", "levi", "lloyd", "macy", "sainsbury", "christie", "sotheby", "domino", "denny", "arby",
        "moody", "standard", "victoria", "kellogg", "alzheimer", "parkinson", "reader", "women", "men", "queen", "king",
        "st", "children", "people", "nobel", "oscar", "emmy",
    ]
    /// Verbs whose object is a person.
    private static let toPersons: FormSet = [
        "told", "asked", "married", "thanked", "interviewed", "quoted", "congratulated", "divorced", "tells",
        "arrested",
        "persuaded", "accused", "asks", "criticised", "criticized", "praised",
    ]
    /// Verbs of persons that are no participles before a noun.
    private static let tellers: FormSet = ["told", "tells", "says", "added", "replied"]
    private static let rather: FormSet = ["rather", "instead"]
    private static let than: FormSet = ["than", "of"]
    private static let of: FormSet = ["of"]
    private static let relatives: FormSet = ["of", "that", "who", "which", "where", "when", "whose"]
    private static let functionWords: FormSet = [
        "in", "on", "at", "to", "for", "from", "with", "by", "after", "before", "but", "while", "because", "since",
        "until", "than", "over", "into", "against", "during", "about", "through", "near", "without", "within",
        "despite", "amid", "if", "though", "although", "is", "was", "are", "were", "has", "had", "have", "will", "as",
        "the", "a", "an", "his", "her", "its", "their",
        "would", "can", "could", "may", "might", "must", "should", "does", "did", "do", "not",
    ]
    private static let plainVerbs: FormSet = [
        "is", "was", "has", "had", "will", "would", "can", "could", "made", "began", "became", "got", "took", "gave",
        "went", "came", "left", "started", "returned", "arrived", "won", "lost",
    ]

    private static func message(_ name: String, _ evidence: Evidence) -> String {
        let start = "“\(name)” takes no article"
        return switch evidence {
        case .never(let scale):
            start
                + ": clean text has the name \(Lexicon.count(ofScale: UInt8(clamping: scale))) times, and hardly ever with “the”; no noun follows here that “the” could belong to."
        case .fullName: start + ": it is a person's full name, and no noun follows that “the” could belong to."
        case .article: start + ": this article has the name without one elsewhere."
        case .surname(let verb) where verb.isEmpty:
            start + ": it is a person's name, and no noun follows that “the” could belong to."
        case .surname(let verb): start + ": it is a person's name and the subject of “\(verb)”."
        }
    }
}
