/// Cuts a block into tokens of the treebank kind (Penn Treebank, as in UD English EWT and GUM).
///
/// Works on stretches without white space. In each, addresses (URL, e-mail, file name, hash tag) are found
/// first; the rest is read from left to right, by the kind of each character and what stands beside it.
struct Tokenizer {
    let text: Bytes
    let folder: FormFolder
    /// Receives tokens and spellings; `sentences` is not touched.
    var segmentation: Segmentation
    private let characters: CharacterTable
    private var blockStart = 0
    private var blockEnd = 0
    /// White space stands before the next token.
    private var space = true
    /// An opening single quotation mark waits for its closing one.
    private var openSingle = false
    /// „ waits for its “.
    private var openLow = false

    init(text: Bytes, folder: FormFolder, segmentation: Segmentation) {
        self.text = text
        self.folder = folder
        self.segmentation = segmentation
        characters = folder.characters
    }

    /// Appends the tokens of a block.
    mutating func tokenize(from start: Int, to end: Int) {
        blockStart = start
        blockEnd = end
        space = true
        openSingle = false
        openLow = false
        var at = start
        while at < end {
            let summary = summarize(from: at)
            if summary.end == at {
                space = true
                at += characterLength(at)
                continue
            }
            if summary.contents.isEmpty {
                emitWord(at, summary.end)
            } else if summary.contents.contains(.address) {
                readAddresses(from: at, to: summary.end)
            } else {
                read(from: at, to: summary.end)
            }
            at = summary.end
        }
    }

    /// Appends a stretch that is known to be one token.
    mutating func append(givenFrom start: Int, to end: Int) {
        let first = segmentation.tokens.count
        tokenize(from: start, to: end)
        let kind = Self.kind(of: segmentation.tokens[first...])
        segmentation.tokens.removeSubrange(first...)
        segmentation.spellings.removeSubrange(first...)
        space = true
        emit(start, end, kind)
    }

    /// What tokens are together.
    private static func kind(of parts: ArraySlice<Token>) -> Token.Kind {
        if parts.count == 1, let part = parts.first { return part.kind }
        if parts.contains(where: { $0.kind == .word }) { return .word }
        if parts.contains(where: { $0.kind == .number }) { return .number }
        return parts.first?.kind ?? .symbol
    }

    // MARK: Characters

    @inline(__always)
    func character(_ at: Int) -> (traits: CharacterTraits, point: UInt32, length: Int) {
        let (point, length) = text.codePoint(at: at, limit: blockEnd)
        return (characters[point], point, length)
    }

    private func characterLength(_ at: Int) -> Int { text.codePoint(at: at, limit: blockEnd).length }

    /// The kind of the character at an offset; white space outside of the block.
    @inline(__always)
    func kind(_ at: Int) -> CharacterKind {
        at >= blockStart && at < blockEnd ? character(at).traits.kind : .space
    }

    func kind(before at: Int) -> CharacterKind {
        at > blockStart ? kind(text.offset(before: at, from: blockStart)) : .space
    }

    /// The first offset from `at` on that is no white space.
    func skipSpace(_ start: Int) -> Int {
        var at = start
        while at < blockEnd && kind(at) == .space { at += characterLength(at) }
        return at
    }

    // MARK: Stretches without white space

    private struct Contents: OptionSet {
        var rawValue: UInt8
        /// Anything but ASCII letters.
        static let other = Contents(rawValue: 1)
        /// @, #, a letter or slash behind a dot or colon: there may be an address.
        static let address = Contents(rawValue: 2)
    }

    /// The end of the stretch without white space that begins at `start`, and what it consists of.
    private func summarize(from start: Int) -> (end: Int, contents: Contents) {
        var contents: Contents = []
        var at = start
        while at < blockEnd {
            let byte = text[at]
            if (byte | 32) &- 97 < 26 {
                at += 1
            } else if byte < 0x80 {
                if byte == 32 || (byte >= 9 && byte <= 13) { break }
                contents.insert(.other)
                at += 1
                if byte == 64 || byte == 35 {
                    contents.insert(.address)
                } else if byte == 46 || byte == 58, at < blockEnd {
                    let next = text[at]
                    if (next | 32) &- 97 < 26 || next == 47 || next &- 48 < 10 { contents.insert(.address) }
                }
            } else {
                let (traits, _, length) = character(at)
                if traits.kind == .space { break }
                contents.insert(.other)
                at += length
            }
        }
        return (at, contents)
    }

