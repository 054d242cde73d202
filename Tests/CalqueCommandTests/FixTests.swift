import Foundation
import Testing

/// `check --fix`, `--fix-unsafe` and `--diff-output`.
@Suite struct FixTests {
    private static let faulty = "The council closed the the bridge at 8: 00. It was a old one.\n"
    private static let mended = "The council closed the bridge at 8:00. It was an old one.\n"

    private func shell(_ line: String, _ folder: Folder) throws -> Program.Result {
        try Program.shell(line.replacing("calque ", with: "\"$calque\" "), in: folder)
    }

    private func mode(_ name: String, _ folder: Folder) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
        return (attributes[.posixPermissions] as? Int) ?? -1
    }

    @Test func `safe fixes are applied, and a second run finds none`() throws {
        let folder = try Folder()
        try folder.write(Self.faulty, to: "a.txt")
        chmod(folder.path + "/a.txt", 0o640)
        let first = try shell("calque check --fix a.txt", folder)
        #expect(try folder.text("a.txt") == Self.mended)
        #expect(first.errorText == "calque: 3 fixes in 1 article; no findings are left.\n")
        #expect(first.status == 0)
        #expect(try mode("a.txt", folder) == 0o640)
        #expect(try folder.names == ["a.txt"])
        let second = try shell("calque check --fix a.txt", folder)
        #expect(second.errorText == "calque: No fixes; no findings are left.\n")
        #expect(try folder.text("a.txt") == Self.mended)
    }

    @Test func `what is left is reported, and decides the exit status`() throws {
        let folder = try Folder()
        // The quotation that never ends has a suggestion that is not safe.
        let open = "“We close the the bridge, said the mayor of the town on Monday.\n"
        try folder.write(open, to: "in/a.txt")
        try folder.write(Self.faulty, to: "in/b.txt")
        let result = try shell("calque check --fix --only loops,unbalanced-quotation --format compact in", folder)
        #expect(result.lines.map { $0.split(separator: ":")[0] } == ["in/a.txt"])
        #expect(
            result.errorText == """
                calque: 2 fixes in 2 articles; 1 finding is left, 1 with a suggestion for --fix-unsafe.
                calque: Failed: 1 finding.

                """)
        #expect(result.status == 1)
        #expect(try folder.text("in/a.txt") == open.replacing("the the", with: "the"))
        let unsafe = try shell("calque check --fix-unsafe --only loops,unbalanced-quotation in", folder)
        #expect(unsafe.status == 0)
        #expect(
            try folder.text("in/a.txt") == open.replacing("the the", with: "the").replacing("Monday.", with: "Monday.”")
        )
    }

    @Test func `line ends, byte-order mark and all that is right stay as they are`() throws {
        let folder = try Folder()
        let text =
            "\u{FEFF}Bridge closed\r\n\r\nThe council closed\r\nthe the\tbridge \u{1F600} at 8: 00.\u{0}  \r\nIt rained.\r\n\r\n\n"
        try folder.write(text, to: "a.txt")
        let result = try shell("calque check --fix --only repeated-word,number-spacing a.txt", folder)
        #expect(result.errorText.hasPrefix("calque: "))
        let expected = text.replacing("the the", with: "the").replacing("8: 00", with: "8:00")
        #expect(try folder.read("a.txt") == Array(expected.utf8))
    }

    @Test func `a diff is shown instead, and git takes it`() throws {
        let folder = try Folder()
        try folder.write("One day.\n\n\(Self.faulty)", to: "in/a b.txt")
        try folder.write(String(Self.faulty.dropLast()), to: "in/c.txt")
        let before = try folder.names
        let result = try shell("calque check --diff-output in", folder)
        #expect(
            result.outputText == """
                --- a/in/a b.txt\t
                +++ b/in/a b.txt\t
                @@ -1,3 +1,3 @@
                 One day.
                \u{20}
                -\(Self.faulty)+\(Self.mended)--- a/in/c.txt
                +++ b/in/c.txt
                @@ -1 +1 @@
                -\(Self.faulty)\\ No newline at end of file
                +\(Self.mended)\\ No newline at end of file

                """)
        #expect(result.errorText.hasPrefix("calque: 6 fixes in 2 articles, not written; no findings are left.\n"))
        #expect(result.status == 1)
        #expect(try folder.names == before)
        #expect(try folder.text("in/c.txt") == String(Self.faulty.dropLast()))
        guard try shell("git --version", folder).status == 0 else { return }
        let applied = try shell("calque check --diff-output in | git apply -", folder)
        #expect(applied.errorText.split(separator: "\n").allSatisfy { $0.hasPrefix("calque: ") })
        #expect(try folder.text("in/a b.txt") == "One day.\n\n\(Self.mended)")
        #expect(try folder.text("in/c.txt") == String(Self.mended.dropLast()))
    }

    @Test func `standard input comes out fixed`() throws {
        let folder = try Folder()
        let result = try Program.run(
            "check", "--fix", "--format", "compact:report", "-", input: Self.faulty, in: folder)
        #expect(result.outputText == Self.mended)
        #expect(result.status == 0)
        #expect(try folder.text("report") == "")
        let diff = try Program.run(
            "check", "--diff-output", "--stdin-filename", "in/a.txt", "-", input: Self.faulty, in: folder)
        #expect(diff.outputText.hasPrefix("--- a/in/a.txt\n+++ b/in/a.txt\n"))
        let clean = try Program.run("check", "--fix", "-", input: Self.mended, in: folder)
        #expect(clean.outputText == Self.mended)
        for option in ["--fix", "--diff-output"] {
            let both = try Program.run("check", option, "--format", "json", "-", input: Self.faulty)
            #expect(both.errorText.contains("Give the report a file: --format json:FILE."))
            #expect(both.status == 2)
        }
    }

    @Test func `a read-only file, a device and a bad file are left`() throws {
        let folder = try Folder()
        try folder.write(Self.faulty, to: "a.txt")
        try folder.write(Self.faulty, to: "b.txt")
        try folder.write([0x61, 0xFF], to: "c.txt")
        chmod(folder.path + "/a.txt", 0o444)
        let result = try shell("calque check --fix a.txt b.txt c.txt", folder)
        #expect(result.errorText.contains("calque: “a.txt” is not fixed: it is read-only.\n"))
        #expect(result.status == 2)
        #expect(try folder.text("a.txt") == Self.faulty)
        #expect(try folder.text("b.txt") == Self.mended)
        #expect(try folder.read("c.txt") == [0x61, 0xFF])
        #expect(try folder.names == ["a.txt", "b.txt", "c.txt"])
    }

    @Test func `a file that changes meanwhile is left`() throws {
        let folder = try Folder()
        try folder.write(Self.faulty, to: "a.txt")
        for name in ["first", "last"] { mkfifo(folder.path + "/" + name, 0o600) }
        let process = try Program.start(
            [Program.path, "check", "--fix", "--jobs", "2", "first", "a.txt", "last"], input: Program.openNull(),
            output: Program.openNull(), error: open(folder.path + "/err", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600),
            in: folder)
        // One thread waits for the first pipe. The other has the file behind it when it opens the last one; the file is not
        // written before the first pipe has its turn.
        let last = open(folder.path + "/last", O_WRONLY | O_CLOEXEC)
        try folder.write(Self.faulty + "And more.\n", to: "a.txt")
        let first = open(folder.path + "/first", O_WRONLY | O_CLOEXEC)
        for pipe in [first, last] {
            _ = "One day.\n".withCString { write(pipe, $0, 9) }
            close(pipe)
        }
        #expect(Program.wait(process) == 2)
        #expect(
            try folder.text("err").contains(
                "calque: “a.txt” is not fixed: it changed while it was checked; check it again.\n"))
        #expect(try folder.text("a.txt") == Self.faulty + "And more.\n")
        #expect(try folder.names == ["a.txt", "err", "first", "last"])
    }

    @Test func `a link stays a link, and its file is fixed once`() throws {
        let folder = try Folder()
        try folder.write(Self.faulty, to: "real/a.txt")
        try FileManager.default.createDirectory(atPath: folder.path + "/in", withIntermediateDirectories: true)
        symlink("../real/a.txt", folder.path + "/in/link.txt")
        let result = try shell("calque check --fix in/link.txt real/a.txt", folder)
        #expect(result.status == 0)
        #expect(try folder.text("real/a.txt") == Self.mended)
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/in/link.txt") == "../real/a.txt")
    }

    @Test func `where there is no room the old text stays`() throws {
        let folder = try Folder()
        try folder.write(Self.faulty, to: "a.txt")
        let result = try shell("(ulimit -f 0; calque check --fix a.txt 2>&1) | cat", folder)
        #expect(result.outputText.contains("the file would be larger than is allowed"))
        #expect(try folder.text("a.txt") == Self.faulty)
        #expect(try folder.names == ["a.txt"])
    }

    @Test func `what is suppressed, known, not asked for or on other lines is not fixed`() throws {
        let folder = try Folder()
        let text = """
            <!-- calque-off-next repeated-word -->
            The mayor saw the the bridge.

            The council met at the the mill.

            The mayor had a old car at 9: 30, she said.

            """
        try folder.write(text, to: "a.txt")
        _ = try shell("calque baseline write --only a-or-an a.txt", folder)
        let only = "--only repeated-word,a-or-an,number-spacing"
        // The sentence with the known finding stays as it is, so that it is still known.
        _ = try shell("calque check --fix \(only) a.txt", folder)
        let once = text.replacing("at the the mill", with: "at the mill")
        #expect(try folder.text("a.txt") == once)
        let diff = """
            --- a/a.txt
            +++ b/a.txt
            @@ -6 +6 @@
            -x
            +The mayor had a old car at 9: 30, she said.

            """
        try folder.write(text, to: "a.txt")
        try folder.write(diff, to: "diff")
        _ = try shell("calque check --fix --no-baseline --diff diff \(only) a.txt", folder)
        #expect(try folder.text("a.txt") == text.replacing("a old car at 9: 30,", with: "an old car at 9:30,"))
    }

    @Test(arguments: ["article.txt"])
    func `a second run over the sample article finds nothing to fix`(name: String) throws {
        let folder = try Folder()
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").path
        try FileManager.default.copyItem(atPath: "\(package)/reports/sample/\(name)", toPath: folder.path + "/a.txt")
        let first = try shell("calque check --fix a.txt", folder)
        #expect(!first.errorText.contains("No fixes"))
        let text = try folder.text("a.txt")
        let second = try shell("calque check --fix a.txt", folder)
        #expect(second.errorText.contains("calque: No fixes;"))
        #expect(try folder.text("a.txt") == text)
    }
}
