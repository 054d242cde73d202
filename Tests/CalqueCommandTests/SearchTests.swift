import Foundation
import Testing

@Suite struct SearchTests {
    private static let text =
        "The mayor told that all is well.\n\nAn hour later, she told him that it was not, and left.\n"

    @Test func `matches stand one below the other in their context`() throws {
        let folder = try Folder()
        try folder.write(Self.text, to: "a.txt")
        let result = try Program.run("search", "--context", "12", "told []? that", "a.txt", in: folder)
        #expect(
            result.outputText == """
                a.txt:1:11:   The mayor [[told that]] all is well
                a.txt:3:20:  later, she [[told him that]] it was not,

                """)
        #expect(result.status == 0)
    }

    @Test func `what tagger and parser say can be searched for`() throws {
        let text = "Two old bakers sold the loaves that a boy had brought.\n"
        func found(_ pattern: String) throws -> String {
            try Program.run("search", "--context", "0", pattern, "-", input: text).outputText
        }
        #expect(try found("[deprel=\"nsubj\" & tag=\"NNS\"]") == "<stdin>:1:9: [[bakers]]\n")
        #expect(
            try found("[upos=\"NOUN\" & head.lemma=\"sell\"]") == "<stdin>:1:9: [[bakers]]\n<stdin>:1:25: [[loaves]]\n")
        #expect(try found("[deprel=\"acl:relcl\" & head.word=\"loaves\"]") == "<stdin>:1:47: [[brought]]\n")
        #expect(try found("[feats=\"Number=Sing\" & upos=\"NOUN\"]") == "<stdin>:1:39: [[boy]]\n")
        #expect(try found("[deprel=\"csubj\"]") == "")
    }

    @Test func `nothing found is told by the status`() throws {
        let result = try Program.run("search", "nobody", "-", input: Self.text)
        #expect(result.outputText == "")
        #expect(result.errorText == "")
        #expect(result.status == 1)
    }

    @Test func `a broken pattern is told by its column`() throws {
        let result = try Program.run("search", "[wrod=\"told\"]", "-", input: Self.text)
        #expect(result.errorText.hasPrefix("calque: The pattern is wrong at column 2: "))
        #expect(result.errorText.contains("“word”"))
        #expect(result.status == 2)
    }

    @Test func `a pattern or a path that is missing is asked for`() throws {
        #expect(try Program.run("search").errorText.hasPrefix("calque: No pattern is given."))
        let result = try Program.run("search", "told")
        #expect(result.errorText == "calque: No PATH is given. Name files or folders, or - for standard input.\n")
        #expect(result.status == 2)
    }
}
