import CalqueLint
import CalqueText
import Foundation
import Testing

@testable import CalqueReports

/// Over articles made to break reports every reporter keeps number, rule, path and position of the findings.
@Suite struct HostileReportTests {
    private typealias Place = HostileArticles.Place

    private let results: [ArticleResult]
    private let options = ReportOptions(columns: 1000, version: "1.2.3")

    init() throws { results = try HostileArticles.results(seed: 20_261_125, count: 200) }

    private func places(
        in unit: PositionIndex.ColumnUnit = .codePoint, _ path: (String) -> String = { $0 }
    ) -> [Place] {
        results.flatMap { HostileArticles.places(of: $0, path: path($0.article.name), unit: unit) }
    }

    /// What XML can hold of a path.
    private func xml(_ path: String) -> String {
        String(
            String.UnicodeScalarView(
                path.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 9, 10, 13: scalar
                    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)!
                    case 0xFFFE, 0xFFFF: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }

    /// Compares place by place, and names the first that differs.
    private func expect(_ found: [Place], toBe wanted: [Place], at location: SourceLocation = #_sourceLocation) {
        #expect(found.count == wanted.count, sourceLocation: location)
        let different = zip(found, wanted).first { $0 != $1 }
        #expect(different == nil, "\(different.debugDescription)", sourceLocation: location)
    }

    @Test func `there is enough to keep`() {
        #expect(results.count == 200)
        #expect(places().count > 700)
        #expect(results.last.map { $0.article.text.count > 1_000_000 && !$0.findings.isEmpty } == true)
        #expect(results.contains { $0.findings.isEmpty })
    }

    @Test func `text and compact`() {
        let wanted = places { VisibleText.of($0) }
        expect(ReportReaders.lines(CompactReporter(options: options).report(results)), toBe: wanted)
        #expect(Set(ReportReaders.lines(TextReporter(options: options).report(results))) == Set(wanted))
        #expect(ReportReaders.lines(TextReporter(options: options).report(results)).count == wanted.count)
    }

    @Test func `json, rdjson, gitlab and sarif, each in its unit`() throws {
        try expect(ReportReaders.calque(JSONReporter(options: options).report(results)), toBe: places())
        try expect(ReportReaders.gitlab(GitLabReporter(options: options).report(results)), toBe: places())
        try expect(ReportReaders.rdjson(RDJSONReporter(options: options).report(results)), toBe: places(in: .utf8))
        try expect(ReportReaders.sarif(SARIFReporter(options: options).report(results)), toBe: places(in: .utf16))
    }

    @Test func `junit and checkstyle`() throws {
        try expect(ReportReaders.checkstyle(CheckstyleReporter(options: options).report(results)), toBe: places(xml))
        try expect(ReportReaders.junit(JUnitReporter(options: options).report(results)), toBe: places(xml))
    }

    private func places(_ path: (String) -> String) -> [Place] { places(in: .codePoint, path) }

    @Test func `tap`() throws {
        let (found, passed) = try ReportReaders.tap(TAPReporter(options: options).report(results))
        expect(found, toBe: places())
        #expect(passed == results.count { $0.findings.isEmpty })
    }

    @Test func `markdown, where there is room, and where not it says how much is missing`() throws {
        let wanted = places { VisibleText.of($0) }
        let whole = MarkdownReporter(options: options, limit: 1 << 24).report(results)
        expect(ReportReaders.markdown(whole), toBe: wanted)
        let cut = MarkdownReporter(options: options).report(results)
        let kept = ReportReaders.markdown(cut)
        #expect(cut.count <= MarkdownReporter.commentLimit)
        #expect(kept == Array(wanted.prefix(kept.count)))
        #expect(kept.count > 20)
        #expect(cut.string.contains("\n\(wanted.count - kept.count) findings are left out here"))
    }

    @Test func `github, by article, and what is cut is said`() throws {
        for result in results {
            var wanted = HostileArticles.places(of: result, path: result.article.name)
            let index = PositionIndex(result.article.text)
            // GitHub has no columns for what stands in several lines.
            for (place, finding) in result.findings.enumerated()
            where index.line(at: finding.span.start) != index.line(at: finding.span.end) {
                wanted[place].column = 0
            }
            #expect(ReportReaders.workflowCommands(GitHubReporter(options: options).report([result])) == wanted)
        }
        let all = GitHubReporter(options: options).report(results).string
        let commands = all.split(separator: "\n").filter { $0.hasPrefix("::") }
        #expect(commands.count == 30)
        #expect(all.contains("::notice title=Calque::\(places().count - 29) findings are not annotated"))
    }

    @Test func `html, as a page and as a folder`() throws {
        let wanted = places { VisibleText.of($0) }.map(hidingEscapes)
        // A megabyte in one block is for the browser to show, and takes a while to read back by regular expressions.
        let page = HTMLReporter(options: options).report(results)
        expect(ReportReaders.html(page), toBe: wanted)
        var folder = HTMLFolder(options: options)
        var pages: [Place] = []
        for (number, result) in results.enumerated() {
            let page = folder.add(result)
            #expect(page.name == "articles/\(number + 1).html")
            pages += ReportReaders.html(page.bytes)
        }
        expect(pages, toBe: wanted)
        let index = folder.index().bytes.string
        #expect(
            index.matches(of: /<th role="rowheader" scope="row"><a href="articles\/[0-9]+\.html">/).count
                == results.count)
        let counts = index.matches(of: /<\/a><\/th><td role="cell">([0-9]+)<\/td>/).compactMap { Int($0.1) }
        #expect(counts.reduce(0, +) == wanted.count)
    }

    /// HTML shows line ends and noncharacters in its own way.
    private func hidingEscapes(_ place: Place) -> Place {
        var place = place
        place.path = place.path.replacing("\u{FFFE}", with: "\u{FFFD}").replacing("\u{FFFF}", with: "\u{FFFD}")
        return place
    }
}
