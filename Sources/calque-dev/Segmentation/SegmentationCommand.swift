import Calque
import Foundation

/// Prints token and sentence F1 against the treebanks, by the alignment of the CoNLL 2018 shared task: a token or
/// sentence is right if it covers the same characters, white space not counted.
///
/// Tokens: the sentences of each document joined by a space. Sentences: those that end in a full stop, question or exclamation mark, with or
/// without a quotation mark behind it, as far as they follow each other in a document, joined by a space ("runs"), and the same
/// over gaps ("documents").
enum SegmentationCommand {
    static func run(_ arguments: [String]) throws {
        let folder = try arguments.required("--data")
        let sets =
            arguments.value(of: "--sets")?.split(separator: ",").map(String.init)
            ?? ["ewt-dev", "gum-free-dev", "ewt-test", "gum-free-test"]
        let showsErrors = arguments.contains("--errors")
        print("set             tokens F1   sentences F1 (runs)   sentences F1 (documents)")
        for name in sets {
            let treebank = try Treebank(path: "\(folder)/treebank/\(name).conllu")
            let documents = grouped(treebank.sentences) { $0.document != $1.document }
            let full = treebank.sentences.filter { isFull($0.text) }
            let tokens = try score(documents, of: .tokens, showsErrors: showsErrors)
            let runs = grouped(treebank.sentences) { $0.document != $1.document || isFull($0.text) != isFull($1.text) }
                .filter { isFull($0[0].text) }
            let inRuns = try score(runs, of: .sentences, showsErrors: showsErrors)
            let inDocuments = try score(
                grouped(full) { $0.document != $1.document }, of: .sentences, showsErrors: false)
            print(
                name.padding(toLength: 14, withPad: " ", startingAt: 0), percent(tokens), "      ", percent(inRuns),
                "               ", percent(inDocuments))
        }
    }

    private enum Unit { case tokens, sentences }

    private struct Count {
        var right = 0
        var gold = 0
        var found = 0
        var f1: Double { gold + found == 0 ? 0 : 2 * Double(right) / Double(gold + found) }
    }

    private static func percent(_ count: Count) -> String { String(format: "%9.2f", count.f1 * 100) }

    private static func isFull(_ text: String) -> Bool {
        guard let last = text.last(where: { !"\"'”’»".contains($0) }) else { return false }
        return ".?!…".contains(last) && text.reversed().prefix { "\"'”’»".contains($0) }.count <= 2
    }

    private static func grouped(
        _ sentences: [Treebank.Sentence], _ isBorder: (Treebank.Sentence, Treebank.Sentence) -> Bool
    ) -> [[Treebank.Sentence]] {
        var groups: [[Treebank.Sentence]] = []
        for sentence in sentences {
            if let last = groups.last?.last, !isBorder(last, sentence) {
                groups[groups.count - 1].append(sentence)
            } else {
                groups.append([sentence])
            }
        }
        return groups
    }

    private static func score(_ groups: [[Treebank.Sentence]], of unit: Unit, showsErrors: Bool) throws -> Count {
        var count = Count()
        let segmenter = Segmenter()
        var segmentation = Segmentation()
        for group in groups {
            let text = Array(group.map(\.text).joined(separator: " ").utf8)
            let article = try Article(name: "", plainText: text)
            segmenter.segment(article, into: &segmentation)
            let places = Places(text)
            let found = spans(segmentation, unit, places)
            let gold = spans(group, unit)
            let right = Set(found).intersection(gold)
            count.right += right.count
            count.gold += gold.count
            count.found += found.count
            if showsErrors { show(missed: gold, found: found, places) }
        }
        return count
    }

    private static func spans(_ segmentation: Segmentation, _ unit: Unit, _ places: Places) -> [Range<Int>] {
        switch unit {
        case .tokens: segmentation.tokens.map { places.range(Int($0.start), Int($0.end)) }
        case .sentences:
            segmentation.sentences.map {
                places.range(
                    Int(segmentation.tokens[$0.tokens.lowerBound].start),
                    Int(segmentation.tokens[$0.tokens.upperBound - 1].end))
            }
        }
    }

    private static func spans(_ group: [Treebank.Sentence], _ unit: Unit) -> [Range<Int>] {
        var at = 0
        var spans: [Range<Int>] = []
        for sentence in group {
            let start = at
            for word in sentence.words {
                let end = at + word.unicodeScalars.count { !$0.properties.isWhitespace }
                if unit == .tokens { spans.append(at..<end) }
                at = end
            }
            // Where the words of a multiword token do not add up to its text, go by the text.
            at = start + sentence.text.unicodeScalars.count { !$0.properties.isWhitespace }
            if unit == .sentences { spans.append(start..<at) }
        }
        return spans
    }

    private static func show(missed gold: [Range<Int>], found: [Range<Int>], _ places: Places) {
        let wrong = Set(found).symmetricDifference(gold)
        var end = -1
        for span in wrong.sorted(by: { $0.lowerBound < $1.lowerBound }) where span.lowerBound >= end {
            end = span.upperBound
            let near = { (spans: [Range<Int>]) in
                spans.filter { $0.overlaps(span) }.map(places.string).joined(separator: " | ")
            }
            print("  gold: \(near(gold))\n   got: \(near(found))")
        }
    }
}

/// Characters of a text counted without white space.
private struct Places {
    let text: [UInt8]
    /// For each byte, the number of characters before it.
    private var counts: [Int] = []
    private var offsets: [Int] = []

    init(_ text: [UInt8]) {
        self.text = text
        var offset = 0
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            for _ in 0..<scalar.utf8.count { counts.append(offsets.count) }
            if !scalar.properties.isWhitespace { offsets.append(offset) }
            offset += scalar.utf8.count
        }
        counts.append(offsets.count)
        offsets.append(offset)
    }

    func range(_ start: Int, _ end: Int) -> Range<Int> { counts[start]..<max(counts[start], counts[end]) }

    func string(_ range: Range<Int>) -> String {
        String(decoding: text[offsets[range.lowerBound]..<offsets[range.upperBound]], as: UTF8.self)
    }
}
