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
                + "angekommen, wo sie von den Bewohnern des Dorfes mit Blumen erwartet wurden.",
        ],
        good: [
            "The bridge over the river was opened yesterday, and the first cars have reached the other bank, where people of "
                + "the village were waiting with flowers.",
            "Die Brücke ist offen.",
        ],
        precision: "")

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        guard let language = ArticleLanguage.foreign(analysis) else { return }
        guard let block = analysis.article.blockTexts().first(where: { $0.end > $0.start }) else { return }
        var word = block.word(block.start)
        if word.count == 0 { word = Span(block.start, block.next(block.start)) }
        findings.append(Finding(rule: Self.description, span: word, message: Self.message(language), confidence: 0.99))
    }

    private static func message(_ language: String) -> String {
        "The article is not in English: \(language). Nothing else is reported about it."
    }
}
