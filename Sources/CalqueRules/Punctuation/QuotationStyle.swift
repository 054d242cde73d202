import CalqueLint
import CalqueSyntax
import CalqueText

/// Quotation marks that English does not have, or two kinds in one pair.
struct QuotationStyle: Rule {
    static let description = RuleDescription(
        id: "quotation-style",
        name: "Foreign or mixed quotation marks",
        family: .punctuation,
        summary:
            "A quotation has marks of another language or of a typesetter, or opens with one kind and closes with another.",
        rationale: """
            Machines leave the source's marks («…», „…“) and the marks of their training texts (``…'') in place, and put \
            together pairs that no keyboard makes (“…\"). Keeps quiet inside text in another script.
            """,
        mqm: "Fluency/Punctuation",
        severity: .minor,
        bad: [
            "The newspaper [[«Zvezda»]] closed in May.",
            "The [[„golden share“]] stays with the town.",
            "[[``The ice will hold,\"]] she said.",
            "[[``]]The ice will hold until the end of March,\" she said.",
            "The team measured the [[\"deep cold”]] of the lake.",
            "They call it the [[“little desert\"]] of the north.",
            "He spoke of [[,,great losses\"]] in the valley.",
        ],
        good: [
            "The newspaper “Zvezda” closed in May.",
            "The ''70s were kinder to the mine.",
            "The paper (Russian: «Звезда») closed in May.",
            "He said, “I read ‘Winter’ twice.”",
        ],
        evidence: .slip, precision: "1.00 (n = 1)")

    init() {}

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let marks = analysis.facts(QuotationMarks.self).marks
        guard !marks.isEmpty else { return }
        let blocks = analysis.blockTexts()
        // What the rest of the article is set in.
        let curly = marks.filter { $0.glyph == .curlyOpen || $0.glyph == .curlyClose }.count
        let isCurly = curly > 0 && curly * 2 >= marks.count
        for (index, mark) in marks.enumerated() where mark.role == .opens || mark.partner == nil {
            let block = blocks[mark.block]
            let partner = mark.partner.map { marks[$0] }
            if mark.isForeign || partner?.isForeign == true {
                if mark.isForeign || partner != nil { foreign(mark, partner, block, isCurly, into: &findings) }
            } else if let partner, mark.glyph.isCurly != partner.glyph.isCurly, index + 1 == mark.partner,
                mark.glyph != .apostrophes, partner.glyph != .apostrophes
            {
                mixed(mark, partner, block, isCurly, into: &findings)
            }
        }
    }

    private func foreign(
        _ mark: QuotationMark, _ partner: QuotationMark?, _ block: BlockText, _ isCurly: Bool,
        into findings: inout [Finding]
    ) {
        let inner = partner.map { Span(mark.span.end, $0.span.start) }
        if let inner, isForeignText(block, inner) { return }
        let (opening, closing) = isCurly ? ("“", "”") : ("\"", "\"")
        var suggestions: [Suggestion] = []
        var span = mark.span
        if let partner, let inner {
            let text = Span(block.skippingSpace(inner.start), block.skippingSpaceBack(inner.end))
            guard text.count > 0 else { return }
            span = Span(mark.span.start, partner.span.end)
            suggestions = [Suggestion(span: span, replacement: opening + block.string(text) + closing)]
            if block.wordCount(inner) > 4 { span = mark.isForeign ? mark.span : partner.span }
            if !span.contains(suggestions[0].span) {
                suggestions = [Suggestion(span: span, replacement: mark.isForeign ? opening : closing)]
            }
        } else {
            suggestions = [Suggestion(span: span, replacement: mark.role == .opens ? opening : closing)]
        }
        let shown = mark.isForeign ? mark.span : partner?.span ?? mark.span
        findings.append(
            Finding(
                rule: Self.description, span: span, message: Self.foreignMark(block.string(shown)),
                suggestions: suggestions, confidence: 0.9))
    }

    private func mixed(
        _ mark: QuotationMark, _ partner: QuotationMark, _ block: BlockText, _ isCurly: Bool,
        into findings: inout [Finding]
    ) {
        let inner = Span(mark.span.end, partner.span.start)
        let (opening, closing) = isCurly ? ("“", "”") : ("\"", "\"")
        // In long quotations people mix them too, by pasting.
        guard block.wordCount(inner) <= 6 else { return }
        let span = Span(mark.span.start, partner.span.end)
        let suggestion = Suggestion(span: span, replacement: opening + block.string(inner) + closing)
        findings.append(
            Finding(
                rule: Self.description, span: span,
                message: Self.mixedMarks(block.string(mark.span), block.string(partner.span)),
                suggestions: [suggestion], confidence: 0.85))
    }

    /// Text in another script keeps its own marks.
    private func isForeignText(_ block: BlockText, _ span: Span) -> Bool {
        var at = span.start
        while at < span.end {
            let character = block.character(at)
            if BlockText.isLetter(character) { return character >= 0x370 && !(0x1E00...0x1EFF).contains(character) }
            at = block.next(at)
        }
        return false
    }

    private static func foreignMark(_ mark: String) -> String {
        "“\(mark)” is not an English quotation mark."
    }

    private static func mixedMarks(_ opening: String, _ closing: String) -> String {
        "The quotation opens with “\(opening)” and closes with “\(closing)”: the two do not belong together."
    }
}

extension QuotationMark {
    fileprivate var isForeign: Bool {
        switch glyph {
        case .low, .guillemetOpen, .guillemetClose, .backticks, .commas: true
        case .straight, .curlyOpen, .curlyClose, .apostrophes: false
        }
    }
}

extension QuotationMark.Glyph {
    fileprivate var isCurly: Bool { self == .curlyOpen || self == .curlyClose }
}
