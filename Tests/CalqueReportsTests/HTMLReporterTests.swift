import CalqueLint
import CalqueText
import Foundation
import Testing

@testable import CalqueReports

@Suite struct HTMLReporterTests {
    private func html(_ results: [ArticleResult]) -> String {
        HTMLReporter(options: ReportOptions(version: "1.2.3")).report(results).string
    }

    /// The text of the proofs, as a browser shows it: without tags and the numbers of the notes.
    private func text(_ html: String) -> [String] {
        html.matches(of: /<div class="copy">([\s\S]*?)<\/div>/).map { match in
            String(match.1).replacing(/<sup>[\s\S]*?<\/sup>/, with: "").replacing(/<[^>]*>/, with: "")
                .replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
                .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
        }
    }

    @Test func `the article stands in full with its mark, note and rule`() throws {
        let story = try article("One word.\n\nDonald trump has left.\n\nThe end.\n")
        let finding = story.finding(SampleRule.name, "trump", message: "“trump” is a surname.", fixes: ["Trump"])
        let page = html([result(story, [finding])])
        #expect(text(page).suffix(3) == ["One word.", "Donald trump has left.", "The end."])
        #expect(
            page.contains(
                ##"Donald <a class="mark major" id="mark-1-1" href="#note-1-1"><span class="words">trump</span>"##))
        #expect(page.contains(##"<li class="note major" id="note-1-1">"##))
        #expect(page.contains(##"<a href="#rule-sample-lowercase-name">Name in lower case</a>"##))
        #expect(page.contains(##"<section class="rule" id="rule-sample-lowercase-name">"##))
        #expect(page.contains("<del>trump</del> → <ins>Trump</ins>"))
        #expect(page.contains("story.txt:3:8: “trump” → “Trump” (Name in lower case)"))
        #expect(page.contains("A <mark>bad</mark> example &amp; more."))
        #expect(page.contains("<li><code>one</code> &lt;reason&gt;</li><li>another</li>"))
    }

    @Test func `findings that nest or cross are one mark and one note, in which each has its cause`() throws {
        let story = try article("He is wants go home now.")
        let findings = [
            story.finding(SampleRule.garbled, "is wants go"), story.finding(SampleRule.twice, "wants"),
            story.finding(SampleRule.name, "go home"),
        ]
        let page = html([result(story, findings)])
        #expect(text(page).last == "He is wants go home now.")
        #expect(page.matches(of: /class="mark\s/).count == 1)
        #expect(page.matches(of: /class="cause\s/).count == 3)
        #expect(page.contains(##"is <span class="within">wants</span> <span class="within">go</span> home</span>"##))
    }

    @Test func `a finding over two blocks is marked in both, and noted once`() throws {
        let story = try article("He said “yes\n\nand no.")
        let page = html([result(story, [story.finding(SampleRule.quotes, "“yes\n\nand")])])
        #expect(text(page).suffix(2) == ["He said “yes", "and no."])
        #expect(page.matches(of: /href="#note-1-1"><span class="words">/).count == 2)
        #expect(page.matches(of: /id="mark-1-1"/).count == 1)
        #expect(page.matches(of: /id="note-1-1"/).count == 1)
    }

    @Test func `a point is marked where it stands`() throws {
        let story = try article("No stop\n\nEnd")
        let finding = Finding(
            rule: SampleRule.quotes, span: Span(7, 7), message: "No full stop.",
            suggestions: [Suggestion(span: Span(7, 7), replacement: ".")])
        let page = html([result(story, [finding])])
        #expect(text(page).suffix(2) == ["No stop‸", "End"])
        #expect(page.contains("<span class=\"how\">insert </span><ins>.</ins>"))
    }

    @Test func `nothing from text, rule or file name becomes markup`() throws {
        let nasty = "</script><img src=x onerror=alert(1)>\" ' ]]> <!-- -->&amp; \u{0}\u{202E}\u{FFFF} {{articles}}"
        let story = try article("The \(nasty) end, trump\(nasty).", name: nasty)
        let rule = RuleDescription(
            id: "x\"><script>", name: nasty, family: .calques, summary: nasty,
            rationale: "`\(nasty)` **\(nasty)**\n- \(nasty)",
            mqm: nasty, severity: .critical, bad: ["[[\(nasty)]] [[open"], good: [nasty], missed: [nasty],
            precision: nasty)
        let plain = html([result(try article("The end, trump.", name: "a"), [])])
        let page = html([result(story, [story.finding(rule, nasty, message: nasty, fixes: [nasty])])])
        #expect(page.matches(of: /<script/).count == plain.matches(of: /<script/).count)
        #expect(page.matches(of: /<\/script/).count == plain.matches(of: /<\/script/).count)
        #expect(!page.contains("<img"))
        #expect(!page.contains("<!--"))
        #expect(!page.unicodeScalars.contains { $0.value == 0 || $0.value == 0x202E || $0.value == 0xFFFF })
        #expect(page.contains(##"id="rule-x_34_62_60script_62""##))
        #expect(
            text(page).last?.hasPrefix(
                "The </script><img src=x onerror=alert(1)>\" ' ]]> <!-- -->&amp; ␀<U+202E>\u{FFFD} {{articles}} end")
                == true)
    }

    @Test func `white space is kept, and a line break is a space`() throws {
        let story = try article("One  two\r\nthree\tfour\nfive.")
        #expect(text(html([result(story, [])])).last == "One  two three\tfour five.")
    }

    @Test func `every id stands once, and every link within the page leads to one`() throws {
        let second = try article("Then trump met trump.", name: "b.txt")
        let results = [
            try sampleResult(), result(second, (1...2).map { second.finding(SampleRule.name, "trump", nth: $0) }),
            result(try article("", name: "empty.txt"), []),
        ]
        let page = html(results)
        let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        for link in page.replacing(/<script>[\s\S]*/, with: "").matches(of: /href="#([^"]*)"/) {
            #expect(ids.contains(String(link.1)), "\(link.1)")
        }
        #expect(page.contains("Proof of 3 articles"))
        #expect(page.contains(##"<a href="#article-2">b.txt</a> <span>2 findings</span>"##))
    }

    @Test func `without findings the page says so`() throws {
        let page = html([result(try article("All is well."), [])])
        #expect(page.contains("<title>Proof of story.txt: No findings – Calque</title>"))
        #expect(page.contains("Nothing was found."))
        #expect(html([]).contains("Proof of 0 articles"))
    }

    @Test func `spans that do not fit the text do no harm`() throws {
        let story = try article("Жук и\n\nЕж")
        for span in [Span(1, 3), Span(-5, 2), Span(4, 999), Span(50, 60), Span(5, 2), Span(9, 10)] {
            let page = html([result(story, [Finding(rule: SampleRule.name, span: span, message: "Odd.")])])
            #expect(page.contains("Odd."))
            #expect(text(page).suffix(2).joined().replacing("‸", with: "") == "Жук иЕж", "\(span)")
        }
    }
}
