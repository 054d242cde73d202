/// The forms of verbs that stand beside a quotation: "said", "recalls".
enum SpeechVerbs {
    private static let forms: Set<String> = [
        "said", "says", "told", "tells", "added", "adds", "noted", "notes", "stressed", "stresses", "explained",
        "explains", "stated", "states", "declared", "declares", "announced", "announces", "emphasized", "emphasised",
        "emphasizes", "emphasises", "continued", "continues", "concluded", "concludes", "wrote", "writes", "recalled",
        "recalls", "admitted", "admits", "claimed", "claims", "believed", "believes", "thinks", "asked", "asks",
        "answered", "answers", "replied", "replies", "reported", "reports", "remembered", "remembers", "warned",
        "warns",
        "assured", "assures", "argued", "argues", "insisted", "insists", "commented", "comments", "complained",
        "complains", "confirmed", "confirms", "quoted", "quotes", "cites", "cited", "promised", "promises", "shared",
        "shares", "summarized", "summarised", "informed", "informs", "clarified", "clarifies", "specified", "specifies",
        "underlined", "underlines", "acknowledged", "acknowledges", "considers", "suggested", "suggests", "exclaimed",
        "exclaims", "joked", "jokes", "advised", "advises", "urged", "urges", "testified", "testifies", "expressed",
    ]

    static func contains(_ word: String) -> Bool { forms.contains(word) }

    /// Whether "said", "he said" or, with names, "Petrov said" and "the agency said" stand at an offset.
    static func isAttribution(_ text: BlockText, _ at: Int, withName: Bool) -> Bool {
        let first = text.word(at)
        guard first.count > 0 else { return false }
        let word = text.lowercased(first)
        if BlockText.isLower(text.character(at)) && contains(word) { return true }
        let second = text.word(text.skippingSpace(first.end))
        let following = text.lowercased(second)
        if ["he", "she", "they", "i", "we"].contains(word) { return contains(following) }
        guard withName, word == "the" || BlockText.isUpper(text.character(at)) else { return false }
        // A name or "the spokesman of the ministry", then the verb, within a few words and without a stop between.
        var span = second
        for _ in 0..<5 {
            guard span.count > 0 else { return false }
            if contains(text.lowercased(span)) { return true }
            span = text.word(text.skippingSpace(span.end))
        }
        return false
    }
}
