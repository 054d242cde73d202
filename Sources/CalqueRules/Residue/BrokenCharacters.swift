import CalqueLint
import CalqueSyntax
import CalqueText

/// Characters that went through a wrong code page, or were left as references: "cafÃ©", "&nbsp;", U+FFFD.
struct BrokenCharacters: Rule {
    static let description = RuleDescription(
        id: "broken-characters",
        name: "Broken characters",
        family: .residue,
        summary: "Characters were read in a wrong code page, lost, or left as HTML references.",
        rationale: """
            Texts pass through several programs on their way to and from a machine. UTF-8 that was read as Windows-1252 shows as \
            “Ã©” or “â€™”, a lost character as U+FFFD, an escaped one as “&quot;” or “&amp;quot;”. Lost characters of a \
            paragraph are one finding. Keeps quiet with single accented letters, which are right in names.
            """,
        mqm: "Fluency/Character encoding",
        severity: .major,
        bad: [
            "The [[cafÃ©]] was full.",
            "The [[mayorâ€™]]s car was late.",
            "The school [[&quot;]]Rainbow[[&quot;]] is new.",
            "Ten[[&nbsp;]]men and [[&#39;]]one[[&#39;]] dog.",
            "The word is [[Ð¼Ð¸Ñ€]] here.",
            "The village of Ko[[\u{FFFD}]]ice is old.",
            "The road from Ko[[\u{FFFD}]]ice to Pre\u{FFFD}ov is new.",
        ],
        good: [
            "Ângela and Rã live in São Paulo.",
            "AT&T; P&O sails at noon.",
            "Write &c; and R&D; so be it.",
        ],
        evidence: .slip,
        hasSafeFix: true, precision: "")

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        for block in analysis.blockTexts() {
            var at = block.start
            /// Where the last finding ends.
            var last = at
            /// The runs of lost characters, of which the first is reported.
            var lost: (first: Span, count: Int)?
            while at < block.end {
                let byte = block.text[at]
                let count = findings.count
                if block.character(at) == 0xFFFD {
                    let start = at
                    while block.character(at) == 0xFFFD { at = block.next(at) }
                    lost = (lost?.first ?? Span(start, at), (lost?.count ?? 0) + 1)
                } else if byte == 0x26 {
                    at = reference(block, at, into: &findings)
                } else if byte >= 0xC2 {
                    at = broken(block, at, behind: last, into: &findings)
                } else {
                    at = block.nextMark(at + 1)
                }
                if findings.count > count { last = at }
            }
            if let lost { add(block, lost.first, nil, { text, _ in Self.lost(text, lost.count) }, into: &findings) }
        }
    }

    /// `&quot;`, `&amp;quot;`, `&#39;`
    private func reference(_ block: BlockText, _ start: Int, into findings: inout [Finding]) -> Int {
        var at = start + 1
        while block.has("amp;", at: at) { at += 4 }
        let isNested = at > start + 1
        var text: String?
        if block.byte(at) == 35 {
            var index = at + 1
            let isHex = block.byte(index) | 32 == 120
            if isHex { index += 1 }
            let digits = index
            var value: UInt32 = 0
            while index - digits < 7, let digit = Self.digit(block.byte(index), isHex: isHex) {
                value = value * (isHex ? 16 : 10) + digit
                index += 1
            }
            if index > digits, block.byte(index) == 59, let scalar = Unicode.Scalar(value) {
                text = String(scalar)
                at = index + 1
            }
        } else {
            let name = block.word(at)
            if block.byte(name.end) == 59, let character = Self.names[block.string(name)] {
                text = character
                at = name.end + 1
            }
        }
        if text == nil && isNested { text = "&" }
        guard let text else { return start + 1 }
        add(block, Span(start, at), text, Self.reference, into: &findings)
        return at
    }

    /// A run of characters that are UTF-8 read as Windows-1252.
    private func broken(_ block: BlockText, _ start: Int, behind last: Int, into findings: inout [Finding]) -> Int {
        var bytes: [UInt8] = []
        var at = start
        var pairs = 0
        while at < block.end, let lead = Self.byte(block.character(at)), lead >= 0xC2, lead <= 0xF4 {
            let width = BlockText.width(lead)
            var piece = [lead]
            var index = block.next(at)
            while piece.count < width, let next = Self.byte(block.character(index)), next & 0xC0 == 0x80 {
                piece.append(next)
                index = block.next(index)
            }
            guard piece.count == width, let decoded = String(validating: piece, as: UTF8.self)?.unicodeScalars.first,
                decoded.value >= 0x80
            else { break }
            pairs += 1
            bytes += piece
            at = index
        }
        guard pairs > 0, isCertain(bytes) else { return block.next(start) }
        // The whole word is one finding.
        let word = Span(block.wordBefore(start, limit: last).start, at)
        let prefix = block.string(Span(word.start, start))
        add(block, word, prefix + String(decoding: bytes, as: UTF8.self), Self.codePage, into: &findings)
        return at
    }

    /// One pair may be meant ("Ã" before "©"?) only where what it hides is no letter, dash or quotation mark.
    private func isCertain(_ bytes: [UInt8]) -> Bool {
        if bytes.count > 2 { return true }
        let character = UInt32(bytes[0] & 0x1F) << 6 | UInt32(bytes[1] & 0x3F)
        return bytes[0] == 0xC3 || bytes[0] == 0xC5 || character == 0xA0 || character == 0xB0 || character == 0xA3
            || character == 0xAB || character == 0xBB || character == 0xB7
    }

    private func add(
        _ block: BlockText, _ span: Span, _ mended: String?, _ message: (String, String?) -> String,
        into findings: inout [Finding]
    ) {
        findings.append(
            Finding(
                rule: Self.description, span: span, message: message(block.string(span), mended),
                suggestions: mended.map { [Suggestion(span: span, replacement: $0)] } ?? [], confidence: 0.97))
    }

    /// The byte that a character has in Windows-1252, the undefined ones as in Latin-1.
    private static func byte(_ character: UInt32) -> UInt8? {
        if character >= 0x80 && character <= 0xFF { return UInt8(character) }
        guard let index = windows1252.firstIndex(of: character) else { return nil }
        return UInt8(0x80 + index)
    }

    private static let windows1252: [UInt32] = [
        0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0, 0,
        0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
    ]

    private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
        switch byte {
        case 48...57: UInt32(byte - 48)
        case 65...70 where isHex: UInt32(byte - 55)
        case 97...102 where isHex: UInt32(byte - 87)
        default: nil
        }
    }

    private static let names: [String: String] = [
        "quot": "\"", "amp": "&", "lt": "<", "gt": ">", "apos": "'", "nbsp": " ", "laquo": "«", "raquo": "»",
        "mdash": "—",
        "ndash": "–", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "hellip": "…", "euro": "€", "pound": "£",
        "copy": "©", "deg": "°", "shy": "", "bull": "•", "eacute": "é", "egrave": "è", "uuml": "ü", "ouml": "ö",
        "auml": "ä", "szlig": "ß", "ccedil": "ç", "agrave": "à", "oacute": "ó", "iacute": "í", "aacute": "á",
        "ntilde": "ñ", "bdquo": "„", "sect": "§", "middot": "·", "minus": "−", "times": "×", "thinsp": " ", "ensp": " ",
    ]

    private static func reference(_ text: String, _ mended: String?) -> String {
        "“\(text)” is the HTML reference of a character that should stand here itself."
    }

    private static func codePage(_ text: String, _ mended: String?) -> String {
        "“\(text)” was read in a wrong code page" + (mended.map { "; it is “\($0)”." } ?? ".")
    }

    private static func lost(_ text: String, _ count: Int) -> String {
        "The replacement character “\(text)” stands where a character was lost"
            + (count == 1 ? "." : ", at \(count) places of this paragraph.")
    }
}
