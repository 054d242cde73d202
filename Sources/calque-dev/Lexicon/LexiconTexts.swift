import Foundation

/// The clean text that habits are counted in.
enum LexiconTexts {
    /// Each file as lines of one paragraph, in the order of their names.
    static func all(data: URL) throws -> [Data] {
        let folder = data.appending(path: "text")
        var texts: [Data] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let url = folder.appending(path: file)
            if file.hasSuffix(".txt.xz") { texts.append(try CompressedText.read(url)) }
        }
        texts.append(try wikinews(data.appending(path: "news/wikinews.jsonl")))
        for file in ["treebank/ewt-train.conllu", "treebank/gum-free-train.conllu"] {
            texts.append(try sentences(data.appending(path: file)))
        }
        return texts
    }

    /// Articles without their headlines.
    private static func wikinews(_ url: URL) throws -> Data {
        struct Article: Decodable { var text: String }
        var lines: [String] = []
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
            let article = try JSONDecoder().decode(Article.self, from: Data(line.utf8))
            lines += article.text.split(separator: "\n").dropFirst().map(String.init)
        }
        return Data(lines.joined(separator: "\n").utf8)
    }

    /// The sentences of a treebank as they are written.
    private static func sentences(_ url: URL) throws -> Data {
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter {
            $0.hasPrefix("# text = ")
        }
        return Data(lines.map { $0.dropFirst(9) }.joined(separator: "\n").utf8)
    }
}
