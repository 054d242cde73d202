import CLexicon
import Testing

@testable import CalqueSyntax

@Suite struct LexiconTableTests {
    let bytes = Array(UnsafeRawBufferPointer(start: calque_lexicon_start(), count: calque_lexicon_size))

    @Test func `what is no lexicon is refused`() {
        for wrong in [[], [1], Array("CLX".utf8), Array("a text that is not a lexicon at all".utf8)] as [[UInt8]] {
            #expect(throws: LexiconError.notALexicon) { try Lexicon(table: wrong) }
        }
    }

    @Test func `another version is named`() {
        var other = bytes
        other[4] = 99
        #expect(throws: LexiconError.otherVersion(99)) { try Lexicon(table: other) }
        #expect(LexiconError.otherVersion(99).description.contains("99"))
    }

    @Test func `a table cut short is refused`() {
        for count in [8, 60, 127, 128, 4096, bytes.count / 2, bytes.count - 1] {
            #expect(throws: LexiconError.damaged) { try Lexicon(table: Array(bytes.prefix(count))) }
        }
    }

    @Test func `a single wrong byte is seen`() {
        for at in [8, 16, 20, 24, 40, 130, 5000, bytes.count / 3, bytes.count - 1] {
            var damaged = bytes
            damaged[at] ^= 0x40
            #expect(throws: LexiconError.self, "byte \(at)") { try Lexicon(table: damaged) }
        }
    }

    @Test func `a damaged table that is opened all the same is read within its bounds`() throws {
        // Opened without the check of the fingerprint, as the embedded one is.
        var random = UInt64(7)
        for _ in 0..<2 {
            var damaged = bytes
            for _ in 0..<200_000 {
                random ^= random << 13
                random ^= random >> 7
                random ^= random << 17
                let at = 128 + Int(random % UInt64(bytes.count - 128))
                damaged[at] = UInt8(truncatingIfNeeded: random >> 40)
            }
            let owner = LexiconBytes(damaged)
            let lexicon = Lexicon(unchecked: try LexiconTable(owner.buffer, owner: owner))
            for word in lexicon.words.prefix(200) {
                let form = lexicon.string(word)
                _ = lexicon.find(form)
                _ = lexicon[word]
                _ = lexicon.lemmas(of: word)
                _ = lexicon.forms(of: word)
                _ = lexicon.nameCount(of: [word, word][...])
            }
        }
    }
}
