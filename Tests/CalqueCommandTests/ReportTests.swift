import Foundation
import Testing

@testable import calque_command

/// Where reports go.
@Suite struct ReportTests {
    private static let clean = "The council met on Monday.\n"
    private static let faulty = "The council closed the the bridge.\n"

    private func folder() throws -> Folder {
        let folder = try Folder()
        try folder.write(Self.clean, to: "in/a.txt")
        try folder.write(Self.faulty, to: "in/b.txt")
        return folder
    }

    private func pages(_ folder: Folder, _ name: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/" + name).sorted()
    }

    @Test func `several formats are written at once`() throws {
        let folder = try folder()
        let result = try Program.run(
            "check", "--format", "compact", "--format", "sarif:a.sarif", "--format", "tap:a.tap", "in", in: folder)
        #expect(result.status == 1)
        #expect(result.outputText == "in/b.txt:1:20: major: “the” stands twice in a row. [repeated-word]\n")
        #expect(try folder.text("a.sarif").contains(#""uri":"in/b.txt""#))
        #expect(try folder.text("a.tap").hasSuffix("1..2\n"))
    }

    @Test(arguments: ["proofs", "proofs/", "html.d/", "old"])
    func `HTML goes to a folder as a page an article and an index`(name: String) throws {
        let folder = try folder()
        try folder.write("mine", to: "old/notes.txt")
        let result = try Program.run("check", "--format", "html:" + name, "in", in: folder)
        #expect(result.status == 1)
        #expect(result.outputText == "")
        let own = name == "old" ? ["notes.txt"] : []
        #expect(
            try pages(folder, name) == ["articles", "articles/1.html", "articles/2.html", "index.html"] + own)
        #expect(try folder.text(name + "/index.html").contains(#"<a href="articles/2.html">in/b.txt</a>"#))
        #expect(try folder.text(name + "/articles/2.html").contains("Proof of in/b.txt"))
    }

    @Test func `pages of an earlier report that had more articles go`() throws {
        let folder = try folder()
        try folder.write("mine", to: "proofs/articles/9.html")
        for paths in ["in in/../in/a.txt", "in/b.txt"] {
            _ = try Program.shell(#""$calque" check --format html:proofs \#(paths)"#, in: folder)
        }
        #expect(try pages(folder, "proofs") == ["articles", "articles/1.html", "articles/9.html", "index.html"])
    }

    @Test func `a name with a suffix is a page`() throws {
        let folder = try folder()
        _ = try Program.run("check", "--format", "html:a.html", "in", in: folder)
        #expect(try folder.text("a.html").contains("Proof of 2 articles"))
    }

    @Test func `a folder that cannot be made is refused before the work begins`() throws {
        let folder = try folder()
        let result = try Program.run("check", "--format", "html:no/where/", "in", in: folder)
        #expect(result.status == 2)
        #expect(
            result.errorText == "calque: The folder “no/where/” cannot be made: there is no such file or folder.\n")
    }

    @Test func `the job summary is added to the file that GitHub names`() throws {
        let folder = try folder()
        try folder.write("Before.\n\n", to: "summary.md")
        let script = #"GITHUB_STEP_SUMMARY=summary.md "$calque" check --quiet --format github in"#
        let result = try Program.shell(script, in: folder)
        #expect(result.outputText == "")
        #expect(try folder.text("summary.md").hasPrefix("Before.\n\n## Calque: 1 finding in 1 of 2 articles\n"))
        let loud = try Program.shell(#""$calque" check --format github "$PWD/in""#, in: folder)
        #expect(loud.lines.first?.hasPrefix("::warning file=in/b.txt,line=1,endLine=1,col=20,endColumn=27,") == true)
    }

    @Test func `a job summary that cannot be written is told`() throws {
        let script = #"printf 'One day.\n' | GITHUB_STEP_SUMMARY=/dev/full "$calque" check --format github -"#
        let result = try Program.shell(script)
        #expect(result.status == 2)
        #expect(result.errorText.hasPrefix("calque: Writing to “/dev/full” failed: there is no space left"))
    }

    @Test func `reports are the same for any number of jobs`() throws {
        let folder = try Folder()
        for number in 10...40 { try folder.write(number % 3 == 0 ? Self.faulty : Self.clean, to: "in/\(number).txt") }
        for format in try #require(Completions.words(.report)) {
            let outputs = try ["1", "4"].map { jobs in
                let script = #"SOURCE_DATE_EPOCH=0 "$calque" check --jobs \#(jobs) --format \#(format) in"#
                return try Program.shell(script, in: folder).output
            }
            #expect(outputs[0] == outputs[1], "\(format)")
            #expect(!outputs[0].isEmpty)
        }
    }
}

/// The pages of the rules, as Markdown.
@Suite struct RulePagesTests {
    private let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("docs/rules").path

    @Test func `docs/rules holds what the command writes`() throws {
        let folder = try Folder()
        let result = try Program.run("rules", "--pages", "pages", in: folder)
        #expect(result.status == 0)
        #expect(result.outputText == "")
        let files = FileManager.default
        let written = folder.path + "/pages"
        if ProcessInfo.processInfo.environment["CALQUE_UPDATE"] == "1" {
            try? files.removeItem(atPath: shipped)
            try files.copyItem(atPath: written, toPath: shipped)
        }
        let advice = "docs/rules is stale: run CALQUE_UPDATE=1 swift test --filter RulePagesTests"
        let names = try files.contentsOfDirectory(atPath: written).sorted()
        #expect(try files.contentsOfDirectory(atPath: shipped).sorted() == names, "\(advice)")
        #expect(names.contains("README.md") && names.contains("repeated-word.md"))
        for name in names {
            #expect(
                files.contentsEqual(atPath: written + "/" + name, andPath: shipped + "/" + name), "\(name): \(advice)")
        }
    }

    @Test func `every link of the list leads to a page`() throws {
        let folder = try Folder()
        _ = try Program.run("rules", "--pages", "pages", in: folder)
        let list = try folder.text("pages/README.md")
        let links = list.matches(of: /\]\(([^)]*)\)/).map { String($0.1) }
        #expect(links.count > 50)
        for link in links { #expect(try folder.text("pages/" + link).hasPrefix("# ")) }
    }

    @Test func `one rule and all pages are too much`() throws {
        let result = try Program.run("rules", "--pages", "x", "repeated-word")
        #expect(result.status == 2)
        #expect(
            result.errorText
                == "calque: --pages writes the pages of all rules; leave “repeated-word” out.\n")
    }
}
