import CalqueText
import Foundation
import Testing

@testable import CalqueSyntax

@Suite struct WordSequencesTests {
    private func symbols(_ text: String) throws -> [UInt8] {
        try Analyzer().analyse(Article(name: "text", plainText: Array(text.utf8))) { analysis in
            let trees = analysis.trees
            return analysis.tokens.indices.map { SequenceSymbols.symbol($0, trees, analysis.segmentation) }
        }
    }

    @Test func `function words are themselves, others their tags`() throws {
        let found = try symbols("The ships of the island and the boats of the town lay in the harbour.")
        #expect(found[0] == found[3] && found[0] != found[2])
        #expect(SequenceSymbols.isWord(found[0]) && !SequenceSymbols.isWord(found[1]))
        // ships, boats; island, town
        #expect(found[1] == found[7] && found[4] == found[10] && found[1] != found[4])
    }

    @Test func `no symbol stands for the ends of a sentence`() throws {
        #expect(try symbols("He didn't say it’s his, did he?").allSatisfy { $0 > SequenceSymbols.end })
    }

    @Test func `the built-in table knows the order of words`() throws {
        let table = try #require(WordSequences.english)
        let found = try symbols("The ships lay off the coast of the island.")
        let (of, the, noun) = (found[6], found[0], found[8])
        #expect(table.cost(of, the, noun) < table.cost(of, noun, the))
        #expect(table.cost(SequenceSymbols.start, SequenceSymbols.start, the) < table.cost(of, of, of))
    }

    @Test func `behind any two symbols the probabilities sum up to one`() throws {
        let table = try #require(WordSequences.english)
        let found = try symbols("The ships lay off the coast of the island.")
        for (a, b) in zip(found, found.dropFirst()) {
            let sum = (0..<SequenceSymbols.count).reduce(0.0) {
                $0 + exp(-Double(table.cost(a, b, UInt8($1))) / WordSequences.scale)
            }
            // What falls back is a little more than is left for it, since it may be what was seen as well.
            #expect(sum > 0.9 && sum < 1.6)
        }
    }
}
