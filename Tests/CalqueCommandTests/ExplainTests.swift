import Foundation
import Testing

/// `calque check --explain`.
@Suite struct ExplainTests {
    private static let rule = """
        id: told-nobody
        name: Told that
        family: calques
        summary: “Told that” is reported.
        rationale: |
          Somebody must be told.
        mqm: Fluency/Grammar
        severity: minor
        pattern: |
          [upos="PROPN" & case="title"]
          << a:[lemma="tell" & tag="VBD"] quickly? that >>
        unless:
          - |
            told that much
        message: |
          “{a}” wants a hearer.
        bad:
          - |
            Petrov [[told that]] it rained.
        good:
          - |
            Petrov said that it rained.

        """

    private func folder() throws -> Folder {
        let folder = try Folder()
        try folder.write(Self.rule, to: "rules/en/calques/told-nobody.yml")
        try folder.write("Yesterday Petrov told that it rained.\n", to: "a.txt")
        return folder
    }

    @Test func `a pattern rule tells which condition took which token, and by what`() throws {
        let result = try Program.run(
            "check", "--rules", "rules", "--only", "told-nobody", "--explain", "a.txt", in: try folder())
        let confidence = #/ (tag|arc) confidence [01]\.[0-9][0-9]/#
        let lines = result.outputText.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        let text = lines.joined(separator: " ").replacing(confidence, with: " …")
        #expect(
            text.contains(
                """
                “told” wants a hearer. \
                Matched: [upos="PROPN" & case="title"] << a:[lemma="tell" & tag="VBD"] quickly? that >> \
                “Petrov” by [upos="PROPN" & case="title"], in context (upos PROPN, case title, …, …) \
                “told” by [lemma="tell" & tag="VBD"], the anchor (lemma tell, tag VBD, …, …) \
                “that” by that \
                Not excepted by: told that much
                """))
    }

    @Test func `a rule that is code tells what tagger and parser say of its words`() throws {
        let folder = try Folder()
        try folder.write("The old bridge in in Lund was closed.\n", to: "a.txt")
        let result = try Program.run("check", "--only", "repeated-word", "--explain", "a.txt", in: folder)
        #expect(result.outputText.contains("\n  Seen:\n"))
        #expect(result.outputText.contains(#/\n    “in”: ADP IN [01]\.[0-9][0-9], case of “Lund” [01]\.[0-9][0-9]\n/#))
        #expect(result.outputText.contains(#/\n    “Lund”: PROPN NNP .*, beside it\n/#))
    }

    @Test func `of Markdown the places are those of the file`() throws {
        let folder = try Folder()
        try folder.write("The old bridge in *in* **Lund** was closed.\n", to: "a.md")
        let result = try Program.run(
            "check", "--only", "repeated-word", "--explain", "--format", "json", "a.md", in: folder)
        let report = try #require(try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any])
        let article = try #require((report["articles"] as? [[String: Any]])?.first)
        let finding = try #require((article["findings"] as? [[String: Any]])?.first)
        let tokens = try #require((finding["explanation"] as? [String: Any])?["tokens"] as? [[String: Any]])
        #expect(tokens.contains { $0["text"] as? String == "Lund" && $0["start"] as? Int == 25 })
    }

    @Test func `without the option nothing is explained`() throws {
        let folder = try folder()
        for format in ["text", "json"] {
            let result = try Program.run(
                "check", "--rules", "rules", "--only", "told-nobody", "--format", format, "a.txt", in: folder)
            #expect(result.outputText.contains("told-nobody"))
            #expect(!result.outputText.contains("Matched"))
            #expect(!result.outputText.contains("explanation"))
        }
    }

    @Test func `json has the same as data`() throws {
        let result = try Program.run(
            "check", "--rules", "rules", "--only", "told-nobody", "--explain", "--format", "json", "a.txt",
            in: try folder())
        let report = try #require(try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any])
        let article = try #require((report["articles"] as? [[String: Any]])?.first)
        let finding = try #require((article["findings"] as? [[String: Any]])?.first)
        let explanation = try #require(finding["explanation"] as? [String: Any])
        #expect(explanation["exceptions"] as? [String] == ["told that much"])
        let tokens = try #require(explanation["tokens"] as? [[String: Any]])
        #expect(tokens.map { $0["text"] as? String } == ["Petrov", "told", "that"])
        #expect(tokens.map { $0["role"] as? String } == ["context", "reported", "reported"])
        #expect(tokens.map { $0["start"] as? Int } == [10, 17, 22])
        #expect(tokens.map { $0["anchor"] as? Bool } == [false, true, false])
        #expect((tokens[1]["values"] as? [String: String])?["lemma"] == "tell")
    }
}
