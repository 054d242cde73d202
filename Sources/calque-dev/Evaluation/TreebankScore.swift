import Calque
import Foundation

/// How well the words of a treebank are tagged and parsed: shares of words, punctuation counted, relations with their
/// subtypes, as the script of the CoNLL 2018 shared task counts.
struct TreebankScore {
    private(set) var words = 0
    private var universal = 0
    private var penn = 0
    private var lemmas = 0
    private var heads = 0
    private var labelled = 0
    /// Arcs and right ones by tenths of their confidence.
    private var arcs = Array(repeating: (all: 0, right: 0), count: 11)

    /// Tags and parses the words of a file in CoNLL-U.
    init(path: String) throws {
        guard let content = FileManager.default.contents(atPath: path) else {
            throw CommandError("\(path) cannot be read.")
        }
        let file = try CoNLLU(Array(content))
        var gold: [[Substring]] = []
        for line in String(decoding: content, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            if columns[0].allSatisfy(\.isNumber) { gold.append(columns) }
        }
        let given = try GivenSentences(name: path, sentences: file.sentences.map(\.words))
        Analyzer().analyse(given) { analysis in
            let trees = analysis.trees
            for sentence in analysis.sentences {
                for token in sentence.tokens { add(token, gold[token], sentence.tokens, trees, analysis) }
            }
        }
    }

    private mutating func add(
        _ token: Int, _ gold: [Substring], _ sentence: Range<Int>, _ trees: Trees, _ analysis: borrowing Analysis
    ) {
        words += 1
        universal += trees.universal[token].name == gold[3] ? 1 : 0
        penn += trees.penn[token].name == gold[4] ? 1 : 0
        lemmas += gold[2] == "_" || analysis.lemma(token, trees) == gold[2] ? 1 : 0
        let head = trees.head(token).map { $0 - sentence.lowerBound + 1 } ?? 0
        let isRight = "\(head)" == gold[6]
        if isRight {
            heads += 1
            labelled += trees.relations[token].name == gold[7] ? 1 : 0
        }
        let tenth = Int(trees.arcConfidence[token]) * 10 / 255
        arcs[tenth].all += 1
        arcs[tenth].right += isRight ? 1 : 0
    }

    var description: String {
        func share(_ count: Int) -> String { String(format: "%.2f", 100 * Double(count) / Double(max(words, 1))) }
        return
            "UPOS \(share(universal)), XPOS \(share(penn)), lemmas \(share(lemmas)), UAS \(share(heads)), LAS \(share(labelled))"
    }

    /// Of the arcs with this confidence, how many are right.
    var calibration: String {
        (5...9).map { tenth in
            let sum = tenth == 9 ? (arcs[9].all + arcs[10].all, arcs[9].right + arcs[10].right) : arcs[tenth]
            return String(format: ".%d: %.3f", tenth, Double(sum.1) / Double(max(sum.0, 1)))
        }.joined(separator: ", ")
    }
}
