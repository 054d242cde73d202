import Testing

@testable import CalqueSyntax

@Suite struct LexiconInflectionTests {
    let lexicon = Lexicon.english

    func lemmas(_ form: String) -> [String] { lexicon.lemmas(of: lexicon.find(form)).map { lexicon.string($0.word) } }

    @Test(arguments: [
        ("went", "go"), ("ministries", "ministry"), ("children", "child"), ("was", "be"), ("better", "good"),
        ("announced", "announce"),
        ("wo", "will"), ("them", "they"), ("left", "leave"), ("said", "say"), ("countries", "country"),
    ])
    func `the likeliest lemma comes first`(form: String, lemma: String) {
        #expect(lemmas(form).first == lemma)
    }

    @Test func `a form may have several lemmas, itself among them`() {
        #expect(Set(lemmas("left")).isSuperset(of: ["leave", "left"]))
        #expect(Set(lemmas("found")).isSuperset(of: ["find", "found"]))
        #expect(lemmas("table") == ["table"])
        #expect(lemmas("zzxqv").isEmpty)
        #expect(lexicon.isForm(lexicon.find("went"), of: lexicon.find("go")))
        #expect(!lexicon.isForm(lexicon.find("went"), of: lexicon.find("come")))
        #expect(lexicon.isForm(lexicon.find("go"), of: lexicon.find("go")))
    }

    @Test func `lemmas and forms agree`() {
        var links = 0
        for word in lexicon.words.prefix(60_000) {
            for link in lexicon.forms(of: word) where link.inflection != .base {
                links += 1
                guard lexicon.lemmas(of: link.word).contains(LexiconLink(word: word, inflection: link.inflection))
                else {
                    Issue.record("“\(lexicon.string(link.word))” does not lead back to “\(lexicon.string(word))”")
                    return
                }
            }
        }
        #expect(links > 10_000)
    }

    @Test(arguments: [
        ("city", Inflection.plural, "cities"), ("man", .plural, "men"), ("go", .past, "went"),
        ("go", .pastParticiple, "gone"),
        ("write", .presentParticiple, "writing"), ("say", .thirdPerson, "says"), ("big", .comparative, "bigger"),
        ("good", .superlative, "best"), ("be", .past, "was"), ("table", .base, "table"),
        ("frobnicate", .past, "frobnicated"), ("blorp", .plural, "blorps"), ("grokify", .thirdPerson, "grokifies"),
    ])
    func `words are inflected`(lemma: String, inflection: Inflection, form: String) {
        #expect(lexicon.inflect(lemma, as: inflection) == form)
    }

    @Test func `what has no such form is not forced into one`() {
        #expect(lexicon.inflect("advice", as: .plural) == nil)
        #expect(lexicon.inflect("beautiful", as: .comparative) == nil)
    }

    @Test func `a form is found by its Penn tag`() {
        #expect(lexicon.form(of: lexicon.find("take"), tag: .VBN).map(lexicon.string) == "taken")
        #expect(lexicon.form(of: .unknown, tag: .NNS) == nil)
    }

    @Test(arguments: [
        ("box", Inflection.plural, "boxes"), ("day", .plural, "days"), ("fly", .plural, "flies"),
        ("veto", .thirdPerson, "vetoes"),
        ("stop", .past, "stopped"), ("visit", .past, "visited"), ("die", .presentParticiple, "dying"),
        ("agree", .presentParticiple, "agreeing"), ("make", .presentParticiple, "making"),
        ("thin", .comparative, "thinner"),
        ("happy", .superlative, "happiest"), ("fix", .past, "fixed"), ("", .plural, ""), ("x", .past, "xed"),
    ])
    func `regular forms follow the spelling`(lemma: String, inflection: Inflection, form: String) {
        #expect(RegularInflection.form(of: lemma, as: inflection) == form)
    }
}
