import CalqueSyntax
import CalqueText

/// A double quotation mark of an article, and what it does there.
struct QuotationMark {
    enum Glyph {
        /// `"`
        case straight
        /// “ and ”, which English opens and closes with
        case curlyOpen, curlyClose
        /// „ and ‟
        case low
        /// « and »
        case guillemetOpen, guillemetClose
        /// Two marks in the place of one: `` `` ``, `''`, `,,`
        case backticks, apostrophes, commas
    }

    enum Role { case opens, closes }

    let glyph: Glyph
    let span: Span
    /// Index of the block.
    let block: Int
    /// The white space and punctuation around have the form of an opening mark, of a closing one; both or neither when they tell nothing.
    let looksOpening: Bool
    let looksClosing: Bool
    /// What the mark does, judged by form, by the marks before it and by the words around.
    var role: Role = .opens
    /// The spaces stand on the wrong side.
    var isMisplaced = false
    /// Stands with its partner within another quotation.
    var isNested = false
    /// Index of the mark that closes or opens the same quotation in the same block.
    var partner: Int?
}

/// The double quotation marks of an article, paired.
///
/// A mark is read by its form first (“ opens, a `"` behind a space and before a letter opens); where the form tells nothing, or
/// contradicts the marks before it, by what is open. A quotation may run over blocks: a block
/// begins anew with an opening mark, or goes on without.
struct QuotationMarks: ArticleFacts {
    private(set) var marks: [QuotationMark] = []
    /// For every block, whether a quotation was open at its start.
    private(set) var isOpenAtStart: [Bool] = []

    init(_ analysis: borrowing Analysis) {
        let blocks = analysis.blockTexts()
        for (index, block) in blocks.enumerated() { scan(block, index: index) }
        isOpenAtStart = [Bool](repeating: false, count: blocks.count)
        pair(blocks)
    }

    // MARK: Finding

    private mutating func scan(_ block: BlockText, index: Int) {
        var at = block.nextMark(block.start)
        while at < block.end {
            let byte = block.text[at]
            var found: (QuotationMark.Glyph, Int)?
            switch byte {
            case 0x22: found = (.straight, 1)
            case 0x27 where block.byte(at + 1) == 0x27 && block.byte(at + 2) != 0x27: found = (.apostrophes, 2)
            case 0x60 where block.byte(at + 1) == 0x60: found = (.backticks, 2)
            case 0x2C where block.byte(at + 1) == 0x2C && Self.isCommaMark(block, at): found = (.commas, 2)
            case 0xC2 where block.byte(at + 1) == 0xAB: found = (.guillemetOpen, 2)
            case 0xC2 where block.byte(at + 1) == 0xBB: found = (.guillemetClose, 2)
            case 0xE2 where block.byte(at + 1) == 0x80:
                switch block.byte(at + 2) {
                case 0x9C: found = (.curlyOpen, 3)
                case 0x9D: found = (.curlyClose, 3)
                case 0x9E, 0x9F: found = (.low, 3)
                default: break
                }
            default: break
            }
            guard let (glyph, width) = found else {
                at = block.nextMark(at + 1)
                continue
            }
            let before = Self.isBoundaryBefore(block, at)
            let after = Self.isBoundaryAfter(block, at + width)
            marks.append(
                QuotationMark(
                    glyph: glyph, span: Span(at, at + width), block: index, looksOpening: before && !after,
                    looksClosing: after && !before))
            at += width
        }
    }

    /// Two commas open a quotation before a word and behind a space.
    private static func isCommaMark(_ block: BlockText, _ at: Int) -> Bool {
        let before = block.characterBefore(at)
        return (before == 0 || BlockText.isSpace(before)) && BlockText.isLetter(block.character(at + 2))
    }

    private static func isBoundaryBefore(_ block: BlockText, _ at: Int) -> Bool {
        var index = at
        while isApostrophe(block.characterBefore(index)) { index = block.previous(index) }
        let character = block.characterBefore(index)
        switch character {
        case 0, 40, 91, 123, 47, 0x22, 0x201C, 0x201E, 0xAB: return true
        default: return BlockText.isSpace(character) || BlockText.isDash(character)
        }
    }

    private static func isBoundaryAfter(_ block: BlockText, _ at: Int) -> Bool {
        var index = at
        while isApostrophe(block.character(index)) { index = block.next(index) }
        let character = block.character(index)
        switch character {
        case 0, 40, 41, 93, 125, 44, 46, 59, 58, 33, 63, 47, 0x2026, 0x22, 0x201D, 0xBB: return true
        default: return BlockText.isSpace(character) || BlockText.isDash(character)
        }
    }

    private static func isApostrophe(_ character: UInt32) -> Bool {
        character == 39 || character == 0x2018 || character == 0x2019
    }

    // MARK: Pairing

    private mutating func pair(_ blocks: [BlockText]) {
        var open: Int?
        var index = 0
        for block in blocks.indices {
            isOpenAtStart[block] = open != nil
            var end = index
            while end < marks.count && marks[end].block == block { end += 1 }
            while index < marks.count && marks[index].block == block {
                let text = blocks[block]
                let mark = marks[index]
                // A misplaced pair within a quotation: the outer one stays open.
                if let outer = open, marks[outer].block == block, mark.looksClosing, mark.glyph == .straight,
                    Self.endsInFunctionWord(text, mark.span.start), isOpeningOfMisplacedPair(index, text)
                {
                    marks[index].role = .opens
                    marks[index + 1].role = .closes
                    (marks[index].isMisplaced, marks[index + 1].isMisplaced) = (true, true)
                    (marks[index].partner, marks[index + 1].partner) = (index + 1, index)
                    (marks[index].isNested, marks[index + 1].isNested) = (true, true)
                    index += 2
                    continue
                }
                let role = judge(index, of: end, open: open, text)
                marks[index].role = role.role
                marks[index].isMisplaced = role.isMisplaced
                switch role.role {
                case .opens: open = index
                case .closes:
                    if let opening = open, marks[opening].block == mark.block {
                        marks[opening].partner = index
                        marks[index].partner = opening
                    }
                    open = nil
                }
                index += 1
            }
        }
    }

