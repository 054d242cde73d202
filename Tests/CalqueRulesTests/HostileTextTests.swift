import Calque
import Testing

/// Texts that nobody writes, and that somebody sends: no rule may take more than linear time, or fall over.
@Suite struct HostileTextTests {
    static let linter = RuleSet(rules: builtInRules.map { $0.init() }, patterns: [.builtIn])

    struct Text: Sendable, CustomTestStringConvertible {
        let piece: String
        let count: Int
        init(_ piece: String, _ count: Int = 4_000) { (self.piece, self.count) = (piece, count) }
        var testDescription: String { "\(count) times “\(piece)”" }
    }

    static let texts = [
        // Marks.
        Text("\" "), Text("\"a "), Text("“a "), Text("a” "), Text("'"), Text("( "), Text("[a"), Text("—"), Text("– "),
        Text("."),
        Text("? "), Text("He came,” said Petrov. "), Text("He came.”\n\n"),
        // Words.
        Text("word "), Text("The "), Text("the cat "), Text("Vladimir Putin "), Text("in moscow and "), Text("Mr. "),
        Text("U.S. "),
        Text("MEETING "), Text("zzxqv "), Text("a"), Text("A"), Text("a-"), Text("'ll"), Text("n't"),
        Text("privet dela "),
        // Numbers.
        Text("1"), Text("1 "), Text("1-"), Text("1, "), Text("123 "), Text("8: 00 "), Text("5,3 % "),
        // Scripts and markup.
        Text("aб"), Text("a б "), Text("中б"), Text("aÃ©"), Text("привет "), Text("<b>"), Text("&amp;"), Text("&"),
        Text("{{a"),
        Text("%s "), Text("http://"), Text("a@"), Text("\u{301}"), Text("\u{200B}"), Text("👩\u{200D}"),
    ]

    @Test(.timeLimit(.minutes(10)), arguments: texts) func `a text of one thing again and again is linted in time`(
        text: Text
    ) throws {
        let bytes = Array(("A" + String(repeating: text.piece, count: text.count)).utf8)
        let article = try Article(name: "hostile", plainText: bytes)
        for finding in Linter(rules: Self.linter).lint(article) {
            #expect(finding.span.start <= finding.span.end && finding.span.end <= bytes.count)
        }
    }
}
