import Testing

@testable import CalqueText

@Suite struct SentenceTests {
    private func sentences(_ text: String) throws -> [String] {
        let (article, segmentation) = try segment(text)
        return segmentation.sentences.map {
            article.string(
                Span(
                    Int(segmentation.tokens[$0.tokens.lowerBound].start),
                    Int(segmentation.tokens[$0.tokens.upperBound - 1].end)))
        }
    }

    @Test(arguments: [
        "Dr. Roe met Gen. Marsh on Jan. 5 at 6 p.m. Moscow time.",
        "J. R. Roe and J.R. Doe of the U.S. Senate spoke.",
        "The U.S. delegation of Roe Inc. was late.",
        "See No. 5, p. 12 and vol. 3, i.e. Roe vs. Doe.",
        "It fell by 5.3 points to 1,200.50 on Sept. 3.",
        "Am 17. Juli war er dort.",
        "“Where is he?” asked Roe.",
        "“Where is he?” Roe asked.",
        "“Stop!”, he said.",
        "“We shall win!” — said Roe.",
        "He waited (for how long? nobody knew) and left.",
        "He waited ... and left.",
        "Yahoo! shares fell.",
        "It has 5 thous. people and 3 mln. more.",
        "The road is 3 sq. km. wide",
        "1. Take a hat.",
    ])
    func `one sentence stays one`(_ text: String) throws { #expect(try sentences(text) == [text]) }

    @Test(arguments: [
        ("It rained. It poured! Did it? Yes.", ["It rained.", "It poured!", "Did it?", "Yes."]),
        ("He lives in the U.S. The house is old.", ["He lives in the U.S.", "The house is old."]),
        ("He met Roe Inc. He left at 5 p.m. She stayed.", ["He met Roe Inc.", "He left at 5 p.m.", "She stayed."]),
        ("It ended. 25 people came. $5 were paid.", ["It ended.", "25 people came.", "$5 were paid."]),
        ("He left.Then she left.", ["He left.", "Then she left."]),
        ("“We won.” He left. “Why?” Nobody knew.", ["“We won.”", "He left.", "“Why?”", "Nobody knew."]),
        ("He said: \"We won.\" \"We did.\"", ["He said: \"We won.\"", "\"We did.\""]),
        ("He said: \"It was I. \" Then he left.", ["He said: \"It was I. \"", "Then he left."]),
        ("(He left.) She stayed.", ["(He left.)", "She stayed."]),
        ("the end came. nobody saw it.", ["the end came.", "nobody saw it."]),
        ("He left... She stayed… They slept.", ["He left...", "She stayed…", "They slept."]),
        ("He left. ...and came back.", ["He left.", "...and came back."]),
        ("Он ушёл. Она осталась.", ["Он ушёл.", "Она осталась."]),
        ("他走了。她来了。", ["他走了。", "她来了。"]),
    ])
    func `sentences end where they end`(_ text: String, _ expected: [String]) throws {
        #expect(try sentences(text) == expected)
    }

    @Test func `a line break within a paragraph ends no sentence`() throws {
        let text =
            "The minister of the neighbouring country opened a new bridge on\r\nMonday. Nobody came to see\r\nit."
        #expect(try sentences(text).count == 2)
    }

    @Test func `a sentence never leaves its block`() throws {
        let (article, segmentation) = try segment("Bridge opens\n\nThe minister, who had\n\nopened it, left. He slept.")
        #expect(segmentation.sentences.map(\.block) == [0, 1, 2, 2])
        #expect(article.blocks.count == 3)
        for (index, sentence) in segmentation.sentences.enumerated() {
            #expect(segmentation.tokens[sentence.tokens].allSatisfy { Int($0.sentence) == index })
        }
    }

    @Test func `the first token of a sentence is behind its marks`() throws {
        let (article, segmentation) = try segment("“(Yes,” he said. 5 left. No.")
        let firsts = segmentation.tokens.filter(\.isFirst).map { article.string($0.span) }
        #expect(firsts == ["Yes", "5", "No"])
    }

    @Test func `a text longer than a window has its sentences`() throws {
        let text = String(repeating: "The old man went down to the river, and Елена 😀 saw him. ", count: 2000)
        #expect(try sentences(text).count == 2000)
    }

    @Test func `a segmentation that is filled again holds nothing of before`() throws {
        let segmenter = Segmenter()
        var segmentation = Segmentation()
        segmenter.segment(try Article(name: "", plainText: Array("One two. Three.".utf8)), into: &segmentation)
        segmenter.segment(try Article(name: "", plainText: Array("Four.".utf8)), into: &segmentation)
        #expect(segmentation.tokens.count == 2 && segmentation.sentences.count == 1)
        #expect(segmentation.spellings.count == 2)
        #expect((0..<2).map { String(decoding: segmentation.form($0), as: UTF8.self) } == ["four", "."])
    }
}
