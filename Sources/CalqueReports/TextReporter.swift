import CalqueLint
import CalqueText

/// The report for people at a terminal: each finding with its place, the line it stands in, cause and fixes.
///
///     story.txt:5:54: major: Name in lower case [lowercase-name]
///       … the deputy mayor, Pavel gromov, told journalists …
///                                 ^^^^^^
///       “gromov” follows the given name “Pavel”, so it is a surname.
///       Fix: Gromov
///
/// Findings that overlap are shown as one, under the place of the first. Lines are wrapped or cut to
/// the width of the terminal; control characters of the article are shown, never sent.
public struct TextReporter: Reporter {
    public static let name = "text"
    public static let summary = "for people at a terminal"

    private let columns: Int
    private let usesColour: Bool
    private var totals = ReportTotals()

    public init(options: ReportOptions) {
        columns = max(24, min(options.columns, 1000))
        usesColour = options.usesColour
    }

    public mutating func begin() -> [UInt8] { [] }

    public mutating func add(_ result: ArticleResult) -> [UInt8] {
        totals.add(result)
        guard !result.findings.isEmpty else { return [] }
        var terminal = TerminalText(usesColour: usesColour)
        let index = PositionIndex(result.article.text)
        let path = VisibleText.of(result.article.name)
        for group in FindingGroup.groups(of: result.findings) {
            write(group, of: result.article, path: path, index, to: &terminal)
            terminal.endLine()
        }
        return terminal.bytes
    }

    public mutating func end() -> [UInt8] {
        var terminal = TerminalText(usesColour: usesColour)
        for line in WordWrap.lines(of: totals.sentence, columns: columns) {
            terminal.write(line, .bold)
            terminal.endLine()
        }
        return terminal.bytes
    }

    private func write(
        _ group: FindingGroup, of article: Article, path: String, _ index: PositionIndex,
        to terminal: inout TerminalText
    ) {
        for (number, finding) in group.findings.enumerated() {
            let start = index.position(at: finding.span.start)
            let place = "\(path):\(start.line):\(start.column):"
            let title = "\(VisibleText.of(finding.rule.name)) [\(VisibleText.of(finding.rule.id))]"
            writeHeading(place, finding.severity, title, to: &terminal)
            if number == 0 { writeSource(of: group, article, index, to: &terminal) }
            writeWrapped(VisibleText.of(finding.message), to: &terminal)
            for (number, suggestion) in finding.suggestions.enumerated() {
                let correction = Correction(suggestion, in: article)
                let isInSight = suggestion.span == group.span
                let text = VisibleText.of(isInSight ? correction.shortText : correction.text)
                writeWrapped((number == 0 ? "Fix: " : "Or: ") + text, .green, to: &terminal)
            }
            for (number, line) in (finding.explanation?.lines ?? []).enumerated() {
                writeWrapped(VisibleText.of(line), indent: number == 0 ? 2 : 4, to: &terminal)
            }
        }
    }

    /// The place is never broken: it is what one clicks on. What does not fit beside it goes below.
    private func writeHeading(_ place: String, _ severity: Severity, _ title: String, to terminal: inout TerminalText) {
        terminal.write(place, .bold)
        let mark = severity.name + ":"
        var lines = [mark + " " + title]
        if DisplayWidth.of(place) + 1 + DisplayWidth.of(lines[0]) > columns {
            lines = WordWrap.lines(of: lines[0], columns: columns - 2)
            terminal.endLine()
            terminal.write(" ")
        }
        for (number, line) in lines.enumerated() {
            terminal.write(number == 0 ? " " : "  ")
            if number == 0 && line.hasPrefix(mark) {
                terminal.write(mark, style(of: severity))
                terminal.write(String(line.dropFirst(mark.count)))
            } else {
                terminal.write(line)
            }
            terminal.endLine()
        }
    }

    /// The lines that the group stands in; of more than three the first two and the last.
    private func writeSource(
        of group: FindingGroup, _ article: Article, _ index: PositionIndex, to terminal: inout TerminalText
    ) {
        let first = index.line(at: group.span.start)
        let last = max(first, index.line(at: max(group.span.start, group.span.end - 1)))
        let lines = last - first < 3 ? Array(first...last) : [first, first + 1, last]
        for line in lines {
            if line > first + 1 && last - first >= 3 {
                terminal.write("  …")
                terminal.endLine()
            }
            let span = index.span(ofLine: line)
            if span.count == 0 && last > first { continue }
            let excerpt = SourceExcerpt(of: article, line: span, group: group, columns: columns - 2)
            terminal.write("  ")
            for run in excerpt.runs { terminal.write(run.text, run.isReported ? .bold : nil) }
            terminal.endLine()
            terminal.write("  ")
            terminal.write(excerpt.marks, style(of: group.severity))
            terminal.endLine()
        }
    }

    private func writeWrapped(
        _ text: String, _ style: TerminalText.Style? = nil, indent: Int = 2, to terminal: inout TerminalText
    ) {
        for line in WordWrap.lines(of: text, columns: columns - indent) {
            terminal.write(String(repeating: " ", count: indent))
            terminal.write(line, style)
            terminal.endLine()
        }
    }

    private func style(of severity: Severity) -> TerminalText.Style {
        switch severity {
        case .minor: .blue
        case .major: .red
        case .critical: .boldRed
        }
    }
}
