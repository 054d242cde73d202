/// Breaks text into lines of at most so many columns, at spaces; a longer word is cut.
enum WordWrap {
    static func lines(of text: String, columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var width = 0
        for word in text.split(separator: " ") {
            let wordWidth = DisplayWidth.of(word)
            if width > 0 && width + 1 + wordWidth > columns {
                lines.append(line)
                line = ""
                width = 0
            }
            if width > 0 {
                line += " "
                width += 1
            }
            if width + wordWidth <= columns {
                line += word
                width += wordWidth
                continue
            }
            for character in word {
                let characterWidth = DisplayWidth.of(character)
                if width > 0 && width + characterWidth > columns {
                    lines.append(line)
                    line = ""
                    width = 0
                }
                line.append(character)
                width += characterWidth
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }
}
