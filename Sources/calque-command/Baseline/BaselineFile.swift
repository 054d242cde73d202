import CJansson
import Calque

/// The baseline on disk: JSON with a finding a line, sorted, so that changes can be read.
enum BaselineFile {
    static let defaultName = ".calque-baseline.json"

    /// The number of the form.
    private static let version: Int64 = 1
    private static let largestFile = 256 << 20

    /// - Throws: `Trouble` for a file that cannot be read, or is no baseline.
    static func read(_ path: Path) throws -> Baseline {
        let bytes: [UInt8]
        do throws(InputFile.Failure) {
            bytes = try InputFile.read(path, maximum: largestFile)
        } catch .system(let error) {
            throw Trouble("The baseline “\(path.string)” cannot be read: \(error.reason).")
        } catch {
            throw Trouble("The baseline “\(path.string)” cannot be read: it is a folder, or too large.")
        }
        var error = calque_json_error()
        let loaded = bytes.withUnsafeBytes {
            json_loadb($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count, Int(JSON_ALLOW_NUL), &error)
        }
        guard let root = loaded else {
            throw Trouble(
                "The baseline “\(path.string)” is not JSON (line \(error.line), column \(error.column)). Write it anew: calque baseline write PATH"
            )
        }
        defer { json_decref(root) }
        guard let number = json_object_get(root, "version"), number.pointee.type == JSON_INTEGER,
            let list = json_object_get(root, "findings"), list.pointee.type == JSON_ARRAY
        else { throw wrong(path, "“version” or “findings” is missing") }
        guard json_integer_value(number) == version else {
            throw wrong(path, "its version is \(json_integer_value(number)), and this Calque reads \(version)")
        }
        var baseline = Baseline()
        for index in 0..<json_array_size(list) {
            guard let item = json_array_get(list, index), let article = string(item, "path"),
                let rule = string(item, "rule"), let sentence = string(item, "sentence")
            else { throw wrong(path, "finding \(index + 1) has no “path”, “rule” or “sentence”") }
            var count = 1
            if let value = json_object_get(item, "count") {
                guard value.pointee.type == JSON_INTEGER, (1...1_000_000).contains(json_integer_value(value)) else {
                    throw wrong(path, "the “count” of finding \(index + 1) is no number from 1 to 1,000,000")
                }
                count = Int(json_integer_value(value))
            }
            baseline.articles[article, default: [:]][Baseline.Key(rule: rule, sentence: sentence), default: 0] += count
        }
        return baseline
    }

    private static func wrong(_ path: Path, _ what: String) -> Trouble {
        Trouble("“\(path.string)” is no baseline: \(what). Write it anew: calque baseline write PATH")
    }

    private static func string(_ object: UnsafeMutablePointer<json_t>, _ key: String) -> String? {
        guard let value = json_object_get(object, key), value.pointee.type == JSON_STRING,
            let start = json_string_value(value)
        else { return nil }
        let bytes = UnsafeRawBufferPointer(start: start, count: json_string_length(value))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes a baseline; the file gets its name when it is complete.
    static func write(_ baseline: Baseline, to path: Path) throws {
        let file = try OutputFile(path, noun: "The baseline")
        try file.write(Array("{\"version\":\(version),\"findings\":[".utf8))
        var isFirst = true
        for (article, keys) in baseline.articles.sorted(by: { $0.key < $1.key }) {
            for (key, count) in keys.sorted(by: { $0.key < $1.key }) {
                var json = JSONWriter()
                json.beginObject()
                for (name, value) in [("path", article), ("rule", key.rule), ("sentence", key.sentence)] {
                    json.key(name)
                    json.string(value)
                }
                if count > 1 {
                    json.key("count")
                    json.integer(count)
                }
                json.endObject()
                try file.write(Array((isFirst ? "\n" : ",\n").utf8) + json.bytes)
                isFirst = false
            }
        }
        try file.write(Array("\n]}\n".utf8))
        try file.finish()
    }
}
