import Testing

@testable import CalqueSyntax

@Suite struct LexiconNameTests {
    let lexicon = Lexicon.english

    func words(_ text: String) -> [WordID] { text.split(separator: " ").map { lexicon.find(String($0)) } }

    @Test(arguments: [
        "united states", "supreme court", "white house", "new york times", "federal security service",
        "bank of england",
    ])
    func `names of several words are written with capitals`(name: String) throws {
        let counts = try #require(lexicon.nameCount(of: words(name)[...]))
        #expect(counts.capitalised > counts.lower)
    }

    @Test func `some of them take the article`() throws {
        #expect(try #require(lexicon.nameCount(of: words("white house")[...])).takesThe)
        #expect(try !#require(lexicon.nameCount(of: words("new york")[...])).takesThe)
        #expect(try #require(lexicon.nameCount(of: words("united states")[...])).isName)
    }

    @Test func `the longest name is found at its place`() throws {
        let sentence = words("officials of the new york times said")
        let found = try #require(lexicon.longestName(in: sentence, at: 3))
        #expect(found.length == 3)
        #expect(lexicon.longestName(in: sentence, at: 0) == nil)
        #expect(lexicon.longestName(in: sentence, at: 6) == nil)
        #expect(lexicon.longestName(in: sentence, at: 99) == nil)
    }

    @Test func `what is no name is not counted`() {
        #expect(lexicon.nameCount(of: words("table quickly")[...]) == nil)
        #expect(lexicon.nameCount(of: words("moscow")[...]) == nil)
        #expect(lexicon.nameCount(of: [][...]) == nil)
        #expect(lexicon.nameCount(of: [.unknown, .unknown][...]) == nil)
    }
}
