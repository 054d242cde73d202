import CalqueLint
import CalqueText
import Testing

@testable import CalqueReports

@Suite struct HTMLFolderTests {
    private func pages(_ results: [ArticleResult]) -> (articles: [HTMLFolder.Page], index: String) {
        var folder = HTMLFolder(options: ReportOptions(version: "1.2.3"))
        let pages = results.map { folder.add($0) }
        let index = folder.index()
        #expect(index.name == "index.html")
        return (pages, index.bytes.string)
    }

    @Test func `the index has a row an article, the worst first, that leads to its page`() throws {
        let good = try article("All is well.", name: "good.txt")
        let bad = try article("Donald trump met trump, но", name: "bad.txt")
        let (articles, index) = pages([
            result(good, []),
            result(
                bad,
                [1, 2].map { bad.finding(SampleRule.name, "trump", nth: $0) } + [bad.finding(SampleRule.script, "но")]),
        ])
        #expect(articles.map(\.name) == ["articles/1.html", "articles/2.html"])
        #expect(articles[1].bytes.string.contains("<a href=\"../index.html\">All articles</a>"))
        let rows = index.matches(of: /<tr role="row"><th role="rowheader".*<\/tr>/).map { String($0.0) }
        #expect(
            rows == [
                #"<tr role="row"><th role="rowheader" scope="row"><a href="articles/2.html">bad.txt</a></th><td role="cell">3</td><td role="cell">7,000.0</td><td role="cell">Word in a foreign script, Name in lower case × 2</td></tr>"#,
                #"<tr role="row"><th role="rowheader" scope="row"><a href="articles/1.html">good.txt</a></th><td role="cell">0</td><td role="cell">0.0</td><td role="cell"></td></tr>"#,
            ])
        #expect(index.contains("<title>Findings by family: names 2, residue 1</title>"))
        #expect(index.contains("<h1>Proofs of 2 articles</h1>"))
    }

    @Test func `nothing from a file name becomes markup`() throws {
        let name = "</script><img src=x onerror=alert(1)>\"'&\u{202E}{{chart}}"
        let index = pages([result(try article("All is well.", name: name), [])]).index
        #expect(!index.contains("<img"))
        #expect(
            index.contains(
                "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;&lt;U+202E&gt;{{chart}}</a>"))
    }

    @Test func `each finding has the line to configure it away`() throws {
        let story = try article("Donald trump")
        let page = pages([result(story, [story.finding(SampleRule.name, "trump")])]).articles[0].bytes.string
        #expect(page.contains("<pre>rules:\n  sample-lowercase-name: off</pre>"))
    }
}
