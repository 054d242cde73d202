import CalqueLint
import CalqueText
import Testing

@testable import CalqueRules

/// Runs one rule over a text, and marks what it reports with `[[…]]`.
private func marked(_ text: String, by rule: any Rule) throws -> String {
    let linter = Linter(rules: RuleSet(rules: [rule]))
    let article = try Article(name: "test", plainText: Array(text.utf8))
    var bytes = Array(text.utf8)
    for finding in linter.lint(article).sorted(by: { $0.span.start > $1.span.start }) {
        bytes.insert(contentsOf: Array("]]".utf8), at: finding.span.end)
        bytes.insert(contentsOf: Array("[[".utf8), at: finding.span.start)
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func unmarked(_ text: String) -> String {
    var result = text
    result.removeAll { $0 == "[" || $0 == "]" }
    return result
}

/// The text with the first suggestion of each finding put in.
private func mended(_ text: String, by rule: any Rule) throws -> String {
    let linter = Linter(rules: RuleSet(rules: [rule]))
    var bytes = Array(text.utf8)
    for finding in linter.lint(try Article(name: "test", plainText: bytes)).sorted(by: { $0.span.start > $1.span.start }
    ) {
        guard let suggestion = finding.suggestions.first else { continue }
        bytes.replaceSubrange(
            suggestion.span.start..<suggestion.span.end, with: Array(suggestion.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
}

private let nameRules: [any Rule] = [
    ArticleBeforeName(), CapitalisedCommonNoun(), HalfCapitalisedName(), LowercaseName(), LowercaseNationality(),
    NameVariants(),
]

@Suite struct NameRuleTests {
    @Test(arguments: 0..<nameRules.count)
    func `every bad example is found where it is marked`(_ number: Int) throws {
        let rule = nameRules[number]
        for example in type(of: rule).description.bad {
            #expect(try marked(unmarked(example), by: rule) == example)
            let behind = "😀 Привет всем.\n\n" + example
            #expect(try marked(unmarked(behind), by: rule) == behind)
        }
    }

    @Test(arguments: 0..<nameRules.count)
    func `no good example and no accepted miss is reported`(_ number: Int) throws {
        let rule = nameRules[number]
        for example in type(of: rule).description.good + type(of: rule).description.missed {
            #expect(try marked(example, by: rule) == example)
        }
    }

    @Test func `fixes write the name as it is written elsewhere`() throws {
        #expect(
            try mended("The talks in moscow about nato failed.", by: LowercaseName())
                == "The talks in Moscow about NATO failed.")
        #expect(
            try mended("It went to the Supreme court.", by: HalfCapitalisedName()) == "It went to the Supreme Court.")
        #expect(
            try mended("The russian embassy is closed.", by: LowercaseNationality()) == "The Russian embassy is closed."
        )
        #expect(try mended("They returned to the Moscow.", by: ArticleBeforeName()) == "They returned to Moscow.")
    }

    @Test func `a text without capitals is a style`() throws {
        let text = "we went to moscow in may. it rained. then john smith came. he left for london."
        for rule in nameRules { #expect(try marked(text, by: rule) == text) }
    }

    @Test func `romanisations of one name agree`() {
        func key(_ name: String) -> UInt64 { NameVariants.normalised(Array(name.utf8)[...]) }
        #expect(key("zelensky") == key("zelenskiy") && key("zelensky") == key("zelenskyy"))
        #expect(key("aksenov") == key("aksyonov"))
        #expect(key("lukashenka") == key("lukashenko"))
        #expect(key("khrapunov") == key("hrapunov"))
        #expect(key("ivanov") != key("ivanova"))
        #expect(key("müller") == 0)
    }
}
