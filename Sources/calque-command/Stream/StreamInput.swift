import CJansson
import Calque

/// One line of a stream as it was understood.
struct StreamInput {
    /// The id as it came.
    enum ID {
        case integer(Int)
        /// UTF-8.
        case string([UInt8])
    }

    let id: ID
    /// The bytes of the article, UTF-8.
    let text: [UInt8]

    /// Why a line was not understood.
    struct Failure: Error {
        /// Whole sentences.
        let message: String
    }

    /// Reads a line, which must be well-formed UTF-8.
    init(_ line: UnsafeBufferPointer<UInt8>) throws(Failure) {
        if let plain = PlainLine.read(line) {
            self = plain
        } else {
            let object = try LineObject(line)
            self.init(id: object.id, text: object.text)
        }
    }

    init(id: ID, text: [UInt8]) {
        self.id = id
        self.text = text
    }

    /// Writes the id as it came.
    func writeID(to json: inout JSONWriter) {
        switch id {
        case .integer(let value): json.integer(value)
        case .string(let bytes): json.string(utf8: bytes[...])
        }
    }
}

/// A line as Jansson reads it.
private final class LineObject {
    private let root: UnsafeMutablePointer<json_t>
    private let idValue: UnsafeMutablePointer<json_t>
    private let textValue: UnsafeMutablePointer<json_t>

    typealias Failure = StreamInput.Failure

    init(_ line: UnsafeBufferPointer<UInt8>) throws(Failure) {
        var error = calque_json_error()
        let loaded = line.withMemoryRebound(to: CChar.self) {
            json_loadb($0.baseAddress, $0.count, Int(JSON_ALLOW_NUL), &error)
        }
        guard let root = loaded else { throw Failure(message: Self.sentence(error)) }
        do throws(Failure) {
            guard root.pointee.type == JSON_OBJECT else {
                throw Failure(message: #"The line is no JSON object: it must have the form {"id": …, "text": "…"}."#)
            }
            idValue = try Self.id(root)
            textValue = try Self.text(root)
            self.root = root
        } catch {
            json_decref(root)
            throw error
        }
    }

    deinit { json_decref(root) }

    private static func id(_ root: UnsafeMutablePointer<json_t>) throws(Failure) -> UnsafeMutablePointer<json_t> {
        guard let value = json_object_get(root, "id") else {
            throw Failure(message: #"The line has no "id": give each article a string or a 64-bit integer."#)
        }
        guard value.pointee.type == JSON_STRING || value.pointee.type == JSON_INTEGER else {
            throw Failure(message: #"The "id" is \#(kind(value)); it must be a string or a 64-bit integer."#)
        }
        return value
    }

    private static func text(_ root: UnsafeMutablePointer<json_t>) throws(Failure) -> UnsafeMutablePointer<json_t> {
        guard let value = json_object_get(root, "text") else {
            throw Failure(message: #"The line has no "text": that is the article."#)
        }
        guard value.pointee.type == JSON_STRING else {
            throw Failure(message: #"The "text" is \#(kind(value)); it must be a string."#)
        }
        return value
    }

    private static func kind(_ value: UnsafeMutablePointer<json_t>) -> String {
        switch value.pointee.type {
        case JSON_OBJECT: "an object"
        case JSON_ARRAY: "an array"
        case JSON_STRING: "a string"
        case JSON_INTEGER: "an integer"
        case JSON_REAL: "a number that is no integer"
        case JSON_NULL: "null"
        default: "true or false"
        }
    }

    private static func sentence(_ error: json_error_t) -> String {
        var error = error
        let text = withUnsafeBytes(of: &error.text) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        let column = error.column > 0 ? " (column \(error.column))" : ""
        return "The line is not JSON\(column): \(text)."
    }

    var text: [UInt8] { Array(Self.bytes(textValue)) }

    var id: StreamInput.ID {
        idValue.pointee.type == JSON_INTEGER
            ? .integer(Int(json_integer_value(idValue))) : .string(Array(Self.bytes(idValue)))
    }

    private static func bytes(_ value: UnsafeMutablePointer<json_t>) -> UnsafeBufferPointer<UInt8> {
        let count = json_string_length(value)
        guard let start = json_string_value(value) else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(start: start, count: count).assumingMemoryBound(to: UInt8.self)
    }
}
