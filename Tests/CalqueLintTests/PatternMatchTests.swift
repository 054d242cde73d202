import CalqueLint
import CalqueText
import Testing

struct PatternMatchTests {
    @Test func `of two matches that begin together the longer counts`() throws {
        #expect(
            try found("the [case=\"lower\"]+", in: "He saw the big red house there.") == ["the big red house there"])
        #expect(try found("the (big | big red) [case=\"lower\"]?", in: "the big red house") == ["the big red house"])
    }

    @Test func `matches of one pattern do not overlap`() throws {
        #expect(try found("very very", in: "It is very very very very very good.") == ["very very", "very very"])
    }

    @Test func `a match never leaves its sentence`() throws {
        #expect(try found("home the", in: "He went home. The dog stayed at home the day.") == ["home the"])
    }

    @Test func `a match has at most a hundred tokens`() throws {
        let text = "start " + String(repeating: "on ", count: 150) + "stop"
        #expect(try found("start []* stop", in: text) == [])
        #expect(try found("start on{,50} on", in: text).first?.split(separator: " ").count == 52)
        #expect(try found("start on*", in: text).first?.split(separator: " ").count == 100)
    }

    @Test func `a rare word is found with a second one before it, behind it, or beyond the sentence`() throws {
        #expect(try found("the old lighthouse", in: "He saw the old lighthouse.") == ["the old lighthouse"])
        #expect(try found("lighthouse keeper of", in: "A lighthouse keeper of old.") == ["lighthouse keeper of"])
        #expect(try found("a:the []? lighthouse was", in: "The lighthouse was shut.") == ["The lighthouse was"])
        #expect(try found("lighthouse was", in: "He saw the lighthouse. Was it shut?") == [])
        #expect(try found("[word=\"old|new\"] lighthouse", in: "the new lighthouse") == ["new lighthouse"])
    }

    @Test func `a search knows what one text has from what another has`() throws {
        let search = try Search("the old [case=\"title\"]")
        for _ in 0..<2 {
            #expect(try search.strings(in: "He took the old Road.") == ["the old Road"])
            #expect(try search.strings(in: "Road, take the old road.") == [])
        }
    }

    @Test func `optional tokens before the anchor are part of the match`() throws {
        let text = "He is very quite really tired of it, and tired."
        #expect(try found("(very | quite | really)* tired", in: text) == ["very quite really tired", "tired"])
    }

    @Test func `capitals count in quotation marks, and do not count for bare words`() throws {
        let text = "Give us the US and the us."
        #expect(try found("\"US\"", in: text) == ["US"])
        #expect(try found("us", in: text) == ["us", "US", "us"])
        #expect(try found("[word=\"us\"%c & case=\"upper\"]", in: text) == ["US"])
        #expect(try found("[word!=\"us\" & word=\"us\"%c]", in: text) == ["US"])
    }

    @Test func `an apostrophe is one however it is written, and a soft hyphen is nothing`() throws {
        #expect(try found("don't", in: "They don’t and don't.") == ["don’t", "don't"])
        #expect(try found("\"news\\u0070aper\"", in: "A newspaper here.") == ["newspaper"])
        #expect(try found("newspaper", in: "A news\u{AD}paper here.") == ["news\u{AD}paper"])
        #expect(try found("\"newspaper\"", in: "A news\u{AD}paper here.") == ["news\u{AD}paper"])
    }

    @Test func `regular expressions match whole tokens`() throws {
        let text = "He was singing the king a thing."
        #expect(try found("\"[a-z]+ing\"", in: text) == ["singing", "king", "thing"])
        #expect(try found("was \"s.*\"", in: text) == ["was singing"])
        #expect(try found("[word=\"K.*\"%c]", in: text) == ["king"])
    }

    @Test func `words in any script are matched`() throws {
        #expect(try found("Привет", in: "He said привет to all.") == ["привет"])
        #expect(try found("[script=\"cyrillic\"]", in: "🙂 He said привет to all.") == ["привет"])
    }

    @Test func `tests can be negated, joined and chosen from`() throws {
        let text = "The Cat saw the dog and a Bird."
        #expect(try found("(the | a) [case=\"title\" & !word=\"B.*\"]", in: text) == ["The Cat"])
        #expect(try found("(the | a) [!(case=\"title\" & word=\"C.*\")]", in: text) == ["the dog", "a Bird"])
        #expect(try found("[word=\"dog|bird\"%c | word=\"cat\"%c]", in: text) == ["Cat", "dog", "Bird"])
    }

    @Test func `labels keep what they matched, the optional ones too`() throws {
        let search = try Search("a:(big | red)* house b:[]?")
        #expect(search.labels == ["a", "b"])
        #expect(try search.strings(in: "A big red house.") == ["big red house."])
    }

    @Test func `conditions compare labels with values and with each other`() throws {
        let pattern =
            "a:[kind=\"word\"] and b:[kind=\"word\"] :: a.word = b.word & !(a.word = \"more\" | a.word = \"again\")"
        #expect(
            try found(pattern, in: "more and more, again and again, nice and nice, bread and butter") == [
                "nice and nice"
            ])
        #expect(try found("a:[] or b:[] :: a.word != b.word", in: "so or so, this or that") == ["this or that"])
        // A label that took no part makes a comparison false.
        #expect(try found("a:big? house :: a.word = \"big\"", in: "A house, a big house.") == ["big house"])
        #expect(try found("a:big? house :: a.word != \"small\"", in: "A house, a big house.") == ["big house"])
    }

    @Test func `with conditions the longest match that satisfies them counts`() throws {
        let pattern = "from a:[] []* b:[] :: a.word = b.word"
        #expect(try found(pattern, in: "He went from door and door and wall.") == ["from door and door"])
    }

    @Test func `patterns that explode when they are tried path by path come to an end`() throws {
        let text = String(repeating: "a ", count: 60) + "b"
        #expect(try found("(a | a)* (a | a)* (a | a)* c", in: text) == [])
        #expect(try found("(a* a*)* z:c", in: text) == [])
        #expect(try found("x:a (a | a)* (a | a)* y:b :: x.word = y.word", in: text) == [])
    }

    @Test func `sentence starts and ends are matched`() throws {
        let text = "But he came. She but smiled but."
        #expect(try found("<s> but", in: text) == ["But"])
        #expect(try found("but [kind=\"terminal\"] </s>", in: text) == ["but."])
        #expect(try found("<s> []", in: text) == ["But", "She"])
    }

    @Test func `spaces, quotation and kinds of tokens are matched`() throws {
        let text = "He paid $ 140 or $140, he said “no way” to me."
        #expect(try found("[kind=\"currency\"] [kind=\"number\" & space=\"yes\"]", in: text) == ["$ 140"])
        #expect(try found("[kind=\"word\" & quoted=\"yes\"]+", in: text) == ["no way"])
        #expect(try found("[kind=\"open-quote|close-quote\"]", in: text) == ["“", "”"])
    }

    @Test func `one lookup serves many patterns`() throws {
        // The same text, searched by one rule and by the same among 300.
        let one = try PatternRules.compile([RuleFileText.rule(id: "rule-17", pattern: "word17 word18")])
        let many = try PatternRules.compile(
            (0..<300).map { RuleFileText.rule(id: "rule-\($0)", pattern: "word\($0) word\($0 + 1)") })
        let text = "here word17 word18 word19 and word299 word300 stand"
        #expect(try lint(text, one).map(\.rule.id) == ["rule-17"])
        #expect(try lint(text, many).map(\.rule.id) == ["rule-17", "rule-18", "rule-299"])
    }
}

/// Rule files as tests write them.
enum RuleFileText {
    static func rule(id: String = "test-rule", pattern: String, more: String = "") -> RuleText {
        ruleFile(
            """
            id: \(id)
            name: Test
            family: calques
            summary: A test.
            rationale: |
              For a test.
            mqm: Fluency
            severity: minor
            pattern: |
              \(pattern)
            message: |
              “{match}” was found.
            bad:
              - |
                [[x]]
            good:
              - |
                y
            \(more)
            """, named: id)
    }
}
