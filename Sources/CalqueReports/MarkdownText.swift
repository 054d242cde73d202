/// Text as Markdown of GitHub and GitLab, in one line, in which they see no markup, no table, no mention and no issue.
enum MarkdownText {
    /// Text in which every mark is escaped. Control characters are shown as signs; a word joiner behind `@`, and behind
    /// `#` before a digit, keeps people from being notified and issues from being linked.
    static func escaped(_ text: String) -> String {
        var result = ""
        let scalars = VisibleText.of(text).unicodeScalars
        var at = scalars.startIndex
        while at < scalars.endIndex {
            let scalar = scalars[at]
            at = scalars.index(after: at)
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "@": result += "@&#8288;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "$":
                result.append("\\")
                result.unicodeScalars.append(scalar)
                if scalar == "#", at < scalars.endIndex, ("0"..."9").contains(scalars[at]) { result += "&#8288;" }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Text in the type of code, for a table or a heading: HTML, in which nothing is markup or mention.
    static func code(_ text: String) -> String { "<code>" + escaped(text) + "</code>" }
}
