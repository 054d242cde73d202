import Testing

@testable import CalqueReports

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("word", 4), ("Жук", 3), ("e\u{301}", 1), ("漢字", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
        ("ａ", 2),
        ("😀", 2), ("👩‍👩‍👧", 2), ("🇬🇧", 2), ("❤\u{FE0F}", 2), ("a\u{200B}b", 2), ("\u{AD}", 0), ("שלום", 4),
    ])
    func `a terminal gives text so many columns`(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test(arguments: [
        ("", 10, []), ("one two three", 7, ["one two", "three"]), ("one  two", 20, ["one two"]),
        ("abcdefghij k", 4, ["abcd", "efgh", "ij k"]), ("漢字漢字", 5, ["漢字", "漢字"]),
    ])
    func `lines are wrapped at spaces, and a longer word is cut`(text: String, columns: Int, lines: [String]) {
        #expect(WordWrap.lines(of: text, columns: columns) == lines)
    }
}
