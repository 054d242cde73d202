import CalqueLint
import CalqueSyntax
import CalqueText

/// The unknown words of an article, in order, for the rules that report them.
struct UnknownWords: ArticleFacts {
    let words: [UnknownWord]

    init(_ analysis: borrowing Analysis) { words = UnknownWord.find(analysis) }
}

/// A word in Latin letters that no English dictionary has and that does not look English.
struct UnknownWord {
    enum Kind {
        /// Russian or another language of Cyrillic script in Latin letters: "plodovoovoshchnaya".
        case transliterated
        /// A language of Latin script: "Vorerkrankungen".
        case untranslated
    }

    let token: Int
    let kind: Kind
    /// `Lexicon.englishness`.
    let score: Float

    /// The unknown words of an article, in order.
    ///
    /// Left out are words that people write so: names (all that begin with a capital, but for German compounds), slips (one
    /// letter away from a common word, or two words glued), terms that are quoted, bracketed, called so or used again and
    /// again, sentences in another language, scientific romanisation, names of drugs, and parts of addresses.
    static func find(_ analysis: borrowing Analysis) -> [UnknownWord] {
        let segmentation = analysis.segmentation
        var words: [UnknownWord] = []
        var judged: (sentence: UInt32, isForeign: Bool)?
        for token in segmentation.tokens.indices {
            let entry = segmentation.tokens[token]
            guard entry.kind == .word, entry.script == .latin, entry.span.count >= 4 else { continue }
            guard entry.shape == .lower || entry.shape == .title, !analysis.word(token).isKnown else { continue }
            let form = segmentation.form(token)
            guard isPlain(form) else { continue }
            let score = analysis.lexicon.englishness(of: form)
            guard score <= leastEnglish else { continue }
            if entry.shape == .title {
                guard isGermanCompound(form, score), !entry.isFirst,
                    token == 0 || segmentation.tokens[token - 1].shape == .lower
                        || segmentation.tokens[token - 1].shape == .none
                else { continue }
            } else if analysis.lexicon.guess(form, shape: .lower).isBuiltFromKnown || isDrug(form) {
                continue
            }
            if isShownOnPurpose(token, analysis) { continue }
            if judged?.sentence != entry.sentence {
                let sentence = analysis.sentences[Int(entry.sentence)]
                judged = (entry.sentence, ArticleLanguage.isForeign(sentence, analysis))
            }
            if judged?.isForeign == true || isSlip(Array(form), analysis.lexicon) { continue }
            words.append(UnknownWord(token: token, kind: kind(of: form, entry), score: score))
        }
        if words.isEmpty { return [] }
        // One clear case more makes the less clear ones of the same article likely.
        let clear = words.reduce(0) { $0 + ($1.score <= certain ? 1 : 0) }
        let bar = clear >= 2 ? leastEnglish : certain
        var uses: [UInt32: Int] = [:]
        for word in words { uses[segmentation.hash(word.token), default: 0] += 1 }
        return words.filter { word in
            guard word.score <= bar else { return false }
            // A term of the article, which its author knows.
            return uses[segmentation.hash(word.token), default: 0] < 3 || word.score < -6
        }
    }

    private static let certain: Float = -2.2
    private static let leastEnglish: Float = -0.5

    /// Letters only, and none that only scholars use.
    private static func isPlain(_ form: ArraySlice<UInt8>) -> Bool {
        var at = form.startIndex
        var letters = 0
        while at < form.endIndex {
            let byte = form[at]
            letters += 1
            if byte < 0x80 {
                guard byte >= 97 && byte <= 122 else { return false }
                at += 1
                continue
            }
            guard byte >= 0xC3, byte <= 0xC8, at + 1 < form.endIndex else { return false }
            let character = UInt32(byte & 0x1F) << 6 | UInt32(form[at + 1] & 0x3F)
            switch character {
            // â (mostly broken), æ, œ, long vowels
            case 0xE2, 0xE6, 0x153, 0x101, 0x113, 0x12B, 0x14D, 0x16B, 0x259: return false
            default: break
            }
            at += 2
        }
        return letters >= 4
    }

    // MARK: What people write

    private static func isShownOnPurpose(_ token: Int, _ analysis: borrowing Analysis) -> Bool {
        let tokens = analysis.tokens
        let (before, after) = (token > 0 ? tokens[token - 1] : nil, token + 1 < tokens.count ? tokens[token + 1] : nil)
        if let before {
            switch before.kind {
            case .openBracket, .openQuote, .quote, .url, .email, .tag, .slash: return true
            default: break
            }
            if analysis.isToken(token - 1, in: naming) || isAddress(analysis.article.text, tokens[token]) {
                return true
            }
        }
        if let after {
            switch after.kind {
            case .openBracket, .closeQuote, .quote, .slash: return true
            default: break
            }
        }
        if isLabelled(token, analysis) { return true }
        // "Ruhr-gebiet", "Pasha-zade"
        if let before, before.kind == .hyphen, !tokens[token].spaceBefore, token > 1, tokens[token - 2].shape == .title
        {
            return true
        }
        // "ulitsa Lenina", "crème brûlée"
        if analysis.isToken(token, in: loanwords) { return true }
        return analysis.isToken(token, in: places)
    }

