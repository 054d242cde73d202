/// Breaks text into lines at spaces.
enum TextWrap {
    /// Lines of at most `width` characters, where words allow, each behind `indent` spaces.
    static func wrap(_ text: String, width: Int = 80, indent: Int = 0) -> String {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = margin
        var isEmpty = true
        for word in text.split(separator: " ") {
            if !isEmpty && line.count + 1 + word.count > width {
                lines.append(line)
                line = margin
                isEmpty = true
            }
            if !isEmpty { line += " " }
            line += word
            isEmpty = false
        }
        lines.append(line)
        return lines.joined(separator: "\n")
    }
}
