import CICU
import Testing

@Suite struct ICUTests {
    private func utf16(_ bytes: [UInt8], capacity: Int32 = 64) -> (count: Int32, units: [UInt16], offsets: [Int32]) {
        var units = [UInt16](repeating: 0, count: Int(capacity))
        var offsets = [Int32](repeating: -1, count: Int(capacity) + 1)
        let count = cicu_utf16(bytes, Int32(bytes.count), &units, capacity, &offsets)
        let kept = max(0, Int(count))
        return (count, Array(units[..<kept]), count < 0 ? [] : Array(offsets[...kept]))
    }

    private func map(_ mapping: cicu_mapping, _ text: String, capacity: Int = 64) -> (count: Int32, text: String) {
        let bytes = Array(text.utf8)
        var result = [UInt8](repeating: 0, count: capacity)
        let count = cicu_map(mapping, bytes, Int32(bytes.count), &result, Int32(capacity))
        let kept = count < 0 || Int(count) > capacity ? 0 : Int(count)
        return (count, String(decoding: result[..<kept], as: UTF8.self))
    }

    private func boundaries(_ kind: cicu_break_kind, _ text: String) -> [Int32] {
        let breaks = cicu_breaks_open(kind)
        defer { cicu_breaks_close(breaks) }
        let units = Array(text.utf16)
        guard cicu_breaks_set_text(breaks, units, Int32(units.count)) == CICU_OK else { return [-1] }
        var result: [Int32] = []
        while case let next = cicu_breaks_next(breaks), next >= 0 { result.append(next) }
        return result
    }

    private func matches(_ pattern: String, _ text: String, flags: UInt32 = 0) -> Int32 {
        var status = CICU_OK
        let bytes = Array(pattern.utf8)
        let regex = cicu_regex_open(bytes, Int32(bytes.count), flags, &status, nil)
        defer { cicu_regex_close(regex) }
        let subject = Array(text.utf8)
        return cicu_regex_matches(regex, subject, Int32(subject.count))
    }

    @Test func `UTF-16 keeps where each character began`() {
        let result = utf16(Array("aж😀.".utf8))
        #expect(result.units == Array("aж😀.".utf16))
        #expect(result.offsets == [0, 1, 3, 3, 7, 8])
    }

    @Test(arguments: [
        [0x61, 0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80],
    ])
    func `wrong bytes are an error, not a trap`(_ bytes: [UInt8]) {
        #expect(utf16(bytes).count == -Int32(CICU_INVALID_UTF8.rawValue))
        var room = [UInt8](repeating: 0, count: 16)
        #expect(cicu_map(CICU_NFC, bytes, Int32(bytes.count), &room, 16) < 0)
    }

    @Test func `bounds are kept`() {
        #expect(utf16(Array("abc".utf8), capacity: 2).count == -Int32(CICU_NO_ROOM.rawValue))
        #expect(utf16(Array("a😀".utf8), capacity: 2).count == -Int32(CICU_NO_ROOM.rawValue))
        #expect(cicu_utf16(nil, 3, nil, 0, nil) == -Int32(CICU_BAD_ARGUMENT.rawValue))
        #expect(cicu_utf16([65], -1, nil, 0, nil) == -Int32(CICU_BAD_ARGUMENT.rawValue))
        #expect(map(CICU_UPPER, "straße", capacity: 2).count == 7)
    }

    @Test func `empty text has no boundaries and no length`() {
        #expect(utf16([]).count == 0)
        #expect(boundaries(CICU_WORDS, "").isEmpty)
        #expect(map(CICU_LOWER, "").count == 0)
        #expect(cicu_breaks_next(nil) == -1)
        #expect(matches("", "") == 1)
    }

    @Test func `words and sentences are those of annex 29`() {
        #expect(boundaries(CICU_WORDS, "Go 😀") == [2, 3, 5])
        #expect(boundaries(CICU_SENTENCES, "It rains. It pours.") == [10, 19])
        #expect(boundaries(CICU_GRAPHEMES, "e\u{301}👨‍👩‍👧") == [2, 10])
    }

