/// Judges what each block is, by its place, length and form.
///
/// A block without a full stop at its end is not a headline for that alone: a lost full stop is a fault that rules
/// report. It is one if it comes first and is short; right behind the headline, if a story follows; or, between
/// paragraphs, if it is very short or written as titles are.
struct BlockClassifier {
    let text: Bytes

    /// Longer blocks are paragraphs.
    private static let longestTitle = 240

    /// - Parameter known: Of each block what is known of it already, or nil; may be shorter.
    func classify(_ blocks: inout [Block], known: [Block.Kind?] = []) {
        /// No paragraph yet.
        var isTop = true
        for index in blocks.indices {
            let span = blocks[index].span
            let given = index < known.count ? known[index] : nil
            blocks[index].kind = given ?? kind(index, blocks, isTop: isTop)
            if blocks[index].kind == .paragraph && span.count > 0 { isTop = false }
        }
    }

    private func kind(_ index: Int, _ blocks: [Block], isTop: Bool) -> Block.Kind {
        let span = blocks[index].span
        if LineSigns.beginsItem(text, span.start, span.end) { return .listItem }
        if let dash = LineSigns.dash(text, span.start, span.end), isListed(index, dash, blocks) { return .listItem }
        if span.count > Self.longestTitle { return .paragraph }
        let words = BlockWords(text, span)
        let hasStop = LineSigns.endsInStop(text, span.start, span.end)
        if words.isCaption { return .caption }
        if words.isDateline(isTop: isTop) { return .dateline }
        if words.isByline { return .byline }
        let isQuestion = hasStop && words.endsInQuestion
        if index == 0 {
            if hasStop { return isQuestion && blocks.count > 1 && words.count <= 16 ? .headline : .paragraph }
            return words.count <= (blocks.count > 1 ? 25 : 18) && !words.endsOpen ? .headline : .paragraph
        }
        if hasStop || words.endsOpen || words.hasInnerStop || LineSigns.beginsLower(text, span.start, span.end) {
            return .paragraph
        }
        if isTop && index <= 2 && index + 1 < blocks.count {
            return words.count <= 22 && endsInStop(blocks[index + 1]) ? .headline : .paragraph
        }
        if words.count <= 8 || (words.count <= 14 && words.isTitleCase) || (words.count <= 16 && words.hasInnerColon) {
            return .headline
        }
        return .paragraph
    }

    private func endsInStop(_ block: Block) -> Bool { LineSigns.endsInStop(text, block.span.start, block.span.end) }

    /// Whether a block beside it begins with the same dash, and no full stop tells that both are direct speech.
    private func isListed(_ index: Int, _ dash: UInt32, _ blocks: [Block]) -> Bool {
        func begins(_ other: Int) -> Bool {
            blocks.indices.contains(other)
                && LineSigns.dash(text, blocks[other].span.start, blocks[other].span.end) == dash
        }
        return dash == 0x2A || (!endsInStop(blocks[index]) && (begins(index - 1) || begins(index + 1)))
    }
}
