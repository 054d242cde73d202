import Foundation

/// One text of a development set, with what is known of it. Offsets are code points, as in the files.
struct EvaluationItem {
    struct Mark {
        var range: Range<Int>
        var kind: String
        var level: String
    }

    struct Segment {
        var translation: String
        var reference: String
    }

    var id: String
    var text: String
    var pair: String?
    var kind: String?
    /// nil where the set has no gold.
    var gold: [Mark]?
    var segments: [Segment]?

    /// Reads a file of one JSON object a line.
    static func read(_ url: URL) throws -> [EvaluationItem] {
        let content = try String(contentsOf: url, encoding: .utf8)
        return try content.split(separator: "\n").compactMap { line in
            guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let text = object["text"] as? String
            else { return nil }
            let gold = (object["gold"] as? [[String: Any]])?.map { mark in
                let start = mark["start"] as? Int ?? 0
                return Mark(
                    range: start..<max(start, mark["end"] as? Int ?? start),
                    kind: mark["kind"] as? String ?? mark["category"] as? String ?? "",
                    level: mark["level"] as? String ?? "")
            }
            let segments = (object["segments"] as? [[String: Any]])?.map {
                Segment(translation: $0["mt"] as? String ?? "", reference: $0["ref"] as? String ?? "")
            }
            return EvaluationItem(
                id: object["id"].map { "\($0)" } ?? "", text: text, pair: object["pair"].map { "\($0)" },
                kind: object["kind"] as? String, gold: gold, segments: segments)
        }
    }

    /// The reference of a translation, in the paragraphs of the translation; nil without segments.
    var reference: String? {
        guard let segments else { return nil }
        var result = ""
        var rest = text[...]
        for segment in segments {
            guard
                let found = segment.translation.isEmpty
                    ? rest.startIndex..<rest.startIndex : rest.range(of: segment.translation)
            else { return nil }
            result += rest[..<found.lowerBound]
            result += segment.reference
            rest = rest[found.upperBound...]
        }
        return result
    }
}
