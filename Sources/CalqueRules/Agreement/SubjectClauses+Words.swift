import CalqueSyntax

extension SubjectClauses {
    static let there: FormSet = ["there"]
    static let that: FormSet = ["that"]
    static let which: FormSet = ["which"]
    static let relatives: FormSet = ["who", "which", "that"]
    static let one: FormSet = ["one"]
    static let ofAndOr: FormSet = ["of", "and", "or"]
    static let contracted: FormSet = ["'s"]
    static let apostrophes: FormSet = ["'", "'s"]
    static let as_: FormSet = ["as"]
    static let the: FormSet = ["the"]
    static let it: FormSet = ["it"]
    static let be: FormSet = ["are", "were"]
    static let are: FormSet = ["are"]
    static let were: FormSet = ["were"]
    static let weThey: FormSet = ["we", "they"]
    static let thatNot: FormSet = ["that", "not"]
    static let nominatives: FormSet = ["i", "you", "he", "she", "we", "they", "it", "there"]
    static let nominatives3: FormSet = ["he", "she", "it", "we", "they"]
    static let singularForms: FormSet = ["is", "was", "has"]
    static let pluralForms: FormSet = ["are", "were", "have"]
    static let not: FormSet = ["not"]
    static let modals: FormSet = ["need", "dare"]
    static let vocatives: FormSet = ["friends", "colleagues", "ladies", "gentlemen", "comrades"]
    /// "the elderly are", "the wounded were"
    static let nominalAdjectives: FormSet = [
        "elderly", "poor", "rich", "young", "old", "disabled", "unemployed", "homeless", "sick", "wounded", "injured",
        "dead", "blind", "deaf", "needy", "wealthy", "hungry", "missing",
    ]
    static let lightAdverbs: FormSet = [
        "also", "now", "still", "never", "always", "just", "only", "already", "really", "currently", "recently",
        "often",
        "usually", "finally", "actually",
    ]
    static let clauseOpeners: FormSet = [
        "that", "because", "when", "where", "which", "if", "while", "but", "although", "since", "as",
    ]

    /// "no", "every" and the articles leave the number to the noun; these do not.
    static let openDeterminers: FormSet = [
        "all", "any", "some", "both", "either", "neither", "more", "most", "many", "several", "few", "such", "other",
        "these", "those", "half", "what", "which",
    ]
    static let questionOrEach: FormSet = ["every", "each", "what", "which", "how", "many", "whatever"]
    static let questions: FormSet = ["what", "how", "whether", "where", "why", "whatever"]
    static let asking: FormSet = ["what", "how", "why"]

    static let conjunctions: FormSet = ["and", "or", "nor", "&", "plus", "/", "but"]
    static let joiners: FormSet = ["and", "or", "nor", "&", "plus", "/", "but", "as", "with", "after"]
    /// "the minister, as well as his deputies, is"
    static let companions: FormSet = ["well", "together", "along", "addition", "like"]

    /// Words that "he were" may follow.
    static let hypothesis: FormSet = [
        "if", "though", "unless", "lest", "whether", "wish", "wishes", "wished", "suppose", "supposing",
    ]
    /// Words that a bare subjunctive may follow: "essential that he go".
    static let demands: FormSet = [
        "demand", "demands", "demanded", "demanding", "suggest", "suggests", "suggested", "suggesting", "recommend",
        "recommends", "recommended", "recommending", "require", "requires", "required", "requiring", "insist",
        "insists",
        "insisted", "insisting", "propose", "proposes", "proposed", "proposing", "ask", "asks", "asked", "asking",
        "request", "requests", "requested", "requesting", "urge", "urges", "urged", "urging", "order", "ordered",
        "orders", "prefer", "preferred", "essential", "important", "vital", "imperative", "crucial", "necessary",
        "critical", "mandate", "mandates", "mandated", "stipulate", "stipulates", "stipulated", "decree", "decreed",
        "lest", "advise", "advised", "move", "moved", "moves", "desire", "desired", "condition", "recommendation",
        "proposal", "requirement", "suggestion", "insistence", "mandating", "ensure",
    ]
    /// Verbs that take a noun and an infinitive without "to": "help the child have".
    static let causatives: FormSet = [
        "let", "lets", "letting", "make", "makes", "made", "making", "help", "helps", "helped", "helping", "see",
        "sees",
        "saw", "seen", "watch", "watched", "watching", "watches", "seeing", "hear", "heard", "have", "had", "having",
    ]
    static let beforeBase: FormSet = [
        "does", "did", "do", "will", "would", "can", "could", "should", "may", "might", "must", "shall", "'ll", "'d",
        "to", "let",
    ]
    static let beforePronoun: FormSet = [
        "be", "am", "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "of", "to", "for", "with",
        "as", "than", "will", "would", "can", "could", "should", "may", "might", "must", "shall", "not",
    ]
}
