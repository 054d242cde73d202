import CalqueText
import Testing

@Suite struct CoNLLUTests {
    private func line(_ id: String, _ form: String, head: String = "_") -> String {
        "\(id)\t\(form)\t_\t_\t_\t_\t\(head)\t_\t_\t_\n"
    }

    private func error(_ text: String) -> CoNLLUError? {
        do {
            _ = try CoNLLU(Array(text.utf8))
            return nil
        } catch {
            return error as? CoNLLUError
        }
    }

    @Test func `words are read, and the other lines kept`() throws {
        let text =
            "# a comment\n" + line("1-2", "don't") + line("1", "do") + line("2", "n't") + line("2.1", "empty")
            + line("3", "go") + "\r\n" + line("1", "Stop")
        let file = try CoNLLU(Array(text.utf8))
        #expect(file.sentences.map(\.words) == [["do", "n't", "go"], ["Stop"]])
        #expect(file.sentences[0].lines.count == 5)
        #expect(file.sentences[0].lines[0] == .comment("# a comment"))
    }

    @Test func `what is wrong is told by its line`() {
        #expect(error("1\tword\n")?.line == 1)
        #expect(error("1\tword\n")?.message == "The line has 2 columns, not 10 with tabs between them.")
        #expect(error(line("1", "a") + line("3", "b"))?.message == "The word is numbered “3”; 2 was to come.")
        #expect(
            error(line("1", "a", head: "7"))?.message == "The head is word 7, but the sentence has 1 words.")
        #expect(error(line("1", "a", head: "x"))?.message == "The head “x” is no number of a word.")
        #expect(
            error(line("1", "a", head: "2") + line("2", "b", head: "1"))?.message
                == "The heads run in a circle at word 1.")
        #expect(
            error(line("1-3", "ab") + line("1", "a"))?.message == "A range ends at word 3, but the sentence at word 1.")
        #expect(error(line("2-3", "ab"))?.message == "The range “2-3” does not begin at the next word, 1.")
        #expect(error(line("1", "a") + line("5.1", "b"))?.message == "The empty node “5.1” does not follow word 1.")
        #expect(error(line("1", "a") + "# late\n")?.line == 2)
        #expect(error(line("1", ""))?.message == "Column 2 is empty; write “_” for nothing.")
        #expect((try? CoNLLU([0x31, 0x09, 0xFF])) == nil)
    }
}
