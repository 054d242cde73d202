import Testing

@testable import CalqueText

/// Markdown as an input: what is read, and the way back to the file.
@Suite struct MarkdownTests {
    private func article(_ text: String) throws -> Article {
        try Article(name: "a.md", Array(text.utf8), format: .markdown)
    }

    /// What is read, a string a block.
    private func read(_ text: String) throws -> [String] {
        let article = try #require(try article(text).reading?.article)
        return article.blocks.map { article.string($0.span) }
    }

    @Test func `paragraphs, headings, items, quotations, cells and captions are read`() throws {
        let text = """
            The ferry
            =========

            ## The *old* harbour ##

            It left at [noon](http://example.org/a_b "the title"), **on time**
            and without me.

            - first item
            1. second item

               with a paragraph.

            > The captain was calm.
            > - He smiled.

            | who | what |
            |-----|------|
            | a \\| b | *c* |

            ![A ferry at sea](ferry.jpg)
            ***
            - [x] done
            """
        let article = try article(text)
        let reading = try #require(article.reading?.article)
        let blocks = zip(reading.blocks, article.blocks).map {
            ($0.kind, reading.string($0.span), article.string($1.span))
        }
        #expect(
            blocks.map { "\($0.0): \($0.1)" } == [
                "headline: The ferry", "headline: The old harbour",
                "paragraph: It left at noon, on time\nand without me.", "listItem: first item", "listItem: second item",
                "listItem: with a paragraph.", "paragraph: The captain was calm.", "listItem: He smiled.",
                "listItem: who", "listItem: what", "listItem: a | b", "listItem: c", "caption: A ferry at sea",
                "listItem: done",
            ])
        // In the file, markup stands within them, and none around.
        #expect(blocks[1].2 == "The *old* harbour")
        #expect(
            blocks[2].2 == "It left at [noon](http://example.org/a_b \"the title\"), **on time**\nand without me.")
        #expect(blocks[10].2 == "a \\| b")
        #expect(article.words == reading.words)
        #expect(article.text == Array(text.utf8))
    }

    @Test func `code, HTML, addresses and what is struck through are not read`() throws {
        #expect(try read("A `the the` B.") == ["A \u{FFFC} B."])
        #expect(try read("    code\n\n```swift\nthe the\n```\nText.") == ["Text."])
        #expect(
            try read("<div>\nthe the\n</div>\n\nText <b>in</b> bold, <!-- a note --> and more.") == [
                "Text in bold, and more."
            ])
        #expect(try read("One<br>two<br />three.") == ["One\ntwo\nthree."])
        #expect(try read("The ~~big~~ old house.") == ["The old house."])
        #expect(try read("[text][r] and [r].\n\n[r]: http://example.org 'The the title'") == ["text and r."])
        #expect(try read("He ![a logo](x.png) won.") == ["He \u{FFFC} won."])
        #expect(try read("![](x.png)\n\nHe ![](x.png) won.") == ["He won."])
        #expect(try read("He won.\n![The winner](x.png)\nThey lost.") == ["He won.", "The winner", "They lost."])
        #expect(try read("[![The winner](x.png)](http://example.org)") == ["The winner"])
        let address = try #require(try article("See <https://example.org/a> now.").reading)
        #expect(address.article.text == Array("See https://example.org/a now.".utf8))
        #expect(address.map.unread == [Span(4, 25)])
        #expect(address.map.isUnread(Span(10, 12)))
        #expect(address.map.isUnread(Span(0, 5)))
        #expect(!address.map.isUnread(Span(0, 4)))
        #expect(!address.map.isUnread(Span(25, 29)))
    }

    @Test func `front matter is not read, and a rule is none`() throws {
        #expect(try read("---\ntitle: The the\n---\nText.") == ["Text."])
        #expect(try read("\u{FEFF}---\r\n# note\r\ntitle: The the\r\n...\r\nText.") == ["Text."])
        #expect(try read("+++\ntitle = 'the the'\n+++\nText.") == ["Text."])
        #expect(try read("---\nA story\n\n---\nText.") == ["A story", "Text."])
        #expect(try read("---\ntitle: open\n\nText.") == ["title: open", "Text."])
        #expect(try read("---\ntitle: all\n---\n") == [])
        #expect(try read("") == [])
    }

    @Test func `references and escapes stand for characters`() throws {
        #expect(
            try read(
                "R&amp;D &mdash; &#8217;&#x2019; &eacute; &lang; &nothing; \\*no\\* &#0; &#xD800; &#99999999999; &amp")
                == ["R&D — ’’ é \u{27E8} &nothing; *no* \u{FFFD} \u{FFFD} &#99999999999; &amp"])
    }

    @Test func `lines end as in the file`() throws {
        #expect(try read("One\r\ntwo  \r\nthree\\\r\nfour\r\n\r\nfive") == ["One\r\ntwo\r\nthree\r\nfour", "five"])
        #expect(try read("> One\n> two\nlazy") == ["One\ntwo\nlazy"])
        let article = try article("> the\n> the")
        let map = try #require(article.reading?.map)
        #expect(map.literal(Span(0, 3)) == Span(2, 5))
        // The mark of the quotation stands between.
        #expect(map.literal(Span(3, 7)) == nil)
        #expect(map.source(Span(0, 7)) == Span(2, 11))
        #expect(try self.article("the\nthe").reading?.map.literal(Span(3, 7)) == Span(3, 7))
    }

    @Test func `directives are found wherever they stand alone`() throws {
        let text =
            "One.\n<!-- calque-off loops -->\nTwo.\n\n- <!-- calque-on -->\n\nIn a <!-- calque-off --> line.\n\n```\n<!-- calque-off -->\n```\n"
        let article = try article(text)
        #expect(
            article.directives.map { article.string($0) } == ["<!-- calque-off loops -->", "<!-- calque-on -->"])
    }

    @Test func `NUL stays where it is`() throws {
        let article = try article("**a**\0b `\0` c\nd")
        let reading = try #require(article.reading)
        #expect(reading.article.text == Array("a\0b \u{FFFC} c\nd".utf8))
        try expectSound(article)
    }

    // MARK: The way back

    /// Pieces of Markdown, put together at random.
    private static let pieces = [
        "The ", "ferry", " left", ".", " ", "\n", "\r\n", "\n\n", "  \n", "\\\n", "*", "**", "_", "~~", "`", "``", "[",
        "]",
        "](u)", "](<b c> \"t\nt\")", "![", "> ", "- ", "1. ", "# ", "=\n", "---\n", "|", "|-|\n", "|---|---|\n",
        "&amp;",
        "&nothing;", "&#8217;", "\\*", "\\", "<b>", "</b>", "<br>", "<!-- x -->", "<https://e.org>", "é", "\u{1F600}",
        "e\u{301}", "\u{0}", "\t", "    ", "```\n", "[r]: /u\n", "[r]", "<div>\n", "…", "“No”", "don't", "\u{2028}",
    ]

    private static func random(_ seed: inout UInt64, pieces count: Int) -> String {
        var text = ""
        for _ in 0..<count {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += pieces[Int(seed >> 33) % pieces.count]
        }
        return text
    }

    /// Everything that must hold of what was read.
    private func expectSound(_ article: Article) throws {
        let reading = try #require(article.reading)
        let text = reading.article.text
        let map = reading.map
        var at = 0
        for (index, run) in map.runs.enumerated() {
            let end = index + 1 < map.runs.count ? Int(map.runs[index + 1].text) : text.count
            #expect(Int(run.sourceStart) >= at && run.sourceEnd >= run.sourceStart)
            at = Int(run.sourceEnd)
            if run.isLiteral {
                #expect(text[Int(run.text)..<end] == article.text[Int(run.sourceStart)..<Int(run.sourceEnd)])
            }
        }
        #expect(at <= article.text.count)
        for blocks in [reading.article.blocks, article.blocks] {
            #expect(zip(blocks, blocks.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
        }
        #expect(UTF8Check.firstInvalidByte(of: text.span) == nil)
        #expect(zip(map.unread, map.unread.dropFirst()).allSatisfy { $0.end <= $1.start })
        var segmentation = Segmentation()
        Segmenter().segment(reading.article, into: &segmentation)
        for token in segmentation.tokens {
            let source = map.source(token.span)
            let written = Array(article.text[source.start..<source.end])
            let word = Array(text[token.span.start..<token.span.end])
            if let literal = map.literal(token.span) {
                #expect(literal == source)
                #expect(written == word)
            } else {
                // Markup, an escape, a reference, or something that is not read stands within.
                #expect(written != word)
                #expect(written.contains { "\\&*_~`[]<>!|\0".utf8.contains($0) } || map.isUnread(token.span))
            }
            if !map.isUnread(token.span), map.literal(Span(token.span.start, token.span.start + 1)) != nil {
                #expect(map.text(at: source.start) == token.span.start)
            }
        }
    }

    @Test func `each token stands in the file as it was read, but for markup within`() throws {
        var seed: UInt64 = 1
        for round in 0..<2500 {
            let text = Self.random(&seed, pieces: 1 + round % 40)
            guard let article = try? article(text) else { continue }
            do { try expectSound(article) } catch { Issue.record("\(error) in \(text)") }
        }
    }

    @Test func `markup within a word splits no token`() throws {
        let article = try article("**D**onald *trump*'s o**ff**ice, R&amp;D do\\n't")
        let reading = try #require(article.reading)
        var segmentation = Segmentation()
        Segmenter().segment(reading.article, into: &segmentation)
        let tokens = segmentation.tokens.map { article.string(reading.map.source($0.span)) }
        #expect(tokens.starts(with: ["D**onald", "trump", "'s", "o**ff**ice", ",", "R&amp;D"]))
    }

    // MARK: Hostile files

    @Test(.timeLimit(.minutes(2)))
    func `hostile files of a megabyte are read`() throws {
        let size = 1_000_000
        func many(_ text: String) -> String { String(repeating: text, count: size / text.utf8.count) }
        let deep = String(repeating: ">", count: 10_000)
        let texts = [
            deep + " x", String(repeating: "> ", count: 10_000) + "x\nlazy",
            String(repeating: "- ", count: 10_000) + "x",
            many("["), many("*a **b "), many("![a]("), many("<a "), many("`a ``"), many("&amp;"), many("a\n"),
            many("> a\n\n"),
            many("\\"), many("<!--"), many("a"), many("[a]: b\n"), many("\n"),
            // Each short row of the table gets thousands of cells.
            "|" + String(repeating: "a|", count: 10_000) + "\n|" + String(repeating: "---|", count: 10_000) + "\n"
                + String(repeating: "|b|\n", count: 100_000),
        ]
        for text in texts {
            let article = try article(text)
            #expect(article.text.count == text.utf8.count)
            #expect(article.reading != nil)
        }
        #expect(throws: ArticleError.binary) { try article(many("a\0\0\0")) }
        #expect(throws: ArticleError.invalidUTF8(offset: 2)) {
            try Article(name: "a.md", [0x2A, 0x2A, 0xFF], format: .markdown)
        }
    }

    @Test func `only a table with more cells than bytes is not read as one`() throws {
        func table(columns: Int, rows: Int, _ row: String = "b\n") -> String {
            String(repeating: "|a", count: columns) + "\n" + String(repeating: "|---", count: columns) + "\n"
                + String(repeating: row, count: rows)
        }
        #expect(try read(table(columns: 3, rows: 2, "| b\n")) == ["a", "a", "a", "b", "b"])
        #expect(
            try read("One.\n\n" + table(columns: 40, rows: 3, String(repeating: "|b", count: 40) + "\n")).count == 161)
        #expect(try read(table(columns: 100, rows: 100)).count == 1)
        #expect(try read(table(columns: 100, rows: 100).replacing("|---", with: "|---\u{B}")).count == 1)
    }

    @Test func `the format is told by the name`() {
        #expect(ArticleFormat(fileName: "a.md".utf8) == .markdown)
        #expect(ArticleFormat(fileName: "in/b.markdown".utf8) == .markdown)
        #expect(ArticleFormat(fileName: "a.txt".utf8) == .text)
        #expect(ArticleFormat(fileName: "README".utf8) == nil)
    }
}
