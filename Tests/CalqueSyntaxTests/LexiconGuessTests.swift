import CalqueText
import Testing

@testable import CalqueSyntax

@Suite struct LexiconGuessTests {
    let lexicon = Lexicon.english

    func guess(_ form: String, _ shape: Token.Shape = .lower) -> Lexicon.Guess {
        lexicon.guess(Array(form.utf8)[...], shape: shape)
    }

    @Test(arguments: [
        ("regooglified", Lexicon.TagSet.VBD), ("flurbness", .NN), ("snarkily", .RB), ("blorptastic", .JJ),
        ("grokization", .NN),
        ("plimsters", .NNS), ("17th", .CD), ("blorp", .NN), ("ultra-blorp", .JJ),
    ])
    func `endings tell the tags of unknown words`(form: String, tag: Lexicon.TagSet) {
        #expect(guess(form).tags.contains(tag))
    }

    @Test func `a capital makes an unknown word a name`() {
        #expect(guess("blorp", .title).tags.contains(.NNP))
        #expect(guess("blorp", .upper).tags == .NNP)
        #expect(guess("petrovenko", .title).names.contains(.surname))
    }

    @Test func `words built from known ones are seen`() {
        for form in ["renationalizes", "newspaperland", "superminister", "tablelike"] {
            #expect(guess(form).isBuiltFromKnown, "“\(form)”")
        }
        for form in ["razdrajitelny", "vorerkrankungen", "blorp"] {
            #expect(!guess(form).isBuiltFromKnown, "“\(form)”")
        }
    }

    @Test func `short and odd forms are no trouble`() {
        for form in ["", "-", "'", "a-", "-a", "ё", "日本", String(repeating: "x", count: 4000)] {
            #expect(guess(form).tags.rawValue != 0)
            _ = lexicon.englishness(of: Array(form.utf8))
        }
    }

    @Test func `English words look English, transliterated ones do not`() {
        for word in ["unforgivingly", "shipwrights", "overthinking", "bookkeeper", "thoughtlessly"] {
            #expect(lexicon.englishness(of: Array(word.utf8)) > 2, "“\(word)”")
        }
        for word in ["plodovoovoshchnaya", "razdrajitelny", "vorerkrankungen", "zheleznodorozhny", "gosudarstvennaya"] {
            #expect(lexicon.englishness(of: Array(word.utf8)) < -2, "“\(word)”")
        }
    }
}