    /// What a mark does. `end`: where the marks of its block end.
    private func judge(
        _ index: Int, of end: Int, open: Int?, _ text: BlockText
    ) -> (role: QuotationMark.Role, isMisplaced: Bool) {
        let mark = marks[index]
        switch mark.glyph {
        case .guillemetOpen: return (mark.looksClosing && open != nil ? .closes : .opens, false)
        case .guillemetClose: return (mark.looksOpening && open == nil ? .opens : .closes, false)
        case .low, .commas: return (.opens, false)
        case .curlyOpen:
            if let open, marks[open].glyph == .low { return (.closes, false) }
            if open != nil && mark.looksClosing { return (.closes, false) }
            if open != nil && !mark.looksOpening && !isSpaceAround(mark, text) { return (.closes, false) }
            return (.opens, false)
        case .curlyClose:
            if open == nil && !mark.looksClosing && nextCloses(index) { return (.opens, false) }
            return (.closes, false)
        case .straight, .backticks, .apostrophes: break
        }
        if mark.looksOpening {
            if Self.isAttributionBehind(mark, text, isOpen: open != nil, laterMarks: marks[index + 1..<end]) {
                return (.closes, true)
            }
            if let open, marks[open].isMisplaced, marks[open].block == mark.block { return (.closes, true) }
            return (.opens, false)
        }
        if mark.looksClosing {
            if open == nil && isOpeningOfMisplacedPair(index, text) { return (.opens, true) }
            return (.closes, false)
        }
        // At the end of a paragraph nothing opens.
        if text.skippingSpace(mark.span.end) >= text.end && text.skippingSpaceBack(mark.span.start) > text.start {
            return (.closes, open == nil)
        }
        return (open == nil ? .opens : .closes, false)
    }

    /// No quotation ends in "the", "of" or "was".
    private static func endsInFunctionWord(_ text: BlockText, _ at: Int) -> Bool {
        functionWords.contains(text.lowercased(text.wordBefore(at)))
    }

    private static let functionWords: Set<String> = [
        "the", "a", "an", "of", "was", "were", "is", "are", "in", "for", "to", "by", "at", "and", "with", "from",
        "this",
        "that", "his", "her", "their", "our", "its", "on", "these", "those", "called", "be", "been", "as", "into", "or",
    ]

    private func isSpaceAround(_ mark: QuotationMark, _ text: BlockText) -> Bool {
        BlockText.isSpace(text.characterBefore(mark.span.start)) && BlockText.isSpace(text.character(mark.span.end))
    }

    private func nextCloses(_ index: Int) -> Bool {
        index + 1 < marks.count && marks[index + 1].block == marks[index].block && marks[index + 1].looksClosing
    }

    /// `the" ghost employees "eliminated`: a word, the mark, a space, and the same in the mirror.
    private func isOpeningOfMisplacedPair(_ index: Int, _ text: BlockText) -> Bool {
        guard index + 1 < marks.count, marks[index + 1].block == marks[index].block else { return false }
        let (first, second) = (marks[index].span, marks[index + 1].span)
        let left = text.characterBefore(first.start)
        let isListed = left == 44 && index > 0 && marks[index - 1].span.end == first.start - 1
        guard marks[index + 1].looksOpening || isListed, BlockText.isLetter(left) || isListed,
            text.byte(first.end) == 32, text.byte(second.start - 1) == 32 || isListed
        else { return false }
        let inner = Span(text.skippingSpace(first.end), text.skippingSpaceBack(second.start))
        guard inner.count > 0, text.wordCount(inner) <= 6 else { return false }
        let last = text.characterBefore(inner.end)
        guard BlockText.isLetter(last) || BlockText.isDigit(last) else { return false }
        var at = inner.start
        while at < inner.end {
            if [44, 46, 58, 59].contains(text.byte(at)) { return false }
            at += 1
        }
        let word = text.lowercased(text.word(inner.start))
        return !SpeechVerbs.contains(word) && !["he", "she", "they", "and", "or"].contains(word)
    }

    /// `shops, "said the owner`: the mark belongs to the word before it.
    private static func isAttributionBehind(
        _ mark: QuotationMark, _ text: BlockText, isOpen: Bool, laterMarks: ArraySlice<QuotationMark>
    ) -> Bool {
        let before = text.skippingSpaceBack(mark.span.start)
        guard before < mark.span.start, [44, 46, 33, 63, 0x2026].contains(text.characterBefore(before)) else {
            return false
        }
        var at = mark.span.end
        if BlockText.isDash(text.character(at)) {
            if isOpen { return true }
            while BlockText.isDash(text.character(at)) || BlockText.isSpace(text.character(at)) { at = text.next(at) }
        }
        if isOpen && SpeechVerbs.contains(text.lowercased(text.word(at))) { return true }
        // A quotation that begins here would have its own end.
        if let next = laterMarks.first, next.looksClosing, !isOpen || laterMarks.count % 2 == 1 { return false }
        return SpeechVerbs.isAttribution(text, at, withName: isOpen)
    }
}
