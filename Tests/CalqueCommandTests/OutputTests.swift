import Foundation
import Testing

/// Reports are written whole or not at all.
@Suite struct OutputTests {
    private static let faulty = "The council closed the the bridge.\n"

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func `an interrupt leaves the report as it was`(signal: Int32) throws {
        let folder = try Folder()
        try folder.write("the report of yesterday", to: "report.txt")
        try folder.write(Self.faulty, to: "a.txt")
        mkfifo(folder.path + "/pipe", 0o600)
        let process = try Program.start(
            [Program.path, "check", "--jobs", "1", "--format", "text:report.txt", "a.txt", "pipe"],
            input: Program.openNull(), output: Program.openNull(), error: Program.openNull(), in: folder)
        // Opening waits until the command reads: its files are open by then, and an article is checked.
        let writing = open(folder.path + "/pipe", O_WRONLY | O_CLOEXEC)
        #expect(try folder.names.contains { $0.hasPrefix(".calque-report.txt") })
        kill(process, signal)
        #expect(Program.wait(process) == 128 + signal)
        close(writing)
        #expect(try folder.names == ["a.txt", "pipe", "report.txt"])
        #expect(try folder.text("report.txt") == "the report of yesterday")
    }

    @Test func `a full disk is told`() throws {
        for script in [
            #"printf 'One day.\n' | "$calque" check - > /dev/full"#,
            #"printf '{"id":1,"text":"One day."}' | "$calque" stream > /dev/full"#,
            #""$calque" rules > /dev/full"#,
        ] {
            let result = try Program.shell(script)
            #expect(
                result.errorText
                    == "calque: Writing to standard output failed: there is no space left on the device. What was written is not complete.\n"
            )
            #expect(result.status == 2)
        }
        let result = try Program.run("check", "--format", "text:/dev/full", "-", input: Self.faulty)
        #expect(
            result.errorText
                == "calque: Writing to “/dev/full” failed: there is no space left on the device. What was written is not complete.\n"
        )
        #expect(result.status == 2)
    }

    @Test func `a report for which there is no room leaves the old one`() throws {
        let folder = try Folder()
        try folder.write("the report of yesterday", to: "report.txt")
        try folder.write(Self.faulty, to: "a.txt")
        let result = try Program.shell(
            #"(ulimit -f 0; "$calque" check --format text:report.txt a.txt 2>&1) | cat"#, in: folder)
        #expect(
            result.outputText
                == "calque: Writing to “report.txt” failed: the file would be larger than is allowed. What was written is not complete.\n"
        )
        #expect(try folder.names == ["a.txt", "report.txt"])
        #expect(try folder.text("report.txt") == "the report of yesterday")
    }

    @Test(arguments: [["check", "-"], ["stream"], ["rules"], ["--help"], ["completions", "bash"]])
    func `a closed pipe ends the command without a word`(arguments: [String]) throws {
        let (reading, writing) = Program.pipe()
        close(reading)
        let folder = try Folder()
        try folder.write(#"{"id": 1, "text": "One day."}"#, to: "in")
        let process = try Program.start(
            [Program.path] + arguments, input: open(folder.path + "/in", O_RDONLY | O_CLOEXEC), output: writing,
            error: open(folder.path + "/err", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600))
        #expect(Program.wait(process) == 141)
        #expect(try folder.text("err") == "")
    }

    @Test func `a report takes the rights of the one that it replaces`() throws {
        let folder = try Folder()
        try folder.write(Self.faulty, to: "a.txt")
        try folder.write("old", to: "old.txt")
        chmod(folder.path + "/old.txt", 0o604)
        let result = try Program.shell(
            #"umask 027; "$calque" check --format text:old.txt --format text:new.txt a.txt; stat -c %a old.txt new.txt"#,
            in: folder)
        #expect(result.outputText == "604\n640\n")
    }

    @Test func `a report goes where a link leads`() throws {
        let folder = try Folder()
        try folder.write(Self.faulty, to: "a.txt")
        try folder.write("old", to: "there/report.txt")
        symlink("there/report.txt", folder.path + "/link")
        let result = try Program.run("check", "--format", "text:link", "a.txt", in: folder)
        #expect(result.status == 1)
        #expect(try folder.text("there/report.txt").contains("repeated-word"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link") == "there/report.txt")
    }

    @Test func `a report for a folder that does not exist is refused before the work begins`() throws {
        let result = try Program.run("check", "--format", "text:no/where.txt", "-", input: Self.faulty)
        #expect(
            result.errorText
                == "calque: The report cannot be written to “no/where.txt”: there is no folder “no”. Make it first.\n")
        #expect(result.outputText == "")
        #expect(result.status == 2)
    }

    @Test func `reports go to a device as it is`() throws {
        let result = try Program.run("check", "--format", "text:/dev/stdout", "-", input: Self.faulty)
        #expect(result.outputText.contains("repeated-word"))
    }
}
