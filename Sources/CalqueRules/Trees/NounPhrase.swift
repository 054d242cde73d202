import CalqueSyntax
import CalqueText

extension Trees {
    /// The first token of the noun phrase with this head, over all words in front of it that can modify a noun.
    ///
    /// - Parameter sentence: the tokens of its sentence.
    func nounPhraseStart(_ head: Int, in sentence: Range<Int>) -> Int {
        var start = head
        // Phrases of more words are no evidence.
        let limit = max(sentence.lowerBound, head - 16)
        while start > limit, modifies(start - 1, head, start: start) { start -= 1 }
        return start
    }

    private func modifies(_ token: Int, _ noun: Int, start: Int) -> Bool {
        switch universal[token] {
        case .DET, .ADJ, .NUM: return true
        default: break
        }
        switch penn[token] {
        case .PRPS, .POS, .HYPH, .VBN, .JJ, .JJR, .JJS: return true
        default: break
        }
        let head = Int(heads[token])
        switch relations[token] {
        case .compound, .nmodPoss, .flat:
            return head == noun || universal[token] == .NOUN || universal[token] == .PROPN
        case .amod, .nummod, .det: return head == noun
        case .nmodDesc: return universal[token] == .NOUN || universal[token] == .PROPN
        case .advmod: return head >= start && head < noun && universal[head] == .ADJ
        default: return false
        }
    }

    /// The head of the noun phrase that goes on behind a determiner: the last of the nouns that follow it, over
    /// adjectives and participles; nil where none follows.
    func nounPhraseHead(behind determiner: Int, in sentence: Range<Int>) -> Int? {
        var head: Int?
        var at = determiner + 1
        while at < sentence.upperBound, at < determiner + 8 {
            let tag = universal[at]
            if tag == .NOUN || tag == .PROPN {
                head = at
            } else if penn[at] == .HYPH {
                head = nil
            } else if head == nil {
                let isParticiple = (penn[at] == .VBN || penn[at] == .VBG) && relations[at] == .amod
                let isBeforeAdjective = tag == .ADV && at + 1 < sentence.upperBound && universal[at + 1] == .ADJ
                guard tag == .ADJ || isParticiple || isBeforeAdjective || penn[at] == .JJS || penn[at] == .RBS else {
                    return nil
                }
            } else {
                break
            }
            at += 1
        }
        return head
    }
}
