import CalqueLint
import Foundation
import Testing

@testable import calque_command

/// Usage that is wrong gets a sentence with what was probably meant, and exit status 2.
@Suite struct UsageTests {
    @Test(arguments: [
        (["chek"], "There is no command “chek”. Did you mean “check”? See “calque --help”."),
        (
            ["news.txt"],
            "There is no command “news.txt”. To check an article, write “calque check news.txt”. See “calque --help”."
        ),
        (
            ["--quiet", "check"],
            "Options stand behind the command, as in “calque check --quiet …”. See “calque --help”."
        ),
        (["check"], "No PATH is given. Name files or folders, or - for standard input."),
        (
            ["check", "--fail-onn", "x", "a"],
            "“calque check” has no option --fail-onn. Did you mean “--fail-on”? See “calque check --help”; a path that begins with a hyphen stands after “--”."
        ),
        (
            ["check", "-x", "a"],
            "“calque check” has no option -x. See “calque check --help”; a path that begins with a hyphen stands after “--”."
        ),
        (
            ["check", "a", "--jobs"], "The option --jobs wants a value: --jobs N. See “calque check --help”."
        ),
        (
            ["check", "--only", "--quiet", "a"],
            "The option --only wants a value (RULE[,RULE]), and “--quiet” looks like an option. If it is the value, write --only=--quiet."
        ),
        (["check", "--only=", "a"], "The option --only wants a value (RULE[,RULE]); it is empty."),
        (["check", "--only", ",", "a"], "The option --only names no rule. “calque rules” lists them."),
        (["check", "--quiet=yes", "a"], "The option --quiet takes no value; “yes” was given."),
        (["check", "--jobs", "0", "a"], "The option --jobs takes a whole number from 1 to 256, not “0”."),
        (["check", "-jmany", "a"], "The option --jobs takes a whole number from 1 to 256, not “many”."),
        (
            ["check", "--fail-on", "mojor", "a"],
            "The option --fail-on takes minor, major, critical or never, not “mojor”. Did you mean “major”?"
        ),
        (
            ["check", "--fail-on", "minor", "--fail-on=major", "a"],
            "The option --fail-on is given twice, as “minor” and as “major”. Give it once."
        ),
        (
            ["check", "--min-confidence", "2", "a"], "The option --min-confidence takes a number from 0 to 1, not “2”."
        ),
        (
            ["check", "--max-size", "lots", "a"],
            "The option --max-size takes a size from 1 byte to 1G, such as 500000, 64K or 16M, not “lots”."
        ),
        (
            ["check", "--only", "repeated-wrod", "a"],
            "There is no rule and no family “repeated-wrod”. Did you mean “repeated-word”?"
        ),
        (
            ["rules", "repeated-wrod"],
            "There is no rule “repeated-wrod”. Did you mean “repeated-word”? “calque rules” lists them."
        ),
        (["rules", "repeated-word", "a"], "Only one rule can be shown; “a” is one too many."),
        (
            ["stream", "a.jsonl"],
            "“calque stream” takes no PATH; it reads standard input. Write: calque stream < “a.jsonl”"
        ),
        (["completions"], "No SHELL is given. Name one: bash, zsh or fish."),
        (
            ["completions", "bsh"],
            "There are no completions for “bsh”. Did you mean “bash”? The shells are bash, zsh or fish."
        ),
        (
            ["check", "--format", "text:", "a"],
            "The option --format text: names no file behind the colon. Write --format text:FILE."
        ),
        (
            ["check", "--format", "text:a", "--format", "text:a", "b"], "Two reports cannot go to the same file “a”."
        ),
        (
            ["check", "--disable", "all", "a"],
            "No rule is left to run: --disable takes away all that the other options choose."
        ),
        (
            ["check", "--only", "repeated-word", "--disable", "loops", "a"],
            "No rule is left to run: --disable takes away all that the other options choose."
        ),
    ])
    func `wrong usage is explained`(arguments: [String], message: String) throws {
        let result = try Program.shell(
            "\"$calque\" " + arguments.map { "'\($0)'" }.joined(separator: " "))
        #expect(result.errorText == "calque: \(message)\n")
        #expect(result.outputText == "")
        #expect(result.status == 2)
    }

    @Test func `an unknown report format is answered with the nearest`() throws {
        let result = try Program.run("check", "--format", "txt", "a")
        #expect(
            result.errorText.hasPrefix(
                "calque: There is no report format “txt”. Did you mean “text”? The formats are text"))
        #expect(result.status == 2)
    }

    @Test func `two reports to standard output are refused`() throws {
        let result = try Program.run("check", "--format", "text", "--format", "text:-", "a")
        #expect(
            result.errorText
                == "calque: Only one report can go to standard output. Give the others a file: --format text:FILE.\n")
    }

    @Test func `without a command the help goes to standard error`() throws {
        let result = try Program.run()
        #expect(result.status == 2)
        #expect(result.outputText == "")
        #expect(result.errorText.contains("Usage: calque COMMAND"))
    }

    @Test(arguments: [
        ("chek", "check"), ("hlep", "help"), ("STREAM", "stream"), ("rule", "rules"),
    ])
    func `the nearest name is found`(name: String, nearest: String) {
        #expect(NearestName.of(name, among: CommandDescription.all.map(\.name)) == nearest)
    }

    @Test func `a name that is far from all is none of them`() {
        #expect(NearestName.of("translate", among: CommandDescription.all.map(\.name)) == nil)
        #expect(NearestName.of("", among: ["check"]) == nil)
    }

    @Test(arguments: [
        ("500", 500), ("64K", 65536), ("16M", 16 << 20), ("16MiB", 16 << 20), ("1g", 1 << 30), ("2kb", 2048),
    ])
    func `sizes are read`(text: String, bytes: Int) {
        #expect(ByteSize.parse(text) == bytes)
    }

    @Test(arguments: ["", "M", "-1", "1.5M", "10 M", "5iB", "99999999999999999999", "9999999999999G", "0x10"])
    func `what is no size is refused`(text: String) {
        #expect(ByteSize.parse(text) == nil)
    }

    @Test(arguments: [(1, "1 byte"), (1000, "1000 bytes"), (1024, "1 KiB"), (1536, "1.5 KiB"), (16 << 20, "16 MiB")])
    func `sizes are written`(bytes: Int, text: String) {
        #expect(ByteSize.text(bytes) == text)
    }
}