    /// "Spanish: …", "Spanish language: …" before it in the sentence.
    private static func isLabelled(_ token: Int, _ analysis: borrowing Analysis) -> Bool {
        var at = token - 1
        let first = analysis.sentences[Int(analysis.tokens[token].sentence)].tokens.lowerBound
        while at > max(first, token - 200) {
            if analysis.tokens[at].kind == .colon, analysis.isToken(at - 1, in: languages) { return true }
            at -= 1
        }
        return false
    }

    private static let languages: FormSet = [
        "language", "spanish", "french", "german", "italian", "portuguese", "dutch", "polish", "czech", "slovak",
        "croatian",
        "serbian", "bosnian", "slovene", "hungarian", "romanian", "turkish", "latin", "swedish", "danish", "norwegian",
        "finnish", "estonian", "latvian", "lithuanian", "russian", "ukrainian", "original", "vietnamese", "indonesian",
    ]

    private static func isAddress(_ text: [UInt8], _ token: Token) -> Bool {
        let (start, end) = (Int(token.start), Int(token.end))
        func isJoint(_ byte: UInt8) -> Bool { [46, 64, 95, 47, 35, 92, 61].contains(byte) }
        if start > 0 && isJoint(text[start - 1]) { return true }
        return end + 1 < text.count && isJoint(text[end]) && text[end + 1] > 47
    }

    private static let naming: FormSet = [
        "called", "named", "termed", "dubbed", "so-called", "word", "term", "nicknamed",
    ]
    private static let loanwords: FormSet = [
        "brûlée", "brûlées", "flambé", "flambée", "flambéed", "sautéed", "jalapeño", "jalapeños", "piñata", "piñatas",
        "smörgåsbord", "doppelgänger", "doppelgängers", "über", "façades", "naïveté", "señor", "señora", "glögg",
        "mâché",
        "châteaux", "pâtés", "crêpes", "mêlée", "mêlées", "brûlé", "consommé", "soufflé", "soufflés", "entrée",
        "entrées",
    ]
    private static let places: FormSet = [
        "ulitsa", "okrug", "oblast", "krai", "kray", "raion", "rayon", "selo", "prospekt", "ploshchad", "rue", "calle",
        "gasse",
        "straße", "strasse", "platz", "plaza", "voivodeship", "powiat", "gmina", "aimag", "oblys", "wilayah",
        "kecamatan",
        "pereulok", "naberezhnaya", "shosse", "bulvar", "vulytsia", "hromada", "ulica",
    ]

    /// Generic names of drugs: the stems of the WHO's nonproprietary names.
    private static func isDrug(_ form: ArraySlice<UInt8>) -> Bool {
        let word = String(decoding: form, as: UTF8.self)
        return ["vir", "mab", "nib", "pril", "olol", "azole", "statin", "cillin", "mycin", "oxacin", "caine", "quine"]
            .contains { word.hasSuffix($0) }
    }

    /// One letter too many, too few, another or two exchanged from a common word, or two words without a space.
    private static func isSlip(_ form: [UInt8], _ lexicon: Lexicon) -> Bool {
        func isCommon(_ word: some Collection<UInt8>, _ least: UInt8) -> Bool {
            let bytes = ArraySlice(word)
            let entry = lexicon[lexicon.find(bytes, hash: FormHash.of(bytes))]
            return entry.frequency >= least && entry.marks.contains(.dictionary)
        }
        guard form.allSatisfy({ $0 < 0x80 }) else { return isCommon(withoutAccents(form), 5) }
        guard form.count < 24 else { return false }
        for cut in 2..<max(2, form.count - 1) where isCommon(form[..<cut], 42) && isCommon(form[cut...], 42) {
            return true
        }
        var word = form
        let words = lexicon.fingerprint == Lexicon.english.fingerprint ? commonEnglish : commonWords(lexicon)
        // The hash of what stands before each letter, so that what comes of a change is hashed from there on only.
        var hash = FormHash.offsetBasis
        for at in form.indices {
            defer { hash = FormHash.add(form[at], to: hash) }
            let rest = form[(at + 1)...]
            // A vowel hung on at the end is the source's ending: "orbitu".
            if at < form.count - 1 || !"aeiouy".utf8.contains(form[at]) {
                if mayBeCommon(hash, rest, words) {
                    word.remove(at: at)
                    if isCommon(word, 30) { return true }
                    word.insert(form[at], at: at)
                }
            }
            if at + 1 < form.count, form[at] != form[at + 1] {
                word.swapAt(at, at + 1)
                if isCommon(word, 27) { return true }
                word.swapAt(at, at + 1)
            }
            guard form.count >= 6 else { continue }
            for letter in UInt8(97)...122 {
                let changed = FormHash.add(letter, to: hash)
                if at < form.count - 1, mayBeCommon(changed, rest, words) {
                    word[at] = letter
                    if isCommon(word, 32) { return true }
                    word[at] = form[at]
                }
                if mayBeCommon(changed, form[at...], words) {
                    word.insert(letter, at: at)
                    if isCommon(word, 32) { return true }
                    word.remove(at: at)
                }
            }
        }
        return false
    }

