import Calque
import Foundation

/// `calque-dev sequences`: counts how function words and tags follow each other in the large texts, as the built-in
/// tagger reads them, and writes the table that is built in.
enum SequencesCommand {
    /// Words that are read of each text.
    private static let words = 900_000
    /// Texts that are instructions and lists more than prose: a quarter of the words is read.
    private static let lists: Set<String> = ["digitalgov_news", "18f_blog", "cdc_mmwr_su"]

    static func run(_ arguments: [String]) throws {
        let data = try arguments.required("--data")
        let output = try arguments.required("--output")
        let folder = URL(fileURLWithPath: data).appending(path: "text")
        let counter = SequenceCounter()
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        where file.hasSuffix(".txt.xz") {
            let name = String(file.dropLast(".txt.xz".count))
            let limit = lists.contains(name) ? words / 4 : words
            for document in try CompressedText.documents(folder.appending(path: file), words: limit) {
                try counter.add(document, name: name)
            }
            print("\(name): \(counter.tokens) tokens so far")
        }
        let table = counter.table()
        try Data(table).write(to: URL(fileURLWithPath: output))
        print("\(output): \(table.count) bytes")
    }
}
