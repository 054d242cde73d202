import CICU

/// ICU's sentence boundaries (Unicode annex 29) of a stretch of text, as UTF-8 offsets.
///
/// Line breaks count as spaces. Long texts are handed to ICU in windows, so that memory stays bounded.
final class SentenceBreaks {
    private let iterator: OpaquePointer?
    private var units: [UInt16]
    /// Windows end at white space behind a letter or comma, once they have this many bytes.
    private static let windowSize = 1 << 14

    init() {
        iterator = cicu_breaks_open(CICU_SENTENCES)
        units = []
    }

    deinit { cicu_breaks_close(iterator) }

    /// Calls `body` with each boundary, in order, but for the stretch's start and end.
    func forEach(in text: Bytes, from start: Int, to end: Int, _ body: (Int) -> Void) {
        var at = start
        while at < end {
            let stop = windowEnd(text, at, end)
            breakWindow(text, at, stop, end, body)
            at = stop
        }
    }

    private func windowEnd(_ text: Bytes, _ start: Int, _ end: Int) -> Int {
        var at = start + Self.windowSize
        let hardEnd = at * 2 - start
        while at < end {
            let before = text[at - 1]
            if text[at] <= 32 && ((before | 32) &- 97 < 26 || before == 44) { return at }
            if at >= hardEnd && text[at] & 0xC0 != 0x80 { return at }
            at += 1
        }
        return end
    }

    private func breakWindow(_ text: Bytes, _ start: Int, _ stop: Int, _ end: Int, _ body: (Int) -> Void) {
        let length = stop - start
        if units.count < length {
            units = Array(repeating: 0, count: max(length, 1024))
        }
        guard let base = text.baseAddress, let size = Int32(exactly: length) else { return }
        units.withUnsafeMutableBufferPointer { units in
            guard let target = units.baseAddress else { return }
            let count = cicu_utf16(base + start, size, target, Int32(clamping: units.count), nil)
            guard count > 0 else { return }
            for index in 0..<Int(count)
            where units[index] <= 13 || units[index] == 0x85 || units[index] & 0xFFFE == 0x2028 {
                units[index] = 32
            }
            guard cicu_breaks_set_text(iterator, target, count) == CICU_OK else { return }
            var unit = 0
            var offset = start
            while true {
                let next = Int(cicu_breaks_next(iterator))
                if next < 0 || next >= Int(count) { break }
                while unit < next && offset < stop {
                    let lead = text[offset]
                    unit += lead >= 0xF0 ? 2 : 1
                    offset += lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
                }
                body(offset)
            }
        }
    }
}