    private mutating func readAddresses(from start: Int, to end: Int) {
        var at = start
        while let address = AddressFinder.next(in: text, from: at, to: end) {
            read(from: at, to: address.start)
            emit(address.start, address.end, address.kind)
            at = address.end
        }
        read(from: at, to: end)
    }

    /// Reads a stretch without white space and addresses.
    private mutating func read(from start: Int, to end: Int) {
        var at = start
        while at < end {
            at = min(readToken(at, end), end)
        }
    }

    /// Reads the token, or the tokens of the word, at an offset; returns where it ends.
    private mutating func readToken(_ at: Int, _ end: Int) -> Int {
        let (traits, point, length) = character(at)
        let next = at + length
        switch traits.kind {
        case .letter:
            let stop = wordEnd(at, end)
            if kind(stop) == .currency && stop - at <= 2 && stop < end && isUpper(at, stop) {
                return emit(at, stop + characterLength(stop), .currency)
            }
            return emitWord(at, stop)
        case .digit, .numeral:
            let stop = numberEnd(at, end)
            return stop.isWord ? emitWord(at, stop.end) : emit(at, stop.end, .number)
        case .unspaced:
            return emit(at, run(next, end) { $0 == .unspaced || $0 == .ignorable }, .word)
        case .ignorable:
            let stop = run(next, end) { $0 == .ignorable }
            guard stop < end, kind(stop).isAlphanumeric else { return stop }
            let length = kind(stop) == .letter ? wordEnd(stop, end) : numberEnd(stop, end).end
            return kind(stop) == .letter ? emitWord(at, length) : emit(at, length, .number)
        case .apostrophe, .singleQuote:
            return readApostrophe(at, next, end, point)
        case .doubleQuote:
            return emit(at, next, doubleQuote(at, next, point))
        case .period, .terminal:
            // ".doc files"
            if traits.kind == .period, kind(next) == .letter, kind(before: at) == .space {
                let stop = run(next, end) { $0 == .letter || $0 == .digit }
                if AddressFinder.isEnding(text, next, stop) { return emit(at, stop, .url) }
            }
            if traits.kind == .period, next < end, kind(next) == .digit, !kind(before: at).isAlphanumeric {
                let stop = numberEnd(next, end)
                return emit(at, stop.end, stop.isWord ? .word : .number)
            }
            return emit(at, run(next, end) { $0 == .period || $0 == .terminal }, .terminal)
        case .hyphen, .dash:
            return readDash(at, next, end, traits.kind, point)
        case .symbol, .colon, .semicolon, .currency:
            return readSymbol(at, next, end, traits, point)
        case .openBracket: return emit(at, next, .openBracket)
        case .closeBracket: return emit(at, next, .closeBracket)
        case .comma: return emit(at, next, .comma)
        case .slash: return emit(at, next, .slash)
        case .space:
            space = true
            return next
        }
    }

    /// Where a run of characters ends.
    private func run(_ start: Int, _ end: Int, _ belongs: (CharacterKind) -> Bool) -> Int {
        var at = start
        while at < end {
            let (traits, _, length) = character(at)
            if !belongs(traits.kind) { break }
            at += length
        }
        return at
    }

    private func isUpper(_ start: Int, _ end: Int) -> Bool {
        (start..<end).allSatisfy { text[$0] &- 65 < 26 }
    }

    // MARK: Words

    private func wordEnd(_ start: Int, _ end: Int) -> Int {
        var at = start
        /// Where the part behind the last inner full stop begins.
        var part = start
        var isDotted = false
        while true {
            at = run(at, end) { $0 == .letter || $0 == .digit || $0 == .ignorable || $0 == .numeral }
            if at >= end { return at }
            let (traits, point, length) = character(at)
            let next = at + length
            let after = next < end ? kind(next) : .space
            switch traits.kind {
            case .apostrophe where after == .letter: at = next
            case .singleQuote where after == .letter && point == 0x2018 && !openSingle: at = next
            case .hyphen where after.isAlphanumeric && keepsHyphen(start, at, next, end): at = next
            case .period:
                let isShort = isSingle(part, at)
                if after == .letter {
                    let second = run(next, end) { $0 == .letter || $0 == .ignorable }
                    let joins =
                        (isShort && isSingle(next, second) && (isDotted || kind(second) != .apostrophe))
                        || isDegree(part, at, next, second)
                    if !joins { return at }
                    isDotted = true
                    part = next
                    at = next
                } else if isDotted {
                    return after == .period ? at : next
                } else {
                    return after != .period && keepsPeriod(start, at, next) ? next : at
                }
            case .symbol where point == 0x26 && after == .letter:
                let second = run(next, end) { $0 == .letter }
                if at - start > 3 || second - next > 3 { return at }
                at = second
            case .slash where point == 0x2F && at == start + 1 && (text[start] | 32) == 119:
                // w/, w/o, w/out
                let second = run(next, end) { $0 == .letter }
                if second == next { return next }
                if text[next] == 111 && (second == next + 1 || second == next + 3) { return second }
                return at
            default: return at
            }
        }
    }

