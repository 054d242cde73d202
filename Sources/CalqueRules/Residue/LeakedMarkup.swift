import CalqueLint
import CalqueSyntax
import CalqueText

/// Markup, placeholders and marks of tokenizers in the text: `<url>`, `{{date}}`, `[[link|text]]`, `%s`, `@@`, `▁`.
struct LeakedMarkup: Rule {
    static let description = RuleDescription(
        id: "leaked-markup",
        name: "Leaked markup",
        family: .residue,
        summary: "Tags, placeholders or marks of a machine's tokenizer stand in the text.",
        rationale: """
            Machines are fed with tags and placeholders and cut words into pieces (▁, @@); what is not put back stands in the \
            text. Keeps quiet in articles that speak of markup, where tags stand in numbers or in code.
            """,
        mqm: "Fluency/Markup",
        severity: .major,
        bad: [
            "New boats for the ferry - [[<url>]]",
            "The [[<b>]]ferry[[</b>]] was late.",
            "The ferry [[{{ship|Anna}}]] was late.",
            "The ferry cost [[%s]] euros.",
            "The har[[@@]] bour is deep.",
            "[[▁]]The harbour is deep.",
            "I have [[<unk>]] been there.",
        ],
        good: [
            "Growth was < 5 % and > 3 %.",
            "Write to a@@b? No: to anna@example.com.",
            "We [he and I] went; 100% sure.",
            "The function f(x) < g(y) and h > 2.",
        ],
        precision: "1.00 (n = 1)")

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        var found: [Finding] = []
        var named = 0
        for block in analysis.blockTexts() {
            var at = block.nextMark(block.start)
            while at < block.end {
                if let span = markup(block, at) {
                    let text = block.string(span)
                    if text.hasPrefix("<") && text != "<url>" && text != "<unk>" { named += 1 }
                    found.append(
                        Finding(
                            rule: Self.description, span: span, message: Self.message(text),
                            suggestions: [Suggestion(span: span, replacement: replacement(text))], confidence: 0.95))
                    at = span.end
                } else {
                    at = block.nextMark(at + 1)
                }
            }
        }
        // An article about HTML names tag upon tag.
        if named > 0 && speaksOfMarkup(analysis) { return }
        findings += found
    }

    private func markup(_ block: BlockText, _ at: Int) -> Span? {
        switch block.text[at] {
        case 0x3C: return tag(block, at)
        case 0x7B where block.byte(at + 1) == 0x7B: return enclosed(block, at, 0x7D)
        case 0x5B where block.byte(at + 1) == 0x5B: return enclosed(block, at, 0x5D)
        case 0x25: return placeholder(block, at)
        case 0x40 where block.byte(at + 1) == 0x40:
            let isPiece = BlockText.isLetter(block.characterBefore(at)) && block.byte(at + 2) == 32
            return isPiece ? Span(at, at + 2) : nil
        case 0x40 where block.byte(at + 2) == 0x40 && [45, 46, 44].contains(block.byte(at + 1)): return Span(at, at + 3)
        case 0xE2 where block.character(at) == 0x2581:
            var end = at
            while end - at < 12, block.character(end) == 0x2581 { end = block.next(end) }
            return end - at < 12 ? Span(at, end) : nil
        default: return nil
        }
    }

    /// A tag whose name is known.
    private func tag(_ block: BlockText, _ start: Int) -> Span? {
        var at = start + 1
        if block.byte(at) == 0x2F { at += 1 }
        var name = Span(at, at)
        while BlockText.isLetter(UInt32(block.byte(name.end)))
            || (name.count > 0 && BlockText.isDigit(UInt32(block.byte(name.end))))
        {
            name.end += 1
        }
        guard name.count > 0, Self.tags.contains(block.lowercased(name)) else { return nil }
        at = name.end
        guard [0x3E, 0x20, 0x2F].contains(block.byte(at)) else { return nil }
        while at < block.end, at - start < 300 {
            if block.text[at] == 0x3E { return Span(start, at + 1) }
            if block.text[at] == 0x3C { return nil }
            at += 1
        }
        return nil
    }

    /// `{{…}}` and `[[…]]` on one line.
    private func enclosed(_ block: BlockText, _ start: Int, _ close: UInt8) -> Span? {
        var at = start + 2
        while at < block.end, at - start < 300, block.text[at] != 10 {
            if block.text[at] == close, block.byte(at + 1) == close {
                return at > start + 2 ? Span(start, at + 2) : nil
            }
            at += 1
        }
        return nil
    }

    /// `%s`, `%d`, `%1$s`, standing alone.
    private func placeholder(_ block: BlockText, _ start: Int) -> Span? {
        let before = block.characterBefore(start)
        guard !BlockText.isWordCharacter(before), before != 37, before != 47 else { return nil }
        var at = start + 1
        if BlockText.isDigit(UInt32(block.byte(at))), block.byte(at + 1) == 0x24 { at += 2 }
        guard [0x73, 0x64, 0x40].contains(block.byte(at)), !BlockText.isWordCharacter(block.character(at + 1)) else {
            return nil
        }
        return Span(start, at + 1)
    }

    /// What is left of a link or a pair of pieces.
    private func replacement(_ text: String) -> String {
        if text.hasPrefix("[[") { return String(text.dropFirst(2).dropLast(2).split(separator: "|").last ?? "") }
        if text.hasPrefix("@") && text.count == 3 { return String(text.dropFirst().dropLast()) }
        return ""
    }

    private func speaksOfMarkup(_ analysis: borrowing Analysis) -> Bool {
        (0..<analysis.tokens.count).contains { analysis.isToken($0, in: Self.subject) }
    }

    private static let subject: FormSet = ["html", "tag", "tags", "css", "xml", "markup", "javascript", "markdown"]

    private static let tags: Set<String> = [
        "url", "unk", "s", "pad", "num", "br", "b", "i", "u", "p", "a", "em", "strong", "span", "div", "img", "h1",
        "h2",
        "h3", "h4", "table", "td", "tr", "th", "li", "ul", "ol", "font", "sup", "sub", "ref", "center", "script",
        "style",
        "html", "body", "head", "iframe", "blockquote", "hr", "g", "x", "bx", "ex", "ph", "bpt", "ept", "it", "mrk",
        "seg",
        "tag", "email", "link", "date", "name", "quote", "nowiki", "meta", "title", "video", "audio", "article",
        "section",
    ]

    private static func message(_ text: String) -> String {
        "“\(text)” is markup or a mark of the machine's own, and no text."
    }
}
