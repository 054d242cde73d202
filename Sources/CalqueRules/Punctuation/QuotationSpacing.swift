import CalqueLint
import CalqueSyntax
import CalqueText

/// White space on the wrong side of a quotation mark: `shops, "said the owner`, `the" ghost "`.
struct QuotationSpacing: Rule {
    static let description = RuleDescription(
        id: "quotation-spacing",
        name: "Space on the wrong side of a quotation mark",
        family: .punctuation,
        summary: "A quotation mark has its space on the wrong side, on both sides, or on none.",
        rationale: """
            A machine splits quotation marks from words before it translates and has to guess afterwards on which side each \
            belonged; people hardly ever type them so. Whether a mark opens or closes is judged by the marks before it. \
            Keeps quiet with inches, seconds and marks beside dashes and slashes.
            """,
        mqm: "Fluency/Punctuation",
        severity: .minor,
        bad: [
            "\"The shop will stay open[[, \"]]said the owner.",
            "The ministry removed the[[\" ]]dead souls[[ \"]]from its lists.",
            "They studied the[[“]]snow line effect” in the valley.",
            "The mayor called it a[[ \" ]]great day for the town\" on Friday.",
            "\"We will rebuild the school[[. \"]]",
            "He said:[[ “ ]]The ice is too thin.”",
            "The harbour effect[[“]]is known to every pilot.",
        ],
        good: [
            "\"The shop will stay open,\" said the owner.",
            "He bought a 12\" record and a 5'10\" ladder.",
            "\"We came,\" she said, \"because nobody else did.\"",
            "\"'Never' is a long word,\" he said.",
            "The anti-\"reform\" camp met on Monday.",
            "The film (\"Winter\") opens today.",
        ],
        hasSafeFix: true, precision: "1.00 (n = 32)")

    init() {}

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let quotations = analysis.facts(QuotationMarks.self)
        guard !quotations.marks.isEmpty else { return }
        let blocks = analysis.blockTexts()
        for mark in quotations.marks {
            check(mark, blocks[mark.block], into: &findings)
        }
    }

    private func check(_ mark: QuotationMark, _ block: BlockText, into findings: inout [Finding]) {
        guard mark.glyph != .guillemetOpen, mark.glyph != .guillemetClose, mark.glyph != .commas,
            mark.glyph != .apostrophes || !isWithinWord(mark, block)
        else { return }
        let before = block.skippingSpaceBack(mark.span.start)
        let after = block.skippingSpace(mark.span.end)
        let hasSpaceBefore = before < mark.span.start
        let hasSpaceAfter = after < mark.span.end ? false : after > mark.span.end
        let text = block.string(mark.span)
        let left = block.characterBefore(before)
        let right = block.character(after)
        // Beside a dash nothing is certain, and doubled-attribution-dash may see more.
        if BlockText.isDash(left) || BlockText.isDash(right) || left == 47 || right == 47 { return }
        switch mark.role {
        case .closes:
            if hasSpaceBefore && left != 0 {
                // Chinese input methods bring the space with the mark; people who use them leave it there.
                if mark.glyph != .straight && right == 0 && Self.isStop(left) { return }
                if !hasSpaceAfter && !mark.isMisplaced && mark.glyph != .curlyClose && right != 0 && !Self.isStop(right)
                {
                    return
                }
                let stop = [44, 46, 33, 63].contains(left) ? block.previous(before) : before
                let needsSpace = right != 0 && !Self.isStop(right)
                let start = stop
                findings.append(
                    finding(
                        Span(start, mark.span.end), Self.spaceBeforeClosing(text),
                        Suggestion(
                            span: Span(start, hasSpaceAfter ? after : mark.span.end),
                            replacement: block.string(Span(stop, before)) + text + (needsSpace ? " " : ""))))
            } else if !hasSpaceAfter && BlockText.isLetter(right) && BlockText.isLetter(left)
                || left == 44 && BlockText.isLetter(right) && !hasSpaceAfter
            {
                guard !isSuffix(block, after) else { return }
                let closing = text == "“" ? "”" : text
                findings.append(
                    finding(
                        mark.span, Self.noSpaceAfterClosing(text),
                        Suggestion(span: mark.span, replacement: closing + " ")))
            }
        case .opens:
            if hasSpaceAfter && right != 0 {
                if !hasSpaceBefore && !mark.isMisplaced && mark.glyph != .curlyOpen && left != 0 && left != 40 {
                    return
                }
                let needsSpace = before > block.start && !Self.opensBehind(left)
                findings.append(
                    finding(
                        Span(needsSpace ? before : mark.span.start, after), Self.spaceAfterOpening(text),
                        Suggestion(
                            span: Span(needsSpace ? before : mark.span.start, after),
                            replacement: (needsSpace ? " " : "") + text)))
            } else if !hasSpaceBefore && BlockText.isLetter(left) && BlockText.isLetter(right) {
                let opening = text == "”" ? "“" : text
                findings.append(
                    finding(
                        mark.span, Self.noSpaceBeforeOpening(text),
                        Suggestion(span: mark.span, replacement: " " + opening)))
            }
        }
    }

    /// `Reagan''s` is a slip of the apostrophe.
    private func isWithinWord(_ mark: QuotationMark, _ block: BlockText) -> Bool {
        BlockText.isLetter(block.characterBefore(mark.span.start)) && BlockText.isLetter(block.character(mark.span.end))
    }

    /// `"No"s`, `"yes"ed`: an ending hangs on the quotation.
    private func isSuffix(_ block: BlockText, _ at: Int) -> Bool {
        block.word(at).count <= 2 && block.byte(at) != 97 && block.lowercased(block.word(at)) != "is"
    }

    private func finding(_ span: Span, _ message: String, _ suggestion: Suggestion) -> Finding {
        Finding(rule: Self.description, span: span, message: message, suggestions: [suggestion], confidence: 0.95)
    }

    private static func isStop(_ character: UInt32) -> Bool {
        [44, 46, 33, 63, 58, 59, 41, 93].contains(character)
    }

    private static func opensBehind(_ character: UInt32) -> Bool { [0, 40, 91, 123].contains(character) }

    private static func spaceBeforeClosing(_ mark: String) -> String {
        "The closing quotation mark “\(mark)” stands behind a space: it belongs to the word before it."
    }

    private static func spaceAfterOpening(_ mark: String) -> String {
        "The opening quotation mark “\(mark)” stands before a space: it belongs to the word behind it."
    }

    private static func noSpaceAfterClosing(_ mark: String) -> String {
        "A space is missing behind the closing quotation mark “\(mark)”."
    }

    private static func noSpaceBeforeOpening(_ mark: String) -> String {
        "A space is missing before the opening quotation mark “\(mark)”."
    }
}