    /// Whether a single letter stands there.
    private func isSingle(_ start: Int, _ end: Int) -> Bool {
        start < end && kind(start) == .letter && start + characterLength(start) == end
    }

    /// Ph.D., M.Sc., B.Phil.
    private func isDegree(_ start: Int, _ end: Int, _ next: Int, _ second: Int) -> Bool {
        let table = Self.degrees
        return table.mark(of: text, from: start, to: end) == 1 && table.mark(of: text, from: next, to: second) == 2
            && text[start] < 97
    }

    private static let degrees = WordTable([(1, "ph m b"), (2, "d sc phil ed eng")])

    /// Whether a word that ends before a hyphen stays one with what follows, as the treebanks have it.
    private func keepsHyphen(_ start: Int, _ hyphen: Int, _ next: Int, _ end: Int) -> Bool {
        if Contractions.prefixes.mark(of: text, from: start, to: hyphen) != nil {
            return kind(next) == .letter || kind(next) == .digit
        }
        let second = run(next, end) { $0 == .letter }
        return Contractions.suffixes.mark(of: text, from: next, to: second) != nil
    }

    /// Whether the full stop behind a word belongs to it: abbreviations and initials.
    private func keepsPeriod(_ start: Int, _ period: Int, _ next: Int) -> Bool {
        let following = skipSpace(next)
        let isUpper = character(start).traits.flags.contains(.upper)
        if let mark = Abbreviation.table.mark(of: text, from: start, to: period),
            let known = Abbreviation(rawValue: mark)
        {
            let isAlone = following >= blockEnd
            switch known {
            case .title:
                if isUpper && !isAlone && kind(following) == .letter && following > next { return true }
                return isUpper && text[start] | 32 == 115 && period - start == 2  // St.
            case .general, .bound: return true
            case .inner: return !isAlone && !character(following).traits.flags.contains(.upper)
            case .date: return isUpper && kind(following) == .digit
            case .numbered: if kind(following) == .digit { return true }
            case .state: if isUpper && isAfterComma(start) { return true }
            }
        }
        guard isUpper, isSingle(start, period), following < blockEnd else { return false }
        // An initial: "J. Marsh", "J.R. Marsh". The pronoun only before another initial.
        if text[start] != 73 { return following > next || kind(following) == .letter }
        return following + 1 < blockEnd && character(following).traits.flags.contains(.upper)
            && text[following + 1] == 46
    }

    private func isAfterComma(_ at: Int) -> Bool {
        at >= blockStart + 2 && text[at - 1] == 32 && text[at - 2] == 44
    }

    // MARK: Numbers

    private func numberEnd(_ start: Int, _ end: Int) -> (end: Int, isWord: Bool) {
        var at = run(start, end) { $0 == .digit || $0 == .numeral || $0 == .ignorable }
        var lengths = (at - start, 0)
        var slashes = 0
        var hyphens = 0
        var plain = true
        while at < end {
            let byte = text[at]
            guard at + 1 < end, kind(at + 1) == .digit else { break }
            let group = run(at + 1, end) { $0 == .digit } - at - 1
            if byte == 46 || byte == 44 || byte == 58 {
                plain = false
            } else if byte == 47 && plain && hyphens == 0 && slashes < 2 && lengths.0 <= 2
                && (group <= 2 || (group == 4 && slashes == 1))
            {
                slashes += 1
            } else if byte == 45 && plain && slashes == 0 && joinsNumber(lengths.0, group, start, at, end) {
                hyphens += 1
            } else {
                break
            }
            lengths.1 = group
            at += 1 + group
        }
        guard at < end, kind(at) == .letter else { return (at, false) }
        let letters = run(at, end) { $0 == .letter || $0 == .digit }
        if Self.units.mark(of: text, from: at, to: letters) != nil { return (at, false) }
        // 20th, 1960s, 1960's, 4chan, 83N
        return (letters, !isOrdinal(at, letters))
    }

