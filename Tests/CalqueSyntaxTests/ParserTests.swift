import CAllocations
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

    /// Each word's head is sought among at most 128 words, however long the sentence: that bounds time and memory.
    @Test(.timeLimit(.minutes(5)), arguments: [5_000, 50_000])
    func `a sentence without a full stop is parsed in stretches`(count: Int) throws {
        let clauses = ["the bakers sold bread", "and nobody, not even the mayor", "came to the river in time"]
        let words = (0..<count).flatMap { clauses[$0 % clauses.count].split(separator: " ") }.prefix(count)
        let article = try Article(name: "a", plainText: Array(words.joined(separator: " ").utf8))
        Analyzer().analyse(article) { analysis in
            let trees = analysis.trees
            for sentence in analysis.sentences {
                let roots = sentence.tokens.filter { trees.heads[$0] < 0 }
                #expect(roots.count == 1)
                let far = sentence.tokens.filter { token in
                    trees.head(token).map { $0 != roots[0] && abs($0 - token) >= Parser.longestStretch } ?? false
                }
                #expect(far.isEmpty)
            }
            #expect(analysis.tokens.count >= count)
        }
    }

    @Test func `once warm, the parser asks for no memory, however many sentences there are`() throws {
        // What is not optimised allocates for much that needs no memory.
        if _isDebugAssertConfiguration() || !callocations_are_counted() { return }
        let sentence = "The old baker, who had sold two loaves to her neighbour, went home and told nobody of it. "
        func article(_ count: Int) throws -> Article {
            try Article(name: "a", plainText: Array(String(repeating: sentence, count: count).utf8))
        }
        let analyzer = Analyzer()
        let (short, long) = (try article(2), try article(60))
        func allocations(_ article: Article) -> Int {
            analyzer.analyse(article) { analysis in
                let before = callocations_count()
                let count = analysis.trees.heads.count
                let after = callocations_count()
                #expect(count == analysis.tokens.count)
                return after - before
            }
        }
        _ = allocations(long)
        #expect(allocations(long) == allocations(short))
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
        other[4] = 2
        #expect(throws: SyntaxModelError.damaged) { try other.withUnsafeBytes { _ = try SyntaxModel($0) } }
    }

    /// Counts of rows, columns and parts that fill the blocks of the loop, and such that do not.
    @Test(arguments: [(1, 1, 1), (4, 16, 1), (7, 51, 1), (23, 35, 3), (6, 128, 3)])
    func `products with a packed matrix are those of the plain one`(rows: Int, columns: Int, parts: Int) {
        var state: UInt64 = 11
        func random() -> Int16 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int16(truncatingIfNeeded: state >> 40) >> 3
        }
        func vector(_ count: Int, _ shift: Int16) -> [Int16] { (0..<count).map { _ in random() >> shift } }
        let (width, gap) = (32, 2)
        let vectors = vector((rows + (parts - 1) * gap) * width, 0)
        let matrix = (0..<columns).map { _ in vector(parts * width, 1) }
        let all = calque_packed(columns)
        var packed = [Int16](repeating: 0, count: all * parts * width)
        for column in 0..<columns { calque_pack(matrix[column], parts * width, column, &packed) }
        var products = [Int32](repeating: -1, count: rows * all)
        calque_multiply(vectors, rows, width, parts, gap, packed, all, &products)
        for row in 0..<rows {
            for column in 0..<columns {
                var sum = 0
                for part in 0..<parts {
                    for k in 0..<width {
                        let x = Int(vectors[(row + part * gap) * width + k])
                        sum += x * Int(matrix[column][part * width + k])
                    }
                }
                #expect(products[row * all + column] == Int32(truncatingIfNeeded: sum))
            }
        }
    }

    @Test(arguments: [1, 7, 8, 9, 33]) func `the greatest value is the first of the greatest`(count: Int) {
        for place in 0..<count {
            var values = [Float](repeating: -2, count: count)
            values[place] = 3
            values[count - 1] = 3
            #expect(calque_greatest(values, count) == place)
        }
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
