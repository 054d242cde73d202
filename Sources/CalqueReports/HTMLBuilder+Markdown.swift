extension HTMLBuilder {
    /// Writes the Markdown of rule descriptions: paragraphs, lists of points, `code`, **strong** and
    /// *emphasis*; all else is text.
    mutating func markdown(_ source: String) {
        for block in Self.blocks(of: source) {
            if block.isList {
                raw("<ul class=\"points\">")
                for item in block.lines {
                    raw("<li>")
                    inline(item[...])
                    raw("</li>")
                }
                raw("</ul>\n")
            } else {
                raw("<p>")
                inline(block.lines.joined(separator: " ")[...])
                raw("</p>\n")
            }
        }
    }

    private static func blocks(of source: String) -> [(isList: Bool, lines: [String])] {
        var blocks: [(isList: Bool, lines: [String])] = []
        var isOpen = false
        for line in source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let text = line.drop { $0 == " " || $0 == "\t" }
            if text.isEmpty {
                isOpen = false
            } else if text.hasPrefix("- ") || text.hasPrefix("* ") {
                if !isOpen || !blocks[blocks.count - 1].isList { blocks.append((true, [])) }
                blocks[blocks.count - 1].lines.append(String(text.dropFirst(2)))
                isOpen = true
            } else if isOpen, let last = blocks.indices.last {
                if blocks[last].isList {
                    blocks[last].lines[blocks[last].lines.count - 1] += " " + text
                } else {
                    blocks[last].lines.append(String(text))
                }
            } else {
                blocks.append((false, [String(text)]))
                isOpen = true
            }
        }
        return blocks
    }

    private mutating func inline(_ source: Substring) {
        var plain = source.startIndex
        var at = source.startIndex
        while at < source.endIndex {
            let rest = source[at...]
            let marker = ["`", "**", "*"].first { rest.hasPrefix($0) } ?? ""
            let inner = rest.dropFirst(marker.count)
            guard !marker.isEmpty, let first = inner.first, !first.isWhitespace, let end = Self.find(marker, in: inner),
                end > inner.startIndex
            else {
                at = source.index(after: at)
                continue
            }
            text(String(source[plain..<at]))
            switch marker {
            case "`": element("code", String(inner[..<end]))
            case "**":
                raw("<strong>")
                inline(inner[..<end])
                raw("</strong>")
            default:
                raw("<em>")
                inline(inner[..<end])
                raw("</em>")
            }
            at = source.index(end, offsetBy: marker.count)
            plain = at
        }
        text(String(source[plain...]))
    }

    private static func find(_ marker: String, in source: Substring) -> Substring.Index? {
        var at = source.startIndex
        while at < source.endIndex {
            if source[at...].hasPrefix(marker) { return at }
            at = source.index(after: at)
        }
        return nil
    }
}
