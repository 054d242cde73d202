import Foundation
import Testing

@Suite struct CheckTests {
    private static let clean = "The council met on Monday.\n"
    /// What a rule that is built in reports.
    private static let faulty = "The council closed the the bridge.\n"

    @Test func `exit status is 0 without findings and 1 with them`() throws {
        #expect(try Program.run("check", "-", input: Self.clean).status == 0)
        #expect(try Program.run("check", "-", input: Self.faulty).status == 1)
    }

    @Test(arguments: [("minor", 1), ("major", 1), ("critical", 0), ("never", 0)])
    func `findings below the bar do not fail`(bar: String, status: Int32) throws {
        let result = try Program.run("check", "--fail-on", bar, "-", input: Self.faulty)
        #expect(result.status == status)
        #expect(result.outputText.contains("repeated-word"))
    }

    @Test func `rules are chosen by id and by family`() throws {
        func status(_ arguments: String...) throws -> Int32 {
            let script = "printf '\(Self.faulty)' | \"$calque\" check - " + arguments.joined(separator: " ")
            return try Program.shell(script).status
        }
        #expect(try status("--only", "repeated-word") == 1)
        #expect(try status("--only", "loops") == 1)
        #expect(try status("--only=a-or-an,repeated-sentence") == 0)
        #expect(try status("--only", "a-or-an", "--only", "loops") == 1)
        #expect(try status("--disable", "repeated-word") == 0)
        #expect(try status("--only", "loops", "--disable", "repeated-word") == 0)
        #expect(try status("--min-confidence", "1") == 0)
    }

    @Test func `a folder is checked in the order of names, hidden files and loops left out`() throws {
        let folder = try Folder()
        for name in ["b.txt", "a/z.txt", "a/y.txt", "c.html", ".git/x.txt", ".h.txt", "B.txt", "d.txt/e.txt"] {
            try folder.write(Self.clean, to: name)
        }
        symlink("..", folder.path + "/a/up")
        symlink("a", folder.path + "/same")
        symlink("b.txt", folder.path + "/link.txt")
        symlink("c.html", folder.path + "/other")
        let result = try Program.run("check", "--list-files", ".", in: folder)
        #expect(result.lines == ["./B.txt", "./a/y.txt", "./a/z.txt", "./b.txt", "./d.txt/e.txt", "./link.txt"])
        #expect(result.status == 0)
        #expect(try Program.run("check", ".", in: folder).status == 0)
    }

    @Test func `a file named by the user is checked whatever its name, and once`() throws {
        let folder = try Folder()
        for name in ["-x.md", "in/a.txt"] { try folder.write(Self.clean, to: name) }
        let result = try Program.run("check", "--list-files", "in", "in/a.txt", "--", "-x.md", in: folder)
        #expect(result.lines == ["in/a.txt", "-x.md"])
        #expect(try Program.run("check", "--", "-x.md", in: folder).status == 0)
    }

    @Test func `names that are not UTF-8 are found`() throws {
        let folder = try Folder()
        let result = try Program.shell(
            #"f=$(printf 'caf\351.txt'); printf 'One day.\n' > "$f"; "$calque" check . "$f" --list-files | od -An -c | tr -d ' \n'; "$calque" check "$f""#,
            in: folder)
        #expect(result.outputText.hasPrefix(#"./caf351.txt\ncaf351.txt\n"#))
        #expect(result.errorText == "")
    }

    @Test func `output is the same for any number of jobs`() throws {
        let folder = try Folder()
        for number in 0..<60 {
            let text =
                number % 7 == 2 ? "" : "Article \(number) is is here.\n" + String(repeating: Self.faulty, count: number)
            try folder.write(text, to: "in/\(100 + number).txt")
        }
        let first = try Program.run("check", "--jobs", "1", "in", in: folder)
        #expect(first.status == 2)
        #expect(first.outputText.contains("in/159.txt"))
        for jobs in ["2", "5", "64"] {
            let other = try Program.run("check", "--jobs", jobs, "in", in: folder)
            #expect(other.output == first.output)
            #expect(other.error == first.error)
            #expect(other.status == first.status)
        }
    }

    @Test func `quiet writes nothing but reports to files and troubles`() throws {
        let folder = try Folder()
        try folder.write(Self.faulty, to: "a.txt")
        let result = try Program.run(
            "check", "--quiet", "--format", "text", "--format", "text:out.txt", "a.txt", in: folder)
        #expect(result.output.isEmpty)
        #expect(result.error.isEmpty)
        #expect(result.status == 1)
        #expect(try folder.text("out.txt").contains("repeated-word"))
    }

    @Test func `standard input is named as the user says`() throws {
        let result = try Program.run("check", "--stdin-filename", "desk/news.txt", "-", input: Self.faulty)
        #expect(result.outputText.contains("desk/news.txt"))
    }

    @Test func `colour goes to a terminal only, unless it is asked for`() throws {
        #expect(
            !(try Program.run("check", "-", input: Self.faulty, environment: ["TERM": "xterm"])).outputText.contains(
                "\u{1B}"))
        let never = try Program.run("check", "--color", "never", "-", input: Self.faulty)
        #expect(!never.outputText.contains("\u{1B}"))
    }
}
