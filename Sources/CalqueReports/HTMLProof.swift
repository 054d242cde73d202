import CalqueLint
import CalqueText

/// One article as a proof: its blocks in full with what is found marked in place, and notes in the margin.
struct HTMLProof {
    let result: ArticleResult
    /// From 1; part of every id.
    let number: Int
    let groups: [FindingGroup]
    /// Whether the report has no other article, so that its head says all that a slug would.
    let isAlone: Bool

    init(_ result: ArticleResult, number: Int, isAlone: Bool) {
        self.result = result
        self.number = number
        self.isAlone = isAlone
        groups = FindingGroup.groups(
            of: result.findings.map { finding in
                var finding = finding
                finding.span = result.article.wholeCharacters(finding.span)
                return finding
            })
    }

    /// The id of the article's heading.
    var id: String { "article-\(number)" }

    /// The id of a group's note.
    func noteID(_ group: Int) -> String { "note-\(number)-\(group + 1)" }

    func write(to html: inout HTMLBuilder) {
        html.open("article", ("class", "proof"), ("aria-labelledby", id))
        if !isAlone { writeSlug(to: &html) }
        let stretches = self.stretches
        let hasHeadline = stretches.first { $0.kind != nil }?.kind == .headline
        if !hasHeadline {
            html.raw("<div class=\"row\"><div class=\"copy\">")
            html.open("h2", ("class", isAlone ? "hidden" : "name"), ("id", id))
            html.text(result.article.name)
            html.raw("</h2></div></div>\n")
        }
        var next = 0
        var isTitled = hasHeadline == false
        for (place, stretch) in stretches.enumerated() {
            // A note stands beside the block in which its finding begins; the last block takes what is left.
            var end = next
            while end < groups.count
                && (groups[end].span.start < stretch.span.end || place == stretches.count - 1
                    || groups[end].span.start < stretches[place + 1].span.start)
            {
                end += 1
            }
            html.raw("<div class=\"row\"><div class=\"copy\">")
            write(stretch, isTitle: stretch.kind == .headline && !isTitled, to: &html)
            if stretch.kind == .headline { isTitled = true }
            html.raw("</div>")
            if next < end { writeNotes(next..<end, to: &html) }
            html.raw("</div>\n")
            next = end
        }
        if stretches.isEmpty && !groups.isEmpty {
            html.raw("<div class=\"row\"><div class=\"copy\"></div>")
            writeNotes(0..<groups.count, to: &html)
            html.raw("</div>\n")
        }
        if groups.isEmpty { html.raw("<p class=\"clean\">Nothing was found.</p>\n") }
        html.raw("</article>\n")
    }

    // MARK: Text

    /// A block, or text between blocks that belongs to none.
    private struct Stretch {
        var kind: Block.Kind?
        var span: Span
    }

