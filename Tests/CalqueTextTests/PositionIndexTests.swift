import CalqueText
import Testing

@Suite struct PositionIndexTests {
    private static let texts = [
        "", "a", "Ж😀e\u{301}\r\nline\rnext\n\n", "\u{FEFF}mark\r\nЖ", "\r\n\r\n", "\r", "end\r",
        String(repeating: "Ж", count: 200), String(repeating: "a\u{301}😀\r\n", count: 100),
        String(repeating: "x", count: 127) + "\r\n" + String(repeating: "y", count: 300),
    ]

    @Test(arguments: texts)
    func `every character has the place that counting from the start gives`(text: String) {
        let bytes = Array(text.utf8)
        let index = PositionIndex(bytes)
        var line = 1
        var column = 1
        var byte = 0
        let scalars = Array(text.unicodeScalars)
        for (number, scalar) in scalars.enumerated() {
            #expect(index.codePoint(at: byte) == number)
            let isInBreak = scalar == "\n" && number > 0 && scalars[number - 1] == "\r"
            if !isInBreak && !(number == 0 && scalar == "\u{FEFF}") {
                #expect(index.position(at: byte) == PositionIndex.Position(line: line, column: column))
            }
            byte += String(scalar).utf8.count
            let isBreak =
                scalar == "\n" || (scalar == "\r" && (number + 1 == scalars.count || scalars[number + 1] != "\n"))
            if isBreak {
                line += 1
                column = 1
            } else if !(number == 0 && scalar == "\u{FEFF}") {
                column += 1
            }
        }
        #expect(index.codePoint(at: bytes.count) == scalars.count)
        #expect(index.lineStarts.count == line)
    }

    @Test func `offsets outside the text are its borders`() {
        let index = PositionIndex(Array("Жук\nа".utf8))
        #expect(index.codePoint(at: -3) == 0)
        #expect(index.codePoint(at: 99) == 5)
        #expect(index.position(at: 99) == PositionIndex.Position(line: 2, column: 2))
        #expect(index.span(ofLine: 7).count == 0)
    }

    @Test func `a line is given without its end and without a mark`() {
        let text = Array("\u{FEFF}one\r\ntwo\r\nthree".utf8)
        let index = PositionIndex(text)
        let lines = (0..<3).map {
            String(decoding: text[index.span(ofLine: $0).start..<index.span(ofLine: $0).end], as: UTF8.self)
        }
        #expect(lines == ["one", "two", "three"])
        #expect(PositionIndex([]).span(ofLine: 0) == Span(0, 0))
    }

    @Test(arguments: texts)
    func `columns in other units are those of the line before the character`(text: String) {
        let bytes = Array(text.utf8)
        let index = PositionIndex(bytes)
        var byte = 0
        for scalar in text.unicodeScalars {
            let start = index.lineStarts.last { $0 <= byte } ?? 0
            var before = String(decoding: bytes[start..<byte], as: UTF8.self)
            #expect(index.position(at: byte, in: .utf8).column == before.utf8.count + 1)
            if start == 0 && before.unicodeScalars.first == "\u{FEFF}" { before.unicodeScalars.removeFirst() }
            #expect(index.position(at: byte, in: .utf16).column == before.utf16.count + 1)
            #expect(index.position(at: byte).column == before.unicodeScalars.count + 1)
            byte += UTF8.width(scalar)
        }
    }
}
