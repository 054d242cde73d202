import Foundation
import Testing

/// The baseline, and `--diff`.
@Suite struct BaselineTests {
    private static let first = "The council closed the the bridge."
    private static let second = "The mayor of the the town was there."

    private func folder() throws -> Folder {
        let folder = try Folder()
        try folder.write("\(Self.first)\n\n\(Self.second)\n", to: "in/a.txt")
        try folder.write("\(Self.first) \(Self.first)\n", to: "in/b.txt")
        return folder
    }

    private func shell(_ line: String, _ folder: Folder) throws -> Program.Result {
        try Program.shell(line.replacing("calque ", with: "\"$calque\" "), in: folder)
    }

    @Test func `what the baseline knows is not reported, until its sentence changes`() throws {
        let folder = try folder()
        let write = try shell("calque baseline write --only repeated-word in", folder)
        #expect(write.errorText == "")
        #expect(write.outputText == "4 findings in “.calque-baseline.json”.\n")
        #expect(write.status == 0)
        #expect(
            try folder.text(".calque-baseline.json") == """
                {"version":1,"findings":[
                {"path":"in/a.txt","rule":"repeated-word","sentence":"The council closed the the bridge."},
                {"path":"in/a.txt","rule":"repeated-word","sentence":"The mayor of the the town was there."},
                {"path":"in/b.txt","rule":"repeated-word","sentence":"The council closed the the bridge.","count":2}
                ]}

                """)
        let check = "calque check --only repeated-word --format compact in"
        let clean = try shell(check, folder)
        #expect(clean.errorText == "calque: 4 findings are known to “.calque-baseline.json” and left out.\n")
        #expect(clean.status == 0)
        #expect(try shell(check + " --no-baseline", folder).status == 1)
        // Moved, wrapped, with a new paragraph before: still known.
        try folder.write("A new start.\n\n\(Self.second)\n\nThe council closed the\r\nthe bridge.\n", to: "in/a.txt")
        #expect(try shell(check, folder).status == 0)
        // Once more in the same sentence, and in a changed one.
        try folder.write("The council closed the the bridge, the the bridge.\n", to: "in/a.txt")
        let changed = try shell(check, folder)
        #expect(changed.lines.count { $0.contains("in/a.txt:") } == 2)
        #expect(changed.status == 1)
        // The third of three that are alike.
        try folder.write("\(Self.first) \(Self.first) \(Self.first)\n", to: "in/b.txt")
        #expect(try shell(check, folder).lines.count { $0.contains("in/b.txt:") } == 1)
    }

    @Test func `what is no longer found is told, fails where it must, and is taken out`() throws {
        let folder = try folder()
        _ = try shell("calque baseline write --only repeated-word in", folder)
        #expect(try shell("calque baseline check --only repeated-word in", folder).status == 0)
        try folder.write("\(Self.first)\n", to: "in/a.txt")
        try folder.write("\(Self.first)\n", to: "in/b.txt")
        let check = "calque check --only repeated-word in"
        #expect(try shell(check, folder).status == 0)
        let strict = try shell(check + " --strict-baseline", folder)
        #expect(
            strict.errorText == """
                calque: No longer found: in/a.txt: repeated-word: The mayor of the the town was there.
                calque: No longer found: in/b.txt: repeated-word: The council closed the the bridge.
                calque: 2 findings are known to “.calque-baseline.json” and left out.
                calque: Failed: 2 findings of the baseline are no longer found; “calque baseline prune” takes them out.

                """)
        #expect(strict.status == 1)
        let stale = try shell("calque baseline check --only repeated-word in", folder)
        #expect(
            stale.outputText
                == "in/a.txt: repeated-word: The mayor of the the town was there.\nin/b.txt: repeated-word: The council closed the the bridge.\n"
        )
        #expect(stale.status == 1)
        let prune = try shell("rm in/b.txt; calque baseline prune --only repeated-word in", folder)
        #expect(prune.outputText == "3 findings taken out of “.calque-baseline.json”, 1 left.\n")
        #expect(prune.status == 0)
        #expect(try shell("calque check --only repeated-word --strict-baseline in", folder).status == 0)
    }

    @Test(arguments: [
        ("{", "The baseline “b.json” is not JSON (line 1, column 1). Write it anew: calque baseline write PATH"),
        (
            "[]",
            "“b.json” is no baseline: “version” or “findings” is missing. Write it anew: calque baseline write PATH"
        ),
        (
            #"{"version": 2, "findings": []}"#,
            "“b.json” is no baseline: its version is 2, and this Calque reads 1. Write it anew: calque baseline write PATH"
        ),
        (
            #"{"version": 1, "findings": [{"path": "a"}]}"#,
            "“b.json” is no baseline: finding 1 has no “path”, “rule” or “sentence”. Write it anew: calque baseline write PATH"
        ),
        (
            #"{"version": 1, "findings": [{"path": "a", "rule": "b", "sentence": "c", "count": 0}]}"#,
            "“b.json” is no baseline: the “count” of finding 1 is no number from 1 to 1,000,000. Write it anew: calque baseline write PATH"
        ),
    ])
    func `a file that is no baseline is refused`(text: String, message: String) throws {
        let folder = try folder()
        try folder.write(text, to: "b.json")
        let result = try shell("calque check --baseline b.json in", folder)
        #expect(result.errorText == "calque: \(message)\n")
        #expect(result.status == 2)
    }

    @Test(arguments: [
        ("baseline", "No action is given. Write for instance: calque baseline write PATH"),
        (
            "baseline wirte in",
            "“calque baseline” cannot “wirte”. Did you mean “write”? It can write, check and prune."
        ),
        ("baseline write", "No PATH is given. Name files or folders."),
        ("baseline write -", "Standard input has no path that a baseline could name."),
        (
            "baseline check in",
            "The baseline “.calque-baseline.json” cannot be read: there is no such file or folder."
        ),
        (
            "check --baseline no.json in", "The baseline “no.json” cannot be read: there is no such file or folder."
        ),
        ("check --baseline a --no-baseline in", "--baseline and --no-baseline exclude each other."),
        (
            "check --strict-baseline in",
            "--strict-baseline wants a baseline, and there is no “.calque-baseline.json” here. Write one: calque baseline write PATH"
        ),
        ("check --diff no.diff in", "The diff “no.diff” cannot be read: there is no such file or folder."),
        (
            "check --diff in/a.txt in",
            "The diff “in/a.txt” cannot be read, line 1: This is no unified diff, as “git diff” or “diff -u” write it."
        ),
        ("check --diff - -", "Standard input cannot be both the diff and an article."),
    ])
    func `what cannot be is told`(arguments: String, message: String) throws {
        let result = try shell("calque " + arguments, try folder())
        #expect(result.errorText == "calque: \(message)\n")
        #expect(result.status == 2)
    }

    @Test func `a baseline is not written over where something could not be checked`() throws {
        let folder = try folder()
        _ = try shell("calque baseline write --only repeated-word in", folder)
        let before = try folder.read(".calque-baseline.json")
        try folder.write("", to: "in/c.txt")
        for action in ["write", "prune"] {
            let result = try shell("calque baseline \(action) --only repeated-word in", folder)
            #expect(
                result.errorText == """
                    calque: “in/c.txt” is empty: there is nothing to check.
                    calque: “.calque-baseline.json” is left as it was, since not everything could be checked.

                    """)
            #expect(result.status == 2)
        }
        #expect(try folder.read(".calque-baseline.json") == before)
    }

    @Test func `with a diff only changed lines are reported`() throws {
        let folder = try folder()
        try folder.write(
            """
            --- a/in/a.txt
            +++ b/in/a.txt
            @@ -2,2 +2,2 @@

            -The mayor was there.
            +\(Self.second)

            """, to: "changes.diff")
        let check = "calque check --only repeated-word --format compact"
        let result = try shell("\(check) --diff changes.diff in", folder)
        #expect(result.lines.count { $0.contains("repeated-word") } == 1)
        #expect(result.outputText.contains("in/a.txt:3:"))
        #expect(result.status == 1)
        // From a pipe, from a folder of the repository, and without changes.
        try folder.write("", to: ".git/HEAD")
        let piped = try shell("cd in; \(check) --diff - . <../changes.diff", folder)
        #expect(piped.lines.first?.hasPrefix("./a.txt:3:") == true)
        let none = try shell("\(check) --diff - in </dev/null", folder)
        #expect(none.errorText == "calque: The diff changes none of the articles: nothing was checked.\n")
        #expect(none.status == 0)
    }

    @Test func `a directive is honoured, and told of where it does nothing`() throws {
        let folder = try Folder()
        try folder.write("<!-- calque-off repeated-word -- a song -->\n\(Self.first)\n", to: "a.txt")
        let result = try shell("calque check --format sarif a.txt", folder)
        #expect(result.outputText.contains(#""kind":"inSource""#))
        #expect(result.outputText.contains("a song"))
        #expect(result.status == 0)
        try folder.write("<!-- calque-off repeated-word -->\nThe council met on Monday.\n", to: "a.txt")
        let unused = try shell("calque check --format compact a.txt", folder)
        #expect(unused.outputText.contains("unused-suppression"))
        #expect(unused.status == 1)
    }
}
