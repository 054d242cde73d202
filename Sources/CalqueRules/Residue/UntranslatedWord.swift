import CalqueLint
import CalqueSyntax
import CalqueText

/// A word of a source language in Latin script that was left as it was: "Vorerkrankungen", "izviđanje".
struct UntranslatedWord: Rule {
    static let description = RuleDescription(
        id: "untranslated-word",
        name: "Untranslated word",
        family: .residue,
        summary: "A word of another language in Latin script was left untranslated.",
        rationale: """
            A machine copies words that it does not know: rare inflected forms, compounds. A word in small letters is reported \
            when no dictionary has it and its letters are improbable in English (a model of letter sequences); one with a \
            capital only if it is a German compound with the ending of a common noun. Keeps quiet with quoted, bracketed and \
            explained words, slips of the pen, scholarly romanisation, and words for places beside a name.
            """,
        mqm: "Accuracy/Untranslated",
        severity: .critical,
        bad: [
            "All officials will be counted [[elektronisch]] from May.",
            "Patients with earlier [[Herzerkrankungen]] are treated first.",
            "The [[izviđanje]] of the coast took two days.",
        ],
        good: [
            "The party Bündnis Deutschland and the Süddeutsche Zeitung disagree.",
            "The dish, called ajvar, and the word “čaršija” came with the Turks.",
            "His résumé mentions a café and a crème brûlée.",
            "The niqāb and the mūrti are explained below.",
        ],
        missed: ["The federal and gau shooting will be in July."],
        precision: "1.00 (n = 177)")

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let words = analysis.facts(UnknownWords.self).words.filter { $0.kind == .untranslated }
        guard !words.isEmpty, !analysis.facts(ArticleLanguage.self).isForeign else { return }
        var first = 0
        while first < words.count {
            // Words that follow one another are one finding, up to four.
            var last = first
            while last + 1 < words.count, last - first < 3, words[last + 1].token == words[last].token + 1 { last += 1 }
            let span = analysis.span(words[first].token...words[last].token)
            let score = words[first...last].reduce(0) { min($0, $1.score) }
            findings.append(
                Finding(
                    rule: Self.description, span: span,
                    message: Self.message(analysis.article.string(span), last > first),
                    confidence: score < -4 ? 0.95 : 0.85))
            first = last + 1
        }
    }

    private static func message(_ words: String, _ areSeveral: Bool) -> String {
        areSeveral
            ? "No English dictionary has the words “\(words)”, and their letters are not those of English words: they were left untranslated."
            : "No English dictionary has “\(words)”, and its letters are not those of an English word: it was left untranslated."
    }
}
