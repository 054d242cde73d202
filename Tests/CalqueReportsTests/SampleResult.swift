import CalqueLint
import CalqueText
import Foundation

@testable import CalqueReports

/// The sample article with findings as the rules would make them.
func sampleResult() throws -> ArticleResult {
    let path = package + "/reports/sample/article.txt"
    let text = try Data(contentsOf: URL(fileURLWithPath: path))
    let story = try Article(name: "article.txt", plainText: Array(text))
    let name = RuleDescription(
        id: "lowercase-name", name: "Name in lower case", family: .names,
        summary: "A surname, place or agency that stands in small letters.",
        rationale: """
            A system that **lower-cases** its input loses the capitals of names it has not learnt: `Gromov` comes out as \
            `gromov`. The rule looks for what gives a name away:

            - a given name or a title before it;
            - the same word with a capital elsewhere in the article.

            It keeps quiet on particles (*von*, *de*) and on brands that are meant so.
            """,
        mqm: "Fluency/Spelling/Capitalization", severity: .major,
        bad: ["The minister, Ivan [[petrov]], left on Monday."],
        good: ["The conductor Herbert von Karajan left on Monday.", "She bought an iPhone."],
        missed: ["They asked petrov again."], precision: "0.97 (n = 64)")
    let half = RuleDescription(
        id: "half-capitalised-name", name: "Half-capitalised name", family: .names,
        summary: "The name of an institution of which only the first word has a capital.",
        rationale: "Russian capitalises the first word of an institution's name only; English capitalises all.",
        mqm: "Fluency/Spelling/Capitalization", severity: .minor,
        bad: ["The [[Federal tax service]] answered."], good: ["The federal tax authorities answered."],
        precision: "0.93 (n = 41)")
    let script = RuleDescription(
        id: "foreign-script", name: "Word in a foreign script", family: .residue,
        summary: "A word left in the script of the source language.",
        rationale: "What the system had no translation for, it copied. A gloss in brackets is none.",
        mqm: "Accuracy/Untranslated", severity: .critical, bad: ["The [[завод]] was closed."],
        good: ["The word for it (Russian: завод) is old."], precision: "0.99 (n = 212)")
    let twice = RuleDescription(
        id: "repeated-word", name: "Repeated word", family: .loops, summary: "A word that stands twice in a row.",
        rationale: "Neural systems loop; people seldom do.", mqm: "Fluency/Grammar", severity: .major,
        bad: ["They went [[to to]] the sea."], good: ["He said that that was enough."], precision: "0.96 (n = 48)")
    let article = RuleDescription(
        id: "a-or-an", name: "A or an", family: .determiners,
        summary: "“a” before a vowel's sound, or “an” before a consonant's.",
        rationale: "The choice follows the sound, not the letter: `a European`, `an hour`.", mqm: "Fluency/Grammar",
        severity: .minor, bad: ["It was [[a]] event."], good: ["It was a European event."])
    let quotes = RuleDescription(
        id: "spaced-quotation", name: "Space within quotation marks", family: .punctuation,
        summary: "A space behind an opening or before a closing quotation mark.",
        rationale: "Tokens that were not joined again.", mqm: "Fluency/Typography", severity: .minor,
        bad: ["[[“ We]] left."], good: ["“We left.”"], precision: "0.98 (n = 55)")
    let dash = RuleDescription(
        id: "dash-after-quotation", name: "Dash after a quotation", family: .punctuation,
        summary: "A comma and a dash between a quotation and who said it.",
        rationale: "Russian sets `», —` there; English sets a comma within the quotation marks.",
        mqm: "Fluency/Typography", severity: .major, bad: ["“We left[[”, —]] said Petrov."],
        good: ["“We left,” said Petrov."], precision: "1.00 (n = 73)")
    let number = RuleDescription(
        id: "number-format", name: "Number format", family: .punctuation,
        summary: "A number, sum or time written as in the source language.",
        rationale: "A decimal comma, a space for thousands, a space behind the sign of a currency or in a time.",
        mqm: "Locale convention/Number format", severity: .minor, bad: ["It costs [[$ 5]]."], good: ["It costs $5."],
        precision: "0.95 (n = 39)")
    let garbled = RuleDescription(
        id: "verb-before-subject", name: "Verb before its subject", family: .order,
        summary: "A clause in the word order of the source language.",
        rationale: "Russian puts what is new last, also the subject; English cannot.",
        mqm: "Fluency/Grammar/Word order",
        severity: .major, bad: ["In May [[was opened the bridge]]."], good: ["In came the minister."])
    let copula = RuleDescription(
        id: "verb-form", name: "Form of the verb", family: .verbs, summary: "A form that cannot stand where it stands.",
        rationale: "The verb's form does not fit the auxiliary, modal or preposition before it.",
        mqm: "Fluency/Grammar/Word form", severity: .major, bad: ["They [[are agree]]."], good: ["They agree."])

    func fix(_ finding: Finding, _ words: String, _ replacement: String) -> Finding {
        var finding = finding
        let inner = story.finding(name, words)
        finding.suggestions.append(Suggestion(span: inner.span, replacement: replacement))
        return finding
    }
    let findings = [
        story.finding(
            twice, "in in", nth: 2, message: "“in” stands twice in a row.", fixes: ["in"]),
        story.finding(
            name, "gromov", message: "“gromov” follows the given name “Pavel”, and the article has “Gromov” elsewhere.",
            fixes: ["Gromov"]),
        story.finding(
            number, "$ 140", message: "English writes the sign of a currency and the sum without a space.",
            fixes: ["$140"]),
        story.finding(quotes, "“ We", message: "A space stands behind the opening “.", fixes: ["“We"]),
        story.finding(
            dash, " ”, —",
            message: "A comma and a dash stand between the quotation and “said Gromov”; "
                + "English sets the comma within the quotation marks.", fixes: [",”"]),
        story.finding(number, "8: 30", message: "A space stands within the time of day.", fixes: ["8:30"]),
        story.finding(
            script, "машины", message: "“машины” is written in Cyrillic letters within an English sentence."),
        story.finding(
            garbled, "will be built three storage towers and a railway line",
            message: "The verb “will be built” stands before its subject “three storage towers”."),
        story.finding(
            number, "12,5", message: "“12,5” has a decimal comma; English writes a point.", fixes: ["12.5"]),
        story.finding(
            half, "Federal customs service",
            message: "“Federal” has a capital and “customs service” has none, though all three name one institution.",
            fixes: ["Federal Customs Service", "federal customs service"]),
        story.finding(
            name, "the gromov",
            message: "“the” stands before “gromov”, which the article has as the surname “Gromov” elsewhere.",
            fixes: ["Gromov"]),
        story.finding(
            number, "1 200,50", message: "“1 200,50” has a space for thousands and a decimal comma.",
            fixes: ["1,200.50"]),
        story.finding(twice, "to to", message: "“to” stands twice in a row.", fixes: ["to"]),
        fix(
            story.finding(
                article, "a event", message: "“event” begins with the sound of a vowel, so “an” stands before it."),
            "a event", "an event"),
        story.finding(
            name, "russian", message: "“russian” is the adjective of a nation; English writes it with a capital.",
            fixes: ["Russian"]),
        story.finding(
            copula, "are agree", message: "“agree” is a verb of its own and cannot follow “are”.", fixes: ["agree"]),
        story.finding(
            garbled, "where live about two hundred families",
            message: "The verb “live” stands before its subject “about two hundred families”.",
            fixes: ["where about two hundred families live"]),
        story.finding(
            dash, ", — complained", message: "A dash stands between the quotation and “complained”.",
            fixes: [",” complained"]),
        story.finding(
            half, "ministry of Ecology", message: "“Ecology” has a capital and “ministry” has none.",
            fixes: ["Ministry of Ecology"]),
        story.finding(
            name, "tass", message: "“tass” is a news agency, and stands in small letters.", fixes: ["TASS"]),
        story.finding(
            name, "thursday", message: "“thursday” is a day of the week; English writes it with a capital.",
            fixes: ["Thursday"]),
    ]
    let nested = [
        story.finding(
            copula, "will be built", message: "The plural subject follows only four words later.")
    ]
    let sorted = (findings + nested).sorted { $0.span < $1.span }
    return ArticleResult(article: story, findings: sorted, words: Score.words(in: story))
}
