/// Writes XML 1.0 as UTF-8 bytes: names are what stands in this program's source, all else is escaped.
///
/// Tabs and line breaks become character references, so that they survive the normalisation of attributes. Control
/// characters, which XML cannot hold at all, become their control pictures (U+2400 to U+241F), and the noncharacters
/// U+FFFE and U+FFFF become U+FFFD.
struct XMLWriter {
    private(set) var bytes: [UInt8] = []

    static let declaration = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)

    mutating func raw(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func open(_ element: StaticString, _ attributes: (name: StaticString, value: String)...) {
        start(element, attributes)
        raw(">")
    }

    /// An element without content.
    mutating func empty(_ element: StaticString, _ attributes: (name: StaticString, value: String)...) {
        start(element, attributes)
        raw("/>")
    }

    mutating func close(_ element: StaticString) {
        raw("</")
        raw(element)
        raw(">")
    }

    mutating func text(_ string: String) {
        var start = string.utf8.startIndex
        for at in string.unicodeScalars.indices {
            guard let replacement = Self.replacement(for: string.unicodeScalars[at]) else { continue }
            bytes += string.utf8[start..<at]
            bytes += replacement.utf8
            start = string.unicodeScalars.index(after: at)
        }
        bytes += string.utf8[start...]
    }

    private mutating func start(_ element: StaticString, _ attributes: [(name: StaticString, value: String)]) {
        raw("<")
        raw(element)
        for attribute in attributes {
            raw(" ")
            raw(attribute.name)
            raw("=\"")
            text(attribute.value)
            raw("\"")
        }
    }

    private static func replacement(for scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: "&#\(scalar.value);"
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
        case 0x22: "&quot;"
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        case 0xFFFE, 0xFFFF: "\u{FFFD}"
        default: nil
        }
    }
}
