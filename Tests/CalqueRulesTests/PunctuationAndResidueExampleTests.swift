import Calque
import Testing

/// The examples of the rules of punctuation and residue, each run by its rule alone.
@Suite struct PunctuationAndResidueExampleTests {
    static let rules = builtInRules.filter {
        [.punctuation, .residue].contains($0.description.family) || $0.description.id == "doubled-attribution-dash"
    }

    static let bad = rules.flatMap { rule in rule.description.bad.map { Example(rule: rule, text: $0) } }
    static let good = rules.flatMap { rule in rule.description.good.map { Example(rule: rule, text: $0) } }

    @Test(arguments: bad) func `a bad example has its marks and no others`(example: Example) throws {
        let (text, marks) = example.unmarked
        let found = try example.findings(in: text).map(\.span)
        #expect(found == marks, "\(example)")
        #expect(!marks.isEmpty)
    }

    @Test(arguments: good) func `a good example has none`(example: Example) throws {
        #expect(try example.findings(in: Array(example.text.utf8)).isEmpty, "\(example)")
    }

    @Test(arguments: bad) func `a suggestion mends what its rule reports`(example: Example) throws {
        let (text, _) = example.unmarked
        var mended = text
        for finding in try example.findings(in: text).reversed() {
            guard let suggestion = finding.suggestions.first else { return }
            #expect(suggestion.span.start >= finding.span.start - 1 && suggestion.span.end <= finding.span.end + 1)
            mended.replaceSubrange(suggestion.span.start..<suggestion.span.end, with: suggestion.replacement.utf8)
        }
        let left = try example.findings(in: mended).count
        #expect(left == 0, "\(example) became \(String(decoding: mended, as: UTF8.self))")
    }

    @Test(arguments: bad) func `a bad example has its marks behind an emoji and in the second paragraph`(
        example: Example
    ) throws {
        let (text, marks) = example.unmarked
        let before = Array("🙂 The harbour was closed on Monday.\r\n\r\n".utf8)
        let found = try example.findings(in: before + text).map(\.span)
        guard example.rule.description.id != "not-english" else { return }
        #expect(found == marks.map { Span($0.start + before.count, $0.end + before.count) }, "\(example)")
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let rule: any Rule.Type
        let text: String

        var testDescription: String { "\(rule.description.id): \(text)" }

        /// The text without its marks, and the bytes that these stand around.
        var unmarked: (text: [UInt8], marks: [Span]) {
            var bytes: [UInt8] = []
            var marks: [Span] = []
            var starts: [Int] = []
            let all = Array(text.utf8)
            var at = 0
            while at < all.count {
                // Of four brackets the outer ones are the mark.
                let isOpening = all[at...].starts(with: "[[".utf8) && !(starts.count == 1)
                var closing = at
                while closing < all.count && all[closing] == 93 { closing += 1 }
                if isOpening {
                    starts.append(bytes.count)
                    at += 2
                } else if closing - at == 2 || closing - at == 4 && starts.count == 1, let start = starts.popLast() {
                    bytes += all[at..<(closing - 2)]
                    marks.append(Span(start, bytes.count))
                    at = closing
                } else {
                    bytes.append(all[at])
                    at += 1
                }
            }
            return (bytes, marks)
        }

        func findings(in text: [UInt8]) throws -> [Finding] {
            let article = try Article(name: "example", plainText: text)
            return Linter(rules: RuleSet(rules: [rule.init()])).lint(article)
        }
    }
}
