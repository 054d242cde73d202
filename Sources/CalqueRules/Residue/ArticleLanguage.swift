import CalqueLint
import CalqueSyntax
import CalqueText

/// Tells whether an article is English by its script and its small words.
struct ArticleLanguage: ArticleFacts {
    /// What speaks against English, as a clause; nil for English, and for texts under twenty words.
    let reason: String?
    /// The first token of the first foreign sentence of some length.
    let token: Int

    var isForeign: Bool { reason != nil }

    init(_ analysis: borrowing Analysis) {
        let foreign = Self.foreign(analysis)
        reason = foreign?.reason
        token = foreign?.token ?? 0
    }

    /// What speaks against English, as a clause, and the first token of the first foreign sentence of some length;
    /// nil for English, and for texts under twenty words.
    private static func foreign(_ analysis: borrowing Analysis) -> (reason: String, token: Int)? {
        var (latin, other) = (0, 0)
        for byte in analysis.article.text {
            if byte < 0x80 {
                if byte | 32 >= 97 && byte | 32 <= 122 { latin += 1 }
            } else if byte >= 0xCE && byte < 0xE1 || byte >= 0xE3 {
                // Lead bytes of Greek, Cyrillic, Hebrew, Arabic; of most of Asia.
                other += 1
            }
        }
        if other > latin && latin + other > 60 {
            let token = firstSentence(analysis) { analysis.article.text[Int(analysis.tokens[$0].start)] >= 0xCD }
            return ("most of its letters are of another script than Latin", token)
        }
        var words = 0
        var english = 0
        var counts = [Int](repeating: 0, count: languages.count)
        for token in 0..<analysis.tokens.count where analysis.tokens[token].kind == .word {
            words += 1
            if analysis.isToken(token, in: Self.english) {
                english += 1
            } else if analysis.isToken(token, in: anyForeign) {
                for (index, language) in languages.enumerated() where analysis.isToken(token, in: language.words) {
                    counts[index] += 1
                }
            }
            // Long articles are judged by their beginning.
            if words == 500 { break }
        }
        guard words >= 20, let most = counts.max(), most * 6 >= words, most > english * 2,
            let index = counts.firstIndex(of: most)
        else { return nil }
        let reason =
            "\(most) of its first \(words) words are small words of \(languages[index].name), \(english) of English"
        return (reason, firstSentence(analysis) { analysis.isToken($0, in: languages[index].words) })
    }

    /// The first token of the first sentence of more than three words that has a token of a kind.
    private static func firstSentence(_ analysis: borrowing Analysis, _ isForeign: (Int) -> Bool) -> Int {
        for sentence in analysis.sentences where sentence.tokens.count > 4 && sentence.tokens.contains(where: isForeign)
        {
            return sentence.tokens.first { analysis.tokens[$0].isWord } ?? sentence.tokens.lowerBound
        }
        return 0
    }

    /// Whether a sentence is of another language: three of its small words at least, and more than those of English.
    static func isForeign(_ sentence: Sentence, _ analysis: borrowing Analysis) -> Bool {
        var english = 0
        var other = 0
        for token in sentence.tokens {
            if analysis.isToken(token, in: Self.english) {
                english += 1
            } else if analysis.isToken(token, in: anyForeign) {
                other += 1
            }
        }
        return other >= 3 && other > english
    }

    private static let english: FormSet = [
        "the", "of", "and", "to", "that", "is", "was", "for", "on", "with", "as", "at", "by", "it", "from", "be", "are",
        "have", "has", "this", "which", "not", "were", "had", "his", "its", "their", "said", "would", "will",
    ]

    /// The small words of all languages together, so that most tokens are looked up once.
    private static let anyForeign = FormSet(Set(smallWords.flatMap(\.words)))
    private static let languages = smallWords.map { (name: $0.name, words: FormSet($0.words)) }
    private static let smallWords: [(name: String, words: [String])] = [
        (
            "German",
            [
                "der", "die", "und", "das", "den", "dem", "ist", "nicht", "mit", "von", "zu", "ein", "eine", "auf",
                "sich", "des", "im", "für", "wurde", "sind", "auch",
            ]
        ),
        (
            "French",
            [
                "le", "la", "les", "des", "et", "un", "une", "du", "est", "dans", "que", "qui", "pour", "pas", "sur",
                "au", "par", "il", "ce", "en", "de",
            ]
        ),
        (
            "Spanish",
            [
                "el", "la", "los", "las", "de", "del", "que", "y", "en", "un", "una", "por", "con", "se", "para", "su",
                "al", "es",
            ]
        ),
        (
            "Italian",
            [
                "il", "la", "di", "che", "e", "del", "della", "un", "una", "con", "non", "sono", "le", "dei", "nel",
                "si", "è",
            ]
        ),
        ("Portuguese", ["os", "de", "da", "que", "e", "em", "um", "uma", "para", "com", "não", "na", "se", "por"]),
        (
            "Dutch",
            ["de", "het", "een", "van", "en", "dat", "niet", "zijn", "op", "te", "voor", "met", "aan", "ook", "werd"]
        ),
        ("Polish", ["w", "z", "na", "się", "nie", "jest", "że", "od", "przez", "po", "dla", "ale", "jak"]),
        ("Czech or Slovak", ["v", "se", "na", "je", "že", "s", "z", "k", "po", "jsou", "pro", "sa", "som", "za"]),
        (
            "Croatian or Serbian",
            ["u", "je", "se", "na", "da", "su", "za", "od", "koji", "što", "s", "ne", "bi", "iz", "kao"]
        ),
        (
            "Swedish, Norwegian or Danish",
            ["och", "og", "att", "det", "på", "som", "en", "är", "er", "av", "af", "för", "til", "med", "den", "ikke"]
        ),
        ("Romanian", ["și", "de", "la", "în", "cu", "pe", "din", "că", "care", "nu", "un", "pentru", "este"]),
        ("Turkish", ["ve", "bir", "bu", "da", "de", "için", "ile", "olarak", "olan", "çok", "daha"]),
    ]
}
