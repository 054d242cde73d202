/// Words that the treebanks cut in two or three, as the lengths of their first parts.
enum Contractions {
    /// Without an apostrophe. The mark is the length of the first part, and of the second times 16 if there is a third.
    static let fused = WordTable([
        (3, "cannot gonna gotta wanna gimme lemme outta"),
        (1 + 1 * 16, "dunno"),
        (2, "dont aint cant wont"),
        (3, "didnt isnt arent wasnt hasnt hadnt"),
        (4, "doesnt havent werent"),
        (5, "couldnt wouldnt"),
        (6, "shouldnt"),
        (4, "youre theyre youve theyve"),
    ])
    /// What may follow an apostrophe as a word of its own.
    static let clitics = WordTable([(1, "s m d ll re ve")])
    /// What may follow an apostrophe that stands for letters left out.
    static let elisions = WordTable([(1, "em n til tis twas cause bout round cept ere neath")])
    /// What stays one word with a hyphen and what follows.
    static let prefixes = WordTable([
        (
            1,
            """
            anti co e ex mid multi non post pre pro re semi sub cross counter mini neo over psycho socio intra inter
            arch ultra un trans super micro macro mega vice bio geo proto pseudo quasi under extra auto
            """
        )
    ])
    /// What stays one word with a hyphen and what stands before.
    static let suffixes = WordTable([(1, "esque wise ups fest ish ness")])
}
