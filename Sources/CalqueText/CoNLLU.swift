/// A file in CoNLL-U (universaldependencies.org/format.html): its words, and the lines that stay as they are.
public struct CoNLLU: Sendable {
    /// One line of a sentence.
    public enum Line: Sendable, Equatable {
        /// With its "#".
        case comment(String)
        /// A range of words that are written as one, "1-2": all ten columns.
        case range([String])
        /// A word: its form and its last column.
        case word(form: String, miscellany: String)
    }

    public struct Sentence: Sendable {
        public var lines: [Line] = []
        public init() {}

        /// The forms of the words.
        public var words: [String] {
            lines.compactMap { if case .word(let form, _) = $0 { form } else { nil } }
        }
    }

    public var sentences: [Sentence] = []

    /// Reads a file. Empty nodes ("8.1"), which belong to enhanced dependencies, are left out; annotations of words
    /// are checked where they stand, and not kept.
    ///
    /// - Throws: `CoNLLUError`, with the line.
    public init(_ bytes: [UInt8]) throws {
        if let offset = UTF8Check.firstInvalidByte(of: bytes.span) {
            let line = bytes[..<offset].reduce(1) { $0 + ($1 == 10 ? 1 : 0) }
            throw CoNLLUError(line: line, message: "The line is not UTF-8.")
        }
        var reader = Reader()
        var number = 0
        for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
            number += 1
            let text = line.last == 13 ? line.dropLast() : line
            try reader.read(text, number)
        }
        try reader.end(number)
        sentences = reader.sentences
    }

    /// Collects the lines of a sentence and checks them.
    private struct Reader {
        var sentences: [Sentence] = []
        private var sentence = Sentence()
        private var heads: [(head: Int, line: Int)] = []
        private var words = 0
        /// The last word of the range that was opened last.
        private var rangeEnd = 0

        mutating func read(_ line: ArraySlice<UInt8>, _ number: Int) throws(CoNLLUError) {
            if line.isEmpty { return try end(number) }
            if line.first == 35 {
                if words > 0 { throw CoNLLUError(line: number, message: "A comment stands within a sentence.") }
                sentence.lines.append(.comment(String(decoding: line, as: UTF8.self)))
                return
            }
            let columns = line.split(separator: 9, omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
            guard columns.count == 10 else {
                throw CoNLLUError(
                    line: number, message: "The line has \(columns.count) columns, not 10 with tabs between them.")
            }
            if let empty = columns.firstIndex(where: \.isEmpty) {
                throw CoNLLUError(line: number, message: "Column \(empty + 1) is empty; write “_” for nothing.")
            }
            if columns[0].contains(".") { return try checkEmptyNode(columns[0], number) }
            if columns[0].contains("-") { return try readRange(columns, number) }
            guard let id = Int(columns[0]), id == words + 1 else {
                throw CoNLLUError(
                    line: number, message: "The word is numbered “\(columns[0])”; \(words + 1) was to come.")
            }
            words = id
            if columns[6] != "_" {
                guard let head = Int(columns[6]), head >= 0 else {
                    throw CoNLLUError(line: number, message: "The head “\(columns[6])” is no number of a word.")
                }
                heads.append((head, number))
            }
            sentence.lines.append(.word(form: columns[1], miscellany: columns[9]))
        }

        private func checkEmptyNode(_ id: String, _ number: Int) throws(CoNLLUError) {
            let parts = id.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, let before = Int(parts[0]), before == words, let index = Int(parts[1]), index > 0
            else {
                throw CoNLLUError(line: number, message: "The empty node “\(id)” does not follow word \(words).")
            }
        }

        private mutating func readRange(_ columns: [String], _ number: Int) throws(CoNLLUError) {
            let parts = columns[0].split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, let first = Int(parts[0]), let last = Int(parts[1]), first == words + 1,
                last >= first, first > rangeEnd
            else {
                throw CoNLLUError(
                    line: number, message: "The range “\(columns[0])” does not begin at the next word, \(words + 1).")
            }
            rangeEnd = last
            sentence.lines.append(.range(columns))
        }

        mutating func end(_ number: Int) throws(CoNLLUError) {
            defer {
                sentence = Sentence()
                heads = []
                words = 0
                rangeEnd = 0
            }
            if words == 0 {
                // Comments without a sentence say nothing.
                return
            }
            if rangeEnd > words {
                throw CoNLLUError(
                    line: number, message: "A range ends at word \(rangeEnd), but the sentence at word \(words).")
            }
            try checkTree()
            sentences.append(sentence)
        }

        /// Heads, where all are given, must make a tree.
        private func checkTree() throws(CoNLLUError) {
            for (head, line) in heads where head > words {
                throw CoNLLUError(
                    line: line, message: "The head is word \(head), but the sentence has \(words) words.")
            }
            guard heads.count == words else { return }
            var seen = [Int](repeating: 0, count: words + 1)
            for start in 1...words where seen[start] == 0 {
                var word = start
                while word != 0 && seen[word] == 0 {
                    seen[word] = start
                    word = heads[word - 1].head
                }
                if word != 0 && seen[word] == start {
                    throw CoNLLUError(
                        line: heads[word - 1].line, message: "The heads run in a circle at word \(word).")
                }
            }
        }
    }
}

/// What is wrong with a file in CoNLL-U, and in which line, from 1.
public struct CoNLLUError: Error, Equatable {
    public let line: Int
    public let message: String
}
