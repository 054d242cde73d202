import CalqueLint
import CalqueSyntax
import CalqueText

/// The article is not in English at all.
struct NotEnglish: Rule {
    static let description = RuleDescription(
        id: "not-english",
        name: "Not in English",
        family: .residue,
        summary: "The article is not in English.",
        rationale: """
            A file of the source language among the translations gets one finding, at its beginning, not a thousand. An article \
            counts as foreign when most of its letters are of another script than Latin, or when the small words of another \
            language are more than twice as frequent in it as those of English. Texts under twenty words are left alone.
            """,
        mqm: "Accuracy/Untranslated",
        severity: .critical,
        bad: [
            "[[Мост]] через реку открыли вчера утром, и первые машины уже проехали на другой берег, где их ждали жители "
                + "посёлка с цветами и хлебом, сообщила администрация района.",
            "[[Die]] Brücke über den Fluss wurde gestern eröffnet, und die ersten Wagen sind schon auf der anderen Seite "
                + "angekommen, wo sie von den Bewohnern des Dorfes mit Blumen erwartet wurden. Das ist für die Stadt und "
                + "den Kreis eine gute Nachricht, denn die alte Brücke war seit dem Hochwasser nicht mehr zu benutzen.",
        ],
        good: [
            "The bridge over the river was opened yesterday, and the first cars have reached the other bank, where people of "
                + "the village were waiting with flowers.",
            "Die Brücke ist offen.",
        ],
        precision: "")

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let language = analysis.facts(ArticleLanguage.self)
        guard let reason = language.reason, language.token < analysis.tokens.count else { return }
        let token = language.token
        findings.append(
            Finding(
                rule: Self.description, span: analysis.tokens[token].span, message: Self.message(reason),
                confidence: 0.99))
    }

    private static func message(_ reason: String) -> String {
        "The article is not in English: \(reason)."
    }
}
