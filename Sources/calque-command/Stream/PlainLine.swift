/// Reads the lines that streams are made of: an object of an `id` and a `text`, and nothing else.
///
/// Jansson, which looks at each byte five times, takes as long for a line as the segmenter does. What is not of this form, or
/// is wrong in any way, is left to it, so that there is one place that says what is wrong.
struct PlainLine {
    private let line: UnsafeBufferPointer<UInt8>
    private var at = 0

    /// The id and the text of a line of well-formed UTF-8, or nil.
    static func read(_ line: UnsafeBufferPointer<UInt8>) -> StreamInput? {
        var reader = PlainLine(line)
        return reader.object()
    }

    private init(_ line: UnsafeBufferPointer<UInt8>) { self.line = line }

    private mutating func object() -> StreamInput? {
        var id: StreamInput.ID?
        var text: [UInt8]?
        guard take(0x7B) else { return nil }
        for _ in 0..<2 {
            guard let key = string(), take(0x3A) else { return nil }
            if id == nil && key.elementsEqual("id".utf8) {
                id = identifier()
                if id == nil { return nil }
            } else if text == nil && key.elementsEqual("text".utf8) {
                text = string()
                if text == nil { return nil }
            } else {
                return nil
            }
            guard take(id == nil || text == nil ? 0x2C : 0x7D) else { return nil }
        }
        skipSpace()
        guard at == line.count, let id, let text else { return nil }
        return StreamInput(id: id, text: text)
    }

    private mutating func skipSpace() {
        while at < line.count, line[at] == 0x20 || line[at] == 0x09 || line[at] == 0x0D { at += 1 }
    }

    /// Passes over white space and one byte, if it is that.
    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard at < line.count, line[at] == byte else { return false }
        at += 1
        return true
    }

    /// A string, or an integer of up to eighteen digits.
    private mutating func identifier() -> StreamInput.ID? {
        skipSpace()
        guard at < line.count else { return nil }
        if line[at] == 0x22 { return string().map { .string($0) } }
        let start = at
        var value = 0
        while at < line.count, line[at] &- 48 < 10, at - start < 18 {
            value = value * 10 + Int(line[at] - 48)
            at += 1
        }
        guard at > start, at < line.count, line[at] == 0x20 || line[at] == 0x2C || line[at] == 0x7D,
            line[start] != 48 || at == start + 1
        else { return nil }
        return .integer(value)
    }

    private mutating func string() -> [UInt8]? {
        guard take(0x22) else { return nil }
        var bytes: [UInt8] = []
        while true {
            let start = at
            while at < line.count, line[at] != 0x22, line[at] != 0x5C, line[at] >= 0x20 { at += 1 }
            guard at < line.count, line[at] >= 0x20 else { return nil }
            if bytes.isEmpty && line[at] == 0x5C { bytes.reserveCapacity(line.count - start) }
            bytes.append(contentsOf: line[start..<at])
            at += 1
            if line[at - 1] == 0x22 { return bytes }
            guard let byte = escaped() else { return nil }
            bytes.append(byte)
        }
    }

    /// What stands behind a backslash, where it is one of the short escapes.
    private mutating func escaped() -> UInt8? {
        guard at < line.count else { return nil }
        at += 1
        switch line[at - 1] {
        case 0x22, 0x5C, 0x2F: return line[at - 1]
        case 0x62: return 0x08
        case 0x66: return 0x0C
        case 0x6E: return 0x0A
        case 0x72: return 0x0D
        case 0x74: return 0x09
        default: return nil
        }
    }
}
