import CalqueText
import Testing

@testable import CalqueLint

/// Changes of a text: made, put together, shown as a diff.
@Suite struct TextEditsTests {
    /// The same numbers in every run (Knuth's MMIX).
    private struct Numbers {
        var state: UInt64

        mutating func next(below bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    private static func edits(_ numbers: inout Numbers, _ text: [UInt8]) -> TextEdits {
        let suggestions = (0..<numbers.next(below: 6)).map { _ in
            let start = numbers.next(below: text.count + 1)
            let end = min(text.count, start + numbers.next(below: 5))
            return Suggestion(
                span: Span(start, end), replacement: ["", "x", "\n", "yz\n", "é\r\n"][numbers.next(below: 5)])
        }
        var edits = TextEdits()
        edits.add(suggestions, to: text)
        return edits
    }

    private static let texts = [
        "", "a", "one\ntwo\nthree", "a\r\nb\r\nc\r\n", "\n\n\n", "naïve\n\u{1F600} two words\nend\n",
    ]

    @Test func `changes after changes are the same as both at once`() {
        var numbers = Numbers(state: 7)
        for round in 0..<3000 {
            let text = Array(Self.texts[round % Self.texts.count].utf8)
            let first = Self.edits(&numbers, text)
            let middle = first.applied(to: text)
            let second = Self.edits(&numbers, middle)
            let both = first.followed(by: second, count: text.count)
            #expect(both.applied(to: text) == second.applied(to: middle))
            #expect(zip(both.edits, both.edits.dropFirst()).allSatisfy { $0.span.end < $1.span.start })
        }
    }

    @Test func `the diff of changes makes the changed text`() throws {
        var numbers = Numbers(state: 11)
        let long = (1...40).map { "Line \($0).\n" }.joined()
        for round in 0..<2000 {
            let text = Array((Self.texts + [long, long + "no end"])[round % (Self.texts.count + 2)].utf8)
            let edits = Self.edits(&numbers, text)
            let diff = edits.unifiedDiff(of: text, path: "a.txt")
            #expect(try Self.patched(text, diff) == edits.applied(to: text), "\(String(decoding: diff, as: UTF8.self))")
            if edits.applied(to: text) != text { #expect(!diff.isEmpty) }
            _ = try UnifiedDiff(diff)
        }
    }

    /// Applies a unified diff, and insists on every line of it.
    private static func patched(_ text: [UInt8], _ diff: [UInt8]) throws -> [UInt8] {
        func lines(_ text: [UInt8]) -> [[UInt8]] {
            var lines = text.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) + [10] }
            lines[lines.count - 1].removeLast()
            return lines.last?.isEmpty ?? false ? lines.dropLast() : lines
        }
        let old = lines(text)
        var result: [[UInt8]] = []
        var at = 0
        var last: UInt8?
        for line in lines(diff).dropFirst(2) {
            if line.starts(with: "@@".utf8) {
                let numbers = String(decoding: line, as: UTF8.self).split(separator: " ")[1].dropFirst().split(
                    separator: ",")
                let start = try #require(Int(numbers[0])) - (numbers.count > 1 && numbers[1] == "0" ? 0 : 1)
                result += old[at..<start]
                at = start
            } else if line.first == 0x5C {
                if last != 0x2D { result[result.count - 1].removeLast() }
            } else {
                let content = Array(line.dropFirst())
                if line.first != 0x2B {
                    #expect(content.starts(with: old[at]))
                    at += 1
                }
                last = line.first
                if last != 0x2D { result.append(content) }
            }
        }
        return Array((result + old[at...]).joined())
    }

    @Test func `what overlaps or touches waits, and what changes nothing is left out`() {
        let text = Array("the the café".utf8)
        var edits = TextEdits()
        let added = edits.add(
            [
                Suggestion(span: Span(4, 8), replacement: ""), Suggestion(span: Span(0, 4), replacement: ""),
                Suggestion(span: Span(2, 6), replacement: "x"), Suggestion(span: Span(9, 10), replacement: "a"),
                // Within é, behind the end, backwards.
                Suggestion(span: Span(12, 13), replacement: "e"), Suggestion(span: Span(13, 99), replacement: "e"),
                Suggestion(span: Span(10, 8), replacement: "e"),
            ], to: text)
        #expect(added == 1)
        #expect(String(decoding: edits.applied(to: text), as: UTF8.self) == "the café")
    }

    @Test func `a place in the changed text is found again in the first one`() {
        let text = Array("one two three".utf8)
        var edits = TextEdits()
        edits.add(
            [Suggestion(span: Span(4, 7), replacement: "twenty"), Suggestion(span: Span(13, 13), replacement: ".")],
            to: text)
        // "one twenty three."
        #expect(edits.original(Span(0, 3)) == Span(0, 3))
        #expect(edits.original(Span(6, 8)) == Span(4, 7))
        #expect(edits.original(Span(11, 16)) == Span(8, 13))
        #expect(edits.original(Span(16, 17)) == Span(13, 13))
    }

    @Test func `a path with unusual characters is quoted as git does`() {
        var edits = TextEdits()
        edits.add([Suggestion(span: Span(0, 1), replacement: "b")], to: Array("a\n".utf8))
        func header(_ path: String) -> String {
            String(
                decoding: edits.unifiedDiff(of: Array("a\n".utf8), path: path).split(separator: 10)[1], as: UTF8.self)
        }
        #expect(header("in/a.txt") == "+++ b/in/a.txt")
        #expect(header("/tmp/a.txt") == "+++ /tmp/a.txt")
        #expect(header("a b.txt") == "+++ b/a b.txt\t")
        #expect(header("a\"\n\u{1}.txt") == #"+++ "b/a\"\n\001.txt""#)
    }
}