    private static let units = WordTable([
        (
            1,
            "am pm mm cm km kg ft lb lbs mph kph hrs hr min mins sec k m bn mn tn mb gb kb tb mhz ghz kw mw gw ml px pt"
        )
    ])

    private static let ordinals = WordTable([(1, "st nd rd th s")])

    private func isOrdinal(_ start: Int, _ end: Int) -> Bool {
        Self.ordinals.mark(of: text, from: start, to: end) != nil
    }

    /// Telephone numbers and dates keep their hyphens; ranges and scores do not.
    private func joinsNumber(_ first: Int, _ group: Int, _ start: Int, _ at: Int, _ end: Int) -> Bool {
        let following = at + 1 + group
        let hasThird = following + 1 < end && text[following] == 45 && kind(following + 1) == .digit
        if at - start > first { return true }
        return (first == 3 && group == 4) || (first <= 3 && group <= 3 && hasThird) || (first == 5 && group == 4)
            || (first == 4 && group <= 2 && hasThird)
    }

    // MARK: Apostrophes and quotation marks

    private mutating func readApostrophe(_ at: Int, _ next: Int, _ end: Int, _ point: UInt32) -> Int {
        let before = kind(before: at)
        let after = kind(next)
        // '' and `` as in old files
        if after == .apostrophe || (after == .singleQuote && point != 0x201A), next < end {
            let second = character(next)
            if second.point == point || (point == 0x2018 && second.point == 0x2019) {
                let stop = next + second.length
                let opens = point == 0x60 || (before == .space && kind(stop) != .space)
                return emit(at, stop, opens ? .openQuote : .closeQuote)
            }
        }
        if point == 0x201A || point == 0x2039 { return emit(at, next, .openQuote) }
        if point == 0x203A { return emit(at, next, .closeQuote) }
        let isBehindWord = !(before == .space) && (before.isAlphanumeric || before == .unspaced || before == .period)
        if !isBehindWord && after.isAlphanumeric {
            let stop = run(next, end) { $0 == .letter || $0 == .digit }
            // ’72, ’60s
            if kind(next) == .digit, let length = yearLength(next, stop), !openSingle {
                return emit(at, next + length, .number)
            }
            if Contractions.elisions.mark(of: text, from: next, to: stop) != nil && point != 0x2018 {
                return emit(at, stop, .word)
            }
            // A clitic behind a quotation mark or bracket: (UN)'s
            if before != .space && before != .openBracket
                && Contractions.clitics.mark(of: text, from: next, to: stop) != nil
            {
                return emit(at, stop, .word)
            }
            openSingle = true
            return emit(at, next, .openQuote)
        }
        if isBehindWord && after == .letter {
            // Behind "U.S." or a number: a clitic; else an opening mark in the wrong place.
            let stop = run(next, end) { $0 == .letter }
            if Contractions.clitics.mark(of: text, from: next, to: stop) != nil { return emit(at, stop, .word) }
        }
        if before == .space {
            if after == .space { return emit(at, next, .quote) }
            openSingle = true
            return emit(at, next, .openQuote)
        }
        if openSingle {
            openSingle = false
            return emit(at, next, .closeQuote)
        }
        if before.isAlphanumeric || before == .period {
            let last = text[at - 1] | 32
            return emit(at, next, last == 115 || last == 122 || last == 120 || text[at - 1] == 46 ? .word : .quote)
        }
        return emit(at, next, after == .space ? .closeQuote : .quote)
    }

    /// 72 or 60s behind an apostrophe.
    private func yearLength(_ start: Int, _ end: Int) -> Int? {
        let digits = run(start, end) { $0 == .digit } - start
        guard digits == 2 else { return nil }
        if start + 2 == end { return 2 }
        return start + 3 == end && text[start + 2] == 115 ? 3 : nil
    }

    /// Spacing decides; where it does not, the mark itself; `"` may remain open.
    private mutating func doubleQuote(_ at: Int, _ next: Int, _ point: UInt32) -> Token.Kind {
        let before = kind(before: at)
        let after = kind(next)
        let mayOpen =
            before == .space || before == .openBracket || before == .dash || before == .slash || before == .hyphen
        let mayClose: Bool
        switch after {
        case .space, .closeBracket, .comma, .period, .terminal, .colon, .semicolon, .dash, .apostrophe: mayClose = true
        default: mayClose = false
        }
        if mayOpen && !mayClose {
            openLow = openLow || point == 0x201E
            return .openQuote
        }
        if mayClose && !mayOpen {
            openLow = false
            return .closeQuote
        }
        switch point {
        case 0x201E, 0xAB, 0x300C, 0x300E, 0x301D: return .openQuote
        case 0x201D, 0xBB, 0x300D, 0x300F, 0x301E, 0x301F: return .closeQuote
        case 0x201C, 0x201F:
            // Closes what „ opened.
            defer { openLow = false }
            return openLow ? .closeQuote : .openQuote
        default: return .quote
        }
    }

