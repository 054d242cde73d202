import CalqueLint
import CalqueSyntax
import CalqueText

/// Words in another script than Latin.
struct ForeignScript: Rule {
    static let description = RuleDescription(
        id: "foreign-script",
        name: "Word in a foreign script",
        family: .residue,
        summary: "A word was left in the script of the source language.",
        rationale: """
            A machine copies words that it does not know. Words that belong together are one finding. Keeps quiet where an \
            author shows the original on purpose: in brackets behind its English form (“the magazine Ogonyok (Огонёк)”), \
            behind the name of a language and a colon, in a quotation that is explained in brackets; and with single letters, \
            Greek symbols, web addresses, hash tags and user names.
            """,
        mqm: "Accuracy/Untranslated",
        severity: .critical,
        bad: [
            "Mr [[Валль]] called the forces to unity.",
            "A student of [[Ковенант]] College paid twenty dollars.",
            "She began [[серьёзную]] training and lost weight.",
            "The firm [[Ромашка Инвест]] owns the bridge.",
            "The head of the [[экспертно-аналитического]] department spoke.",
            "The farmers of [[河北]] are waiting.",
        ],
        good: [
            "The magazine Ogonyok (Огонёк) was closed.",
            "The city of Lviv (Ukrainian: Львів; Polish: Lwów) is old.",
            "He said in Russian: “Спасибо”.",
            "Particles of 10 μm and the angle α are small; it was 20 °С.",
            "The site президент.рф and the tag #мир were blocked.",
            "The film “Брат” (“Brother”) opens today.",
        ],
        precision: "1.00 (n = 48)")

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        var isEnglish: Bool?
        for block in analysis.blockTexts() {
            var words = ForeignWord.words(in: block).filter { isReported($0, block) }
            guard !words.isEmpty else { continue }
            if isEnglish == nil { isEnglish = !analysis.facts(ArticleLanguage.self).isForeign }
            guard isEnglish == true else { return }
            // "Hindi language: …": the original follows up to the end of the paragraph.
            if let label = label(block) { words.removeAll { $0.span.start > label } }
            guard !words.isEmpty else { continue }
            var first = 0
            while first < words.count {
                var last = first
                while last + 1 < words.count, isJoined(words[last], words[last + 1], block) { last += 1 }
                report(words[first...last], block, into: &findings)
                first = last + 1
            }
        }
    }

    private func report(_ group: ArraySlice<ForeignWord>, _ block: BlockText, into findings: inout [Finding]) {
        guard let start = group.first?.span.start, let end = group.last?.span.end else { return }
        let span = Span(start, end)
        if group.allSatisfy({ $0.isMixed }) { return }
        if isLetter(group, block) || isGloss(span, block) { return }
        let isName = group.allSatisfy { $0.startsWithCapital }
        if group.count >= 4 || (group.count > 1 && isName) {
            add(span, group, isName: isName && group.count < 4, block, into: &findings)
        } else {
            for word in group where !isLetter([word], block) && !word.isMixed {
                add(word.span, [word], isName: word.startsWithCapital, block, into: &findings)
            }
        }
    }

    private func add(
        _ span: Span, _ words: ArraySlice<ForeignWord>, isName: Bool, _ block: BlockText, into findings: inout [Finding]
    ) {
        let text = block.string(span)
        let script = words.first?.script ?? .other
        let latin = isName && script == .cyrillic ? Romanization.latin(text) : nil
        findings.append(
            Finding(
                rule: Self.description, span: span, message: Self.message(text, script, latin, words.count),
                suggestions: latin.map { [Suggestion(span: span, replacement: $0)] } ?? [], confidence: 0.97))
    }

    private func isReported(_ word: ForeignWord, _ block: BlockText) -> Bool {
        // Symbols: μm, ΔT, β-test.
        if word.script == .greek && (word.letters < 3 || word.latin > 0) { return false }
        // Addresses, tags, user names.
        let before = block.characterBefore(word.span.start)
        let after = block.character(word.span.end)
        if [35, 64, 47, 95].contains(before) { return false }
        let next = block.character(word.span.end + 1)
        if after == 46 && BlockText.isLetter(next) && ForeignWord.script(of: next) == nil { return true }
        if after == 46 && BlockText.isLower(next) { return false }
        if before == 46 && BlockText.isLetter(block.characterBefore(word.span.start - 1)) {
            return !BlockText.isLower(block.character(word.span.start))
        }
        return true
    }

    /// A single letter is a symbol; but a single Chinese character is a word, unless it is quoted.
    private func isLetter(_ group: ArraySlice<ForeignWord>, _ block: BlockText) -> Bool {
        guard let first = group.first, group.reduce(0, { $0 + $1.letters }) < 2 else { return false }
        return first.script != .han || Self.isQuotation(block.characterBefore(first.span.start))
    }

    /// Where the name of a language and a colon stand.
    private func label(_ block: BlockText) -> Int? {
        var at = block.start
        while at < block.end {
            if block.text[at] == 58 {
                let word = block.lastWord(before: at)
                if Self.languages.contains(word) { return at }
            }
            at += 1
        }
        return nil
    }

    /// Nothing but white space and marks between two words.
    private func isJoined(_ a: ForeignWord, _ b: ForeignWord, _ block: BlockText) -> Bool {
        var at = a.span.end
        var isPlain = true
        while at < b.span.start {
            let character = block.character(at)
            if BlockText.isLetter(character) { return false }
            if !BlockText.isSpace(character) { isPlain = false }
            at = block.next(at)
        }
        return isPlain || !(a.startsWithCapital && b.startsWithCapital)
    }

    /// Whether the author shows the original on purpose.
    private func isGloss(_ span: Span, _ block: BlockText) -> Bool {
        var start = block.skippingSpaceBack(span.start)
        var end = block.skippingSpace(span.end)
        var isQuoted = false
        while Self.isQuotation(block.characterBefore(start)) {
            start = block.previous(start)
            isQuoted = true
        }
        while Self.isQuotation(block.character(end)) || [44, 46].contains(block.character(end)) {
            end = block.next(end)
        }
        end = block.skippingSpace(end)
        // “Брат” (“Brother”)
        if isQuoted && block.character(end) == 40 { return true }
        // Ogonyok (Огонёк): the bracket opens here, behind a Latin word, or a language is named in it.
        let before = block.skippingSpaceBack(start)
        if block.characterBefore(before) == 40 {
            let outer = block.characterBefore(block.skippingSpaceBack(before - 1))
            return BlockText.isLetter(outer) && outer < 0x370 || Self.isQuotation(outer) || BlockText.isDigit(outer)
        }
        return isLabelled(block, before)
    }

    /// "Russian: …", "(Ukrainian: …; Polish: …)", "in Russian …", "the original: …" within a few words before.
    private func isLabelled(_ block: BlockText, _ end: Int) -> Bool {
        var at = end
        var hasColon = false
        for _ in 0..<8 {
            while at > block.start, !BlockText.isWordCharacter(block.characterBefore(at)) {
                let character = block.characterBefore(at)
                if character == 58 { hasColon = true }
                if character == 46 && at < end && block.byte(at) != 41 { return false }
                at = block.previous(at)
            }
            let word = block.wordBefore(at)
            guard word.count > 0 else { return false }
            let text = block.lowercased(word)
            if Self.languages.contains(text) {
                return hasColon || ["in", "the"].contains(block.lastWord(before: word.start))
                    || block.characterBefore(word.start) == 40
            }
            at = word.start
        }
        return false
    }

    private static func isQuotation(_ character: UInt32) -> Bool {
        [34, 39, 0x2018, 0x2019, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x300A, 0x300B, 0x300C, 0x300D].contains(character)
    }

    private static let languages: Set<String> = [
        "russian", "ukrainian", "belarusian", "bulgarian", "serbian", "macedonian", "greek", "arabic", "hebrew",
        "yiddish",
        "chinese", "mandarin", "cantonese", "japanese", "korean", "hindi", "urdu", "persian", "farsi", "armenian",
        "georgian", "thai", "kazakh", "kyrgyz", "tajik", "mongolian", "tatar", "bengali", "tamil", "burmese", "khmer",
        "cyrillic", "language", "original", "translation", "hangul", "pinyin", "simplified", "traditional", "sanskrit",
    ]

    private static func message(_ text: String, _ script: ForeignWord.Script, _ latin: String?, _ count: Int) -> String
    {
        let letters = script == .other ? "the letters of another script" : "\(script.rawValue) letters"
        if count > 3 { return "A passage of \(count) words stands in \(letters): the machine left it untranslated." }
        let what = "“\(text)” stands in \(letters): the machine left it untranslated."
        guard let latin else { return what }
        return what + " If it is a name, it is “\(latin)” in Latin letters."
    }
}
