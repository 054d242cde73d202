import CalqueLint
import CalqueText

@testable import CalqueReports

/// Articles full of what could break a report, made from a fixed seed, with findings at known places.
struct HostileArticles {
    /// A finding as a report should tell it, without the article.
    struct Place: Hashable, CustomStringConvertible {
        var path: String
        var rule: String
        var line: Int
        var column: Int

        var description: String { "\(path.debugDescription):\(line):\(column) [\(rule)]" }
    }

    static let rules = [
        SampleRule.name, SampleRule.agency, SampleRule.script, SampleRule.twice, SampleRule.garbled, SampleRule.quotes,
    ]

    private static let pieces = [
        "\"", "'", "]]>", "<![CDATA[", "::", "::error file=x,line=1::", "%0A", "%25", "\u{202E}", "\u{2066}", "\u{1}",
        "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{9B}", "\u{2028}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "\u{AD}",
        "\u{200B}",
        "😀", "🇬🇧", "👩‍👩‍👧", "e\u{301}", "a\u{327}\u{308}", "漢字", "שלום", "Привет", "<b>", "</script>", "<!--", "&amp;",
        "&", "|", "`", "```", "*", "_x_", "#1", "# skip", "@all", "\\", "\\u0041", "{{articles}}", "##[error]", "-->",
        "$(id)", "${x}", "?", "a=b,c", ";", "~~~", "word", "the", "and", "end.", "\t", "  ", "\u{A0}", "...", "---",
    ]

    private var state: UInt64

    /// - Parameter seed: the same one gives the same articles.
    init(seed: UInt64) { state = seed }

    /// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
    private mutating func random(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }

    private mutating func text(_ count: Int, breaks: Bool) -> String {
        var text = ""
        for _ in 0..<count {
            text += Self.pieces[random(Self.pieces.count)]
            if breaks && random(9) == 0 {
                text += ["\n", "\r\n", "\n\n", "\r"][random(4)]
            } else if random(2) == 0 {
                text += " "
            }
        }
        return text
    }

    private mutating func body(size: Int?) -> String {
        var body = random(5) == 0 ? "\u{FEFF}" : ""
        guard let size else { return body + text(40 + random(60), breaks: true) }
        let stretch = text(2000, breaks: false)
        while body.utf8.count < size { body += stretch }
        return body
    }

    /// An article with up to nine findings, which may nest, and whose messages and suggestions are hostile too.
    ///
    /// - Parameter size: bytes of the text's only line; nil for a few dozen pieces on several lines.
    mutating func result(number: Int, size: Int? = nil) throws -> ArticleResult {
        let name = "\(number)/" + text(6, breaks: random(4) == 0) + ".txt"
        // By chance a short text may have so many control characters that it is none.
        var article: Article?
        while article == nil { article = try? Article(name: name, plainText: Array(body(size: size).utf8)) }
        guard let article else { throw ArticleError.binary }
        var findings: [Finding] = []
        for _ in 0..<random(10) {
            var span = Span(random(article.text.count), 0)
            span.end = min(article.text.count, span.start + random(30))
            span = article.wholeCharacters(span)
            let fix = Suggestion(span: span, replacement: text(2, breaks: false))
            findings.append(
                Finding(
                    rule: Self.rules[random(Self.rules.count)], span: span, message: text(8, breaks: random(2) == 0),
                    suggestions: [fix]))
        }
        findings.sort { $0.span < $1.span }
        return ArticleResult(article: article, findings: findings, words: article.words)
    }

    /// So many articles, the last of which has a line of a megabyte.
    static func results(seed: UInt64, count: Int) throws -> [ArticleResult] {
        var articles = HostileArticles(seed: seed)
        return try (1...count).map { try articles.result(number: $0, size: $0 == count ? 1_000_000 : nil) }
    }

    /// The places of an article's findings, counted from the start of the text, without the index that reporters use.
    static func places(
        of result: ArticleResult, path: String, unit: PositionIndex.ColumnUnit = .codePoint
    ) -> [Place] {
        result.findings.map { finding in
            var line = 1
            var start = 0
            let text = result.article.text
            let end = finding.span.start
            for at in 0..<end
            where text[at] == 10 || (text[at] == 13 && (at + 1 == text.count || text[at + 1] != 10)) {
                line += 1
                start = at + 1
            }
            var prefix = String(decoding: text[start..<end], as: UTF8.self).unicodeScalars[...]
            if unit != .utf8, start == 0, prefix.first == "\u{FEFF}" { prefix = prefix.dropFirst() }
            let column =
                switch unit {
                case .codePoint: prefix.count
                case .utf16: prefix.reduce(0) { $0 + UTF16.width($1) }
                case .utf8: prefix.reduce(0) { $0 + UTF8.width($1) }
                }
            return Place(path: path, rule: finding.rule.id, line: line, column: column + 1)
        }
    }
}