    // MARK: Dashes and symbols

    private mutating func readDash(_ at: Int, _ next: Int, _ end: Int, _ kind: CharacterKind, _ point: UInt32) -> Int {
        if kind == .dash { return emit(at, sameEnd(next, end, point), .dash) }
        let stop = sameEnd(next, end, point)
        if stop > next { return emit(at, stop, .dash) }
        if next < end && text[next] == 62 { return emit(at, next + 1, .symbol) }
        return emit(at, next, .hyphen)
    }

    /// Where a run of the same character ends.
    private func sameEnd(_ start: Int, _ end: Int, _ point: UInt32) -> Int {
        var at = start
        while at < end {
            let (next, length) = text.codePoint(at: at, limit: end)
            if next != point { break }
            at += length
        }
        return at
    }

    private mutating func readSymbol(
        _ at: Int, _ next: Int, _ end: Int, _ traits: CharacterTraits, _ point: UInt32
    ) -> Int {
        if let stop = emoticonEnd(at, end) { return emit(at, stop, .symbol) }
        switch traits.kind {
        case .colon: return emit(at, next, .colon)
        case .semicolon: return emit(at, next, .semicolon)
        case .currency: return emit(at, sameEnd(next, end, point), .currency)
        default: break
        }
        // << File >>
        if point == 0x3C || point == 0x3E {
            let stop = sameEnd(next, end, point)
            return emit(at, stop, stop == next + 1 ? (point == 0x3C ? .openQuote : .closeQuote) : .symbol)
        }
        // +44
        if point == 0x2B && next < end && kind(next) == .digit && !kind(before: at).isAlphanumeric {
            return emit(at, numberEnd(next, end).end, .number)
        }
        if traits.flags.contains(.emoji) {
            return emit(at, emojiEnd(next, end), .symbol)
        }
        return emit(at, point == 0x25 || point == 0x26 ? next : sameEnd(next, end, point), .symbol)
    }

    /// An emoji with its variation selectors, skin tones and joiners is one token.
    private func emojiEnd(_ start: Int, _ end: Int) -> Int {
        var at = start
        var joined = false
        while at < end {
            let (traits, point, length) = character(at)
            let continues =
                traits.kind == .ignorable || (0x1F3FB...0x1F3FF).contains(point) || point == 0x20E3
                || (joined && traits.flags.contains(.emoji))
            if !continues { break }
            joined = point == 0x200D
            at += length
        }
        return at
    }

    /// :) ;-) :D =( after white space and before the end of the stretch.
    private func emoticonEnd(_ at: Int, _ end: Int) -> Int? {
        guard
            at == blockStart || kind(before: at) == .space || kind(before: at) == .terminal
                || kind(before: at) == .period
        else { return nil }
        let eyes = text[at]
        guard eyes == 58 || eyes == 59 || eyes == 61, at + 1 < end else { return nil }
        var mouth = at + 1
        if text[mouth] == 45 { mouth += 1 }
        guard mouth < end, [40, 41, 68, 80, 124, 112].contains(text[mouth]) else { return nil }
        return mouth + 1 < end && kind(mouth + 1).isAlphanumeric ? nil : mouth + 1
    }

    // MARK: Tokens

    /// Appends a word, cut as the treebanks cut it; returns its end. `clitics`: how many were cut off behind it.
    @discardableResult
    private mutating func emitWord(_ start: Int, _ end: Int, clitics: Int = 0) -> Int {
        let word = Bytes(rebasing: text[start..<max(start, end)])
        if clitics == 0, end > start, let known = segmentation.vocabulary.find(word, .word),
            segmentation.vocabulary.spellings[Int(known)].isWhole
        {
            return emit(known, start, end, .word)
        }
        let length = end - start
        if length >= 4 && length <= 8, let parts = Contractions.fused.mark(of: text, from: start, to: end) {
            let first = start + Int(parts & 15)
            let second = first + Int(parts >> 4)
            emit(start, first, .word)
            if second > first { emit(first, second, .word) }
            return emit(second, end, .word)
        }
        guard clitics < Self.mostClitics, let apostrophe = lastApostrophe(start, end) else {
            return emitWhole(start, end, clitics)
        }
        let after = apostrophe + characterLength(apostrophe)
        var cut: Int?
        if Contractions.clitics.mark(of: text, from: after, to: end) != nil {
            cut = apostrophe
        } else if end == after + 1 && text[after] | 32 == 116 && apostrophe > start + 1
            && text[apostrophe - 1] | 32 == 110
        {
            cut = apostrophe - 1
        }
        guard let cut, cut > start else { return emitWhole(start, end, clitics) }
        emitWord(start, cut, clitics: clitics + 1)
        return emit(cut, end, .word)
    }

