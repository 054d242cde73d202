import CalqueSyntax
import CalqueText

/// Signs that the subject before a verb is a person, so that a surname is one and no ship, paper or firm of that name.
enum PersonalSubject {
    /// Whether the clause whose verb stands at `verb` speaks of a person: a verb of people ("said"), "was born",
    /// "is a physicist", or a pronoun of persons soon behind it ("started her career").
    static func isPerson(_ verb: Int, _ sentence: Sentence, _ context: NameContext, _ analysis: borrowing Analysis)
        -> Bool
    {
        if analysis.isToken(verb, in: NameWords.personVerbs) { return true }
        let end = sentence.tokens.upperBound
        var at = verb + 1
        if analysis.isToken(verb, in: auxiliaries) {
            while at < end, analysis.isToken(at, in: auxiliaries) || isAdverb(at, analysis) { at += 1 }
            guard at < end else { return false }
            if analysis.isToken(at, in: participles) || analysis.isToken(at, in: NameWords.personVerbs) { return true }
            if isRole(at, sentence, context, analysis) { return true }
        }
        return hasPronoun(verb, sentence, context, analysis)
    }

    private static func isAdverb(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
        let tags = analysis.entry(index).tags
        return tags.contains(.RB) && tags.isDisjoint(with: [.NN, .JJ, .VBN])
    }

    /// "a Russian economist", "the youngest of five children"
    private static func isRole(
        _ index: Int, _ sentence: Sentence, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> Bool {
        guard analysis.isToken(index, in: NameWords.articles) else { return false }
        for at in (index + 1)..<min(index + 5, sentence.tokens.upperBound) {
            guard context.isWord(at) else { return false }
            if analysis.isToken(at, in: roles) { return true }
            if context.isLower(at), analysis.entry(at).names.contains(.title) { return true }
            let form = analysis.segmentation.form(at)
            if context.isLower(at), form.count > 6, analysis.entry(at).tags.contains(.NN),
                form.suffix(3).elementsEqual("ist".utf8) || form.suffix(4).elementsEqual("cian".utf8)
            {
                return true
            }
            if analysis.entry(at).tags.intersects([.IN, .VBD, .VBZ, .TO]) { return false }
        }
        return false
    }

    /// "his", "herself" behind the verb, before any other name or stop.
    private static func hasPronoun(
        _ verb: Int, _ sentence: Sentence, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> Bool {
        let tokens = analysis.segmentation.tokens
        for at in (verb + 1)..<min(verb + 6, sentence.tokens.upperBound) {
            guard tokens[at].kind == .word, !context.isCapital(at) else { return false }
            if analysis.isToken(at, in: pronouns) { return true }
        }
        return false
    }

    private static let auxiliaries: FormSet = [
        "is", "was", "has", "had", "been", "be", "will", "would", "can", "could", "did", "does", "should", "must",
        "may",
        "might", "not",
    ]
    private static let participles: FormSet = [
        "born", "raised", "educated", "married", "elected", "appointed", "arrested", "sworn", "buried", "survived",
        "convicted", "sentenced", "hospitalised", "hospitalized", "accused", "recruited", "knighted", "divorced",
        "jailed", "imprisoned", "nominated", "charged", "indicted", "baptised", "baptized", "engaged", "cast", "fired",
        "fined", "extradited", "pardoned", "interviewed", "inducted", "questioned", "detained", "say", "tell",
        "believe",
        "think", "reply", "resign", "retire", "study", "graduated", "worked", "wife", "son", "daughter", "aged",
    ]
    private static let roles: FormSet = [
        "writer", "author", "actor", "actress", "singer", "player", "lawyer", "politician", "professor", "man", "woman",
        "engineer", "teacher", "footballer", "member", "son", "daughter", "brother", "sister", "father", "mother",
        "youngest", "eldest", "oldest", "friend", "student", "graduate", "native", "resident", "poet", "painter",
        "historian", "composer", "dancer", "fan", "critic", "coach", "lawmaker", "billionaire", "veteran", "citizen",
        "philosopher", "soldier", "banker", "widow", "boy", "girl", "person", "guy", "husband", "wife", "reporter",
        "designer", "architect", "researcher", "director", "producer", "candidate", "leader", "supporter", "doctor",
    ]
    private static let pronouns: FormSet = ["his", "her", "himself", "herself", "he", "she"]
}
