import Foundation
import Testing

/// `.calque.yml`, ignore files, and `calque config`.
@Suite struct ConfigTests {
    private static let faulty = "The council closed the the bridge.\n"
    private static let off = "rules:\n  repeated-word: off\n"

    @Test func `the nearest configuration counts, found upward from each file`() throws {
        let folder = try Folder()
        for name in ["a.txt", "in/b.txt", "in/deep/c.txt"] { try folder.write(Self.faulty, to: name) }
        try folder.write(Self.off, to: "in/.calque.yml")
        let result = try Program.run("check", "--format", "compact", ".", in: folder)
        #expect(result.lines.filter { $0.contains("repeated-word") }.map { $0.prefix(8) } == ["./a.txt:"])
        #expect(try Program.run("check", "in/deep/c.txt", in: folder).status == 0)
        try folder.write("names: Mill\n", to: "in/deep/.calque.yml")
        #expect(try Program.run("check", "in/deep/c.txt", in: folder).status == 1)
        #expect(try Program.run("check", "--no-config", "in/b.txt", in: folder).status == 1)
        #expect(try Program.run("check", "--config", "in/.calque.yml", ".", in: folder).status == 0)
    }

    @Test func `options count more than the configuration`() throws {
        let folder = try Folder()
        try folder.write(Self.faulty, to: "a.txt")
        try folder.write(Self.off, to: ".calque.yml")
        #expect(try Program.run("check", "a.txt", in: folder).status == 0)
        #expect(try Program.run("check", "--enable", "repeated-word", "a.txt", in: folder).status == 1)
        #expect(try Program.run("check", "--only", "loops", "a.txt", in: folder).status == 1)
        try folder.write("rules:\n  repeated-word: minor\n", to: ".calque.yml")
        #expect(try Program.run("check", "--fail-on", "major", "a.txt", in: folder).status == 0)
        #expect(try Program.run("check", "--disable", "repeated-word", "a.txt", in: folder).status == 0)
    }

    @Test func `standard input lies where its name says, and a stream nowhere`() throws {
        let folder = try Folder()
        try folder.write(Self.off, to: "in/.calque.yml")
        let named = try Program.run("check", "--stdin-filename", "in/a.txt", "-", input: Self.faulty, in: folder)
        #expect(named.status == 0)
        #expect(try Program.run("check", "-", input: Self.faulty, in: folder).status == 1)
        let line = #"{"id": 1, "text": "They closed the the bridge."}"#
        #expect(try Program.run("stream", input: line, in: folder).outputText.contains("repeated-word"))
        let configured = try Program.run("stream", "--config", "in/.calque.yml", input: line, in: folder)
        #expect(configured.outputText == "{\"id\":1,\"diagnostics\":[],\"score\":0}\n")
    }

