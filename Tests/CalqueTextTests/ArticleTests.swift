import Testing

@testable import CalqueText

@Suite struct ArticleTests {
    private func error(_ bytes: [UInt8]) -> ArticleError? {
        do {
            _ = try Article(name: "test", plainText: bytes)
            return nil
        } catch { return error as? ArticleError }
    }

    @Test(
        arguments: [
            ([0x61, 0xFF, 0x62], 1), ([0xC3, 0xA9, 0x80], 2), ([0x61, 0xE2, 0x82], 1), ([0xED, 0xA0, 0x80], 0),
            ([0xC0, 0xAF], 0), ([0x61, 0xF4, 0x90, 0x80, 0x80], 1), ([0xE0, 0x80, 0x80], 0),
        ] as [([UInt8], Int)])
    func `the first byte that is no UTF-8 is told`(_ bytes: [UInt8], _ offset: Int) {
        #expect(error(bytes) == .invalidUTF8(offset: offset))
    }

    @Test func `what is no text is refused`() {
        #expect(error(Array("%PDF-1.7 and so on".utf8)) == .binary)
        #expect(error([0x50, 0x4B, 3, 4, 20, 0]) == .binary)
        #expect(error([0x89, 0x50, 0x4E, 0x47, 13, 10]) == .binary)
        #expect(error([0xFF, 0xFE, 0x41, 0]) == .binary)
        #expect(error(Array("Some words".utf16).flatMap { [UInt8($0 & 255), 0] }) == .binary)
    }

    @Test func `a stray NUL is a character like others`() throws {
        let (article, segmentation) = try segment("Some\0words here.")
        #expect(article.text.count == 16)
        #expect(segmentation.tokens.map { article.string($0.span) } == ["Some", "\0", "words", "here", "."])
    }

    @Test func `empty and blank texts have no blocks`() throws {
        for text in ["", " \r\n\u{A0}\n", "\u{FEFF}"] {
            let (article, segmentation) = try segment(text)
            #expect(article.blocks.isEmpty && article.words == 0)
            #expect(segmentation.tokens.isEmpty && segmentation.sentences.isEmpty && segmentation.spellings.isEmpty)
        }
    }

    @Test func `words are runs of anything but white space`() throws {
        #expect(try segment("It’s 5\u{A0}o’clock — now.\n\nЕлена left 😀.").article.words == 8)
    }
}

@Suite struct BlockTests {
    private func blocks(_ text: String) throws -> [String] {
        let article = try Article(name: "test", plainText: Array(text.utf8))
        return article.blocks.map { "\($0.kind): \(article.string($0.span))" }
    }

