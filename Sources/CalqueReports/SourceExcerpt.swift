import CalqueText

/// A line of the article, cut to the width of a terminal, with marks under what is reported.
struct SourceExcerpt {
    /// A character as the terminal shows it.
    struct Cell {
        var text: String
        var width: Int
        /// How many findings cover it.
        var depth: Int
    }

    private(set) var cells: [Cell] = []
    /// Whether the marks tell depths apart.
    private let isNested: Bool

    /// - Parameters:
    ///   - line: bytes of the line.
    ///   - columns: the width to cut to, at least 20.
    init(of article: Article, line: Span, group: FindingGroup, columns: Int) {
        let pieces = group.pieces
        isNested = pieces.contains { $0.depth > 1 }
        let start = max(line.start, min(group.span.start, line.end))
        let end = max(start, min(group.span.end, line.end))
        // No character that is shown takes more than a few bytes: what is further away is out of sight.
        let reach = columns * 8
        var reported: [Cell] = []
        for piece in pieces {
            let near = Span(max(piece.span.start, start), min(piece.span.end, end))
            guard near.start < near.end else { continue }
            if near.count > 2 * reach {
                reported += Self.cells(article, Span(near.start, near.start + reach), depth: piece.depth)
                reported += Self.cells(article, Span(near.end - reach, near.end), depth: piece.depth)
            } else {
                reported += Self.cells(article, near, depth: piece.depth)
            }
        }
        // A point, or what has no width, still gets a mark: that of the character behind it, or a space.
        let isPoint = reported.allSatisfy { $0.width == 0 }
        let before = Self.cells(
            article, Span(max(line.start, start - reach), start), depth: 0, width: columns, fromEnd: true)
        var after = Self.cells(article, Span(end, min(line.end, end + reach)), depth: 0, width: columns)
        if isPoint {
            if let next = after.first, next.width > 0 {
                reported.append(Cell(text: next.text, width: next.width, depth: 1))
                after.removeFirst()
            } else {
                reported.append(Cell(text: " ", width: 1, depth: 1))
            }
        }
        reported = Self.cutMiddle(reported, width: columns - 12)
        let room = columns - Self.width(reported)
        let widthBefore = Self.width(before)
        let widthAfter = Self.width(after)
        let roomBefore = widthAfter < room / 2 ? room - widthAfter : room - room / 2
        let roomAfter = widthBefore < room / 2 ? room - widthBefore : room / 2
        cells =
            Self.tail(before, width: roomBefore, isCut: start - reach > line.start) + reported
            + Self.head(after, width: roomAfter, isCut: end + reach < line.end)
    }

    /// The cells in runs of what is reported and what is not.
    var runs: [(text: String, isReported: Bool)] {
        var runs: [(text: String, isReported: Bool)] = []
        for cell in cells {
            if let last = runs.indices.last, runs[last].isReported == (cell.depth > 0) {
                runs[last].text += cell.text
            } else {
                runs.append((cell.text, cell.depth > 0))
            }
        }
        return runs
    }

    /// The marks: `^` under what is reported, or `~` where a finding within it has the `^`.
    var marks: String {
        guard let last = cells.lastIndex(where: { $0.depth > 0 }) else { return "" }
        var marks = ""
        for cell in cells[...last] {
            let mark: Character = cell.depth == 0 ? " " : isNested && cell.depth == 1 ? "~" : "^"
            for _ in 0..<cell.width { marks.append(mark) }
        }
        return marks
    }

    /// The characters of a span; no more than are needed to be wider than `width`, from the span's start or end.
    private static func cells(
        _ article: Article, _ span: Span, depth: Int, width: Int = .max, fromEnd: Bool = false
    ) -> [Cell] {
        let text = String(decoding: article.bytes(of: span), as: UTF8.self)
        let limit = width < .max ? width + 1 : .max
        var cells: [Cell] = []
        if text.unicodeScalars.allSatisfy(DisplayWidth.isPlain) {
            let near = fromEnd ? text.unicodeScalars.suffix(limit)[...] : text.unicodeScalars.prefix(limit)
            return near.map { Cell(text: String($0), width: 1, depth: depth) }
        }
        var taken = 0
        func add(_ character: Character) -> Bool {
            let cell = cell(character, depth: depth)
            cells.append(cell)
            taken += cell.width
            return taken <= width
        }
        if fromEnd {
            for character in text.reversed() where !add(character) { break }
            cells.reverse()
        } else {
            for character in text where !add(character) { break }
        }
        return cells
    }

    private static func cell(_ character: Character, depth: Int) -> Cell {
        if character.asciiValue.map({ $0 >= 0x20 && $0 < 0x7F }) == true {
            return Cell(text: String(character), width: 1, depth: depth)
        }
        // A heap of combining marks is cut, so that no character covers the lines around it.
        var text = ""
        for scalar in character.unicodeScalars.prefix(8) {
            if scalar == "\t" || scalar == "\n" || scalar == "\r" {
                text += " "
            } else if let sign = VisibleText.sign(for: scalar) {
                text += sign
            } else if depth > 0, character.unicodeScalars.count == 1,
                let sign = VisibleText.signIfInvisible(scalar)
            {
                text += sign
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return Cell(text: text, width: DisplayWidth.of(text), depth: depth)
    }

    private static func width(_ cells: [Cell]) -> Int { cells.reduce(0) { $0 + $1.width } }

    /// Begin and end of what is too long, with … between.
    private static func cutMiddle(_ cells: [Cell], width: Int) -> [Cell] {
        guard Self.width(cells) > width else { return cells }
        let half = (width - 3) / 2
        let depth = cells.first?.depth ?? 1
        var head: [Cell] = []
        var taken = 0
        for cell in cells {
            if taken + cell.width > half { break }
            taken += cell.width
            head.append(cell)
        }
        var tail: [Cell] = []
        taken = 0
        for cell in cells.reversed() {
            if taken + cell.width > half { break }
            taken += cell.width
            tail.append(cell)
        }
        return head + [Cell(text: " … ", width: 3, depth: depth)] + tail.reversed()
    }

    private static func tail(_ cells: [Cell], width: Int, isCut: Bool) -> [Cell] {
        head(cells.reversed(), width: width, isCut: isCut).reversed()
    }

    /// As much as there is room for, ended at a space where one is near, and a … for the rest.
    private static func head(_ cells: [Cell], width: Int, isCut: Bool) -> [Cell] {
        if !isCut && Self.width(cells) <= width { return cells }
        var kept: [Cell] = []
        var taken = 0
        for cell in cells {
            if taken + cell.width > width - 1 { break }
            taken += cell.width
            kept.append(cell)
        }
        if kept.count < cells.count, cells[kept.count].text != " ",
            let space = kept.lastIndex(where: { $0.text == " " }), kept.count - space < 16
        {
            kept.removeSubrange((space + 1)...)
        }
        return kept + [Cell(text: "…", width: 1, depth: 0)]
    }
}
