import CalqueLint
import CalqueSyntax
import CalqueText

/// A word of the source language spelled in Latin letters: "razdrazhitelny".
struct TransliteratedWord: Rule {
    static let description = RuleDescription(
        id: "transliterated-word",
        name: "Transliterated word",
        family: .residue,
        summary: "A word of a language in Cyrillic script was spelled in Latin letters instead of being translated.",
        rationale: """
            Some machines romanise the words that they do not know, as if they were names. A word in small letters is reported \
            when no dictionary has it and its letters are improbable in English (a model of letter sequences); the bar is lower \
            in an article that has such words anyway. Keeps quiet with quoted, bracketed and explained words, slips of the pen, \
            drugs, and words for places beside a name.
            """,
        mqm: "Accuracy/Untranslated",
        severity: .critical,
        bad: [
            "The old man was ill and [[razdrazhitelny]] all day.",
            "They export [[plodoovoshchnaya]] goods to the north.",
            "The school came to terms with its [[prepodavatelyami]] in May.",
        ],
        good: [
            "The city lies in Sverdlovsk oblast, and the house in ulitsa Pushkina.",
            "The pastry is called kurnik by everybody.",
            "The soup (shchaveleviy) is green.",
            "The perestroika years and the siloviki are past.",
            "Remdesivir and lopinavir did not help.",
        ],
        missed: ["The fallen troops polal in the grass."],
        precision: "1.00 (n = 4)")

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let words = analysis.facts(UnknownWords.self).words
        guard words.contains(where: { $0.kind == .transliterated }), !analysis.facts(ArticleLanguage.self).isForeign
        else {
            return
        }
        for word in words where word.kind == .transliterated {
            findings.append(
                Finding(
                    rule: Self.description, span: analysis.tokens[word.token].span,
                    message: Self.message(analysis.string(word.token)), confidence: word.score < -4 ? 0.95 : 0.85))
        }
    }

    private static func message(_ word: String) -> String {
        "No English dictionary has “\(word)”, and its letters are not those of an English word: it looks like a word of the source language in Latin letters."
    }
}
