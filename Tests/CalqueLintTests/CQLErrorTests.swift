import Testing

struct CQLErrorTests {
    @Test(arguments: [
        ("", "1:1: The pattern is empty."),
        ("the [word=\"a\"", "1:5: This “[” is not closed: write “]” behind the last test."),
        ("(the a", "1:1: This “(” is not closed."),
        ("the)", "1:4: “)” closes nothing."),
        ("?the", "1:1: “?” repeats nothing: a token or a group must stand before it."),
        ("the, a", "1:4: “,” must stand in quotation marks: [word==\",\"]."),
        (
            "“the”",
            "1:1: Write straight quotation marks (\"…\") instead of this one (“). The mark itself is [word==\"“\"]."
        ),
        ("'the'", "1:1: Write “the” in straight double quotation marks, or without any."),
        ("\"the", "1:1: This quotation mark is not closed on its line."),
        ("[word=the]", "1:7: The value of “word” must stand in straight quotation marks: word=\"…\"."),
        (
            "[the]",
            "1:2: In brackets stands attribute=\"value\": for the word “the” write it without brackets, or [word=\"the\"%c]."
        ),
        ("[pos=\"NN\"]", "1:2: There is no attribute “pos”. Did you mean “tag”?"),
        ("[word=\"a\" case=\"title\"]", "1:11: Here “&”, “|” or “]” is missing."),
        ("word=\"a\"", "1:1: A test stands in brackets: [word=\"…\"]."),
        (
            "[word=\"cafe\"%d]",
            "1:13: “%d” (accents do not count) is not known here; list the spellings: \"cafe|café\"."
        ),
        (
            "[lemma=\"go\"%c]",
            "1:8: “%c” is of use with “word” only: the values of “lemma” have no case of their own. Leave it away."
        ),
        ("the{3,1}", "1:4: The first number is larger than the second: write {1,3}."),
        ("the{51}", "1:5: A repetition goes up to 50; for any number write “*” or “{n,}”."),
        ("the{x}", "1:4: Between “{” and “}” stand numbers: {2}, {1,3}, {2,} or {,3}."),
        ("the{0}", "1:4: Nothing is repeated no times; leave the token away."),
        (
            "the?+",
            "1:5: Two repetitions stand in a row; put the first in parentheses, or write one of them as {n,m}."
        ),
        ("<< the", "1:1: “<<” has no “>>” behind it."),
        ("the >>", "1:5: “>>” has no “<<” before it."),
        ("(<< the >> a)", "1:2: “<<” stands within parentheses; put it outside of them."),
        (
            "the << a? >>",
            "1:1: What stands between “<<” and “>>” can be nothing: it must hold a token that is not optional."
        ),
        (
            "<< a >> b | c",
            "1:1: With “<<” and “>>” the alternatives must stand in parentheses, or be patterns of their own."
        ),
        (
            "<p> the",
            "1:1: Of structures only <s> and </s>, the start and end of the sentence, are known; “<<” and “>>” mark the part reported."
        ),
        ("the :: a.word = \"x\"", "1:8: No token has the label “a”. A label stands before its token: a:[…]."),
        (
            "a:[]+ the :: a.word = \"x\"",
            "1:14: The label “a” can stand for several tokens; a condition needs a label on a single one."
        ),
        (
            "a:[] the :: a",
            "1:14: Behind the label “a” must stand “.” and an attribute: a.word."
        ),
        (
            "a:[] the b:[] :: a.case = b.case",
            "1:18: Two labels are compared by “word” or “lemma”; compare “case” with values."
        ),
        ("a:the :: a.word = \"x\" b", "1:23: Behind the conditions nothing more can stand."),
        (
            "\".\"",
            "1:1: As a regular expression “.” is any character: write [word==\".\"] for a full stop, [] for any token."
        ),
        ("[word=\"\"]", "1:7: The value is empty; no token is."),
        (
            "[word!=\"x\"]",
            "1:1: The pattern can begin anywhere: at least one token that is not optional must name a word, lemma, class, case, kind, script or tag."
        ),
        ("match:the", "1:1: “match” is the name of the part reported; call the label otherwise."),
        (
            "[space=\"maybe\"] the",
            "1:8: “maybe” is no value of “space”. It can be: yes, no."
        ),
        (
            "[tag=\"VBX\"] the",
            "1:6: “VBX” is no value of “tag”. Did you mean “VB”?"
        ),
        (
            "[class=\"surnames\"] the",
            "1:8: There is no word list and no class of the lexicon “surnames”. Did you mean “surname”?"
        ),
    ])
    func `a wrong pattern gets a sentence that says where and what to write`(pattern: String, message: String) {
        let error = error(of: pattern) ?? "no error"
        #expect(error.hasPrefix(message), "\(pattern): \(error)")
    }

    @Test func `a wrong regular expression is refused at the character where it breaks`() throws {
        let message = try #require(error(of: "the [word=\"(a.*\"]"))
        #expect(message.contains("is no regular expression"))
        #expect(message.contains("write == for a literal value"))
    }

    @Test func `the error of a later line carries that line`() {
        #expect(
            error(of: "the\n  [word=\"a\"] [lema=\"go\"]")?.hasPrefix("2:15: There is no attribute “lema”.") == true)
    }

    @Test func `patterns that would blow up are refused`() {
        #expect(error(of: "(((a{50}){50}){50})")?.contains("becomes more than 2000 steps") == true)
        #expect(error(of: String(repeating: "(", count: 5000))?.contains("at most 4000") == true)
        #expect(error(of: String(repeating: "(", count: 200) + "a")?.contains("nested more than 40 deep") == true)
        #expect(
            error(of: "[" + String(repeating: "!", count: 200) + "word=\"a\"]")?.contains("more than 40 times") == true)
        #expect(error(of: "the " + String(repeating: "!", count: 3000)) != nil)
    }

    @Test func `no run of the dialect's characters brings the parser down`() {
        // A linear congruential generator: the same texts each time.
        var state: UInt64 = 7
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let pieces = [
            "[", "]", "(", ")", "{", "}", "|", "&", "!", "=", "==", "\"", "\\", "%c", "%", "?", "*", "+", "::", ":",
            ".",
            "<<", ">>", "<s>", "</s>", "<", "a", "the", "word", "lemma=\"go\"", "case=\"title\"", "1", ",", " ", "\n",
            "#",
            "’", "Ж", "🙂", "a:", "a.word", "don't", "[]", "x{1,2}",
        ]
        var errors = 0
        for _ in 0..<1500 {
            let pattern = (0..<(1 + random(12))).map { _ in pieces[random(pieces.count)] }.joined()
            if error(of: pattern) != nil { errors += 1 }
        }
        #expect(errors > 500)
    }
}
