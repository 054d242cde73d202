import Foundation
import Testing

/// Input that is wrong gets a sentence that says what and where, and exit status 2.
@Suite struct BadInputTests {
    private static let good = "The council met on Monday.\n"

    private func check(_ name: String, _ bytes: [UInt8]?, says message: String) throws {
        let folder = try Folder()
        if let bytes { try folder.write(bytes, to: name) }
        let result = try Program.run("check", name, in: folder)
        #expect(result.errorText == "calque: \(message)\n")
        #expect(result.status == 2)
    }

    @Test func `a missing file is named`() throws {
        try check("a.txt", nil, says: "“a.txt” cannot be read: there is no such file or folder.")
    }

    @Test func `an empty file is never silently clean`() throws {
        try check("a.txt", [], says: "“a.txt” is empty: there is nothing to check.")
    }

    @Test(arguments: [" \n\n\t\n", "\u{FEFF}\n"])
    func `a file without words is never silently clean`(text: String) throws {
        try check("a.txt", Array(text.utf8), says: "“a.txt” has no words: there is nothing to check.")
    }

    @Test(.enabled(if: getuid() != 0, "root may read everything"))
    func `an unreadable file is named`() throws {
        let folder = try Folder()
        try folder.write(Self.good, to: "a.txt")
        chmod(folder.path + "/a.txt", 0)
        let result = try Program.run("check", "a.txt", in: folder)
        #expect(result.errorText == "calque: “a.txt” cannot be read: the permission is missing.\n")
        #expect(result.status == 2)
    }

    @Test func `bytes that are not UTF-8 are told by offset, line and column`() throws {
        try check(
            "a.txt", Array("Two lines.\nЁ".utf8) + [0xE9] + Array(" here\n".utf8),
            says:
                "“a.txt” is not UTF-8: the byte 0xE9 at offset 13 (line 2, column 2) does not belong there. Convert it, for instance with: iconv -f WINDOWS-1252 -t UTF-8"
        )
    }

    @Test func `a binary file is told from an article`() throws {
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52]
        let result = try Program.run(bytes: png + [UInt8](repeating: 0, count: 4000), "check", "-")
        #expect(result.status == 2)
        #expect(result.errorText.hasPrefix("calque: “<stdin>” is not"))
    }

    @Test func `a file that is too large is refused with its size`() throws {
        let folder = try Folder()
        try folder.write([UInt8](repeating: 0x61, count: 3000), to: "a.txt")
        let result = try Program.run("check", "--max-size", "2K", "a.txt", in: folder)
        #expect(
            result.errorText
                == "calque: “a.txt” is too large: articles may have 2 KiB, and it has 2.9 KiB. Split it, or raise the bound with --max-size.\n"
        )
        #expect(result.status == 2)
    }

    @Test func `a stream that is too large is not read to its end`() throws {
        let result = try Program.shell("yes words | \"$calque\" check -")
        #expect(
            result.errorText
                == "calque: “<stdin>” is too large: articles may have 16 MiB, and it is larger. Split it, or raise the bound with --max-size.\n"
        )
        #expect(result.status == 2)
    }

    @Test func `a folder without articles is never silently clean`() throws {
        let folder = try Folder()
        try folder.write(Self.good, to: "in/notes.doc")
        try folder.write(Self.good, to: "in/.hidden.txt")
        let result = try Program.run("check", "in", in: folder)
        #expect(
            result.errorText
                == "calque: The folder “in” holds no article: no file whose name ends in “.txt”, “.md” or “.markdown”. Name files of other kinds one by one.\n"
        )
        #expect(result.status == 2)
    }

    @Test func `a folder where a report is meant is refused before the work begins`() throws {
        let folder = try Folder()
        try folder.write(Self.good, to: "in/a.txt")
        let result = try Program.run("check", "--format", "text:in", "in/a.txt", in: folder)
        #expect(
            result.errorText == "calque: The report cannot be written to “in”: it is a folder. Name a file in it.\n")
        #expect(result.status == 2)
    }

    @Test func `a folder as standard input is told`() throws {
        let result = try Program.shell("\"$calque\" check - < /; \"$calque\" stream < /")
        #expect(
            result.errorText
                == "calque: “<stdin>” is a folder, and a file is wanted.\ncalque: Reading standard input failed: it is a folder.\n"
        )
        #expect(result.status == 2)
    }

    @Test func `what can be checked is checked, whatever else is wrong`() throws {
        let folder = try Folder()
        try folder.write(Self.good, to: "in/a.txt")
        try folder.write("", to: "in/b.txt")
        try folder.write("Nobody came.\n", to: "in/c.txt")
        let result = try Program.run("check", "in", "gone.txt", "--format", "json", in: folder)
        #expect(result.outputText.contains("in/a.txt"))
        #expect(result.outputText.contains("in/c.txt"))
        #expect(
            result.errorText
                == "calque: “in/b.txt” is empty: there is nothing to check.\ncalque: “gone.txt” cannot be read: there is no such file or folder.\ncalque: Failed: what 2 lines above name was not checked.\n"
        )
        #expect(result.status == 2)
    }

    @Test func `control characters in a name do not reach the terminal`() throws {
        let result = try Program.run("check", "a\u{1B}[31m.txt")
        #expect(result.errorText == "calque: “a\\u{1b}[31m.txt” cannot be read: there is no such file or folder.\n")
    }

    @Test func `NUL, NBSP and a byte-order mark are text`() throws {
        let result = try Program.run("check", "-", input: "\u{FEFF}The\u{A0}council met\0 on Monday.\n")
        #expect(result.errorText == "")
        #expect(result.status == 0)
    }

    @Test(.timeLimit(.minutes(10))) func `one line of ten megabytes is read`() throws {
        let line = String(repeating: "The council met again on this day. ", count: 300_000)
        let result = try Program.run("check", "-q", "--fail-on", "never", "-", input: line)
        #expect(result.errorText == "")
        #expect(result.status == 0)
    }

    @Test(.timeLimit(.minutes(10))) func `a million short paragraphs are read`() throws {
        let text = String(repeating: "Yes.\n\n", count: 1_000_000)
        let result = try Program.run("check", "-q", "--fail-on", "never", "-", input: text)
        #expect(result.errorText == "")
        #expect(result.status == 0)
    }
}
