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
        ],
        good: [
            "The Putin adviser met members of the Trump campaign.",
            "The Moscow office of the bank is closed.",
            "She lives in the Netherlands, near the Hague.",
            "The Clintons and the Bushes were invited to the Kremlin.",
            "It was the Paris of her youth, and not the London that he knew.",
            "The cruiser the Moscow, and the hotel Warsaw, were built there.",
            "The Moscow and Kiev governments agreed.",
            "The Portland, Oregon, company hired him.",
        ]
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
        for index in name {
            // Abbreviations take articles by their own rules; so do days, peoples and offices.
            guard tokens[index].shape == .title, !context.traits[index].contains(.glued) else { return nil }
            let names = analysis.entry(index).names
            if names.contains(.calendar) || names.intersects([.institution]) { return nil }
            if names.contains(.nationality) && !names.intersects([.surname, .country, .place]) { return nil }
        }
        guard !isNamedThing(the, sentence, analysis), let verb = follower(last, name, sentence, context, analysis)
        else {
            return nil
        }
        let isPossessive = context.traits[last].contains(.possessive)
        let entry = analysis.entry(last)
        if name.count == 1 { return single(last, entry, verb, isPossessive, context, analysis) }
        return several(name, isPossessive, context, analysis)
    }

    private static func single(
        _ index: Int, _ entry: Lexicon.Entry, _ verb: Follower, _ isPossessive: Bool, _ context: NameContext,
        _ analysis: borrowing Analysis
    ) -> Evidence? {
        let habit = entry.habit
        let form = analysis.segmentation.form(index)
        guard form.count >= 3, !entry.marks.contains(.takesThe),
            !analysis.isToken(index, in: withArticle), !entry.names.contains(.title)
        else { return nil }
        let isPlural = form.last == UInt8(ascii: "s") && !entry.names.intersects([.geographic, .surname, .given])
        if isPlural || isPluralName(form, analysis) { return nil }
        let the = Int(entry.theCount)
        let isNever = the == 0 || entry.marks.contains(.neverThe) || habit.capital - the >= 45
        let isName = entry.names.intersects([.geographic, .surname, .given, .organisation])
        if habit.capital >= NameHabit.five, isNever, isName, habit.isCapital(by: entry.isCommonWord ? 5 : 3),
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
                || (habit.capital < NameHabit.five && context.isForeignWord(index, analysis)),
            the == 0 || habit.capital - the >= 24
        {
            return .article
        }
        guard !entry.isCommonWord, habit.lower == 0, the == 0, !isPlural, form.last != UInt8(ascii: "s") else {
            return nil
        }
        if case .verb(let word, let isPersonal) = verb, isPersonal || entry.names.contains(.surname) {
            if !entry.names.contains(.surname) {
                guard !analysis.words[index].isKnown || habit.capital < NameHabit.five, isPersonal else { return nil }
            }
            return .surname(verb: word)
        }
        return nil
    }

    private static func several(
        _ name: ClosedRange<Int>, _ isPossessive: Bool, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> Evidence? {
        let first = analysis.entry(name.lowerBound)
        let last = analysis.entry(name.upperBound)
        let counts = analysis.lexicon.nameCount(of: analysis.words[name])
        let isPlace = last.names.intersects(.geographic) || first.names.intersects(.geographic)
        let isCommon = name.allSatisfy { analysis.entry($0).isCommonWord }
        if let counts, counts.capitalised >= NameHabit.five,
            counts.the == 0 || Int(counts.capitalised) - Int(counts.the) >= 45,
            !isCommon || isPlace, last.names.intersects([.geographic, .surname, .given]), !last.names.contains(.title),
            !last.isCommonWord || last.habit.isCapital(by: 4),
            isPlace || first.names.intersects([.given, .title])
        {
            return .never(Int(counts.capitalised))
        }
        guard name.count == 2, first.names.contains(.given), first.habit.isCapital(by: 1),
            !first.names.intersects([.title, .geographic]),
            !isCommon, !last.isCommonWord || last.names.contains(.surname),
            last.habit.lower == 0 || last.habit.isCapital(by: 3),
            last.names.contains(.surname) || !analysis.words[name.upperBound].isKnown
                || (!last.isCommonWord && !last.names.intersects(.geographic)),
            counts.map({ Int($0.capitalised) - Int($0.the) >= 24 || $0.the == 0 }) ?? true
        else { return nil }
        return .fullName
    }

    /// "Clintons", "Christians": more than one of a name.
    private static func isPluralName(_ form: ArraySlice<UInt8>, _ analysis: borrowing Analysis) -> Bool {
        guard form.last == UInt8(ascii: "s"), form.count > 4 else { return false }
        let stem = form.dropLast()
        let entry = analysis.lexicon[analysis.lexicon.find(stem, hash: FormHash.of(stem))]
        return entry.names.intersects([.given, .surname, .nationality, .country]) && entry.habit.isCapital(by: 2)
            && !analysis.lexicon[analysis.lexicon.find(form, hash: FormHash.of(form))].names.intersects(.geographic)
    }

    /// How often the article has the form with and without "the" before it.
    private static func bareUses(
        _ index: Int, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> (with: Int, without: Int) {
        let hash = analysis.segmentation.hashes[index]
        var result = (with: 0, without: 0)
        for other in context.traits.indices
        where analysis.segmentation.hashes[other] == hash && context.isCapital(other) {
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
    }

    private static func follower(
        _ last: Int, _ name: ClosedRange<Int>, _ sentence: Sentence, _ context: NameContext,
        _ analysis: borrowing Analysis
    ) -> Follower? {
        let tokens = analysis.segmentation.tokens
        if context.traits[last].contains(.possessive) {
            // "the Kremlin's tower": only what is known to take none; "the Bennett's Creek": a name of its own.
            return last + 2 < sentence.tokens.upperBound && context.isLower(last + 2)
                && analysis.entry(last).names.intersects(.geographic) ? .end : nil
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
            return context.isCapital(next + 1) ? nil : .end
        case .word: break
        default: return nil
        }
        guard tokens[next].shape == .lower, tokens[next].spaceBefore else { return nil }
        let entry = analysis.entry(next)
        if analysis.isToken(next, in: NameWords.and) {
            // "the Moscow and Kiev governments"
            return next + 1 < sentence.tokens.upperBound
                && (context.isCapital(next + 1) || tokens[next + 1].kind != .word) ? nil : .function
        }
        if analysis.isToken(next, in: relatives) {
            return name.count > 1 && !analysis.isToken(next, in: of) ? .function : nil
        }
        if analysis.isToken(next, in: functionWords) {
            // "the Sydney to Hobart race"
            if analysis.isToken(next, in: to), next + 1 < sentence.tokens.upperBound, context.isCapital(next + 1) {
                return nil
            }
            return .function
        }
        if analysis.isToken(next, in: NameWords.personVerbs) { return verb(next, true, sentence, analysis) }
        if analysis.isToken(next, in: plainVerbs) { return .verb(analysis.string(next), isPersonal: false) }
        if entry.tags.intersects([.VBD, .VBZ]), entry.tags.isDisjoint(with: [.NN, .NNS, .JJ]) {
            return verb(next, false, sentence, analysis)
        }
        if entry.tags.contains(.RB), entry.tags.isDisjoint(with: [.JJ, .NN]), next + 1 < sentence.tokens.upperBound,
            analysis.entry(next + 1).tags.intersects([.VBD, .VBZ, .MD])
        {
            return .verb(analysis.string(next + 1), isPersonal: analysis.isToken(next + 1, in: NameWords.personVerbs))
        }
        return nil
    }

    /// A verb that is no participle before a noun: "the Red Hat supported systems".
    private static func verb(
        _ index: Int, _ isPersonal: Bool, _ sentence: Sentence, _ analysis: borrowing Analysis
    ) -> Follower? {
        let entry = analysis.entry(index)
        if entry.tags.contains(.VBN), index + 1 < sentence.tokens.upperBound {
            let after = analysis.entry(index + 1).tags
            let kind = analysis.segmentation.tokens[index + 1].kind
            if kind == .word, after.intersects([.NN, .NNS, .JJ]),
                after.isDisjoint(with: .function.union(.VBG))
            {
                return nil
            }
        }
        return .verb(analysis.string(index), isPersonal: isPersonal)
    }

    /// "the cruiser the Moscow", "a paper called the London": a thing that is named.
    private static func isNamedThing(_ the: Int, _ sentence: Sentence, _ analysis: borrowing Analysis) -> Bool {
        for index in max(sentence.tokens.lowerBound, the - 3)..<the
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
        "volgograd-don", "angara", "irtysh", "terek", "dvina", "main", "po", "rhone", "ukraine", "tundra", "koran",
        "bible",
        "quran", "torah", "talmud", "mersey", "tyne", "severn", "clyde", "hudson", "potomac", "mississippi", "missouri",
        "ohio", "jordan", "indus", "bund", "louvre", "hermitage", "bolshoi", "mariinsky", "prado", "guardian",
        "times", "telegraph", "independent", "economist", "titanic", "steppe", "cincinnati",
    ]
    private static let to: FormSet = ["to"]
    private static let of: FormSet = ["of"]
    private static let relatives: FormSet = ["of", "that", "who", "which", "where", "when", "whose"]
    private static let functionWords: FormSet = [
        "in", "on", "at", "to", "for", "from", "with", "by", "after", "before", "but", "while", "because", "since",
        "until", "than", "over", "into", "against", "during", "about", "through", "near", "without", "within",
        "despite", "amid", "if", "though", "although", "is", "was", "are", "were", "has", "had", "have", "will", "as",
        "the", "a", "an", "his", "her", "its", "their",
        "again", "would", "can", "could", "may", "might", "must", "should", "does", "did", "do", "not", "also",
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
        case .surname(let verb): start + ": it is a person's name and the subject of “\(verb)”."
        }
    }
}
