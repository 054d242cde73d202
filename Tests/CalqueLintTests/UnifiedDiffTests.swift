import CalqueLint
import Testing

/// Reading unified diffs.
@Suite struct UnifiedDiffTests {
    private func read(_ text: String) throws(UnifiedDiff.Failure) -> [String] {
        try UnifiedDiff(Array(text.utf8)).files.map { file in
            let lines = file.lines.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
            return file.names.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|") + ": " + lines
        }
    }

    @Test func `added lines are told by file`() throws {
        let text = """
            diff --git a/in/a.txt b/in/a.txt
            index 1..2 100644
            --- a/in/a.txt
            +++ b/in/a.txt
            @@ -1,4 +1,5 @@ A heading
             One
            -Two
            +2
            +++ b/not-a-file

             Four
            @@ -20 +21 @@
            -x
            +y
            \\ No newline at end of file
            --- /dev/null
            +++ new.txt\t2024-01-01 00:00:00
            @@ -0,0 +1,2 @@
            +a
            +b
            --- a/gone.txt
            +++ /dev/null
            @@ -1 +0,0 @@
            -a
            diff --git "a/caf\\303\\251.txt" "b/caf\\303\\251.txt"
            --- "a/caf\\303\\251.txt"
            +++ "b/caf\\303\\251.txt"
            @@ -3,0 +4 @@
            +new

            """
        #expect(
            try read(text) == [
                "in/a.txt|b/in/a.txt: 2-3,21-21", "new.txt: 1-2", ": ", "café.txt|b/café.txt: 4-4",
            ])
    }

    @Test func `a diff without changes is one`() throws {
        #expect(try read("") == [])
        #expect(try read("diff --git a/x b/x\nold mode 100644\nnew mode 100755\n") == [])
    }

    @Test(arguments: [
        ("hello\n", 1, "This is no unified diff, as “git diff” or “diff -u” write it."),
        ("+++ a\n@@ -1,2 +1,2 @@\n a\n", 4, "The hunk is cut short."),
        ("+++ a\n@@ -1 +1 @@\nhello\n", 3, "The hunk is cut short."),
        ("+++ a\n@@ x @@\n", 2, "The header of the hunk is none: “@@ -1,2 +1,3 @@” is wanted."),
        ("+++ a\n@@ -1,9999999999999999999 +1 @@\n", 2, "The header of the hunk is none: “@@ -1,2 +1,3 @@” is wanted."),
        ("@@ -1 +1 @@\n-a\n+b\n", 1, "The hunk belongs to no file: “+++” is missing."),
        ("+++ a\n@@ -1 +1,2 @@\n-a\n-a\n+b\n", 4, "The hunk has more lines than its header says."),
        ("+++ a\n@@@ -1 -1 +1 @@@\n", 2, "This is the combined diff of a merge; take one of two trees."),
    ])
    func `what is no diff is refused`(text: String, line: Int, message: String) {
        let failure = #expect(throws: UnifiedDiff.Failure.self) { try UnifiedDiff(Array(text.utf8)) }
        #expect(failure?.line == line)
        #expect(failure?.message == message)
    }
}