    /// Whether a word may be common enough for a slip of it to be likely, given by the hash of its beginning and its rest.
    private static func mayBeCommon(_ hash: UInt32, _ rest: ArraySlice<UInt8>, _ words: HashFilter) -> Bool {
        var hash = hash
        for byte in rest { hash = FormHash.add(byte, to: hash) }
        return words.mayContain(hash)
    }

    private static let commonEnglish = commonWords(.english)

    private static func commonWords(_ lexicon: Lexicon) -> HashFilter {
        var filter = HashFilter(bits: 1 << 19)
        for word in lexicon.words where lexicon[word].frequency >= 27 { filter.insert(lexicon.hash(word)) }
        return filter
    }

    /// The word without the accents of French and Spanish: "emigré".
    private static func withoutAccents(_ form: [UInt8]) -> [UInt8] {
        String(decoding: form, as: UTF8.self).unicodeScalars.flatMap { scalar -> [UInt8] in
            let plain: Unicode.Scalar =
                switch scalar {
                case "à", "á", "ã": "a"
                case "è", "é", "ê", "ë": "e"
                case "ì", "í", "î", "ï": "i"
                case "ò", "ó", "ô": "o"
                case "ù", "ú", "û": "u"
                case "ç": "c"
                case "ñ": "n"
                case "ł": "l"
                default: scalar
                }
            return Array(String(plain).utf8)
        }
    }

    // MARK: Which language

    /// A German noun of several parts, with an ending that names do not have.
    private static func isGermanCompound(_ form: ArraySlice<UInt8>, _ score: Float) -> Bool {
        guard form.count >= 11, score <= -3 else { return false }
        let word = String(decoding: form, as: UTF8.self)
        return compoundEndings.contains { word.hasSuffix($0) }
    }

    private static let compoundEndings = [
        "ungen", "ungs", "erkrankung", "heiten", "keiten", "keit", "schaften", "strategien", "gruppe", "gruppen",
        "referent", "sekretär", "sekretärin", "wochen", "klasse", "fälle", "fällen", "ministerium", "ministeriums",
        "treffens",
        "treffen", "rate", "raten", "angestellte", "angestellten", "maßnahme", "maßnahmen", "verfahren", "versicherung",
        "gesetz", "gesetzes", "kosten", "zeiten", "preise", "leistung", "prüfung", "beamter", "beamten", "anwalt",
        "anwaltschaft", "sprecherin", "küste", "krebs", "krankheit", "gewerkschaft", "kandidat", "kandidaten",
        "präsident",
        "meisterschaft", "mannschaft", "stelle", "stellen", "steuer", "steuern", "verkehr", "verkehrs", "regierung",
    ]

    private static func kind(of form: ArraySlice<UInt8>, _ token: Token) -> Kind {
        if token.shape == .title || form.contains(where: { $0 >= 0x80 }) { return .untranslated }
        func has(_ letters: String) -> Bool {
            form.indices.contains { form[$0...].starts(with: letters.utf8) }
        }
        if form.contains(where: { "jqwx".utf8.contains($0) }) || has("sch") || has("ck") { return .untranslated }
        let isCyrillic =
            cyrillicLetters.contains(where: has)
            || cyrillicEndings.contains {
                form.count >= $0.utf8.count && form.suffix($0.utf8.count).elementsEqual($0.utf8)
            }
        return isCyrillic ? .transliterated : .untranslated
    }

    private static let cyrillicLetters = ["zh", "kh", "shch", "ya", "yu", "yy", "iy", "oy", "vy", "dy", "ry", "ny"]
    private static let cyrillicEndings = [
        "ogo", "ego", "omu", "emu", "ov", "ev", "ami", "imi", "enko", "nik", "niy", "ost", "osti",
    ]
}
