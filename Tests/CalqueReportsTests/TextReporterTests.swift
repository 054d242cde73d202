import CalqueLint
import CalqueText
import Testing

@testable import CalqueReports

@Suite struct TextReporterTests {
    private func text(_ results: [ArticleResult], columns: Int = 80, usesColour: Bool = false) -> String {
        TextReporter(options: ReportOptions(columns: columns, usesColour: usesColour)).report(results).string
    }

    @Test func `a finding shows place, line, mark, cause and fix`() throws {
        let story = try article("The visit of Donald trump ended.\n")
        let finding = story.finding(SampleRule.name, "trump", message: "“trump” is a surname.", fixes: ["Trump"])
        #expect(
            text([result(story, [finding])]) == """
                story.txt:1:21: major: Name in lower case [sample-lowercase-name]
                  The visit of Donald trump ended.
                                      ^^^^^
                  “trump” is a surname.
                  Fix: Trump

                1 article, 6 words: 1 finding (1 major). Automatic penalty: 833.3 points per
                1,000 words.

                """)
    }

    @Test func `without findings only the sum is written`() throws {
        #expect(
            text([result(try article("All is well."), [])])
                == "1 article, 3 words: no findings. Automatic penalty: 0.0 points per 1,000 words.\n")
        #expect(text([]) == "0 articles, 0 words: no findings.\n")
    }

    @Test func `findings that nest are shown as one`() throws {
        let story = try article("He is wants go home now.")
        let outer = story.finding(SampleRule.garbled, "is wants go home", message: "Outer.")
        let inner = story.finding(SampleRule.twice, "wants", message: "Inner.", fixes: ["want"])
        let lines = text([result(story, [outer, inner])]).split(separator: "\n").map(String.init)
        #expect(
            lines.prefix(7) == [
                "story.txt:1:4: major: Garbled stretch [sample-garbled]",
                "  He is wants go home now.",
                "     ~~~^^^^^~~~~~~~~",
                "  Outer.",
                "story.txt:1:7: major: Repeated word [sample-repeated-word]",
                "  Inner.",
                "  Fix: “wants” → “want”",
            ])
    }

    @Test(arguments: [24, 40, 80, 132])
    func `no line is wider than the terminal`(columns: Int) throws {
        let long = String(repeating: "Слово 漢字 and a longish-word-with-hyphens, ", count: 60)
        let story = try article(long + "here is trump at last " + long)
        let name = story.finding(SampleRule.name, "trump", message: long, fixes: ["Trump", "Mr Trump"])
        let wide = story.finding(SampleRule.garbled, "漢字 and a longish", nth: 7)
        let all = Finding(rule: SampleRule.garbled, span: Span(0, story.text.count), message: "All of it.")
        for findings in [[name], [wide], [all], [name, wide, all]] {
            for line in text([result(story, findings)], columns: columns).split(separator: "\n") {
                // A place is never broken: it is what one clicks on.
                if line.hasPrefix("story.txt:") { continue }
                #expect(DisplayWidth.of(String(line)) <= columns, "\(line)")
            }
        }
    }

    @Test func `a long line is cut around what is reported`() throws {
        let story = try article(
            String(repeating: "word ", count: 50) + "trump " + String(repeating: "more ", count: 50))
        let lines = text([result(story, [story.finding(SampleRule.name, "trump")])], columns: 41)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let source = try #require(lines.firstIndex { $0.contains("trump") })
        #expect(lines[source] == "  … word word word trump more more more …")
        #expect(lines[source + 1] == "                   ^^^^^")
    }

    @Test func `marks stand under wide and combining characters`() throws {
        let story = try article("漢字 cafe\u{301} 👩‍👩‍👧 trump")
        let lines = text([result(story, [story.finding(SampleRule.name, "trump")])]).split(separator: "\n")
        #expect(lines[0].hasPrefix("story.txt:1:16:"))
        #expect(lines[2] == "               ^^^^^")
    }

    @Test func `places count code points behind a mark, and lines of any ending`() throws {
        let story = try article("\u{FEFF}Mr trump\r\nЖ trump\rA trump\nB 😀 trump\n")
        let report = text([result(story, (1...4).map { story.finding(SampleRule.name, "trump", nth: $0) })])
        let places = report.split(separator: "\n").filter { $0.hasPrefix("story") }.map { $0.prefix(13) }
        #expect(places == ["story.txt:1:4", "story.txt:2:3", "story.txt:3:3", "story.txt:4:5"])
        #expect(!report.contains("\r"))
    }

    @Test func `control characters are shown, never sent`() throws {
        let story = try article("A \u{1B}[31mred\u{7} \u{202E}trump\u{85}\t!", name: "a\u{1B}]0;x\u{7}\nb.txt")
        let report = text([
            result(
                story, [story.finding(SampleRule.name, "trump", message: "See \u{1B}[2J\u{2066}.", fixes: ["\u{9B}1m"])]
            )
        ])
        #expect(report.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
        #expect(!report.unicodeScalars.contains { (0x7F..<0xA0).contains($0.value) || $0.value == 0x202E })
        #expect(report.contains("A ␛[31mred␇ <U+202E>trump<U+0085> !"))
        #expect(report.contains("a␛]0;x␇ b.txt:1:14:"))
        #expect(report.contains("Fix: <U+009B>1m"))
    }

    @Test func `what has no width still gets a mark`() throws {
        let story = try article("One soft\u{AD}hyphen.\nNo stop\nEnd")
        let hyphen = story.finding(SampleRule.script, "\u{AD}")
        let end = Finding(
            rule: SampleRule.quotes, span: Span(25, 25), message: "No full stop.",
            suggestions: [Suggestion(span: Span(25, 25), replacement: ".")])
        let report = text([result(story, [hyphen, end])])
        #expect(report.contains("  One soft<U+00AD>hyphen.\n          ^^^^^^^^\n"))
        #expect(report.contains("  No stop\n         ^\n"))
        #expect(report.contains("Fix: insert “.”"))
    }

    @Test func `a finding over many lines shows the first two and the last`() throws {
        let story = try article("One “two\nthree\nfour\nfive\nsix seven.")
        let span = Span(4, story.text.count - 7)
        let report = text([result(story, [Finding(rule: SampleRule.quotes, span: span, message: "Open.")])])
        #expect(
            report.contains(
                """
                  One “two
                      ^^^^
                  three
                  ^^^^^
                  …
                  six seven.
                  ^^^
                """))
    }

    @Test func `colour is written only when asked for`() throws {
        let story = try article("Donald trump")
        let results = [result(story, [story.finding(SampleRule.name, "trump", fixes: ["Trump"])])]
        #expect(!text(results).contains("\u{1B}"))
        let coloured = text(results, usesColour: true)
        #expect(coloured.contains("\u{1B}[31m^^^^^\u{1B}[0m") || coloured.contains("\u{1B}[31mmajor:\u{1B}[0m"))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == text(results))
    }

    @Test func `spans that do not fit the text do no harm`() throws {
        let story = try article("Жук")
        let spans = [Span(1, 3), Span(-5, 2), Span(4, 999), Span(50, 60), Span(5, 2)]
        for span in spans {
            let findings = [Finding(rule: SampleRule.name, span: span, message: "Odd.")]
            #expect(text([result(story, findings)]).contains("Odd."))
        }
    }
}
