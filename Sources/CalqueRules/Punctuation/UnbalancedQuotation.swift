import CalqueLint
import CalqueSyntax
import CalqueText

/// A quotation that is closed but was never opened, or is opened and never closed.
struct UnbalancedQuotation: Rule {
    static let description = RuleDescription(
        id: "unbalanced-quotation",
        name: "Unbalanced quotation marks",
        family: .punctuation,
        summary: "A quotation is closed that was never opened.",
        rationale: """
            Machines translate sentence by sentence and lose the mark that opens a quotation of several sentences. A \
            quotation may run over paragraphs: each of them opens anew, or goes on while one is open; both are no fault.
            """,
        mqm: "Fluency/Punctuation",
        severity: .minor,
        bad: [
            "Harlow signed for Leeds on Friday.\n\n[[Of]] course I shall be glad to play there again,\" Harlow said.",
            "The mine will open in June. [[The]] first coal is for the school,\" said the director.",
        ],
        good: [
            "\"Of course I shall be glad to play there again,\" Harlow said.",
            "\"The mine will open in June.\n\n\"The first coal is for the school,\" said the director.",
            "\"The mine will open in June.\n\nThe first coal is for the school,\" said the director.",
            "The board is 12\" wide.",
        ],
        evidence: .slip,
        precision: "0.86 (n = 7)")

    init() {}

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let quotations = analysis.facts(QuotationMarks.self)
        guard !quotations.marks.isEmpty else { return }
        let blocks = analysis.blockTexts()
        var isOpen = false
        var block = -1
        var previous: QuotationMark?
        for (index, mark) in quotations.marks.enumerated() {
            if mark.block != block {
                block = mark.block
                isOpen = quotations.isOpenAtStart[block]
                previous = nil
            }
            if mark.isNested { continue }
            if mark.role == .closes && !isOpen && !mark.isMisplaced && mark.isEnglish {
                unopened(mark, previous, blocks[block], analysis, into: &findings)
            }
            isOpen = mark.role == .opens
            previous = mark
            let next = index + 1 < quotations.marks.count ? quotations.marks[index + 1] : nil
            if isOpen && mark.isEnglish && next?.block != block && next?.role != .closes {
                unclosed(mark, next, blocks, into: &findings)
            }
        }
    }

    private func unopened(
        _ mark: QuotationMark, _ previous: QuotationMark?, _ block: BlockText, _ analysis: borrowing Analysis,
        into findings: inout [Finding]
    ) {
        let stop = block.characterBefore(block.skippingSpaceBack(mark.span.start))
        guard [44, 46, 33, 63, 0x2026].contains(stop) else { return }
        let isAttributed = SpeechVerbs.isAttribution(block, block.skippingSpace(mark.span.end), withName: true)
        // Without "said Petrov" behind it, only a paragraph that is all quotation.
        if !isAttributed {
            guard stop != 44, previous == nil, mark.span.end == block.end, !hasSpeechVerb(block) else { return }
        }
        // The sentence that the mark closes; a quotation of several sentences may begin before it.
        guard let first = sentence(before: mark, analysis)?.tokens.lowerBound,
            analysis.tokens[first].span.start >= previous?.span.end ?? block.start
        else { return }
        let word = block.word(analysis.tokens[first].span.start)
        guard word.count > 0, word.end <= mark.span.start, BlockText.isUpper(block.character(word.start)) else {
            return
        }
        // An excerpt may begin within a quotation.
        if mark.block == 0 && word.start == block.skippingSpace(block.start) { return }
        let glyph = mark.glyph == .curlyClose ? "“" : block.string(mark.span)
        findings.append(
            Finding(
                rule: Self.description, span: word, message: Self.neverOpened(block.string(mark.span)),
                suggestions: [Suggestion(span: word, replacement: glyph + block.string(word))], confidence: 0.85))
    }

    /// The last sentence of a mark's block that begins before the mark.
    private func sentence(before mark: QuotationMark, _ analysis: borrowing Analysis) -> Sentence? {
        var low = 0
        var high = analysis.sentences.count
        while low < high {
            let middle = (low + high) / 2
            let first = analysis.sentences[middle].tokens.lowerBound
            if analysis.tokens[first].span.start < mark.span.start { low = middle + 1 } else { high = middle }
        }
        guard low > 0, analysis.sentences[low - 1].block == mark.block else { return nil }
        return analysis.sentences[low - 1]
    }

    private func unclosed(
        _ mark: QuotationMark, _ next: QuotationMark?, _ blocks: [BlockText], into findings: inout [Finding]
    ) {
        let block = blocks[mark.block]
        // The convention: every paragraph of a long quotation opens, only the last one closes.
        if let next {
            // Where another quotation begins soon after, this one must have ended before.
            guard next.block == mark.block + 1, next.span.start > blocks[next.block].start + 3 else { return }
        } else if mark.block + 1 < blocks.count {
            return
        }
        let end = block.skippingSpaceBack(block.end)
        guard [46, 33, 63].contains(block.characterBefore(end)) else { return }
        let word = block.wordBefore(block.previous(end))
        guard word.count > 0, word.start > mark.span.end, block.wordCount(Span(mark.span.end, end)) >= 3 else { return }
        let glyph = mark.glyph == .curlyOpen ? "”" : block.string(mark.span)
        let span = Span(word.start, end)
        findings.append(
            Finding(
                rule: Self.description, span: span, message: Self.neverClosed(block.string(mark.span)),
                suggestions: [Suggestion(span: span, replacement: block.string(span) + glyph)], confidence: 0.8))
    }

    private func hasSpeechVerb(_ block: BlockText) -> Bool {
        var at = block.start
        while at < block.end {
            let word = block.word(at)
            if SpeechVerbs.contains(block.lowercased(word)) { return true }
            at = max(block.next(at), word.end)
        }
        return false
    }

    private static func neverClosed(_ mark: String) -> String {
        "The quotation that begins with “\(mark)” is never closed; it may end here."
    }

    private static func neverOpened(_ mark: String) -> String {
        "The quotation that ends with “\(mark)” was never opened; it may begin here."
    }
}

extension QuotationMark {
    fileprivate var isEnglish: Bool { glyph == .straight || glyph == .curlyOpen || glyph == .curlyClose }
}