    private var stretches: [Stretch] {
        var stretches: [Stretch] = []
        var at = 0
        let text = result.article.text
        func addOther(until end: Int) {
            guard at < end, text[at..<end].contains(where: { $0 > 0x20 }) else { return }
            let isMark = text[at..<end].allSatisfy { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
            if !isMark { stretches.append(Stretch(kind: nil, span: Span(at, end))) }
        }
        for block in result.article.blocks where block.span.start >= at && block.span.end <= text.count {
            addOther(until: block.span.start)
            stretches.append(Stretch(kind: block.kind, span: block.span))
            at = block.span.end
        }
        addOther(until: text.count)
        return stretches
    }

    private func write(_ stretch: Stretch, isTitle: Bool, to html: inout HTMLBuilder) {
        switch stretch.kind {
        case .headline where isTitle:
            html.open("h2", ("id", id))
            writeText(stretch.span, to: &html)
            html.raw("</h2>")
            return
        case .headline:
            html.raw("<h3>")
            writeText(stretch.span, to: &html)
            html.raw("</h3>")
            return
        case .dateline: html.raw("<p class=\"dateline\">")
        case .byline: html.raw("<p class=\"byline\">")
        case .caption: html.raw("<p class=\"caption\">")
        case .listItem: html.raw("<p class=\"item\">")
        case .paragraph: html.raw("<p>")
        case nil: html.raw("<p class=\"other\">")
        }
        writeText(stretch.span, to: &html)
        html.raw("</p>")
    }

    /// The text of a block with its marks; a finding that reaches over blocks is marked in each.
    private func writeText(_ span: Span, to html: inout HTMLBuilder) {
        var at = span.start
        var index = firstGroup(behind: span.start)
        while index < groups.count, groups[index].span.start <= span.end {
            let group = groups[index]
            let start = max(group.span.start, span.start, at)
            let end = max(start, min(group.span.end, span.end))
            // A point at the border of two blocks is marked once, in the first.
            let isShown = start < end || (group.span.start == group.span.end && group.span.start >= at)
            if isShown {
                writeLines(Span(at, start), to: &html)
                writeMark(index, Span(start, end), to: &html)
                at = end
            }
            index += 1
        }
        writeLines(Span(at, span.end), to: &html)
    }

    /// The first group that does not end before the byte.
    private func firstGroup(behind byte: Int) -> Int {
        var low = 0
        var high = groups.count
        while low < high {
            let middle = (low + high) / 2
            if groups[middle].span.end < byte { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func writeMark(_ index: Int, _ span: Span, to html: inout HTMLBuilder) {
        let group = groups[index]
        let isFirst = span.start <= max(group.span.start, 0)
        if isFirst {
            html.open(
                "a", ("class", "mark " + group.severity.name), ("id", "mark-\(number)-\(index + 1)"),
                ("href", "#" + noteID(index)))
        } else {
            html.open("a", ("class", "mark " + group.severity.name), ("href", "#" + noteID(index)))
        }
        html.raw("<span class=\"words\">")
        if span.count == 0 { html.raw("<span class=\"point\" aria-hidden=\"true\">‸</span>") }
        for piece in group.pieces {
            let part = Span(max(piece.span.start, span.start), min(piece.span.end, span.end))
            guard part.start < part.end else { continue }
            if piece.depth > 1 { html.raw("<span class=\"within\">") }
            writeLines(part, to: &html)
            if piece.depth > 1 { html.raw("</span>") }
        }
        html.raw("</span><sup><span class=\"hidden\">finding </span>")
        html.text(String(index + 1))
        html.raw("</sup></a>")
    }

    /// Text whose line breaks, those of hard-wrapped files, are spaces: white space is shown as it is.
    private func writeLines(_ span: Span, to html: inout HTMLBuilder) {
        var isFirst = true
        for line in result.article.bytes(of: span).split(separator: 10, omittingEmptySubsequences: false) {
            if !isFirst { html.raw(" ") }
            isFirst = false
            html.text(line)
        }
    }

    // MARK: Notes

    private func writeNotes(_ range: Range<Int>, to html: inout HTMLBuilder) {
        html.raw("<ol class=\"notes\">\n")
        for index in range {
            let group = groups[index]
            html.open("li", ("class", "note " + group.severity.name), ("id", noteID(index)))
            html.open(
                "a", ("class", "no"), ("href", "#mark-\(number)-\(index + 1)"),
                ("aria-label", "\(index + 1): show in the text"))
            html.text(String(index + 1))
            html.raw("</a>")
            for finding in group.findings { write(finding, to: &html) }
            html.raw("</li>\n")
        }
        html.raw("</ol>")
    }

    private func write(_ finding: Finding, to html: inout HTMLBuilder) {
        html.open(
            "div", ("class", "cause " + finding.severity.name), ("data-family", finding.rule.family.rawValue),
            ("data-severity", finding.severity.name))
        for (place, suggestion) in finding.suggestions.enumerated() {
            let correction = Correction(suggestion, in: result.article)
            html.raw("<p class=\"fix\">")
            if place > 0 { html.raw("<span class=\"how\">or </span>") }
            if correction.new.isEmpty { html.raw("<span class=\"how\">delete </span>") }
            if correction.old.isEmpty { html.raw("<span class=\"how\">insert </span>") }
            if !correction.old.isEmpty {
                html.raw("<del>")
                writeShowingEdges(correction.old, to: &html)
                html.raw("</del>")
            }
            if !correction.old.isEmpty && !correction.new.isEmpty { html.raw(" → ") }
            if !correction.new.isEmpty {
                html.raw("<ins>")
                writeShowingEdges(correction.new, to: &html)
                html.raw("</ins>")
            }
            html.raw("</p>")
        }
        html.raw("<p class=\"evidence\">")
        html.open("a", ("href", "#" + HTMLRulePages.id(of: finding.rule)))
        html.text(finding.rule.name)
        html.raw("</a> <span class=\"severity\">")
        html.text(finding.severity.name)
        html.raw("</span> ")
        html.text(finding.message)
        html.raw("</p><details class=\"alarm\"><summary>A false alarm?</summary><p>Add this to .calque.yml:</p><pre>")
        html.text("rules:\n  \(finding.rule.id): off")
        html.raw("</pre></details></div>")
    }

    /// Text with a sign for each space at its borders, where none could be seen.
    private func writeShowingEdges(_ text: String, to html: inout HTMLBuilder) {
        let text = text[...]
        let start = text.firstIndex { $0 != " " } ?? text.endIndex
        let end = text.lastIndex { $0 != " " }.map { text.index(after: $0) } ?? text.endIndex
        func writeSpaces(_ count: Int) {
            if count > 0 { html.element("i", String(repeating: "␣", count: count)) }
        }
        writeSpaces(text[..<start].count)
        if start < end { html.text(String(text[start..<end])) }
        writeSpaces(text[end...].count)
    }

    private func writeSlug(to html: inout HTMLBuilder) {
        var totals = ReportTotals()
        totals.add(result)
        html.raw("<p class=\"slug\"><b>")
        html.text(result.article.name)
        html.raw("</b> <span>")
        html.text(Decimal.count(totals.words, "word"))
        html.raw("</span> <span>")
        html.text(totals.findings == 0 ? "no findings" : Decimal.count(totals.findings, "finding"))
        html.raw("</span>")
        if let score = totals.score {
            html.raw(" <span>automatic penalty ")
            html.text(Decimal.oneDigit(score))
            html.raw(" per 1,000 words</span>")
        }
        html.raw("</p>\n")
    }
}
