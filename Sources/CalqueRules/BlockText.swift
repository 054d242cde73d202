import CalqueSyntax
import CalqueText

/// The characters of one block, read by place and in both directions.
///
/// Offsets are UTF-8 bytes of the article's text. Outside of the block there is nothing: every
/// question about a place beyond its ends is answered with 0, which is a boundary of words and sentences.
struct BlockText {
    let text: [UInt8]
    let start: Int
    let end: Int
    private let marks: Marks

    init(_ article: Article, _ span: Span, _ marks: Marks) {
        self.marks = marks
        text = article.text
        start = max(0, span.start)
        end = min(text.count, span.end)
    }

    /// The first place from an offset on that has neither a letter nor a space of ASCII; the block's end without one.
    func nextMark(_ at: Int) -> Int { min(end, marks.next(at)) }

    /// The byte at an offset.
    func byte(_ at: Int) -> UInt8 { at >= start && at < end ? text[at] : 0 }

    /// The character that begins at an offset.
    func character(_ at: Int) -> UInt32 {
        let first = byte(at)
        if first < 0x80 { return UInt32(first) }
        let width = Self.width(first)
        var value = UInt32(first) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
        for index in 1..<max(2, width) { value = value << 6 | UInt32(byte(at + index) & 0x3F) }
        return value
    }

    /// The character that ends before an offset.
    func characterBefore(_ at: Int) -> UInt32 { at > start ? character(previous(at)) : 0 }

    /// Where the character before an offset begins.
    func previous(_ at: Int) -> Int {
        var index = at - 1
        while index > start && byte(index) & 0xC0 == 0x80 { index -= 1 }
        return index
    }

    /// Where the character behind the one at an offset begins.
    func next(_ at: Int) -> Int { at + Self.width(byte(at)) }

    /// The first place from an offset on that has no white space.
    func skippingSpace(_ at: Int) -> Int {
        var index = at
        while index < end && Self.isSpace(character(index)) { index = next(index) }
        return index
    }

    /// The first place before an offset behind which there is only white space.
    func skippingSpaceBack(_ at: Int) -> Int {
        var index = at
        while index > start && Self.isSpace(characterBefore(index)) { index = previous(index) }
        return index
    }

    /// The most bytes of what is read as one word, so that no text makes rules walk far again and again.
    private static let longestWord = 256

    /// Letters, digits, apostrophes and hyphens from an offset on.
    func word(_ at: Int) -> Span {
        var index = at
        while index < end, index - at < Self.longestWord, Self.isWordCharacter(character(index)) { index = next(index) }
        return Span(at, index)
    }

    /// Letters, digits, apostrophes and hyphens up to an offset, but not beyond `limit`.
    func wordBefore(_ at: Int, limit: Int = 0) -> Span {
        let limit = max(start, limit, at - Self.longestWord)
        var index = at
        while index > limit, Self.isWordCharacter(characterBefore(index)) { index = previous(index) }
        return Span(index, at)
    }

    func string(_ span: Span) -> String { String(decoding: text[span.start..<span.end], as: UTF8.self) }

    /// The ASCII text in small letters.
    func lowercased(_ span: Span) -> String {
        String(decoding: text[span.start..<span.end].map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }, as: UTF8.self)
    }

    /// Whether the bytes from an offset on are those of an ASCII text.
    func has(_ literal: StaticString, at: Int) -> Bool {
        guard at >= start && at + literal.utf8CodeUnitCount <= end else { return false }
        return literal.withUTF8Buffer { text[at..<at + $0.count].elementsEqual($0) }
    }

    /// Runs of what is no white space.
    func wordCount(_ span: Span) -> Int {
        var count = 0
        var isInside = false
        var index = span.start
        while index < span.end {
            let isSpace = Self.isSpace(character(index))
            if !isSpace && !isInside { count += 1 }
            isInside = !isSpace
            index = next(index)
        }
        return count
    }

    /// Calls `body` with every run of ASCII digits that no letter, digit mark or underscore stands before.
    func forEachNumber(_ body: (Span) -> Void) {
        var at = nextMark(start)
        while at < end {
            guard Self.isDigit(UInt32(text[at])) else {
                at = nextMark(at + 1)
                continue
            }
            let first = at
            while at < end, Self.isDigit(UInt32(text[at])) { at += 1 }
            let before = characterBefore(first)
            if !Self.isLetter(before) && before != 95 { body(Span(first, at)) }
        }
    }

    /// The word behind white space, in small letters; empty where something else follows.
    func wordAfter(_ at: Int) -> String { lowercased(word(skippingSpace(at))) }

    /// The word before white space, in small letters.
    func lastWord(before at: Int) -> String { lowercased(wordBefore(skippingSpaceBack(at))) }

    static func width(_ first: UInt8) -> Int { first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

    /// White space, no-break and thin spaces among it.
    static func isSpace(_ character: UInt32) -> Bool {
        switch character {
        case 32, 9...13, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    static func isDigit(_ character: UInt32) -> Bool { character >= 48 && character <= 57 }

    static func isLetter(_ character: UInt32) -> Bool {
        if character < 128 { return character | 32 >= 97 && character | 32 <= 122 }
        return Unicode.Scalar(character)?.properties.isAlphabetic ?? false
    }

    static func isLower(_ character: UInt32) -> Bool {
        if character < 128 { return character >= 97 && character <= 122 }
        return Unicode.Scalar(character)?.properties.isLowercase ?? false
    }

    static func isUpper(_ character: UInt32) -> Bool {
        if character < 128 { return character >= 65 && character <= 90 }
        return Unicode.Scalar(character)?.properties.isUppercase ?? false
    }

    /// Letters, digits, apostrophes, hyphens.
    static func isWordCharacter(_ character: UInt32) -> Bool {
        isLetter(character) || isDigit(character) || character == 39 || character == 0x2019 || character == 45
    }

    /// - – — and their kin.
    static func isDash(_ character: UInt32) -> Bool {
        character == 45 || (character >= 0x2010 && character <= 0x2015)
    }
}

extension Analysis {
    /// The blocks of the article with their characters; the index is that of the block.
    func blockTexts() -> [BlockText] { facts(BlockTexts.self).blocks }
}

/// The characters of all blocks, for the many rules that read them.
private struct BlockTexts: ArticleFacts {
    let blocks: [BlockText]

    init(_ analysis: borrowing Analysis) {
        let marks = Marks(analysis)
        let article = analysis.article
        blocks = article.blocks.map { BlockText(article, $0.span, marks) }
    }
}
