import CYAML

/// Reads one YAML document through libyaml's events. Anchors, aliases and tags are refused, and with them all that
/// makes a small file large.
struct YAMLReader {
    private static let deepest = 8

    private let path: String
    private let unit: String
    private let lines: [Substring]
    private var parser = yaml_parser_t()
    private(set) var errors: [RuleError] = []

    /// The document's content, or nil with what is wrong; nil without errors where there is none.
    ///
    /// - Parameter unit: What one file holds, for the error about a second document: "rule".
    static func read(_ bytes: [UInt8], path: String, unit: String) -> (root: YAMLNode?, errors: [RuleError]) {
        var reader = YAMLReader(path: path, text: String(decoding: bytes, as: UTF8.self), unit: unit)
        let root = reader.read(bytes)
        return (reader.errors.isEmpty ? root : nil, reader.errors)
    }

    private init(path: String, text: String, unit: String) {
        self.path = path
        self.unit = unit
        lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    }

    private mutating func read(_ bytes: [UInt8]) -> YAMLNode? {
        guard yaml_parser_initialize(&parser) == 1 else {
            fail(YAMLPlace(line: 1, column: 1), "Memory is exhausted.")
            return nil
        }
        defer { yaml_parser_delete(&parser) }
        return bytes.withUnsafeBufferPointer { buffer in
            yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
            return document(bytes)
        }
    }

    private mutating func document(_ bytes: [UInt8]) -> YAMLNode? {
        var root: YAMLNode?
        var documents = 0
        while true {
            guard var event = nextEvent(bytes) else { return nil }
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_STREAM_END_EVENT: return root
            case YAML_DOCUMENT_START_EVENT:
                documents += 1
                if documents > 1 {
                    fail(place(event), "A second document begins here: write one \(unit) a file.")
                    return nil
                }
            case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: break
            default:
                guard let node = node(event, bytes, 0) else { return nil }
                root = node
            }
        }
    }

    private mutating func nextEvent(_ bytes: [UInt8]) -> yaml_event_t? {
        var event = yaml_event_t()
        if yaml_parser_parse(&parser, &event) == 1 { return event }
        var place = YAMLPlace(line: Int(parser.problem_mark.line) + 1, column: Int(parser.problem_mark.column) + 1)
        let problem = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
        if parser.error == YAML_READER_ERROR {
            let before = bytes.prefix(min(Int(parser.problem_offset), bytes.count))
            let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
            place.line = before.count { $0 == 10 } + 1
            place.column = String(decoding: before[start...], as: UTF8.self).unicodeScalars.count + 1
            fail(place, "The file is not UTF-8 text (\(problem)). Save it as UTF-8.")
        } else {
            fail(place, Self.sentence(problem))
        }
        return nil
    }

    private static func sentence(_ problem: String) -> String {
        switch problem {
        case "mapping values are not allowed in this context":
            "A “: ” stands within a value. Put the value in a literal block: “|” behind the key, the text on the next line, indented."
        case "found character that cannot start any token", "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            "No value can begin with this character (a tab, @, ` or %). Indent with spaces; put texts in a literal block (“|”)."
        case "found unexpected end of stream", "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            "What is opened before is not closed (\(problem)). Put texts in a literal block: “|” behind the key, the text on the next line, indented."
        case "did not find expected key", "could not find expected ':'", "did not find expected '-' indicator":
            "Here a key (or “-”) is expected: \(problem). Look at the indentation, and put texts in a literal block (“|”)."
        default: "This is no YAML: \(problem)."
        }
    }

    private mutating func node(_ event: yaml_event_t, _ bytes: [UInt8], _ depth: Int) -> YAMLNode? {
        let place = place(event)
        if depth > Self.deepest {
            fail(place, "Values are nested more than \(Self.deepest) deep.")
            return nil
        }
        switch event.type {
        case YAML_ALIAS_EVENT:
            fail(
                place,
                "An alias (*) stands here: write the text out. If a “*” is meant, put the text in a literal block (“|”)."
            )
            return nil
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            check(anchor: scalar.anchor, tag: scalar.tag, place)
            return .scalar(self.scalar(scalar, place))
        case YAML_SEQUENCE_START_EVENT:
            check(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, place)
            var items: [YAMLNode] = []
            while true {
                guard var event = nextEvent(bytes) else { return nil }
                defer { yaml_event_delete(&event) }
                if event.type == YAML_SEQUENCE_END_EVENT { return .sequence(items, place) }
                guard let item = node(event, bytes, depth + 1) else { return nil }
                items.append(item)
            }
        case YAML_MAPPING_START_EVENT:
            check(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, place)
            return mapping(bytes, depth, place)
        default:
            fail(place, "This is no YAML that can be read here.")
            return nil
        }
    }

    private mutating func mapping(_ bytes: [UInt8], _ depth: Int, _ place: YAMLPlace) -> YAMLNode? {
        var entries: [(key: YAMLScalar, value: YAMLNode)] = []
        while true {
            guard var event = nextEvent(bytes) else { return nil }
            defer { yaml_event_delete(&event) }
            if event.type == YAML_MAPPING_END_EVENT { return .mapping(entries, place) }
            guard let key = node(event, bytes, depth + 1) else { return nil }
            guard case .scalar(let name) = key else {
                fail(key.place, "A key is a word.")
                return nil
            }
            if name.text == "<<" { fail(name.place, "A merge key (<<) stands here: write the keys out.") }
            guard var next = nextEvent(bytes) else { return nil }
            defer { yaml_event_delete(&next) }
            guard let value = node(next, bytes, depth + 1) else { return nil }
            entries.append((name, value))
        }
    }

    private mutating func check(
        anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, _ place: YAMLPlace
    ) {
        if anchor != nil {
            fail(
                place,
                "An anchor (&) stands here; it is of no use. If a “&” is meant, put the text in a literal block (“|”).")
        }
        if tag != nil {
            fail(
                place,
                "A tag (!) stands here; values have no types. If a “!” is meant, put the text in a literal block (“|”)."
            )
        }
    }

    private func scalar(_ scalar: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar, _ place: YAMLPlace)
        -> YAMLScalar
    {
        let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        let style: YAMLScalar.Style =
            switch scalar.style {
            case YAML_LITERAL_SCALAR_STYLE: .literal
            case YAML_FOLDED_SCALAR_STYLE: .folded
            case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
            default: .plain
            }
        var result = YAMLScalar(text: text, style: style, place: place)
        if style == .literal { result.indent = indent(of: text, behind: place.line) }
        return result
    }

    /// How far the file indents the lines of a literal block whose `|` stands on `line`.
    private func indent(of text: String, behind line: Int) -> Int {
        for (index, content) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !content.isEmpty, line + index < lines.count else { continue }
            return max(0, lines[line + index].unicodeScalars.count - content.unicodeScalars.count)
        }
        return 0
    }

    private func place(_ event: yaml_event_t) -> YAMLPlace {
        YAMLPlace(line: Int(event.start_mark.line) + 1, column: Int(event.start_mark.column) + 1)
    }

    private mutating func fail(_ place: YAMLPlace, _ message: String) {
        errors.append(RuleError(path: path, line: place.line, column: place.column, message: message))
    }
}