    @Test func `a configuration that is wrong ends the command before anything is checked`() throws {
        let folder = try Folder()
        try folder.write(Self.faulty, to: "a.txt")
        try folder.write(Self.faulty, to: "in/b.txt")
        try folder.write("rules:\n  repeated-wrod: off\n", to: "in/.calque.yml")
        for command in [["check", "."], ["check", "in/b.txt"], ["config", "in"]] {
            let result = try Program.shell("\"$calque\" " + command.joined(separator: " "), in: folder)
            #expect(
                result.errorText
                    == "calque: in/.calque.yml:2:3: There is no rule and no family “repeated-wrod”. Did you mean “repeated-word”?\n"
            )
            #expect(result.outputText == "")
            #expect(result.status == 2)
        }
    }

    @Test(arguments: [
        (["--config", "no.yml"], "no.yml:1:1: The configuration cannot be read: there is no such file or folder."),
        (["--config", "in"], "in:1:1: The configuration cannot be read: it is a folder."),
        (["--config", "off.yml", "--no-config"], "--config and --no-config exclude each other."),
        (
            ["--config", "off.yml"],
            "No rule is left to run on “a.txt”: “off.yml” takes all away. To leave articles out, name them under “ignore”."
        ),
    ])
    func `what cannot be is told`(options: [String], message: String) throws {
        let folder = try Folder()
        try folder.write(Self.faulty, to: "a.txt")
        try folder.write("", to: "in/x")
        try folder.write("rules: {all: off}\n", to: "off.yml")
        let result = try Program.shell("\"$calque\" check a.txt " + options.joined(separator: " "), in: folder)
        #expect(result.errorText == "calque: \(message)\n")
        #expect(result.status == 2)
    }

    @Test func `what ignore files name is not looked for`() throws {
        let folder = try Folder()
        for name in ["a.txt", "b.txt", "old/c.txt", "in/d.txt", "in/e.txt", "in/deep/f.txt", "in/deep/g.txt"] {
            try folder.write(Self.faulty, to: name)
        }
        try folder.write("b.txt\nold/*\n", to: ".calqueignore")
        try folder.write("/e.txt\n", to: "in/.calqueignore")
        try folder.write("f.txt\n", to: ".gitignore")
        try folder.write("ignore: d.txt\n", to: "in/.calque.yml")
        func list(_ paths: String...) throws -> [String] {
            let script = "\"$calque\" check --list-files " + paths.joined(separator: " ")
            return try Program.shell(script, in: folder).lines
        }
        #expect(try list(".") == ["./a.txt", "./in/deep/f.txt", "./in/deep/g.txt"])
        // A .gitignore counts in a repository only.
        try folder.write("", to: ".git/HEAD")
        #expect(try list(".") == ["./a.txt", "./in/deep/g.txt"])
        #expect(try list("in/deep") == ["in/deep/g.txt"])
        try folder.write("!f.txt\n", to: "in/deep/.calqueignore")
        #expect(try list("in/deep") == ["in/deep/f.txt", "in/deep/g.txt"])
        #expect(try list("in", "--no-config") == ["in/d.txt", "in/deep/f.txt", "in/deep/g.txt"])
        // What is named is checked.
        #expect(try list("b.txt") == ["b.txt"])
        let result = try Program.run("check", "old", in: folder)
        #expect(
            result.errorText
                == "calque: The folder “old” holds no article that is not ignored (by .calqueignore, .gitignore or the configuration). What is named one by one is checked all the same.\n"
        )
        #expect(result.status == 2)
    }

    @Test func `the configuration is shown with the origin of each value`() throws {
        let folder = try Folder()
        try folder.write("source: ru\nnames: [Старый \"Город\"]\n", to: "house.yml")
        try folder.write(
            """
            extends: ../house.yml
            min-confidence: 0.5
            rules:
              names: off
              a-or-an: critical
            sections:
              - files: b.txt
                rules:
                  repeated-word: {terms: had had}

            """, to: "in/.calque.yml")
        let result = try Program.run("config", "in/b.txt", in: folder)
        #expect(result.errorText == "")
        #expect(result.status == 0)
        for line in [
            "# The configuration of “in/b.txt”: from in/.calque.yml", "source: [ru]  # in/../house.yml:1",
            "min-confidence: 0.5  # in/.calque.yml:2", #"  - "Старый \"Город\""  # in/../house.yml:2"#,
            "  lowercase-name: off  # in/.calque.yml:4", "  a-or-an: critical  # in/.calque.yml:5",
            "  repeated-phrase: major  # default", #"      - "had had"  # in/.calque.yml:9"#,
        ] {
            #expect(result.lines.contains(line), "\(line)")
        }
        #expect(!(try Program.run("config", "in", in: folder)).outputText.contains("had had"))
        #expect(
            try Program.run("config", in: folder).lines.first
                == "# The configuration of this folder: no file, all by default")
        // It is a configuration itself, and says the same.
        try folder.write(result.output, to: "shown.yml")
        let again = try Program.run("config", "--config", "shown.yml", "in/b.txt", in: folder)
        func values(_ result: Program.Result) -> [Substring] {
            result.lines.dropFirst().map { $0.prefix(upTo: $0.range(of: "  #")?.lowerBound ?? $0.endIndex) }
        }
        #expect(again.status == 0)
        #expect(values(again) == values(result))
    }

    @Test(arguments: [
        (["config", "no/a.txt"], "There is no folder “no”."),
        (["config", "a", "b"], "The configuration of one article is shown; “b” is one too many."),
        (["config", "--schema", "a"], "--schema shows the schema of all configurations; leave “a” out."),
    ])
    func `usage that is wrong is told`(arguments: [String], message: String) throws {
        let result = try Program.shell("\"$calque\" " + arguments.joined(separator: " "))
        #expect(result.errorText == "calque: \(message)\n")
        #expect(result.status == 2)
    }

    @Test func `the schema that is shipped is what the command shows`() throws {
        let result = try Program.run("config", "--schema")
        let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("docs/calque-config.schema.json")
        if ProcessInfo.processInfo.environment["CALQUE_UPDATE"] == "1" { try Data(result.output).write(to: shipped) }
        let advice = "docs/calque-config.schema.json is stale: run CALQUE_UPDATE=1 swift test --filter ConfigTests"
        #expect(try Data(contentsOf: shipped) == Data(result.output), "\(advice)")
        #expect(try JSONSerialization.jsonObject(with: Data(result.output)) is [String: Any])
    }
}
