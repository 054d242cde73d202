import CICU
import Calque
import Foundation

/// Prints the speed of the segmenter and of bare ICU (word and sentence boundaries of the same text, converted to UTF-16 once a
/// line), on one core, and their ratio. The text is a file of plain text, or JSON lines with a "text" in each.
enum SegmentationSpeedCommand {
    static func run(_ arguments: [String]) throws {
        let path = try arguments.required("--text")
        let articles = try read(path)
        let bytes = articles.reduce(0) { $0 + $1.text.count }
        var bare = Double.infinity
        var ours = Double.infinity
        // In turns, so that whatever else the machine does slows both; the shortest run counts.
        for _ in 0..<7 {
            bare = min(bare, try seconds { try bareICU(articles) })
            ours = min(ours, seconds { segment(articles) })
        }
        let speed = { (seconds: Double) in String(format: "%.1f MB/s", Double(bytes) / seconds / 1e6) }
        print("bare ICU  \(speed(bare))")
        print("segmenter \(speed(ours))")
        print("ratio     \(String(format: "%.2f", bare / ours))")
    }

    static func read(_ path: String) throws -> [Article] {
        guard let content = FileManager.default.contents(atPath: path) else {
            throw CommandError("\(path) cannot be read.")
        }
        if !path.hasSuffix(".jsonl") { return [try Article(name: path, plainText: Array(content))] }
        return try content.split(separator: 10).map { line in
            guard let object = try JSONSerialization.jsonObject(with: line) as? [String: Any],
                let text = object["text"] as? String
            else { throw CommandError("\(path) has a line without \"text\".") }
            return try Article(name: path, plainText: Array(text.utf8))
        }
    }

    /// Seconds of processor time, as `scripts/bench` takes them of the command: what else the machine does matters less.
    static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let start = clock()
        try body()
        return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }

    private static func segment(_ articles: [Article]) {
        let segmenter = Segmenter()
        var segmentation = Segmentation()
        for article in articles { segmenter.segment(article, into: &segmentation) }
    }

    private static func bareICU(_ articles: [Article]) throws {
        let words = cicu_breaks_open(CICU_WORDS)
        let sentences = cicu_breaks_open(CICU_SENTENCES)
        defer {
            cicu_breaks_close(words)
            cicu_breaks_close(sentences)
        }
        var units: [UInt16] = []
        for article in articles {
            if units.count < article.text.count { units = Array(repeating: 0, count: article.text.count) }
            let count = cicu_utf16(article.text, Int32(article.text.count), &units, Int32(units.count), nil)
            try units.withUnsafeBufferPointer {
                for breaks in [words, sentences] {
                    guard cicu_breaks_set_text(breaks, $0.baseAddress, count) == CICU_OK else {
                        throw CommandError("ICU failed.")
                    }
                    while cicu_breaks_next(breaks) >= 0 {}
                }
            }
        }
    }
}
