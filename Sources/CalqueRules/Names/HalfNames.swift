import CalqueLint
import CalqueSyntax
import CalqueText

/// Names that no list has, of which the first word or the last one alone has its capital, by how they are built.
extension NameFaults {
    static func half(from start: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> NameFault? {
        if context.isLower(start) {
            return lastCapital(from: start, context, analysis) ?? lastCapital(of: start, context, analysis)
        }
        return context.traits[start].contains(.free)
            ? firstCapital(from: start, context, analysis) : spelledOut(from: start, context, analysis)
    }

    // MARK: The last word alone

    /// "foreign intelligence Service": a common noun with a capital, and nothing but small attributes before it.
    private static func lastCapital(
        from start: Int, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> NameFault? {
        guard isAttribute(start, context, analysis), !analysis.isToken(start, in: freeAttributes) else { return nil }
        if let before = context.before(start, analysis) {
            if context.isLower(before), isAttribute(before, context, analysis),
                !analysis.isToken(before, in: freeAttributes)
            {
                return nil
            }
        }
        var end = start
        while let next = context.after(end, analysis), next - start <= 4 {
            if context.isCapital(next) {
                end = next
                break
            }
            guard isAttribute(next, context, analysis) || analysis.isToken(next, in: NameWords.and) else { return nil }
            end = next
        }
        guard end - start >= 2, isAttribute(end - 1, context, analysis), isCommonHead(end, context, analysis),
            !analysis.isToken(start, in: be)
        else { return nil }
        if let first = initials(start...end, nil, context, analysis) {
            return NameFault(tokens: first...end, evidence: .initials, isAllLower: false, lowerWord: nil)
        }
        let isHead = analysis.isToken(end, in: namedHeads)
        if !isHead {
            guard analysis.entry(end).habit.isLower(by: 1),
                analysis.entry(end).tags.isDisjoint(with: Lexicon.TagSet.verb.union(.NNS))
                    || analysis.entry(end).tags.contains(.NNS) && analysis.entry(end).habit.isLower(by: 4)
                        && context.before(start, analysis).map({ analysis.isToken($0, in: articles) }) ?? false
                    || analysis.entry(end).names.contains(.institution),
                !(start...end).contains(where: { analysis.isToken($0, in: NameWords.and) }),
                !analysis.segmentation.tokens[end].isQuoted, isOpened(start, context, analysis),
                closes(end, context, analysis)
            else { return nil }
        }
        return NameFault(
            tokens: start...end, evidence: .lone, isAllLower: false, lowerWord: nil)
    }

    /// "society for general systems Research", "office of science and technology Policy".
    private static func lastCapital(
        of start: Int, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> NameFault? {
        guard let link = context.after(start, analysis), analysis.isToken(link, in: links), context.isLower(link)
        else { return nil }
        let isOffice = analysis.isToken(start, in: namedHeads) || analysis.isToken(start, in: offices)
        guard isOffice || analysis.entry(start).habit.isLower(by: 2) else { return nil }
        var end = link
        var words = 0
        while let next = context.after(end, analysis), next - link <= 6 {
            end = next
            if context.isCapital(next) { break }
            if analysis.isToken(next, in: NameWords.connectives) { continue }
            guard isAttribute(next, context, analysis) else { return nil }
            words += 1
        }
        if let after = context.after(end, analysis), analysis.isToken(after, in: NameWords.connectives) { return nil }
        guard words >= 1 && isOffice || words == 0 && isThing(start, link, context, analysis),
            isCommonHead(end, context, analysis)
        else { return nil }
        var first = start
        while let before = context.before(first, analysis), isAttribute(before, context, analysis),
            context.isLower(before), !analysis.isToken(before, in: freeAttributes), start - before <= 2
        {
            first = before
        }
        return NameFault(tokens: first...end, evidence: .lone, isAllLower: false, lowerWord: nil)
    }

    /// "the game of Thrones", "the vanguards of Freedom": a plain noun before "of", and one that has no capital as a rule.
    private static func isThing(
        _ start: Int, _ of: Int, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> Bool {
        guard isAttribute(start, context, analysis), analysis.entry(start).tags.intersects(.noun),
            analysis.segmentation.form(of).elementsEqual("of".utf8), let head = context.after(of, analysis),
            analysis.entry(head).habit.isLower(by: 3),
            !analysis.segmentation.form(head).suffix(3).elementsEqual("ism".utf8),
            !analysis.segmentation.tokens[head].isQuoted, closes(head, context, analysis)
        else { return false }
        return isOpened(start, context, analysis) || analysis.entry(head).tags.contains(.NNS)
    }

    /// Whether a phrase begins at a word: a determiner or preposition in small letters is before it.
    private static func isOpened(_ start: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        if start > 0, !analysis.segmentation.tokens[start - 1].spaceBefore,
            context.traits[max(0, start - 2)].contains(.possessive)
        {
            return true
        }
        guard let before = context.before(start, analysis), context.isLower(before) else { return false }
        if analysis.isToken(before, in: openers) { return true }
        return analysis.entry(before).tags.intersects([.DT, .PRPS, .IN, .JJ, .TO])
            && !analysis.isToken(before, in: NameWords.and)
    }

    /// A capitalised common noun that closes its phrase, and stands so once in the article.
    private static func isCommonHead(_ index: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        let entry = analysis.entry(index)
        guard context.traits[index].contains(.free), !context.traits[index].contains(.glued),
            analysis.segmentation.tokens[index].shape == .title, entry.isCommonWord,
            entry.tags.intersects([.NN, .NNS]), context.casing(of: index, analysis).capitalised == 1,
            !entry.names.intersects([.given, .surname, .country, .nationality, .calendar, .organisation, .title]),
            !analysis.isToken(index, in: dignities)
        else { return false }
        if let after = context.after(index, analysis) {
            guard context.isLower(after) else { return false }
            if analysis.isToken(after, in: NameWords.connectives), let later = context.after(after, analysis),
                context.isCapital(later)
            {
                return analysis.isToken(index, in: namedHeads)
            }
        }
        return true
    }

    /// A word in small letters that may stand before a noun.
    private static func isAttribute(_ index: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        let tags = analysis.entry(index).tags
        return context.isLower(index) && !context.traits[index].contains(.glued)
            && !context.traits[index].contains(.possessive) && tags.intersects([.NN, .JJ, .NNS])
            && tags.isDisjoint(with: Lexicon.TagSet.function.union([.VBD, .CD]))
            && (!tags.contains(.RB) || tags.contains(.JJ) && !analysis.isToken(index, in: adverbs))
            && !analysis.entry(index).names.contains(.title)
    }

    // MARK: The first word alone

    private static func firstCapital(
        from start: Int, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> NameFault? {
        guard !context.traits[start].contains(.glued), !context.traits[start].contains(.possessive) else { return nil }
        if let before = context.before(start, analysis), context.isCapital(before) { return nil }
        var lead = start
        while let next = context.after(lead, analysis), context.isCapital(next) { lead = next }
        guard !context.traits[lead].contains(.glued), !context.traits[lead].contains(.possessive) else { return nil }
        if let next = context.after(lead, analysis), analysis.isToken(next, in: seats), lead == start,
            let of = context.after(next, analysis), analysis.isToken(of, in: links),
            let place = context.after(of, analysis), context.isCapital(place),
            analysis.entry(place).names.intersects(.geographic), !analysis.entry(start).names.contains(.title)
        {
            return NameFault(tokens: start...place, evidence: .institution, isAllLower: false, lowerWord: nil)
        }
        // The words in small letters that may go on.
        var end = lead
        var words = 0
        var best: NameFault?
        while let next = context.after(end, analysis), next - lead <= 6, context.isLower(next) {
            if analysis.isToken(next, in: NameWords.connectives) {
                guard let later = context.after(next, analysis) else { break }
                end = next
                if context.isCapital(later) { break }
                continue
            }
            guard isAttribute(next, context, analysis) else { break }
            end = next
            words += 1
            if let first = initials(start...next, lead, context, analysis) {
                return NameFault(
                    tokens: first...next, evidence: .initials, isAllLower: false, lowerWord: nil)
            }
            if !analysis.entry(next).tags.intersects([.NN, .NNS]) { continue }
            guard closes(next, context, analysis) else { continue }
            if let evidence = firstEvidence(start, lead, next, words, context, analysis) {
                best = NameFault(tokens: start...next, evidence: evidence, isAllLower: false, lowerWord: nil)
            }
        }
        return best
    }

    /// "GPS (Global Positioning system)"
    private static func spelledOut(
        from start: Int, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> NameFault? {
        let tokens = analysis.segmentation.tokens
        guard start >= 2, context.isCapital(start), tokens[start - 1].kind == .openBracket,
            tokens[start - 2].kind == .word, tokens[start - 2].shape == .upper
        else { return nil }
        let letters = Array(analysis.segmentation.form(start - 2))
        guard letters.count >= 3 else { return nil }
        var at = 0
        var index = start
        var lower = 0
        var capitals = 0
        while index < tokens.count, tokens[index].kind == .word {
            if at < letters.count, analysis.segmentation.form(index).first == letters[at] {
                at += 1
                if context.isCapital(index) {
                    capitals += 1
                } else if !analysis.isToken(index, in: NameWords.connectives) {
                    lower += 1
                }
            } else if !analysis.isToken(index, in: NameWords.connectives) {
                return nil
            }
            index += 1
        }
        guard at == letters.count, index < tokens.count, tokens[index].kind == .closeBracket, lower >= 1, capitals >= 2
        else { return nil }
        return NameFault(tokens: start...index - 1, evidence: .initials, isAllLower: false, lowerWord: nil)
    }

    private static func firstEvidence(
        _ start: Int, _ lead: Int, _ end: Int, _ words: Int, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> NameFault.Evidence? {
        let first = analysis.entry(start)
        let before = context.before(start, analysis)
        // "the Library of Medicine building": the name began before.
        if let before, analysis.isToken(before, in: links), let earlier = context.before(before, analysis),
            context.isCapital(earlier)
        {
            return nil
        }
        let isBare =
            before.map {
                context.isLower($0) && analysis.entry($0).tags.contains(.IN)
                    && analysis.entry($0).tags.isDisjoint(with: [.DT, .WH, .CC])
            } ?? false
        let isCommon =
            lead == start && first.isCommonWord && first.habit.isLower(by: 1)
            && !first.names.intersects([.country, .nationality, .calendar, .organisation, .title, .given])
            && context.casing(of: start, analysis).capitalised == 1
            && analysis.segmentation.tokens[start].shape == .title
        let isHead = analysis.isToken(end, in: namedHeads)
        if isCommon && words == end - start && words >= 2 && isOpened(start, context, analysis)
            && !analysis.isToken(start, in: freeCapitals)
        {
            // "a Limited express train"
            if !isHead, let before, analysis.isToken(before, in: indefinite) { return nil }
            return isHead || analysis.entry(end).tags.isDisjoint(with: [.VBZ, .VBG, .VBD]) ? .lone : nil
        }
        // "the Budweiser man of the match award"
        if words >= 2, words < end - lead, lead == start, !hasTo(start...end, analysis), !first.isCommonWord,
            let before,
            analysis.isToken(before, in: articles), analysis.isToken(end, in: awards),
            !first.names.contains(.nationality)
        {
            return .institution
        }
        if lead == start, words == end - lead, words >= 2, isHead, first.names.contains(.nationality),
            !analysis.isToken(end, in: plans), !analysis.isToken(end, in: styleHeads), let before,
            analysis.isToken(before, in: articles)
        {
            return .institution
        }
        guard words == end - lead, !first.names.contains(.title), !analysis.entry(lead).names.contains(.title),
            !first.names.intersects([.nationality, .calendar])
        else { return nil }
        if isBare, words >= 2, !first.names.contains(.country), analysis.isToken(end, in: sites) { return .institution }
        // "the town's Harkness science museum"
        let isOwned =
            start >= 2 && before == nil && analysis.segmentation.tokens[start].spaceBefore
            && context.traits[start - 2].contains(.possessive)
        guard
            isOwned
                || before.map({ analysis.isToken($0, in: articles) || analysis.isToken($0, in: possessives) }) ?? false
        else { return nil }
        // "the Murmansk regional museum": a seat, and what there is in it.
        if lead == start, analysis.isToken(start + 1, in: regional) { return nil }
        if words >= 2, analysis.isToken(end, in: awards) || lead > start && analysis.isToken(end, in: centres) {
            return .institution
        }
        if words >= 2, analysis.isToken(end, in: bodies), !first.isCommonWord || lead > start {
            return .institution
        }
        if words == 1, !first.isCommonWord || lead > start, analysis.isToken(end, in: awards),
            lead > start || !analysis.isToken(end, in: fairs)
        {
            return .institution
        }
        return nil
    }

    private static func hasTo(_ range: ClosedRange<Int>, _ analysis: borrowing Analysis) -> Bool {
        range.contains { analysis.isToken($0, in: to) }
    }

    /// Whether nothing behind a noun goes on with its phrase.
    private static func closes(_ end: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> Bool {
        guard let after = context.after(end, analysis) else { return true }
        if context.isCapital(after) { return false }
        let tags = analysis.entry(after).tags
        return tags.intersects(Lexicon.TagSet.function.union([.VBD, .VBZ, .RB]))
            || tags.isDisjoint(with: [.NN, .NNS, .JJ])
    }

    /// Whether the capitals in brackets behind a name are its initials: where the name begins then; with a capital,
    /// and no later than at `lead`, if there is one.
    private static func initials(
        _ range: ClosedRange<Int>, _ lead: Int?, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> Int? {
        let tokens = analysis.segmentation.tokens
        let bracket = range.upperBound + 1
        guard bracket + 2 < tokens.count, tokens[bracket].kind == .openBracket, tokens[bracket + 1].kind == .word,
            tokens[bracket + 2].kind == .closeBracket, tokens[bracket + 1].shape == .upper
        else { return nil }
        let letters = Array(analysis.segmentation.form(bracket + 1))
        guard letters.count >= 3 else { return nil }
        var at = letters.count
        var index = range.upperBound
        while index >= range.lowerBound {
            let form = analysis.segmentation.form(index)
            if at > 0, form.first == letters[at - 1] {
                at -= 1
                if at == 0 {
                    guard let lead else { return index }
                    return index <= lead && context.traits[index].contains(.free) ? index : nil
                }
            } else if !analysis.isToken(index, in: NameWords.connectives) {
                return nil
            }
            index -= 1
        }
        return nil
    }

    private static let adverbs: FormSet = [
        "then", "now", "only", "even", "still", "well", "just", "very", "almost", "also", "back", "away", "here",
        "there",
        "home", "today", "yesterday", "tomorrow", "later", "soon", "be", "are", "have", "do", "far", "long", "early",
        "late", "daily", "live",
    ]
    private static let links: FormSet = ["of", "for", "on"]
    private static let offices: FormSet = [
        "office", "charter", "temple", "court", "church", "director", "house", "order", "school", "bank", "council",
        "service", "center", "centre", "treaty", "house",
    ]
    private static let dignities: FormSet = [
        "nation", "congress", "government", "parliament", "state", "senate", "house", "chamber", "internet", "web",
        "earth", "sun", "moon", "bible", "constitution", "west", "east", "north", "south", "republic", "union",
        "cabinet", "administration", "members", "member", "states", "parties", "governor", "county", "city",
        "god", "church", "kingdom", "presidency",
    ]
    private static let freeAttributes: FormSet = [
        "former", "present", "previous", "new", "current", "future", "ruling", "original", "old", "same", "next",
        "last", "recent", "entire", "whole", "full", "first", "second", "third", "so-called", "own", "respective",
        "relevant", "main", "late", "great", "many", "other", "such", "several", "few", "more", "most", "fellow",
    ]
    /// Nouns that institutions, laws, prizes and events bear in their names.
    static let namedHeads: FormSet = [
        "association", "university", "committee", "commission", "agency", "museum", "hospital", "institute", "league",
        "organization", "organisation", "foundation", "college", "academy", "bureau", "authority", "society", "forum",
        "award", "awards", "prize", "festival", "school", "department", "corporation", "bank", "theatre", "theater",
        "airport", "park", "bridge", "station", "tower", "library", "observatory", "survey", "act", "war",
        "championship", "championships", "conference", "ministry", "service", "council", "court", "center", "centre",
        "fund", "federation", "alliance", "assembly", "board", "cup", "games", "fair", "medal", "order", "treaty",
        "convention", "protocol", "mission", "archive", "archives", "gallery", "orchestra", "conservatory",
        "laboratory", "lab", "reserve", "trail", "airlines", "exchange", "guard", "administration", "inspectorate",
        "directorate", "chamber", "project", "policy", "strategy", "programme", "program", "initiative", "goals",
        "resources", "prizes", "trophy", "tournament", "olympiad", "expo", "tribunal", "stadium", "cathedral",
        "party", "reserves",
    ]
    /// Nouns of which a name before them nearly always makes a name.
    private static let awards: FormSet = [
        "award", "awards", "prize", "festival", "fair", "championship", "cup", "medal", "trophy", "foundation",
        "museum", "institute", "university", "academy", "treaty", "observatory",
    ]
    /// Houses and places that bear a name where no article stands.
    private static let sites: FormSet = [
        "school", "college", "university", "hospital", "station", "museum", "airport", "centre", "center",
        "academy", "theatre", "theater", "stadium",
    ]
    private static let to: FormSet = ["to", "at", "in", "on", "for"]
    /// Nouns that a capital before them often makes no name of.
    private static let plans: FormSet = [
        "program", "programme", "policy", "project", "resources", "goals", "strategy", "administration", "initiative",
        "board", "mission", "authority",
    ]
    private static let styleHeads: FormSet = [
        "ministry", "championship", "championships", "service", "police", "party", "court", "school", "airlines",
        "exchange", "reserve", "reserves", "survey", "war", "trail", "department", "games", "station", "hospital",
    ]
    private static let bodies: FormSet = [
        "association", "federation", "organization", "organisation", "alliance", "assembly", "foundation", "fund",
        "league", "orchestra", "archive", "archives", "conference", "forum", "society", "committee", "commission",
        "council", "tribunal", "convention", "reserve", "act", "war",
    ]
    /// Behind one name alone, as often a description as a name.
    private static let fairs: FormSet = ["festival", "fair", "championship"]
    private static let centres: FormSet = ["centre", "center", "school", "college", "airport", "theatre", "theater"]
    private static let seats: FormSet = [
        "university", "academy", "museum", "institute", "society", "association", "corps",
    ]
    private static let openers: FormSet = ["is", "was", "using", "called", "named", "with", "by"]
    private static let articles: FormSet = ["the"]
    private static let indefinite: FormSet = ["a", "an"]
    private static let regional: FormSet = [
        "regional", "municipal", "city", "state", "local", "district", "federal", "provincial", "central",
    ]
    private static let possessives: FormSet = ["their", "our"]
    private static let be: FormSet = ["be", "am", "as"]
    /// Words whose capital is a matter of style.
    private static let freeCapitals: FormSet = [
        "federal", "state", "government", "administration", "local", "tribal", "native", "black", "white", "indigenous",
        "internet", "web", "congressional", "presidential", "parliamentary", "senate", "congress", "house", "east",
        "west", "north", "south", "western", "eastern", "northern", "southern", "commonwealth", "labor", "labour",
        "liberal", "nazi", "cold", "earth", "jubilee", "council", "party", "court",
    ]
}
