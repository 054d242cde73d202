import CalqueLint
import CalqueText
import Foundation
import Testing

@testable import CalqueReports

@Suite struct GitHubReporterTests {
    private func report(_ results: [ArticleResult]) -> [String] {
        GitHubReporter(options: ReportOptions()).report(results).string.split(separator: "\n").map(String.init)
    }

    @Test func `a finding is an annotation of its severity, with what would end it escaped`() throws {
        let story = try article("One\nDonald trump", name: "a,b:c%\n.txt")
        let finding = story.finding(SampleRule.name, "trump", message: "50 %0A::error::, \u{202E}x")
        #expect(
            report([result(story, [finding])])[0]
                == "::warning file=a%2Cb%3Ac%25%0A.txt,line=2,endLine=2,col=8,endColumn=13,title=Name in lower case (sample-lowercase-name)::50 %250A::error::, <U+202E>x"
        )
    }

    @Test func `what stands in several lines has no columns`() throws {
        let story = try article("One\ntwo three")
        let lines = report([result(story, [story.finding(SampleRule.script, "One\ntwo")])])
        #expect(lines[0].hasPrefix("::error file=story.txt,line=1,endLine=2,title="))
    }

    @Test func `of each kind ten are written, and a notice says how many are not`() throws {
        let story = try article(String(repeating: "x ", count: 60))
        let findings = (0..<60).map {
            Finding(
                rule: SampleRule.name, severity: Severity.allCases[$0 % 3], span: Span(2 * $0, 2 * $0 + 1), message: "x"
            )
        }
        let lines = report([result(story, findings)])
        for kind in ["error", "warning", "notice"] { #expect(lines.count { $0.hasPrefix("::\(kind) ") } == 10) }
        #expect(
            lines[29]
                == "::notice title=Calque::31 findings are not annotated, since GitHub shows 10 annotations of a kind. The job summary has more."
        )
        #expect(lines[30].hasPrefix("1 article, 60 words: 60 findings"))
    }

    @Test func `a long message is cut at a character`() {
        #expect("aЖ😀b".cut(toUTF8: 8) == "aЖ😀b")
        #expect("aЖ😀bcdefg".cut(toUTF8: 9) == "aЖ…")
        #expect("aЖ😀bcdefg".cut(toUTF8: 10) == "aЖ😀…")
    }
}

@Suite struct GitLabReporterTests {
    private func issues(_ results: [ArticleResult], _ options: ReportOptions = ReportOptions()) throws -> [[String:
        Any]]
    {
        let report = GitLabReporter(options: options).report(results)
        return try #require(try JSONSerialization.jsonObject(with: Data(report)) as? [[String: Any]])
    }

    private func fingerprints(_ text: String, _ words: [(String, Int)], name: String = "a.txt") throws -> [String] {
        let story = try article(text, name: name)
        let findings = words.map { story.finding(SampleRule.name, $0.0, nth: $0.1) }
        return try issues([result(story, findings)]).compactMap { $0["fingerprint"] as? String }
    }

    @Test func `an issue has severity, place and lines`() throws {
        let story = try article("One\nDonald trump", name: "./in/a.txt")
        let issue = try #require(try issues([result(story, [story.finding(SampleRule.script, "trump")])]).first)
        #expect(issue["check_name"] as? String == "sample-foreign-script")
        #expect(issue["severity"] as? String == "critical")
        let location = try #require(issue["location"] as? [String: Any])
        #expect(location["path"] as? String == "in/a.txt")
        #expect(location["lines"] as? [String: Int] == ["begin": 2, "end": 2])
    }

    @Test func `a fingerprint stays when lines move, are wrapped anew, or are edited elsewhere`() throws {
        let before = try fingerprints("On Monday the deputy mayor met trump in the old town hall.", [("trump", 1)])
        for text in [
            "A new first paragraph.\r\n\r\nOn Monday the deputy mayor met trump in the old town hall.",
            "On Monday the deputy\nmayor met\n  trump in the\nold town hall.",
            "Yesterday the deputy mayor met trump in the old church, as 😀 was said.",
        ] { #expect(try fingerprints(text, [("trump", 1)]) == before, "\(text)") }
        #expect(
            try fingerprints("On Monday the deputy mayor saw trump in the old town hall.", [("trump", 1)]) != before)
        let elsewhere = try fingerprints(
            "On Monday the deputy mayor met trump in the old town hall.", [("trump", 1)], name: "b.txt")
        #expect(elsewhere != before)
    }

