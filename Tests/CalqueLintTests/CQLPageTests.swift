import CalqueLint
import CalqueSyntax
import CalqueText
import Testing

struct CQLPageTests {
    let page: CQLPage

    init() throws { page = try CQLPage() }

    @Test func `the page has examples of matches, of near misses and of errors`() {
        #expect(page.examples.count >= 15)
        #expect(page.examples.contains { $0.error != nil })
        #expect(page.examples.allSatisfy { $0.error != nil || !$0.found.isEmpty })
    }

    @Test func `every example of the page comes out as it says`() throws {
        for example in page.examples {
            // Until the lexicon is there.
            if Lexicon.english.isEmpty && example.pattern.contains("class=") { continue }
            do {
                let search = try Search(example.pattern)
                if let error = example.error {
                    Issue.record("line \(example.line): no error, but should say: \(error)")
                    continue
                }
                for text in example.found + example.notFound {
                    let marked = try MarkedText(text)
                    let found = try search.spans(in: marked.text)
                    #expect(found == marked.marks, "line \(example.line): \(text)")
                }
            } catch let error as RuleError {
                #expect(error.description == example.error, "line \(example.line)")
            }
        }
    }

    @Test func `the rule file of the page compiles, and its examples hold`() throws {
        let file = RuleText(
            path: "newspaper-the.yml", relativePath: "en/calques/newspaper-the.yml", bytes: Array(page.ruleFile.utf8))
        let rules = try PatternRules.compile([file])
        #expect(RuleExamples.check(RuleSet(rules: [], patterns: [rules])).map(\.description) == [])
        let description = try #require(rules.description(of: "newspaper-the"))
        #expect(description.name == "Article after “newspaper”")
        let finding = try #require(try lint("He told the newspaper The Guardian that.", rules).first)
        #expect(finding.message == "“the newspaper The Guardian”: English names Guardian without the noun before it.")
        #expect(finding.suggestions.map(\.replacement) == ["the Guardian"])
    }
}