    @Test func `a short first block without a full stop is the headline`() throws {
        let found = try blocks("Minister opens bridge\n\nThe minister opened a bridge.\n\nHe left.")
        #expect(
            found == [
                "headline: Minister opens bridge", "paragraph: The minister opened a bridge.", "paragraph: He left.",
            ])
    }

    @Test func `a lost full stop does not make a headline`() throws {
        let text = """
            Minister opens bridge

            The minister opened a bridge over the river on Monday morning, the ministry said.

            He told the people who had come that the works had taken two years and four months

            Then he left.
            """
        #expect(try blocks(text)[2].hasPrefix("paragraph"))
    }

    @Test func `a title under the title is one sentence`() throws {
        let end = "\n\nThe bridge is long."
        #expect(try blocks("Bridge opens\n\nNobody came to see it" + end)[1].hasPrefix("headline"))
        #expect(try blocks("Bridge opens\n\nIt was built long ago. Nobody came" + end)[1].hasPrefix("paragraph"))
        #expect(try blocks("Bridge opens\n\nNobody came to see Dr. Roe" + end)[1].hasPrefix("headline"))
    }

    @Test func `subheadings stand between paragraphs`() throws {
        #expect(
            try blocks("Title of it\n\nA first one.\n\nWhat came next\n\nA second one.")[2]
                == "headline: What came next")
    }

    @Test(arguments: [
        ("By Jane Roe", "byline"), ("By Jane Roe and John Doe, Riga", "byline"), ("Author: Jane Roe", "byline"),
        ("MOSCOW, Feb. 16 —", "dateline"), ("16 February 2017, 10:45", "dateline"), ("RIGA (Reuters) -", "dateline"),
        ("Photo: Jane Roe", "caption"), ("© Jane Roe", "caption"), ("Crowds wait at the old gate (AFP)", "caption"),
        ("• a first thing", "listItem"), ("2) a second thing", "listItem"),
    ])
    func `what stands between title and story is known by its form`(_ line: String, _ kind: String) throws {
        #expect(
            try blocks("Minister opens bridge\n\n\(line)\n\nThe minister opened a bridge.")[1] == "\(kind): \(line)")
    }

    @Test func `a dash begins direct speech, and a list only beside another`() throws {
        #expect(try blocks("Title\n\nHe rose.\n\n- I am going, - he said.\n\nHe went.")[2].hasPrefix("paragraph"))
        #expect(try blocks("Title\n\nHe rose.\n\n- I am going.\n\n- Do.\n\nHe went.")[2].hasPrefix("paragraph"))
        #expect(
            try blocks("Title\n\nHe took:\n\n- a hat\n- a coat").suffix(2) == [
                "listItem: - a hat", "listItem: - a coat",
            ])
    }

    @Test(arguments: ["\n", "\r\n", "\r", "\u{2028}"])
    func `hard-wrapped paragraphs are one block`(_ newline: String) throws {
        let lines = [
            "The minister opened a new bridge over the river on Monday, and",
            "told the people who had come to see it that the works had taken",
            "two years and four months. Nobody was surprised by that. The",
            "Mayor left early.",
        ]
        let found = try blocks("Bridge opens" + newline + newline + lines.joined(separator: newline))
        #expect(found.count == 2)
        #expect(found[1] == "paragraph: " + lines.joined(separator: newline))
    }

    @Test func `long lines that end in full stops are paragraphs`() throws {
        let first =
            "The minister opened a new bridge over the river on Monday, and told the people who had come to see it that the works had taken two years."
        let second =
            "Nobody was surprised by that, since the builders had told the papers many times before how long it might take them."
        let found = try blocks("Bridge opens at last\n\(first)\n\(second)\nHe left.")
        #expect(
            found == [
                "headline: Bridge opens at last", "paragraph: \(first)", "paragraph: \(second)", "paragraph: He left.",
            ])
    }

    @Test func `a paragraph separator ends a block`() throws {
        #expect(try blocks("One ends here.\u{2029}Two ends here.").count == 2)
    }

    @Test func `spans leave out the white space around`() throws {
        let article = try Article(name: "", plainText: Array("\u{FEFF} \u{A0}One.\t\r\n \r\n  Two.  ".utf8))
        #expect(article.blocks.map { article.string($0.span) } == ["One.", "Two."])
    }

    @Test(.timeLimit(.minutes(10))) func `one long line and many short paragraphs take linear time`() throws {
        let line = [UInt8](repeating: 0x61, count: 500_000)
        #expect(try Article(name: "", plainText: line).blocks.count == 1)
        let paragraphs = Array(String(repeating: "Go.\n\n", count: 30_000).utf8)
        #expect(try Article(name: "", plainText: paragraphs).blocks.count == 30_000)
    }
}

@Suite struct CasingTests {
    @Test func `case changes as Unicode has it`() {
        #expect(Casing.capitalised("trump") == "Trump")
        #expect(Casing.capitalised("“éclair") == "“Éclair")
        #expect(Casing.uncapitalised("The UN") == "the UN")
        #expect(Casing.uppercased("straße") == "STRASSE")
        #expect(Casing.lowercased("МОСКВА") == "москва")
        #expect(Casing.capitalised("5th") == "5th")
        #expect(Casing.capitalised("") == "")
    }
}

@Suite struct WhiteSpaceTests {
    @Test func `white space is Unicode's`() {
        for point in UInt32(0)...0xFFFF {
            guard let scalar = Unicode.Scalar(point) else { continue }
            let bytes = Array(String(scalar).utf8)
            let length = bytes.withUnsafeBufferPointer { WhiteSpace.length(in: $0, at: 0, limit: $0.count) }
            if (length > 0) != scalar.properties.isWhitespace { Issue.record("U+\(String(point, radix: 16))") }
        }
    }
}
