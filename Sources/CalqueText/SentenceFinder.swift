/// Decides where sentences end: ICU's boundaries, mended.
///
/// ICU ends a sentence behind "Dr." and "J." and before "Putin asked" in “Why?” Putin asked; it does not end one
/// before a number, or where the space is missing ("he said.The"). The rules here look at the tokens on both sides
/// of each place where a sentence might end; ICU decides what they leave open.
struct SentenceFinder {
    let text: Bytes
    let tokens: [Token]
    let spellings: [UInt32]
    let vocabulary: Vocabulary

    /// More marks than these in a row are no quotation.
    private static let mostMarks = 6

    /// Whether a sentence that began with token `start` ends before token `next`.
    /// `icu`: ICU has a boundary between the tokens that enclose the place.
    /// `quoting`: before `next`, a quotation mark waits for its partner.
    func ends(before next: Int, from start: Int, to end: Int, icu: Bool, quoting: Bool) -> Bool {
        // The token with the full stop, behind which marks may close.
        var stop = next - 1
        while stop > start && stop > next - Self.mostMarks && isCloser(stop, closes: !quoting) { stop -= 1 }
        let isAbbreviation = tokens[stop].kind == .word && text[Int(tokens[stop].end) - 1] == 46
        guard tokens[stop].kind == .terminal || isAbbreviation else { return false }
        if isCloser(next, closes: quoting) { return false }
        // Marks and brackets may open the next sentence.
        var first = next
        while first < end && first < next + Self.mostMarks && isOpener(first) { first += 1 }
        guard first < end, hasWord(from: start, to: stop) else { return false }
        let token = tokens[first]
        let isGlued = !tokens[next].spaceBefore
        switch token.kind {
        case .terminal
        where isEllipsis(first) && token.spaceBefore && first + 1 < end && !tokens[first + 1].spaceBefore:
            // "He left. ...and came back": the dots belong to what follows.
            return !isAbbreviation && first == next
        case .terminal, .comma, .semicolon, .closeBracket, .slash: return false
        case .colon, .dash, .hyphen:
            return tokens[stop].kind == .terminal && stop == next - 1 && isCapitalised(first + 1, end) && !isGlued
        case .number:
            return isAbbreviation ? false : !isGlued && !isNumbering(start, stop) && !isEllipsis(stop)
        case .currency, .symbol, .tag, .url, .email, .openBracket, .openQuote, .closeQuote, .quote:
            return !isAbbreviation && !isGlued
        case .word: break
        }
        if token.shape == .lower {
            return stop == next - 1 && first == next && !isGlued && !isAbbreviation && isClearEnd(stop, start)
                && !isBracketed(stop, start)
        }
        if isAbbreviation { return endsBehindAbbreviation(stop, first, start) }
        if isNumbering(start, stop) { return false }
        if isOrdinal(stop, first) { return false }
        if stop < next - 1 && isAttribution(stop, first, end) { return false }
        if isGlued {
            if token.shape == .none { return icu }
            return stop == next - 1 && first == next && token.shape == .title && isPlainEnd(stop)
        }
        return icu || token.shape == .title || token.shape == .upper || token.shape == .mixed
    }

    // MARK: Tokens

    /// `closes`: what to take a free-standing `"` for.
    private func isCloser(_ index: Int, closes: Bool) -> Bool {
        switch tokens[index].kind {
        case .closeQuote, .closeBracket: true
        case .quote: closes || !tokens[index].spaceBefore
        default: false
        }
    }

