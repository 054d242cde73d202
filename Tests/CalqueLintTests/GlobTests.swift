import CalqueLint
import Testing

/// Patterns of ignore files: gitignore(5).
@Suite struct GlobTests {
    @Test(arguments: [
        ("*.txt", "a.txt", true), ("*.txt", "in/deep/a.txt", true), ("*.txt", "a.txt.md", false),
        ("in/*.txt", "in/a.txt", true), ("in/*.txt", "in/deep/a.txt", false), ("in/*.txt", "x/in/a.txt", false),
        ("/a.txt", "a.txt", true), ("/a.txt", "in/a.txt", false), ("a.txt", "in/a.txt", true),
        ("in/**", "in/a", true), ("in/**", "in/deep/a", true), ("in/**", "in", false),
        ("**/a", "a", true), ("**/a", "x/y/a", true), ("x/**/a", "x/a", true), ("x/**/a", "x/y/z/a", true),
        ("x/**/a", "xa", false), ("a**b", "axxb", true), ("a**b", "a/b", false),
        ("?.txt", "é.txt", true), ("?.txt", ".txt", false), ("a?b", "a/b", false),
        ("[ab].txt", "b.txt", true), ("[!ab].txt", "b.txt", false), ("[^ab].txt", "c.txt", true),
        ("[a-c]x", "bx", true), ("[]]x", "]x", true), ("[ab", "[ab", true), (#"\*"#, "*", true), (#"\*"#, "a", false),
        ("\\#a", "#a", true), (#"\!a"#, "!a", true), ("a b ", "a b", true), (#"a\ "#, "a ", true),
    ])
    func `a pattern matches`(pattern: String, path: String, isMatch: Bool) throws {
        let glob = try #require(Glob(pattern))
        #expect(glob.matches(path) == isMatch)
    }

    @Test(arguments: ["", "# a comment", "   ", "!", "/", "\r"])
    func `a line without a pattern is none`(line: String) { #expect(Glob(line) == nil) }

    @Test func `a pattern with a slash at its end is for folders, and covers what lies in them`() throws {
        let glob = try #require(Glob("old/"))
        #expect(!glob.matches("old"))
        #expect(glob.matches("old", isFolder: true))
        #expect(glob.covers("in/old/deep/a.txt"))
        #expect(!glob.covers("in/old"))
    }

    @Test func `the last pattern that matches decides, from the folder that it counts from`() {
        var list = IgnoreList()
        list.add(file: Array("\u{FEFF}*.txt\r\n!keep.txt\n".utf8), folder: "/news")
        list.add(file: Array("keep.txt\n".utf8), folder: "/news/old")
        #expect(list.ignores("/news/a.txt", isFolder: false))
        #expect(!list.ignores("/news/keep.txt", isFolder: false))
        #expect(list.ignores("/news/old/keep.txt", isFolder: false))
        #expect(!list.ignores("/newsroom/a.txt", isFolder: false))
    }

    @Test(.timeLimit(.minutes(1))) func `a pattern of many stars takes no long time`() throws {
        let glob = try #require(Glob(String(repeating: "*a", count: 200) + "b"))
        #expect(!glob.matches(String(repeating: "a", count: 4000)))
    }
}
