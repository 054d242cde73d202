import CalqueSyntax
import CalqueText
import Foundation

/// Casing habits and names of several words, counted over a corpus.
struct LexiconCounts {
    struct Word {
        var lower = 0
        var title = 0
        var upper = 0
        var inner = 0
        var alone = 0
        var the = 0
    }

    struct Name {
        var words: [UInt32]
        var capitalised = 0
        var lower = 0
        /// Times that the first word has its capital and another lacks it.
        var half = 0
        var the = 0
        /// Times that the first word is in small letters and another is not: "state of Queensland".
        var tail = 0
    }

    private(set) var words: [Word]
    private(set) var names: [Name] = []

    static let connectives: Set<String> = [
        "of", "the", "and", "for", "de", "in", "on", "to", "&", "von", "al", "bin", "del", "la",
    ]
    /// What may stand behind a name that stands on its own.
    private static let closed: Set<String> = [
        "of", "in", "and", "to", "has", "is", "was", "will", "had", "have", "are", "were", "would", "can", "could",
        "on", "at",
        "for", "by", "with", "from", "as", "that", "or", "but", "said", "says", "who", "which", "when", "where", "did",
        "does",
        "do", "should", "must", "may", "might", "after", "before", "since", "during", "about", "into", "because",
        "also", "not",
    ]

    init(_ corpus: LexiconCorpus, listed: [String: Int], least: Int) {
        let ids = Dictionary(uniqueKeysWithValues: corpus.forms.enumerated().map { ($1, UInt32($0)) })
        let the = ids["the"] ?? .max
        let connective = corpus.forms.map { Self.connectives.contains($0) }
        let closed = corpus.forms.map { Self.closed.contains($0) }
        words = [Word](repeating: Word(), count: corpus.forms.count)
        typealias W = LexiconCorpus.Writing

        // Words, and capitalised sequences by hash.
        var sequences: [UInt64: Int] = [:]
        let count = corpus.words.count
        corpus.words.withUnsafeBufferPointer { tokens in
            corpus.writings.withUnsafeBufferPointer { writings in
                for at in 0..<count {
                    let writing = writings[at]
                    if writing.contains(.other) || writing.contains(.forced) { continue }
                    let word = Int(tokens[at])
                    if writing.contains(.lower) {
                        words[word].lower += 1
                    } else if writing.contains(.upper) {
                        words[word].upper += 1
                    } else if writing.contains(.inner) {
                        words[word].inner += 1
                    } else {
                        words[word].title += 1
                    }
                    guard !writing.intersection(W.capital).isEmpty else { continue }
                    let isBehindCapital =
                        at > 0 && !writings[at - 1].contains(.last) && !writings[at - 1].intersection(W.capital).isEmpty
                    let stands =
                        writing.contains(.last) || writings[at + 1].contains(.other) || closed[Int(tokens[at + 1])]
                    if (!isBehindCapital || tokens[at - 1] == the) && stands {
                        words[word].alone += 1
                        if at > 0 && tokens[at - 1] == the { words[word].the += 1 }
                    }
                    Self.forEachSequence(at, tokens, writings, connective) { end, hash in
                        sequences[hash, default: 0] += 1
                        _ = end
                    }
                }
            }
        }

        // Those that are frequent, with their words; and those from lists.
        var found: [UInt64: Int] = [:]
        for (name, weight) in listed.sorted(by: { $0.key < $1.key }) {
            let parts = name.split(separator: " ").compactMap { ids[String($0)] }
            guard parts.count == name.split(separator: " ").count else { continue }
            let hash = parts.reduce(Self.basis) { Self.hash($0, $1) }
            found[hash] = names.count
            names.append(Name(words: parts, capitalised: weight))
        }
        corpus.words.withUnsafeBufferPointer { tokens in
            corpus.writings.withUnsafeBufferPointer { writings in
                for at in 0..<count {
                    let writing = writings[at]
                    if writing.contains(.other) || writing.contains(.forced) || writing.intersection(W.capital).isEmpty
                    {
                        continue
                    }
                    Self.forEachSequence(at, tokens, writings, connective) { end, hash in
                        guard found[hash] == nil, sequences[hash, default: 0] >= least else { return }
                        found[hash] = names.count
                        names.append(Name(words: Array(tokens[at..<end])))
                    }
                }
                // How each is written, wherever it stands.
                var starts = [Bool](repeating: false, count: corpus.forms.count)
                for name in names { starts[Int(name.words[0])] = true }
                for at in 0..<count where starts[Int(tokens[at])] {
                    let writing = writings[at]
                    if writing.contains(.other) || writing.contains(.forced) { continue }
                    var hash = Self.hash(Self.basis, tokens[at])
                    var capitals = writing.intersection(W.capital).isEmpty ? 0 : 1
                    var content = 1
                    var end = at
                    while !writings[end].contains(.last) && end - at < Lexicon.longestName - 1 {
                        end += 1
                        if writings[end].contains(.other) && !connective[Int(tokens[end])] { break }
                        hash = Self.hash(hash, tokens[end])
                        if !connective[Int(tokens[end])] || !writings[end].intersection(W.capital).isEmpty {
                            content += 1
                            if !writings[end].intersection(W.capital).isEmpty { capitals += 1 }
                        }
                        guard let name = found[hash] else { continue }
                        if capitals == content {
                            names[name].capitalised += 1
                            if at > 0 && tokens[at - 1] == the { names[name].the += 1 }
                        } else if capitals == 0 {
                            names[name].lower += 1
                        } else if writing.intersection(W.capital).isEmpty {
                            names[name].tail += 1
                        } else {
                            names[name].half += 1
                        }
                    }
                }
            }
        }
    }

    /// Calls `body` with the end and the hash of every sequence of two to five words that begins at a capitalised
    /// word, ends in one, and has only such and connectives in between.
    @inline(__always)
    private static func forEachSequence(
        _ start: Int, _ tokens: UnsafeBufferPointer<UInt32>, _ writings: UnsafeBufferPointer<LexiconCorpus.Writing>,
        _ connective: [Bool], _ body: (Int, UInt64) -> Void
    ) {
        var hash = Self.hash(Self.basis, tokens[start])
        var at = start
        while !writings[at].contains(.last) && at - start < Lexicon.longestName - 1 {
            at += 1
            let isCapital = !writings[at].intersection(.capital).isEmpty
            if !isCapital && !connective[Int(tokens[at])] { return }
            hash = Self.hash(hash, tokens[at])
            if isCapital { body(at + 1, hash) }
        }
    }

    private static let basis: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static func hash(_ hash: UInt64, _ id: UInt32) -> UInt64 {
        let mixed = (hash ^ UInt64(id)) &* 0xD6E8_FEB8_6659_FD93
        return mixed ^ mixed >> 32
    }
}
