import CLexicon
import CalqueText
import Testing

@testable import CalqueSyntax

@Suite struct LexiconTests {
    let lexicon = Lexicon.english

    func entry(_ form: String) -> Lexicon.Entry { lexicon[lexicon.find(form)] }

    @Test func `the built-in table is whole and at most 6 MiB`() throws {
        let bytes = UnsafeRawBufferPointer(start: calque_lexicon_start(), count: calque_lexicon_size)
        #expect(bytes.count <= 6 << 20)
        let table = try Lexicon(table: Array(bytes))
        #expect(table.fingerprint == lexicon.fingerprint)
        #expect(table.count == lexicon.count)
        #expect((150_000...250_000).contains(lexicon.count))
    }

    @Test func `a word is found by its folded form, an unknown one is not`() {
        #expect(lexicon.find("minister").isKnown)
        #expect(!lexicon.find("Minister").isKnown)
        #expect(!lexicon.find("ministr").isKnown)
        #expect(!lexicon.find("").isKnown)
        #expect(!lexicon.find(String(repeating: "a", count: 5000)).isKnown)
        #expect(lexicon.string(lexicon.find("minister")) == "minister")
        #expect(lexicon.string(.unknown).isEmpty)
        #expect(lexicon.string(WordID(rawValue: .max)).isEmpty)
        #expect(lexicon[WordID(rawValue: .max)].frequency == 0)
    }

    @Test func `an article's capitals do not hide its words`() throws {
        let article = try Article(name: "test", plainText: Array("The MINISTER met İSTANBUL’s Mayor.".utf8))
        let known = Analyzer().analyse(article) { analysis in
            analysis.tokens.indices.map { lexicon.string(analysis.word($0)) }
        }
        #expect(known.starts(with: ["the", "minister", "met"]))
        #expect(known.contains("mayor"))
    }

    @Test func `every word is found again, in the order of its bytes`() {
        var last = ""
        for word in lexicon.words {
            let form = lexicon.string(word)
            if lexicon.find(form) != word || !last.utf8.lexicographicallyPrecedes(form.utf8) {
                Issue.record("“\(form)” is not found as word \(word.rawValue), or stands out of order")
                break
            }
            last = form
        }
        #expect(lexicon.words.count == lexicon.count)
    }

    @Test(arguments: [
        ("minister", Lexicon.TagSet.NN), ("ministers", .NNS), ("went", .VBD), ("gone", .VBN), ("goes", .VBZ),
        ("going", .VBG),
        ("quick", .JJ), ("quicker", .JJR), ("quickest", .JJS), ("quickly", .RB), ("the", .DT), ("she", .PRP),
        ("their", .PRPS),
        ("of", .IN), ("and", .CC), ("seven", .CD), ("must", .MD), ("to", .TO), ("which", .WH), ("there", .EX),
        ("n't", .RB),
        ("gazprom", .NNP),
    ])
    func `forms have their tags`(form: String, tag: Lexicon.TagSet) {
        #expect(entry(form).tags.contains(tag), "“\(form)” lacks its tag")
    }

    @Test func `function words are no nouns, names no verbs`() {
        #expect(!entry("went").tags.intersects(.noun))
        #expect(!entry("the").tags.intersects([.noun, .verb]))
        #expect(!entry("moscow").tags.intersects([.verb, .adjective]))
        #expect(!entry("said").names.contains(.surname))
    }

    @Test(arguments: [
        ("vladimir", Lexicon.NameSet.given), ("shoigu", .surname), ("zelensky", .surname), ("novosibirsk", .place),
        ("france", .country),
        ("russian", .nationality), ("germans", .nationality), ("tuesday", .calendar), ("gazprom", .organisation),
        ("iphone", .lowerBrand), ("von", .particle), ("president", .title), ("senators", .title),
        ("ministry", .institution),
    ])
    func `names know what they name`(form: String, set: Lexicon.NameSet) {
        #expect(entry(form).names.contains(set), "“\(form)” lacks its set")
    }

    @Test(arguments: [
        ("advice", Lexicon.FeatureSet.uncountable), ("table", .countable), ("arrive", .intransitive),
        ("destroy", .transitive),
        ("give", .ditransitive), ("announced", .speech), ("says", .speech), ("hour", .vowelSound), ("fbi", .vowelSound),
        ("university", .consonantSound), ("euro", .consonantSound), ("colour", .british), ("color", .american),
    ])
    func `words know their features`(form: String, feature: Lexicon.FeatureSet) {
        #expect(entry(form).features.contains(feature), "“\(form)” lacks its feature")
    }

    @Test func `frequencies follow use`() {
        #expect(entry("the").frequency > 70)
        #expect(entry("minister").frequency > entry("apiarist").frequency)
        #expect(entry("ministr").frequency == 0)
    }

    @Test func `casing habits tell names from words`() {
        for name in ["moscow", "putin", "gazprom", "november", "zelensky"] {
            #expect(entry(name).titleCount > entry(name).lowerCount + 16, "“\(name)” is a name")
            #expect(!entry(name).marks.contains(.dictionary))
        }
        for word in ["teacher", "quickly", "went", "although", "newspaper"] {
            #expect(entry(word).lowerCount > entry(word).titleCount + 16, "“\(word)” is none")
            #expect(entry(word).marks.contains(.dictionary))
        }
        #expect(entry("nato").upperCount > entry("nato").titleCount)
        #expect(Lexicon.count(ofScale: entry("moscow").titleCount) > 500)
    }

    @Test func `some names take the article, others never`() {
        for name in ["kremlin", "hague", "netherlands", "pentagon"] {
            #expect(entry(name).marks.contains(.takesThe), "the \(name)")
        }
        for name in ["putin", "moscow", "trump", "france"] { #expect(entry(name).marks.contains(.neverThe), "\(name)") }
    }

    @Test func `counts come back from their scale`() {
        #expect(Lexicon.count(ofScale: 0) == 0)
        #expect(Lexicon.count(ofScale: 8) == 1)
        #expect(Lexicon.count(ofScale: 80) == 1023)
        #expect(Lexicon.count(ofScale: 255) > 1 << 31)
    }
}
