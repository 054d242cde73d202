import Calque

/// A text and what was found in it, in code points and words as the measures count them.
struct EvaluatedText {
    struct Found {
        var rule: String
        /// Code points of the text.
        var range: Range<Int>
    }

    /// The runs of anything but white space, as ranges of code points.
    let words: [Range<Int>]
    let found: [Found]

    init(text: String, findings: [Finding]) {
        var offsets: [Int: Int] = [:]
        for finding in findings {
            offsets[finding.span.start] = 0
            offsets[finding.span.end] = 0
        }
        var words: [Range<Int>] = []
        var start: Int?
        var point = 0
        var byte = 0
        for scalar in text.unicodeScalars {
            if offsets[byte] != nil { offsets[byte] = point }
            if scalar.properties.isWhitespace {
                if let begin = start { words.append(begin..<point) }
                start = nil
            } else if start == nil {
                start = point
            }
            byte += scalar.utf8.count
            point += 1
        }
        if offsets[byte] != nil { offsets[byte] = point }
        if let begin = start { words.append(begin..<point) }
        self.words = words
        found = findings.map {
            Found(
                rule: $0.rule.id,
                range: (offsets[$0.span.start] ?? 0)..<max(offsets[$0.span.start] ?? 0, offsets[$0.span.end] ?? 0))
        }
    }

    /// One finding of every group that overlaps, the shortest first: saying a thing twice counts once.
    func distinct(without rules: Set<String> = []) -> [Found] {
        var kept: [Found] = []
        for item in found.sorted(by: { ($0.range.count, $0.range.lowerBound) < ($1.range.count, $1.range.lowerBound) })
        where !rules.contains(item.rule) && !kept.contains(where: { $0.range.touches(item.range) }) {
            kept.append(item)
        }
        return kept
    }

    /// The words themselves.
    func strings(of text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return words.map { String(String.UnicodeScalarView(scalars[$0])) }
    }

    /// Indices of the words that a range touches.
    func words(of range: Range<Int>) -> [Int] { words.indices.filter { words[$0].touches(range) } }

    /// The range with the words it touches and one more word on either side.
    func widened(_ range: Range<Int>) -> Range<Int> {
        let touched = words.indices.filter {
            words[$0].upperBound >= range.lowerBound && words[$0].lowerBound <= range.upperBound
        }
        guard let first = touched.first, let last = touched.last else { return range }
        return min(
            range.lowerBound, words[max(0, first - 1)].lowerBound)..<max(
                range.upperBound, words[min(words.count - 1, last + 1)].upperBound)
    }

    /// Whether a finding points at the range: touches `wide`, and is no longer than six words or twice the range's own.
    func finds(_ range: Range<Int>, within wide: Range<Int>? = nil) -> Bool {
        let limit = max(6, 2 * words(of: range).count)
        return found.contains { $0.range.touches(wide ?? range) && words(of: $0.range).count <= limit }
    }
}

extension Range<Int> {
    /// Whether two ranges share a place; an empty one is a point.
    func touches(_ other: Range<Int>) -> Bool {
        (lowerBound < other.upperBound && other.lowerBound < upperBound)
            || (isEmpty && other.lowerBound <= lowerBound && lowerBound <= other.upperBound)
            || (other.isEmpty && lowerBound <= other.lowerBound && other.lowerBound <= upperBound)
    }
}
