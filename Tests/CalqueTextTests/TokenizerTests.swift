import Testing

@testable import CalqueText

/// Segments a text as one paragraph a block.
func segment(_ text: String) throws -> (article: Article, segmentation: Segmentation) {
    let article = try Article(name: "test", plainText: Array(text.utf8))
    var segmentation = Segmentation()
    Segmenter().segment(article, into: &segmentation)
    return (article, segmentation)
}

@Suite struct TokenizerTests {
    private func tokens(_ text: String) throws -> String {
        let (article, segmentation) = try segment(text)
        return segmentation.tokens.map { article.string($0.span) }.joined(separator: "|")
    }

    private func token(_ text: String, _ index: Int = 0) throws -> Token {
        try segment(text).segmentation.tokens[index]
    }

    @Test(arguments: [
        ("They don't.", "They|do|n't|."),
        ("He can’t, she won't", "He|ca|n’t|,|she|wo|n't"),
        ("We cannot; I'm gonna", "We|can|not|;|I|'m|gon|na"),
        ("Marsh's, dogs' and bosses’ toys", "Marsh|'s|,|dogs|'|and|bosses|’|toys"),
        ("I shouldn't've", "I|should|n't|'ve"),
        ("DON'T dont", "DO|N'T|do|nt"),
        ("O'Brien at five o'clock", "O'Brien|at|five|o'clock"),
        ("rock 'n roll of the '60s and ’72", "rock|'n|roll|of|the|'60s|and|’72"),
    ])
    func `clitics stand apart`(_ text: String, _ expected: String) throws { #expect(try tokens(text) == expected) }

    @Test(arguments: [
        ("a well-known state-of-the-art box", "a|well|-|known|state|-|of|-|the|-|art|box"),
        ("anti-war co-workers e-mailed mid-July", "anti-war|co-workers|e-mailed|mid-July"),
        ("north–south -- east — west", "north|–|south|--|east|—|west"),
        ("pages 4-5, call 555-0199", "pages|4|-|5|,|call|555-0199"),
    ])
    func `hyphens are cut as in the treebanks`(_ text: String, _ expected: String) throws {
        #expect(try tokens(text) == expected)
    }

    @Test(arguments: [
        ("See https://example.org/a_(b)?c=d.", "See|https://example.org/a_(b)?c=d|."),
        ("Write to jane.roe@example.com, or @jane #news!", "Write|to|jane.roe@example.com|,|or|@jane|#news|!"),
        ("Open (www.example.com) or notes.doc", "Open|(|www.example.com|)|or|notes.doc"),
        ("He left.Then she did.", "He|left|.|Then|she|did|."),
        ("number #1 of 3", "number|#|1|of|3"),
    ])
    func `addresses are whole`(_ text: String, _ expected: String) throws { #expect(try tokens(text) == expected) }

    @Test(arguments: [
        ("$140 and US$1,200.50", "$|140|and|US$|1,200.50"),
        ("5,3 % at 8:00pm on 9/11", "5,3|%|at|8:00|pm|on|9/11"),
        ("the 20th of the 1990s", "the|20th|of|the|1990s"),
        ("+44 is .5 of 10km", "+44|is|.5|of|10|km"),
        ("half ½ and 25°C", "half|½|and|25|°|C"),
    ])
    func `numbers keep their separators`(_ text: String, _ expected: String) throws {
        #expect(try tokens(text) == expected)
    }

    @Test(arguments: [
        ("Mr. and Dr. Roe of the U.S. army", "Mr.|and|Dr.|Roe|of|the|U.S.|army"),
        ("J. R. Roe, Ph.D., at 5 p.m.", "J.|R.|Roe|,|Ph.D.|,|at|5|p.m."),
        ("No. 5, not no. Then", "No.|5|,|not|no|.|Then"),
        ("on Jan. 5 at AT&T etc...", "on|Jan.|5|at|AT&T|etc|..."),
    ])
    func `abbreviations keep their full stops`(_ text: String, _ expected: String) throws {
        #expect(try tokens(text) == expected)
    }

    @Test(arguments: [
        ("What?! No... Yes… :) ok", "What|?!|No|...|Yes|…|:)|ok"),
        ("“He said ‘yes’”, (she) [too]", "“|He|said|‘|yes|’|”|,|(|she|)|[|too|]"),
        ("and/or <<a>> *** 50%", "and|/|or|<<|a|>>|***|50|%"),
        ("Hi 👨‍👩‍👧 and 👍🏽!", "Hi|👨‍👩‍👧|and|👍🏽|!"),
    ])
    func `marks are told apart`(_ text: String, _ expected: String) throws { #expect(try tokens(text) == expected) }

    @Test func `a run of letters written without spaces is one token`() throws {
        #expect(try tokens("The 东京大学 of とうきょう, กรุงเทพ.") == "The|东京大学|of|とうきょう|,|กรุงเทพ|.")
    }

    @Test func `a soft hyphen and a zero-width space are within the word and not in its form`() throws {
        let (_, segmentation) = try segment("The par\u{AD}lia\u{200B}ment.")
        #expect(segmentation.tokens.count == 3)
        #expect(segmentation.tokens[1].flags.contains(.ignorable))
        #expect(String(decoding: segmentation.form(1), as: UTF8.self) == "parliament")
    }

    @Test func `white space of any kind parts words`() throws {
        #expect(try tokens("a\u{A0}b\u{3000}c\u{2009}d\u{2028}e") == "a|b|c|d|e")
        #expect(try token("a\u{A0}b", 1).spaceBefore)
        #expect(try !token("a,b", 1).spaceBefore)
    }

    @Test(arguments: [
        ("trump", Token.Shape.lower), ("Trump", .title), ("TRUMP", .upper), ("McDonald", .mixed), ("iPhone", .mixed),
        ("I", .upper), ("U.S.", .upper), ("O'Brien", .title), ("12", .none), ("Елена", .title), ("ЁЛКА", .upper),
        ("Żółw", .title), ("日本", .none), ("Anti-American", .title),
    ])
    func `the shape is that of the letters`(_ text: String, _ shape: Token.Shape) throws {
        #expect(try token(text).shape == shape)
    }

    @Test(arguments: [
        ("Moscow", Token.Script.latin), ("Москва", .cyrillic), ("Tоday", .mixed), ("日本", .han), ("東京タワー", .kana),
        ("서울", .hangul), ("Αθήνα", .greek), ("2020", .none), ("القاهرة", .arabic), ("CO2", .latin),
        ("cafe\u{301}", .latin),
    ])
    func `the script is that of the letters`(_ text: String, _ script: Token.Script) throws {
        #expect(try token(text).script == script)
    }

    @Test(arguments: [
        ("\"Yes\", he", [Token.Kind.openQuote, .word, .closeQuote, .comma, .word]),
        ("say „Ja“ now", [.word, .openQuote, .word, .closeQuote, .word]),
        ("say »Ja« now", [.word, .openQuote, .word, .closeQuote, .word]),
        ("say « Oui » now", [.word, .openQuote, .word, .closeQuote, .word]),
        ("a \" b", [.word, .quote, .word]),
        ("a: b; $5 / c", [.word, .colon, .word, .semicolon, .currency, .number, .slash, .word]),
    ])
    func `kinds of marks`(_ text: String, _ kinds: [Token.Kind]) throws {
        #expect(try segment(text).segmentation.tokens.map(\.kind) == kinds)
    }

    @Test(arguments: [
        ("😀 Елена said: “naïve cafe\u{301}”.\r\n\r\nSecond\u{A0}paragraph 𝒳 here.", 13),
        ("\u{FEFF}First words here.\r\rA lone return.", 8),
    ])
    func `offsets are bytes of the file`(_ text: String, _ count: Int) throws {
        let (article, segmentation) = try segment(text)
        #expect(segmentation.tokens.count == count + (text.hasPrefix("\u{FEFF}") ? 0 : 1))
        var last: UInt32 = 0
        for token in segmentation.tokens {
            #expect(token.start >= last && token.end > token.start)
            #expect(String(validating: article.text[token.span.start..<token.span.end], as: UTF8.self) != nil)
            last = token.end
        }
        let joined = segmentation.tokens.map { article.string($0.span) }.joined()
        #expect(
            joined.unicodeScalars.elementsEqual(
                text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }))
    }

    @Test(arguments: [
        "Putin", "U.S.", "O’Brien", "ΣΊΣΥΦΟΣ", "Łódź", "cafe\u{301}", "İzmir", "naïve", "co‑op", "soft\u{AD}er", "𐐀",
    ])
    func `a form is what the folder makes of the word`(_ word: String) throws {
        let (_, segmentation) = try segment(word)
        let form = FormFolder().fold(word)
        #expect(Array(segmentation.form(0)) == form)
        #expect(segmentation.hash(0) == FormHash.of(form))
        #expect(FormFolder().fold(form) == form)
    }

    @Test func `a phrase is read as text is`() {
        #expect(Segmenter().forms(of: "Don’t BE so well-known") == ["do", "n't", "be", "so", "well", "-", "known"])
    }

    @Test(arguments: [
        ("He said \"we won\" today.", "we won"),
        ("“We won, he said. Nobody cheered.", "We won , he said ."),
        ("He said ‘we won’ today, didn’t he.", "we won"),
        ("The dogs' bowl isn't theirs.", ""),
        ("a \"b\" c \"d\" e", "b d"),
    ])
    func `what stands within quotation marks is quoted`(_ text: String, _ quoted: String) throws {
        let (article, segmentation) = try segment(text)
        let found = segmentation.tokens.filter(\.isQuoted).map { article.string($0.span) }
        #expect(found.joined(separator: " ") == quoted)
    }

    @Test func `a paragraph of a longer quotation is quoted to its end`() throws {
        let (_, segmentation) = try segment("“We won. We did.\n\n“And we left,” he said.")
        #expect(segmentation.tokens.filter(\.isQuoted).count == 10)
    }

    /// A time that grew with the square of the length would be minutes here.
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            (")", 20_000), (". (", 20_000), ("a-", 30_000), ("a.", 30_000), ("“a. ", 20_000), ("@a.", 20_000),
            ("don't've", 10_000), ("\u{200B}", 20_000), ("1,", 30_000), ("word ", 20_000), ("http://", 10_000),
            ("'", 10_000),
        ])
    func `time grows no faster than the text`(_ piece: String, _ count: Int) throws {
        let (_, segmentation) = try segment(String(repeating: piece, count: count))
        #expect(segmentation.sentences.last?.tokens.upperBound ?? 0 == segmentation.tokens.count)
    }

    /// Texts of pieces that are hard to tell apart, in an order that is the same in every run.
    @Test(arguments: 1...40) func `whatever the text, tokens and sentences cover it in order`(_ seed: UInt64) throws {
        let pieces = [
            "a", "B", "The", "1", "23", ".", ",", "'", "’", "\"", "“", "”", "‘", "(", ")", "-", "—", " ", " ", "\n",
            "\r\n", "@",
            "#", ":", "/", "//", "www.", ".com", "n't", "'s", "é", "e\u{301}", "Ж", "日本", "😀", "\u{200D}", "\u{AD}",
            "\u{A0}",
            "$", "%", "&", "…", "\0", "\u{FEFF}", "\u{10FFFF}", "Mr", "U.S.", "\u{2029}", "<<", "*", "_", "`", "+", "½",
            "İ", "ß",
        ]
        var state = seed
        var text = ""
        for _ in 0..<400 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += pieces[Int(state >> 33) % pieces.count]
        }
        let (article, segmentation) = try segment(text)
        let tokens = segmentation.tokens
        #expect(segmentation.spellings.count == tokens.count)
        #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.end <= $1.start && $0.start < $0.end })
        var next = 0
        for sentence in segmentation.sentences {
            #expect(sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty)
            next = sentence.tokens.upperBound
            let block = article.blocks[sentence.block].span
            #expect(sentence.tokens.allSatisfy { block.contains(tokens[$0].span) })
        }
        #expect(next == tokens.count)
        var covered = [Bool](repeating: false, count: article.text.count)
        for token in tokens {
            #expect(String(validating: article.text[token.span.start..<token.span.end], as: UTF8.self) != nil)
            for at in token.span.start..<token.span.end { covered[at] = true }
        }
        var at = 0
        for scalar in text.unicodeScalars {
            let isNothing = scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
            if !isNothing && !covered[at] {
                Issue.record("U+\(String(scalar.value, radix: 16)) at \(at) is in no token")
            }
            at += scalar.utf8.count
        }
        for index in tokens.indices {
            let bytes = Array(article.text[tokens[index].span.start..<tokens[index].span.end])
            #expect(Array(segmentation.form(index)) == FormFolder().fold(bytes))
        }
    }
}