    @Test func `fingerprints of findings that are alike differ`() throws {
        let all = try fingerprints("He met trump.\n\nHe met trump.\n\nHe met trump.", [1, 2, 3].map { ("trump", $0) })
        #expect(Set(all).count == 3)
        #expect(all.map { $0.split(separator: ":")[0] } == Array(repeating: all[0].split(separator: ":")[0], count: 3))
    }

    @Test func `spans that do not fit the text do no harm`() throws {
        let story = try article("Жук")
        for span in [Span(1, 3), Span(-5, 2), Span(4, 999), Span(50, 60), Span(5, 2)] {
            #expect(
                try issues([result(story, [Finding(rule: SampleRule.name, span: span, message: "Odd.")])]).count == 1)
        }
    }

    @Test func `no findings are an empty array`() throws {
        #expect(try issues([result(try article("All is well."), [])]).isEmpty)
    }
}

@Suite struct RDJSONReporterTests {
    @Test func `columns count bytes, those of a byte-order mark too`() throws {
        let story = try article("\u{FEFF}😀 e\u{301} trump\r\nЖ trump")
        let findings = (1...2).map { story.finding(SampleRule.name, "trump", nth: $0, fixes: ["Trump"]) }
        let places = try ReportReaders.rdjson(
            RDJSONReporter(options: ReportOptions()).report([result(story, findings)]))
        #expect(places.map(\.line) == [1, 2])
        #expect(places.map(\.column) == [13, 4])
    }

    @Test func `severity, rule and suggestion have the names of reviewdog`() throws {
        let story = try article("Donald trump")
        let report = RDJSONReporter(options: ReportOptions()).report([
            result(story, [story.finding(SampleRule.script, "trump", message: "A name.", fixes: ["Trump"])])
        ])
        #expect(
            report.string == """
                {"source":{"name":"calque"},"diagnostics":[
                {"message":"A name.","location":{"path":"story.txt","range":{"start":{"line":1,"column":8},"end":{"line":1,"column":13}}},"severity":"ERROR","code":{"value":"sample-foreign-script"},"suggestions":[{"range":{"start":{"line":1,"column":8},"end":{"line":1,"column":13}},"text":"Trump"}]}
                ]}

                """)
    }
}

@Suite struct XMLReporterTests {
    @Test func `what XML cannot hold is shown, and the rest comes back as it was`() throws {
        var xml = XMLWriter()
        xml.open("a", ("b", "\u{1}\t\r\n\"'<>&]]>\u{FFFF}😀e\u{301}"))
        xml.close("a")
        let elements = try ReportReaders.Elements(XMLWriter.declaration + xml.bytes).all
        #expect(elements[0].attributes["b"] == "␁\t\r\n\"'<>&]]>\u{FFFD}😀e\u{301}")
    }

    @Test func `a suite of JUnit counts its cases, and a clean article is one that passed`() throws {
        let story = try article("Donald trump met trump", name: "a.txt")
        let findings = (1...2).map { story.finding(SampleRule.name, "trump", nth: $0, fixes: ["Trump"]) }
        let report = JUnitReporter(options: ReportOptions(time: 1_715_938_200)).report([
            result(story, findings), result(try article("All is well.", name: "b.txt"), []),
        ])
        let elements = try ReportReaders.Elements(report).all
        let suites = elements.filter { $0.name == "testsuite" }.map(\.attributes)
        #expect(suites.map { $0["tests"] } == ["2", "1"])
        #expect(suites.map { $0["failures"] } == ["2", "0"])
        #expect(suites.map { $0["timestamp"] } == ["2024-05-17T09:30:00", "2024-05-17T09:30:00"])
        #expect(elements.count { $0.name == "testcase" } == 3)
        #expect(elements.count { $0.name == "failure" } == 2)
        #expect(report.string.contains("a.txt:1:8: major: This is the evidence.&#10;Fix: “trump” → “Trump”</failure>"))
        #expect(report.string.contains(#"<testcase name="no findings" classname="b.txt" time="0"/>"#))
    }

