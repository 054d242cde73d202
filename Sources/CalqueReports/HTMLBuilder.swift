/// Writes HTML as UTF-8 bytes: markup is what stands in this program's source, all else is escaped.
///
/// Markup can only be a `StaticString`, and what comes from an article, a rule or a file name only gets in
/// through `text` and attribute values. Characters that HTML forbids or that would turn the order of
/// the text around are replaced as `VisibleText` does it; text in attributes loses nothing but these.
struct HTMLBuilder {
    private(set) var bytes: [UInt8] = []

    mutating func raw(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Markup of this builder's kind, made elsewhere.
    mutating func append(_ other: HTMLBuilder) { bytes += other.bytes }

    mutating func open(_ element: StaticString, _ attributes: (name: StaticString, value: String)...) {
        raw("<")
        raw(element)
        for attribute in attributes {
            raw(" ")
            raw(attribute.name)
            raw("=\"")
            text(attribute.value)
            raw("\"")
        }
        raw(">")
    }

    mutating func close(_ element: StaticString) {
        raw("</")
        raw(element)
        raw(">")
    }

    /// An element that holds nothing but text.
    mutating func element(_ element: StaticString, _ content: String) {
        open(element)
        text(content)
        close(element)
    }

    mutating func text(_ string: String) {
        var string = string
        string.withUTF8 { escape($0) }
    }

    mutating func text(_ utf8: ArraySlice<UInt8>) {
        utf8.withUnsafeBufferPointer { escape($0) }
    }

    private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var at = 0
        while at < utf8.count {
            let byte = utf8[at]
            if byte < 0x80 && !Self.isSpecial[Int(byte)] {
                at += 1
                continue
            }
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            let end = min(at + length, utf8.count)
            if let replacement = Self.replacement(for: UnsafeBufferPointer(rebasing: utf8[at..<end])) {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<at]))
                bytes += replacement.utf8
                start = end
            }
            at = end
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<at]))
    }

    private static let isSpecial: [Bool] = (0..<128).map { byte in
        byte == 0x7F || (byte < 0x20 && byte != 0x09 && byte != 0x0A) || [0x22, 0x26, 0x27, 0x3C, 0x3E].contains(byte)
    }

    /// What stands for a character that may not stand as it is.
    private static func replacement(for utf8: UnsafeBufferPointer<UInt8>) -> String? {
        switch utf8[0] {
        case 0x22: return "&quot;"
        case 0x26: return "&amp;"
        case 0x27: return "&#39;"
        case 0x3C: return "&lt;"
        case 0x3E: return "&gt;"
        // A carriage return: browsers would make a line feed of it, and two of a CRLF if it were escaped.
        case 0x0D: return ""
        // Only these lead bytes begin characters that are replaced.
        case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF0...: break
        default: return nil
        }
        guard let scalar = String(decoding: utf8, as: UTF8.self).unicodeScalars.first else { return nil }
        let isNoncharacter = scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
        return isNoncharacter
            ? "\u{FFFD}"
            : VisibleText.sign(for: scalar).map { $0.replacing("<U", with: "&lt;U").replacing(">", with: "&gt;") }
    }
}
