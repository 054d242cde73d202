/// Bytes for a terminal, with colours where they are wanted.
struct TerminalText {
    private(set) var bytes: [UInt8] = []
    private let usesColour: Bool

    init(usesColour: Bool) { self.usesColour = usesColour }

    /// Ways to set text off (ECMA-48, Select Graphic Rendition).
    enum Style: String {
        case bold = "1"
        case faint = "2"
        case red = "31"
        case boldRed = "1;31"
        case green = "32"
        case blue = "34"
    }

    mutating func write(_ text: String, _ style: Style? = nil) {
        guard usesColour, let style, !text.isEmpty else {
            bytes += text.utf8
            return
        }
        bytes += "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m".utf8
    }

    mutating func endLine() {
        while bytes.last == 0x20 { bytes.removeLast() }
        bytes.append(0x0A)
    }
}