    /// Appends a word that is one token, and remembers that it is.
    private mutating func emitWhole(_ start: Int, _ end: Int, _ clitics: Int) -> Int {
        emit(start, end, .word)
        if clitics == 0, end > start, let number = segmentation.spellings.last {
            segmentation.vocabulary.setWhole(number)
        }
        return end
    }

    /// English has "I'd've"; what has more is no word, and must not be cut without end.
    private static let mostClitics = 4

    private func lastApostrophe(_ start: Int, _ end: Int) -> Int? {
        // No clitic is longer than two letters.
        var at = end
        var steps = 0
        while at > start && steps < 3 {
            at = text.offset(before: at, from: start)
            let byte = text[at]
            if (byte | 32) &- 97 < 26 {
                steps += 1
                continue
            }
            return kind(at) == .apostrophe ? at : nil
        }
        return nil
    }

    /// Appends a token; returns its end.
    @discardableResult
    @inline(__always)
    private mutating func emit(_ start: Int, _ end: Int, _ kind: Token.Kind) -> Int {
        guard end > start else { return end }
        let word = Bytes(rebasing: text[start..<end])
        let number = segmentation.vocabulary.find(word, kind) ?? add(word, kind, start, end)
        return emit(number, start, end, kind)
    }

    /// Appends a token whose spelling has a number; returns its end.
    @inline(__always)
    private mutating func emit(_ number: UInt32, _ start: Int, _ end: Int, _ kind: Token.Kind) -> Int {
        let spelling = segmentation.vocabulary.spellings[Int(number)]
        segmentation.spellings.append(number)
        segmentation.tokens.append(
            Token(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), kind: kind,
                shape: spelling.shape, script: spelling.script,
                flags: space ? spelling.flags.union(.spaceBefore) : spelling.flags))
        space = false
        return end
    }

    /// Adds a word to the vocabulary; its number.
    @inline(never)
    private mutating func add(_ word: Bytes, _ kind: Token.Kind, _ start: Int, _ end: Int) -> UInt32 {
        var form: [UInt8] = []
        let (letters, flags) = describe(start, end, &form)
        return segmentation.vocabulary.add(
            word, kind, shape: letters.shape, script: letters.script, flags: flags, form: form)
    }

    /// Folds a token and gathers what its letters tell.
    private func describe(_ start: Int, _ end: Int, _ form: inout [UInt8]) -> (LetterSummary, Token.Flags) {
        var letters = LetterSummary()
        var at = start
        while at < end {
            let byte = text[at]
            guard byte < 0x80 else { break }
            at += 1
            var folded = byte
            if byte &- 65 < 26 {
                folded = byte | 32
                letters.addLatin(isUpper: true)
            } else if byte &- 97 < 26 {
                letters.addLatin(isUpper: false)
            } else {
                letters.addOther(isJoint: byte == 45 || byte == 39)
                if byte == 0x60 { folded = 0x27 }
            }
            form.append(folded)
        }
        let flags = at < end ? describeRest(from: at, to: end, &form, &letters) : []
        return (letters, flags)
    }

    /// Folds the rest of a token that is not all ASCII.
    private func describeRest(
        from start: Int, to end: Int, _ form: inout [UInt8], _ letters: inout LetterSummary
    ) -> Token.Flags {
        var flags: Token.Flags = .nonASCII
        var mayDenormalize = false
        var at = start
        while at < end {
            let (traits, point, length) = character(at)
            at += length
            if traits.flags.contains(.ignorable) { flags.insert(.ignorable) }
            letters.add(traits)
            mayDenormalize = folder.append(point, traits, to: &form) || mayDenormalize
        }
        if mayDenormalize { FormFolder.normalize(&form, from: 0) }
        return flags
    }
}
