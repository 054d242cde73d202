import CModel
import CalqueText
import Testing

@testable import CalqueSyntax

@Suite struct ParserTests {
    /// Word, penn tag, relation and head's word of every token.
    private func parse(_ text: String) throws -> [(word: String, tag: String, relation: String, head: String)] {
        let article = try Article(name: "a", plainText: Array(text.utf8))
        return Analyzer().analyse(article) { analysis in
            let trees = analysis.trees
            return analysis.tokens.indices.map {
                (
                    analysis.string($0), trees.penn[$0].name, trees.relations[$0].name,
                    trees.head($0).map { analysis.string($0) } ?? ""
                )
            }
        }
    }

    @Test func `a plain sentence gets its tree`() throws {
        let tokens = try parse("The old baker sold two loaves to her neighbour.")
        #expect(tokens.map(\.tag) == ["DT", "JJ", "NN", "VBD", "CD", "NNS", "IN", "PRP$", "NN", "."])
        #expect(
            tokens.map(\.head) == [
                "baker", "baker", "sold", "", "loaves", "sold", "neighbour", "neighbour", "sold", "sold",
            ])
        #expect(
            tokens.map(\.relation) == [
                "det", "amod", "nsubj", "root", "nummod", "obj", "case", "nmod:poss", "obl", "punct",
            ])
    }

    @Test func `every sentence is a tree with one root, however long and odd`() throws {
        let odd = [
            String(repeating: "word ", count: 5000) + "end.",
            String(repeating: ", ", count: 700) + "and then.",
            "« » „ “ ” — … ( ) [ ] 1 2 3.", "\u{1F600} \u{1F600} Наступил вечер in the town, e\u{301}te.",
            "The the the the. Of of of to to.",
        ]
        for text in odd {
            let article = try Article(name: "a", plainText: Array(text.utf8))
            Analyzer().analyse(article) { analysis in
                let trees = analysis.trees
                for sentence in analysis.sentences {
                    var roots = 0
                    for token in sentence.tokens {
                        var steps = 0
                        var at = token
                        while let head = trees.head(at), steps <= sentence.tokens.count {
                            #expect(sentence.tokens.contains(head))
                            at = head
                            steps += 1
                        }
                        if steps > sentence.tokens.count {
                            Issue.record("the heads of “\(text.prefix(40))” run in a circle")
                            return
                        }
                        if trees.heads[token] < 0 { roots += 1 }
                        for child in trees.children(token) { #expect(trees.head(child) == token) }
                    }
                    #expect(roots == 1)
                }
            }
        }
    }

    @Test func `an analyzer gives the same trees to the same text again`() throws {
        let article = try Article(
            name: "a", plainText: Array("Rain fell. The crops, which had waited, grew again.".utf8))
        let other = try Article(name: "b", plainText: Array("Nobody came.".utf8))
        let analyzer = Analyzer()
        let first = analyzer.analyse(article) { $0.trees }
        _ = analyzer.analyse(other) { $0.trees }
        let second = analyzer.analyse(article) { $0.trees }
        #expect(first.heads == second.heads)
        #expect(first.relations == second.relations)
        #expect(first.arcConfidence == second.arcConfidence)
    }

    @Test func `a damaged model is refused`() throws {
        let bytes = [UInt8](repeating: 0, count: 200)
        #expect(throws: SyntaxModelError.notAModel) { try bytes.withUnsafeBytes { _ = try SyntaxModel($0) } }
        var other = Array("CSYN".utf8) + [9, 0, 0, 0] + [UInt8](repeating: 0, count: 192)
        #expect(throws: SyntaxModelError.otherVersion(9)) { try other.withUnsafeBytes { _ = try SyntaxModel($0) } }
        other[4] = 1
        #expect(throws: SyntaxModelError.damaged) { try other.withUnsafeBytes { _ = try SyntaxModel($0) } }
    }

    @Test func `the exponential is close`() {
        #expect(abs(calque_exponential(0) - 1) < 0.001)
        #expect(abs(calque_exponential(-1) - 0.36788) < 0.001)
        #expect(abs(calque_exponential(-6.5) - 0.0015034) < 0.00001)
    }

    @Test(arguments: [
        ("She sold the mice.", 1, "sell"), ("She sold the mice.", 3, "mouse"), ("It rained harder.", 2, "hard"),
        ("They don't know.", 2, "not"), ("Two of them were hopping.", 4, "hop"), ("He lives in Ghent.", 3, "Ghent"),
        ("The factories closed.", 1, "factory"), ("They blorpified it.", 1, "blorpify"),
    ])
    func `lemmas come from table, lexicon or spelling`(text: String, token: Int, lemma: String) throws {
        let article = try Article(name: "a", plainText: Array(text.utf8))
        Analyzer().analyse(article) { analysis in
            #expect(analysis.lemma(token, analysis.trees) == lemma)
        }
    }

    @Test func `given tokens stay as they are`() throws {
        let given = try GivenSentences(name: "a", sentences: [["a-b", "d'"], [], ["", "x y", "."]])
        Analyzer().analyse(given) { analysis in
            #expect(analysis.tokens.indices.map { analysis.string($0) } == ["a-b", "d'", "x y", "."])
            #expect(analysis.sentences.map { Array($0.tokens) } == [[0, 1], [2, 3]])
        }
    }
}