    @Test func `Checkstyle names every article and its findings`() throws {
        let story = try article("😀 trump", name: "a\"&.txt")
        let report = CheckstyleReporter(options: ReportOptions()).report([
            result(story, [story.finding(SampleRule.script, "trump", message: "A <name>.")]),
            result(try article("All is well.", name: "b.txt"), []),
        ])
        #expect(
            report.string == """
                <?xml version="1.0" encoding="UTF-8"?>
                <checkstyle version="4.3">
                <file name="a&quot;&amp;.txt">
                <error line="1" column="3" severity="error" message="A &lt;name&gt;." source="calque.residue.sample-foreign-script"/>
                </file>
                <file name="b.txt">
                </file>
                </checkstyle>

                """)
    }
}

@Suite struct TAPReporterTests {
    @Test func `a finding is a point that failed, a clean article one that passed`() throws {
        let story = try article("😀 trump", name: "a #1.txt")
        let report = TAPReporter(options: ReportOptions()).report([
            result(story, [story.finding(SampleRule.script, "trump", message: "A \"name\".\u{7}")]),
            result(try article("All is well.", name: "b.txt"), []),
        ])
        #expect(
            report.string == """
                TAP version 14
                not ok 1 - a \\#1.txt:1:3 sample-foreign-script
                  ---
                  message: "A \\"name\\".\\u0007"
                  severity: critical
                  rule: "sample-foreign-script"
                  at:
                    file: "a #1.txt"
                    line: 1
                    column: 3
                  ...
                ok 2 - b.txt
                1..2

                """)
    }
}

@Suite struct MarkdownReporterTests {
    private func report(_ results: [ArticleResult]) -> String {
        MarkdownReporter(options: ReportOptions()).report(results).string
    }

    @Test func `totals, a table and the folded findings`() throws {
        let story = try article("Donald trump\nleft.", name: "a|b.txt")
        let finding = story.finding(SampleRule.name, "trump", message: "*A* surname, @all, #1 <b>.", fixes: ["Trump"])
        #expect(
            report([result(story, [finding]), result(try article("All is well."), [])])
                == """
                ## Calque: 1 finding in 1 of 2 articles

                2 articles, 6 words: 1 finding (1 major). Automatic penalty: 833.3 points per 1,000 words.

                | article | findings | critical | major | minor | penalty per 1,000 words |
                | --- | ---: | ---: | ---: | ---: | ---: |
                | <code>a\\|b.txt</code> | 1 | 0 | 1 | 0 | 1,666.7 |

                <details><summary><code>a\\|b.txt</code>: 1 finding</summary>

                | place | severity | finding | correction |
                | --- | --- | --- | --- |
                | 1:8 | major | **Name in lower case** (<code>sample-lowercase-name</code>): \\*A\\* surname, @&#8288;all, \\#&#8288;1 &lt;b&gt;. | “trump” → “Trump” |

                </details>

                """)
    }

    @Test func `without findings the heading says so`() throws {
        #expect(
            report([result(try article("All is well."), [])]) == """
                ## Calque: no findings

                1 article, 3 words: no findings. Automatic penalty: 0.0 points per 1,000 words.

                """)
    }

    @Test func `many articles keep to the limit, and what is left out is counted`() throws {
        let name = String(repeating: "long-", count: 30)
        var results: [ArticleResult] = []
        for number in 1...400 {
            let story = try article("Donald trump", name: "\(name)\(number).txt")
            results.append(result(story, [story.finding(SampleRule.name, "trump")]))
        }
        let text = report(results)
        #expect(text.utf8.count <= MarkdownReporter.commentLimit)
        #expect(text.utf8.count > MarkdownReporter.commentLimit * 3 / 4)
        let rows = text.matches(of: /\n\| <code>/).count
        #expect(text.contains("\nThe table has no room for \(400 - rows) more articles.\n"))
        let found = text.matches(of: /\n\| 1:8 \|/).count
        #expect(text.contains("\n\(400 - found) findings are left out here: there is room for 65,536 characters."))
    }
}