    private func isOpener(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .openQuote, .openBracket, .quote: true
        default: false
        }
    }

    private func isCapitalised(_ index: Int, _ end: Int) -> Bool {
        index < end && (tokens[index].isCapitalised || isOpener(index))
    }

    private func hasWord(from start: Int, to end: Int) -> Bool {
        (start...max(start, min(end, start + 8))).contains {
            $0 <= end && (tokens[$0].kind == .word || tokens[$0].kind == .number || tokens[$0].kind == .url)
        }
    }

    private func form(_ index: Int) -> ArraySlice<UInt8> {
        vocabulary.form(Int(vocabulary.spellings[Int(spellings[index])].form))
    }

    // MARK: Cases

    /// Whether a full stop, question or exclamation mark ends a sentence even before a small letter: behind a word that
    /// is no abbreviation, and no name that is written with an exclamation mark.
    private func isClearEnd(_ stop: Int, _ start: Int) -> Bool {
        guard stop > start, !isEllipsis(stop) else { return false }
        let word = tokens[stop - 1]
        let mark = text[Int(tokens[stop].end) - 1]
        if mark == 63 { return true }
        if mark == 33 { return word.shape != .title }
        guard !tokens[stop].spaceBefore else { return false }
        switch word.kind {
        case .word:
            return (word.shape == .lower || word.span.count > 3) && word.span.count > 1
                && Self.shortened.mark(of: form(stop - 1)) == nil
        // Two digits and a full stop are an ordinal of another language.
        case .number: return word.span.count > 2
        case .closeBracket: return true
        default: return false
        }
    }

    /// Whether a bracket is open: "(how? nobody knew)".
    private func isBracketed(_ stop: Int, _ start: Int) -> Bool {
        var at = stop
        while at > start && at > stop - 40 {
            at -= 1
            if tokens[at].kind == .closeBracket { return false }
            if tokens[at].kind == .openBracket { return true }
        }
        return false
    }

    /// Words that may be cut short by a full stop.
    private static let shortened = WordTable([
        (1, "max min tel im ul sec dol resp avg temp misc tech incl excl pop est cub km kg cm mm")
    ])

    /// "1. Text", "a. Text": the number of a list item.
    private func isNumbering(_ start: Int, _ stop: Int) -> Bool {
        stop == start + 1 && tokens[stop].kind == .terminal && !tokens[stop].spaceBefore
            && (tokens[start].kind == .number ? tokens[start].span.count <= 3 : tokens[start].span.count == 1)
    }

    /// "17. Juli": an ordinal of another language.
    private func isOrdinal(_ stop: Int, _ first: Int) -> Bool {
        tokens[stop].kind == .terminal && stop > 0 && tokens[stop - 1].kind == .number
            && tokens[stop - 1].span.count <= 2 && Self.months.mark(of: form(first)) != nil
    }

    private static let months = WordTable([
        (
            1,
            """
            januar februar märz mai juni juli oktober dezember jänner januara februara jahrhundert jahrhunderts
            january february march april may june july august september october november december
            """
        )
    ])

    private func isEllipsis(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .terminal, token.span.count >= 2 else { return false }
        let first = text[Int(token.start)]
        return (first == 46 || first == 0xE2) && text[Int(token.end) - 1] != 63 && text[Int(token.end) - 1] != 33
    }

    /// “Why?” Putin asked: who said it follows.
    private func isAttribution(_ stop: Int, _ first: Int, _ end: Int) -> Bool {
        let mark = text[Int(tokens[stop].end) - 1]
        guard mark == 63 || mark == 33 || isEllipsis(stop) else { return false }
        var at = first
        while at < end && at < first + 4 && tokens[at].kind == .word {
            if at > first && Self.saying.mark(of: form(at)) != nil { return true }
            at += 1
        }
        return false
    }

    private static let saying = WordTable([
        (
            1,
            """
            said says asked asks wrote writes replied noted added told cried shouted exclaimed wondered answered
            explained stressed continued recalled insisted declared yelled screamed
            """
        )
    ])

    /// A letter or digit stands right before the full stop, and before it no single letter: "said.The", not "J.Marsh".
    private func isPlainEnd(_ stop: Int) -> Bool {
        stop > 0 && tokens[stop].span.count == 1 && tokens[stop - 1].span.count > 2
            && tokens[stop - 1].kind == .word && tokens[stop - 1].shape == .lower
    }

    private func endsBehindAbbreviation(_ stop: Int, _ first: Int, _ start: Int) -> Bool {
        let word = form(stop).dropLast()
        let isStarter = Self.starters.mark(of: form(first)) != nil && first > stop
        // Initials, and letters with full stops: "J. Marsh", "the U.S. The".
        if word.count == 1 { return isStarter && stop > start && tokens[stop - 1].shape == .lower }
        guard let mark = Abbreviation.table.mark(of: word), let known = Abbreviation(rawValue: mark) else {
            return isStarter
        }
        switch known {
        case .title, .bound, .date, .numbered: return false
        case .inner: return true
        case .general where Self.hours.mark(of: word) != nil:
            return Self.times.mark(of: form(first)) == nil
        case .general, .state: return isStarter || first > stop + 1
        }
    }

    private static let hours = WordTable([(1, "a.m p.m")])

    /// What may follow the hour within a sentence.
    private static let times = WordTable([
        (
            1,
            """
            monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
            september october november december jan. feb. aug. sept. oct. nov. dec. et est edt ct cst cdt mt mst mdt pt pst
            pdt gmt utc bst cet msk eastern central mountain pacific moscow beijing london paris local
            """
        )
    ])

    /// Words that begin sentences and seldom stand capitalised within one.
    private static let starters = WordTable([
        (
            1,
            """
            the a an this that these those he she it they we you i his her its their our my your there here in on at by for
            from with after before during since until while when where what who why how if although though because but and
            or so as not no yes all some many most both each every another other one two three also however meanwhile
            according under over between among despite instead still then thus once even only just earlier later
            now today yesterday tomorrow last next more such perhaps please to of
            """
        )
    ])
}
