import Foundation

/// A treebank in CoNLL-U, read for what the evaluation of segmentation needs.
struct Treebank {
    struct Sentence {
        var document = 0
        var text = ""
        /// UD words, in the order of the text; parts of a multiword token lie side by side.
        var words: [String] = []
    }

    var sentences: [Sentence] = []

    init(path: String) throws {
        guard let content = FileManager.default.contents(atPath: path) else {
            throw CommandError("\(path) cannot be read.")
        }
        var sentence = Sentence()
        var document = 0
        for line in String(decoding: content, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                if !sentence.words.isEmpty { sentences.append(sentence) }
                sentence = Sentence()
            } else if line.hasPrefix("# newdoc") {
                document += 1
            } else if line.hasPrefix("# text = ") {
                sentence.text = String(line.dropFirst(9))
            } else if !line.hasPrefix("#") {
                let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
                guard columns.count == 10 else { throw CommandError("\(path): a line has not ten columns: \(line)") }
                if columns[0].contains("-") || columns[0].contains(".") { continue }
                sentence.words.append(String(columns[1]))
            }
            sentence.document = document
        }
    }
}
