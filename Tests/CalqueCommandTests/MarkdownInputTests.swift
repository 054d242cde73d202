import Foundation
import Testing

/// Markdown as an input of the commands.
@Suite struct MarkdownInputTests {
    private static let text = """
        ---
        title: The the bridge
        ---
        # Bridge closed

        The council [closed **the** the bridge](http://example.org/the-the) at **8: 00**.

        <!-- calque-off-next -->
        The mayor saw the the town &amp; a *old* `the the` one.

        > It was a _old_
        > bridge.

        """

    private let only = "--only repeated-word,a-or-an,number-spacing"

    private func shell(_ line: String, _ folder: Folder) throws -> Program.Result {
        try Program.shell(line.replacing("calque ", with: "\"$calque\" "), in: folder)
    }

    @Test func `a Markdown file is known by its name, and its findings stand where they are`() throws {
        let folder = try Folder()
        try folder.write(Self.text, to: "in/a.md")
        let result = try shell("calque check \(only) --format compact in", folder)
        #expect(
            result.lines.map { $0.split(separator: " ").prefix(1).joined() } == [
                "in/a.md:6:23:", "in/a.md:6:74:", "in/a.md:11:10:",
            ])
        let named = try Program.run(
            "check", "--only", "a-or-an", "--format", "compact", "--stdin-filename", "b.markdown", "-", input: Self.text
        )
        #expect(named.lines.count == 1)
        // Read as plain text, it is another one.
        let plain = try shell("calque check \(only) --input text --format compact in/a.md", folder)
        #expect(plain.lines != result.lines)
        let input = try Program.run(
            "check", "--only", "a-or-an", "--input", "markdown", "--format", "compact", "-", input: Self.text)
        #expect(input.lines.count == 1)
    }

    @Test func `fixes leave the markup as it is`() throws {
        let folder = try Folder()
        try folder.write(Self.text.replacing("\n", with: "\r\n"), to: "a.md")
        let result = try shell("calque check \(only) --fix --format compact a.md", folder)
        #expect(result.lines == [])
        let fixed = Self.text.replacing("8: 00", with: "8:00").replacing("**the** the", with: "**the**").replacing(
            "a _old_", with: "an _old_")
        #expect(try folder.text("a.md") == fixed.replacing("\n", with: "\r\n"))
        #expect(try shell("calque check \(only) --fix a.md", folder).errorText.contains("No fixes"))
    }

    @Test func `what cannot go without markup stays`() throws {
        let folder = try Folder()
        let text = """
            The council closed the **the** bridge, `the` the road.

            > The mayor saw the
            > the mill and the &#116;he road.

            """
        try folder.write(text, to: "a.md")
        let result = try shell("calque check --only repeated-word --fix-unsafe --format compact a.md", folder)
        #expect(result.lines.count == 3)
        #expect(result.status == 1)
        #expect(try folder.text("a.md") == text)
    }

    @Test func `baseline and search know Markdown`() throws {
        let folder = try Folder()
        try folder.write(Self.text, to: "a.md")
        _ = try shell("calque baseline write \(only) a.md", folder)
        #expect(try folder.text(".calque-baseline.json").contains(#""sentence":"It was a old bridge.""#))
        #expect(try shell("calque check \(only) a.md", folder).status == 0)
        let found = try shell("calque search 'a old' a.md", folder)
        #expect(found.lines.map { String($0.prefix(10)) } == ["a.md:9:34:", "a.md:11:10"])
        let parsed = try shell("calque parse a.md", folder)
        #expect(parsed.lines.contains("# text = It was a old bridge."))
        let offset = try #require(Self.text.range(of: "old_")).lowerBound
        let start = Self.text.unicodeScalars.distance(from: Self.text.startIndex, to: offset)
        #expect(parsed.outputText.contains("TokenRange=\(start):\(start + 3)"))
    }

    @Test func `a stream may hold Markdown`() throws {
        let line = #"{"id":1,"text":"It was **a** *old* one."}"# + "\n"
        let result = try Program.run("stream", "--only", "a-or-an", "--input", "markdown", input: line)
        #expect(result.outputText.contains(#""start":9,"end":10"#))
    }
}
