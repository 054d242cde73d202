import CalqueSyntax

/// Word lists of `verb-form`.
enum VerbForms {
    static let to: FormSet = ["to"]
    static let not: FormSet = ["not"]
    static let forward: FormSet = ["forward"]
    static let decided: FormSet = ["decided"]
    static let left: FormSet = ["left"]
    static let look: FormSet = ["look", "looks", "looked", "looking"]
    static let kinds: FormSet = ["kind", "sort"]
    static let passiveBe: FormSet = ["been", "was", "were", "is"]
    static let doing: FormSet = ["do", "does", "did", "done", "doing", "way"]
    static let notBehindDo: FormSet = ["used", "is", "was"]
    static let notBeforeNot: FormSet = ["it", "what"]
    /// "everything I can to help", "the political will to act".
    static let modalsThatAreNounsOrEnd: FormSet = ["can", "could", "will", "ca", "wo"]
    static let finiteAuxiliaries: FormSet = ["is", "are", "was", "were", "has", "had", "have", "be"]
    static let finiteBehindNot: FormSet = ["is", "are", "was", "were", "has"]
    static let objectStarts: FormSet = ["the", "a", "an", "his", "their", "its", "our", "my", "this", "these"]
    static let objectOrQuestion: FormSet = ["why", "how", "the", "a", "his", "their", "what", "this"]

    /// Words that a finding may begin with.
    static let starters: FormSet = [
        "will", "would", "can", "could", "may", "might", "must", "should", "shall", "ca", "wo", "do", "does", "did",
        "have", "has", "had", "'ve", "is", "are", "was", "were", "be", "been", "being", "am", "'m", "'re", "to", "not",
        "forward", "decided", "of", "for", "without", "by", "in", "from", "at", "with", "about", "after", "before",
        "into", "through", "on", "against", "despite", "upon", "towards", "toward",
    ]
    static let prepositions: FormSet = [
        "of", "for", "without", "by", "in", "from", "at", "with", "about", "after", "before", "into", "through", "on",
        "against", "despite", "upon", "towards", "toward",
    ]

    static let clefts: FormSet = [
        "what", "all", "everything", "whatever", "much", "hard", "best", "one", "anything", "where", "who", "as",
        "objective", "thing", "problem", "question", "honour", "honor",
    ]

    /// Participles behind which a passive keeps a noun phrase: a second object, a predicate, a manner, a clause without "that".
    static let passiveWithObject: FormSet = [
        "given", "shown", "offered", "told", "asked", "allowed", "denied", "granted", "awarded", "paid", "repaid",
        "promised", "taught", "named", "elected", "called", "dubbed", "considered", "declared", "appointed", "made",
        "left", "deemed", "sent", "handed", "charged", "fined", "sold", "brought", "lent", "loaned", "owed", "refused",
        "forgiven", "spared", "assigned", "voted", "crowned", "rated", "ranked", "labelled", "labeled", "termed",
        "proclaimed", "judged", "thought", "found", "believed", "designated", "accorded", "bought", "guaranteed",
        "read", "served", "issued", "styled", "nicknamed", "christened", "titled", "entitled", "ruled", "pronounced",
        "branded", "done", "gone", "afforded", "dealt", "hailed", "born", "bequeathed", "conferred", "supposed",
        "reported", "said", "worth", "used", "leased", "bid", "adjudged", "selected", "accredited", "filled", "set",
        "quoted", "questioned", "kept", "been", "become", "based", "passed", "required", "fed", "estimated", "ordained",
        "chosen", "allotted", "allocated", "slated", "presented", "baptised", "baptized", "knighted", "nominated",
        "listed", "known", "held", "cost", "had", "tapped", "delivered", "announced", "killed", "warned", "noted",
        "written", "released", "supplied", "signed", "published", "interrupted", "scheduled", "cast", "painted",
        "lodged", "priced", "cautioned", "confirmed", "recorded", "opened", "overlooked", "worried", "concerned",
        "surprised", "convinced", "glad", "afraid", "confident", "hurt", "hit", "gathered", "located", "involved",
        "provided", "assured", "renowned", "turned", "discovered", "revealed", "agreed", "informed", "suggested",
        "feared", "hoped", "understood", "claimed", "alleged", "expected", "determined", "decided", "argued", "stated",
        "pleased", "reassured", "persuaded", "notified", "advised", "reminded", "satisfied", "disappointed", "mailed",
        "emailed", "texted", "seen", "felt", "heard", "proved", "proven", "shot", "played", "arrested", "closed",
    ]
}