    @Test func `an iterator is reused for one text after the other`() {
        let breaks = cicu_breaks_open(CICU_WORDS)
        defer { cicu_breaks_close(breaks) }
        #expect(cicu_breaks_next(breaks) == -1)
        for text in ["one two", "", "three"] {
            let units = Array(text.utf16)
            units.withUnsafeBufferPointer {
                #expect(cicu_breaks_set_text(breaks, $0.baseAddress, Int32($0.count)) == CICU_OK)
                var last: Int32 = 0
                while case let next = cicu_breaks_next(breaks), next >= 0 { last = next }
                #expect(last == Int32($0.count))
            }
        }
    }

    @Test func `case is mapped as Unicode has it`() {
        #expect(map(CICU_UPPER, "straße").text == "STRASSE")
        #expect(map(CICU_LOWER, "ΟΔΟΣ").text == "οδος")
        #expect(map(CICU_TITLE, "mcDonald ǆ").text == "McDonald ǅ")
        #expect(map(CICU_NFC, "e\u{301}").text.unicodeScalars.count == 1)
        #expect(map(CICU_UPPER, "𐐨").text == "𐐀")
    }

    @Test func `characters have their properties`() {
        let letter = cicu_character_of(0x416)
        #expect(UInt32(letter.category) == CICU_LU.rawValue && letter.lower == 0x436)
        #expect(UInt32(letter.script) == CICU_SCRIPT_CYRILLIC.rawValue)
        #expect(cicu_character_of(0xA0).white_space)
        #expect(cicu_character_of(0xAD).default_ignorable)
        #expect(cicu_character_of(0x1F600).emoji)
        #expect(cicu_character_of(0x301).may_denormalize)
        #expect(UInt32(cicu_character_of(UInt32.max).category) == CICU_CN.rawValue)
    }

    @Test func `a transform is restricted by its filter`() {
        var status = CICU_OK
        let id = Array("Cyrillic-Latin".utf8)
        let filter = Array("[а]".utf8)
        let transform = cicu_transform_open(id, Int32(id.count), filter, Int32(filter.count), &status)
        defer { cicu_transform_close(transform) }
        var room = [UInt8](repeating: 0, count: 64)
        let text = Array("жаба".utf8)
        let count = cicu_transform_apply(transform, text, Int32(text.count), &room, 64)
        #expect(String(decoding: room[..<Int(count)], as: UTF8.self) == "жaбa")
        #expect(cicu_transform_open(id, 3, nil, 0, &status) == nil)
        #expect(status == CICU_BAD_PATTERN)
    }

    @Test func `a regular expression matches the whole text`() {
        #expect(matches("[а-я]+", "москва") == 1)
        #expect(matches("mosk", "moskva") == 0)
        #expect(matches("MOSKVA", "moskva", flags: UInt32(CICU_REGEX_IGNORE_CASE)) == 1)
        #expect(matches(".", "😀") == 1)
        #expect(matches("a.c", "abc", flags: UInt32(CICU_REGEX_LITERAL)) == 0)
        #expect(matches("x", String(repeating: "long ", count: 1000)) == 0)
    }

    @Test func `a wrong expression tells where`() {
        var status = CICU_OK
        var offset: Int32 = 0
        let pattern = Array("жа[б".utf8)
        #expect(cicu_regex_open(pattern, Int32(pattern.count), 0, &status, &offset) == nil)
        #expect(status == CICU_BAD_PATTERN)
        #expect(offset >= 3 && offset <= 4)
    }

    @Test func `an expression that explodes is stopped`() {
        #expect(matches("(a+)+b", String(repeating: "a", count: 60)) == -Int32(CICU_LIMIT.rawValue))
    }

    @Test func `many tasks at once get what one gets`() async {
        let text = "Мистер Марш said: “It’s 5 😀 o’clock.” Then he left. Наконец!"
        let expected = boundaries(CICU_SENTENCES, text)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    boundaries(CICU_SENTENCES, text) == expected && map(CICU_UPPER, "ß").text == "SS"
                        && matches("\\w+", "слово") == 1
                }
            }
            for await isSame in group { #expect(isSame) }
        }
    }
}
