/// One step of a pattern's automaton (Thompson 1968; with captures as in Pike's virtual machine).
enum Instruction: Equatable {
    /// The token passes the test: go on behind it. With the condition as it is written.
    case test(TokenTest, source: String)
    case split(Int, Int)
    case jump(Int)
    /// Remember the place.
    case save(Int)
    case sentenceStart, sentenceEnd
    case accept
}

/// A token by which a pattern is found: if the pattern matches, one of its anchors stands at a known distance
/// from the match's first token.
struct Anchor: Hashable {
    var atom: Int
    /// Tokens between the match's start and the anchor: least and greatest.
    var least: Int
    var greatest: Int
    /// An atom of words that every match with this anchor has at a fixed distance from it.
    var second: Int?
    /// From the anchor to the second, in tokens; below 0 where that stands before it.
    var distance = 0
    /// An atom of words that holds of the first token of every match.
    var start: Int?
    /// What the token right before the anchor, or right behind it, passes in every match.
    var beside: TokenTest?
    /// 1 behind the anchor, -1 before it.
    var side = 0
}

/// A compiled pattern.
struct PatternCode {
    /// As it is written, on one line.
    var source = ""
    var code: [Instruction] = []
    /// Slots 0 and 1 are the part reported; each label has two.
    var labels: [String] = []
    var hasMarks = false
    var condition: ConditionCode?
    var anchors: [Anchor] = []
    /// Matches begin at a sentence's start only.
    var startsSentence = false
    /// Whether tagger and parser must have been there before.
    var needsSyntax = false
    /// No word of the pattern can be looked for, only what tagger or parser say.
    var isEverywhere = false
}

/// A compiled condition on labels, which are given by number.
indirect enum ConditionCode {
    case test(label: Int, TokenTest)
    case sameWord(Int, Int)
    case sameForm(Int, Int)
    case sameLemma(Int, Int)
    case not(ConditionCode)
    case all([ConditionCode])
    case some([ConditionCode])
    case always
}
