import Foundation
import Testing

@testable import calque_command

/// Help, man page and completions come from the one table of options.
@Suite struct HelpTests {
    @Test func `the help of calque lists its commands`() throws {
        let result = try Program.run("--help")
        #expect(result.status == 0)
        #expect(
            result.outputText.hasPrefix(
                """
                Find the marks that a machine left in translated news.

                Usage: calque COMMAND [OPTIONS] [ARGUMENTS]

                Commands:
                  check        Check articles and report what a machine left in them
                  stream       Check articles line by line: NDJSON in, NDJSON out
                  serve        Check articles over HTTP, and show a page to paste them into
                  rules        List the rules, or show all there is to know of one
                  config       Show the configuration of an article, and where each value comes from
                  baseline     Write the findings that are known, or tell which are no longer there
                  search       Search articles for a pattern, and show each match in its context

                """))
        #expect(try Program.run("help").output == result.output)
        #expect(try Program.run("-h").output == result.output)
    }

    @Test func `the help of rules is this`() throws {
        let result = try Program.run("rules", "--help")
        #expect(
            result.outputText == """
                List the rules, or show all there is to know of one.

                Usage: calque rules [OPTIONS] [ID]

                The page of a rule says what it reports and why that marks machine translation,
                with examples of what it finds, what it leaves alone and what it is known to
                miss.

                Options:
                      --format FORMAT
                          Show as text, json or markdown. Default: text.
                      --pages DIR
                          Write the pages of all rules to DIR, as Markdown. A page for each
                          rule, ID.md, and a list of them, README.md.
                      --rules DIR
                          Add the pattern rules of a folder (*.yml). They run besides the
                          built-in ones, and are named in --only, --disable and --enable as
                          these are. May be repeated.
                  -h, --help
                          Show this help and exit.

                Examples:
                  calque rules
                          List all rules.
                  calque rules lowercase-name
                          Show the page of one.

                """)
    }

    @Test(arguments: CommandDescription.all.map(\.name))
    func `every option stands in help, man page and completions`(name: String) throws {
        let command = try #require(CommandDescription.named(name))
        let help = try Program.run(name, "--help").outputText
        #expect(try Program.run("help", name).outputText == help)
        #expect(!help.split(separator: "\n").contains { $0.count > 100 })
        let man = try Program.run("help", "--man").outputText
        for option in command.options {
            #expect(help.contains(option.usage))
            #expect(man.contains("\\-\\-" + option.name.split(separator: "-").joined(separator: "\\-")))
            #expect(try Program.run("completions", "bash").outputText.contains("--\(option.name)"))
            #expect(try Program.run("completions", "zsh").outputText.contains("--\(option.name)"))
            #expect(try Program.run("completions", "fish").outputText.contains("-l \(option.name)"))
        }
    }

    @Test func `options have a summary without a full stop and names that differ`() {
        for command in CommandDescription.all {
            #expect(Set(command.options.map(\.name)).count == command.options.count)
            for option in command.options {
                #expect(!option.summary.hasSuffix("."))
                #expect(option.details.isEmpty || option.details.hasSuffix("."))
                #expect(option.takesValue == !option.value.isEmpty)
            }
        }
    }

    @Test func `the version is shown`() throws {
        #expect(try Program.run("--version").outputText == "calque \(MainCommand.version)\n")
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/groff"), "groff is not installed"))
    func `the man page is good roff`() throws {
        let result = try Program.shell(#""$calque" help --man | groff -man -Tascii -ww -z"#)
        #expect(result.errorText == "")
        #expect(result.status == 0)
    }

    @Test(arguments: [
        ("calque ch", "check"), ("calque check --fail-on cr", "critical"), ("calque check --list", "--list-files"),
        ("calque rules --format ma", "markdown"), ("calque rules repeated-w", "repeated-word"),
        ("calque check --only repeated-w", "repeated-word"), ("calque completions z", "zsh"),
        ("calque help st", "stream"),
    ])
    func `bash completes`(line: String, word: String) throws {
        let script = """
            calque() { "$calque" "$@"; }
            source <("$calque" completions bash)
            COMP_WORDS=(\(line)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _calque; echo "${COMPREPLY[@]}"
            """
        let result = try Program.shell(script, shell: "/bin/bash")
        #expect(result.outputText == word + "\n")
        #expect(result.errorText == "")
    }

    @Test(arguments: ["zsh", "fish"])
    func `completions of other shells can be read by them`(shell: String) throws {
        // Where the shell is not installed, that they are written is all that can be seen.
        let script =
            #"if command -v \#(shell) >/dev/null; then "$calque" completions \#(shell) | \#(shell) -n; else "$calque" completions \#(shell) >/dev/null; fi"#
        let result = try Program.shell(script)
        #expect(result.errorText == "")
        #expect(result.status == 0)
    }
}
