import Foundation
import Testing

@Suite struct RulesTests {
    @Test func `the list has a line a rule, by family`() throws {
        let lines = try Program.run("rules").lines
        #expect(lines.contains("loops"))
        #expect(
            lines.contains { $0.hasPrefix("  repeated-word") && $0.contains("The same word stands twice in a row.") })
        #expect(lines.last?.contains(" rule") == true)
    }

    @Test func `the page of a rule has its examples`() throws {
        let page = try Program.run("rules", "repeated-word").outputText
        #expect(page.hasPrefix("repeated-word: "))
        for part in ["It reports what stands in [[…]]:", "It leaves alone:", "Severity: major", "By default: on"] {
            #expect(page.contains(part))
        }
        let markdown = try Program.run("rules", "repeated-word", "--format", "markdown").outputText
        #expect(markdown.hasPrefix("# "))
        #expect(markdown.contains("> "))
    }

    @Test func `list and page as JSON agree`() throws {
        let list = try JSONSerialization.jsonObject(with: Data(Program.run("rules", "--format", "json").output))
        let page = try JSONSerialization.jsonObject(
            with: Data(Program.run("rules", "repeated-word", "--format=json").output))
        let rules = try #require(list as? [[String: Any]])
        let rule = try #require(rules.first { $0["id"] as? String == "repeated-word" })
        #expect((page as? NSDictionary) == rule as NSDictionary)
        #expect(rule["default"] as? Bool == true)
        #expect(!(rule["bad"] as? [String] ?? []).isEmpty)
    }
}
