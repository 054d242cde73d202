import Calque
import Testing

/// Examples of rules as they would stand in Markdown: what is found must be the same.
@Suite struct MarkdownExampleTests {
    /// A text as Markdown, and where its bytes stand in it.
    private struct Written {
        var text: [UInt8] = []
        var starts: [Int] = []
        var ends: [Int] = []

        /// Each paragraph in bold; what could be markup is escaped.
        init(_ plain: [UInt8]) {
            for (index, byte) in plain.enumerated() {
                let isStart = index == 0 || (plain[index - 1] == 10 && byte != 10)
                if isStart { text += "**".utf8 }
                let isEnd = byte == 10 && index > 0 && plain[index - 1] != 10
                if isEnd { text += "**".utf8 }
                if "\\`*_[]<>#|~&!".utf8.contains(byte) { text.append(0x5C) }
                starts.append(text.count)
                text.append(byte)
                ends.append(text.count)
            }
            text += "**".utf8
        }
    }

    @Test(arguments: BuiltInRuleTests.descriptions.map(\.id))
    func `what a rule finds in bold it finds in the same place`(id: String) throws {
        let set = RuleSet(rules: builtInRules.map { $0.init() }, patterns: [.builtIn])
        let rule = try #require(set.descriptions.first { $0.id == id })
        let linter = Linter(rules: try set.selecting(only: [id]))
        for example in rule.bad + rule.good {
            let text = example.replacing("[[", with: "").replacing("]]", with: "")
            // Lines that are blocks of their own in plain text, and lists, are others in Markdown.
            let isPlain = text.split(separator: "\n\n").allSatisfy { paragraph in
                !paragraph.contains("\n") && paragraph.first.map { $0.isLetter || "“\"(".contains($0) } ?? false
                    && paragraph.last?.isWhitespace == false
            }
            guard isPlain, !text.contains("<!--") else { continue }
            let plain = try Article(name: "a", plainText: Array(text.utf8))
            let written = Written(plain.text)
            let article = try Article(name: "a.md", written.text, format: .markdown)
            // Where the text is not read as it is written, the example is no Markdown.
            guard article.reading?.article.text == plain.text else { continue }
            let expected = linter.lint(plain).map { finding in
                finding.span.count > 0
                    ? Span(written.starts[finding.span.start], written.ends[finding.span.end - 1]) : nil
            }
            #expect(linter.lint(article).map { $0.span.count > 0 ? $0.span : nil } == expected, "\(example)")
        }
    }
}
