import CalqueText

/// A word with letters of another script than Latin, as it stands in a block.
struct ForeignWord {
    enum Script: String {
        case cyrillic = "Cyrillic"
        case greek = "Greek"
        case arabic = "Arabic"
        case hebrew = "Hebrew"
        case devanagari = "Devanagari"
        case thai = "Thai"
        case georgian = "Georgian"
        case armenian = "Armenian"
        case hangul = "Korean"
        case kana = "Japanese"
        case han = "Chinese"
        case other = "a foreign"
    }

    var span: Span
    var script: Script
    /// Letters of the script, and Latin ones.
    var letters = 0
    var latin = 0
    /// Latin and other letters stand side by side, with no hyphen between.
    var isMixed = false
    var startsWithCapital = false

    /// The words of a block that have a letter of another script, in order.
    static func words(in block: BlockText) -> [ForeignWord] {
        var words: [ForeignWord] = []
        var at = block.start
        while at < block.end {
            // Latin letters with their marks lie below U+0370.
            if block.text[at] < 0xCD {
                at += 1
                continue
            }
            if script(of: block.character(at)) != nil {
                let word = word(block, at, behind: words.last?.span.end ?? block.start)
                words.append(word)
                at = max(word.span.end, block.next(at))
            } else {
                at = block.next(at)
            }
        }
        return words
    }

    private static func word(_ block: BlockText, _ at: Int, behind last: Int) -> ForeignWord {
        let script = script(of: block.character(at)) ?? .other
        let isSpaced = script != .han && script != .kana && script != .thai
        var start = at
        if isSpaced {
            while start > last, isPart(block.characterBefore(start)) { start = block.previous(start) }
        }
        var word = ForeignWord(span: Span(start, start), script: script)
        var index = start
        var last: (foreign: Bool, latin: Bool) = (false, false)
        while index < block.end {
            let character = block.character(index)
            guard isPart(character) else { break }
            if let found = Self.script(of: character) {
                let isCJK = found == .han || found == .kana
                if isCJK == isSpaced && word.letters > 0 && found != script { break }
                word.letters += 1
                if last.latin { word.isMixed = true }
                last = (true, false)
            } else if BlockText.isLetter(character) && character < 0x370 {
                if !isSpaced { break }
                word.latin += 1
                if last.foreign { word.isMixed = true }
                last = (false, true)
            } else {
                last = (false, false)
            }
            if index == start { word.startsWithCapital = BlockText.isUpper(character) }
            index = block.next(index)
        }
        // Hyphens and apostrophes at the end belong to the text around.
        while index > start, [45, 39, 0x2019].contains(block.characterBefore(index)) { index = block.previous(index) }
        var begin = start
        while begin < index, [45, 39, 0x2019].contains(block.character(begin)) { begin = block.next(begin) }
        word.span = Span(begin, index)
        return word
    }

    /// Letters, marks, and what joins them; digits end a word.
    private static func isPart(_ character: UInt32) -> Bool {
        if character == 0 { return false }
        if [45, 39, 0x2019, 0x200C, 0x200D, 0xAD].contains(character) || (0x300...0x36F).contains(character) {
            return true
        }
        if BlockText.isLetter(character) { return true }
        guard character >= 0x900 else { return false }
        switch Unicode.Scalar(character)?.properties.generalCategory {
        case .nonspacingMark, .spacingMark: return true
        default: return false
        }
    }

    /// The script of a letter that is not Latin; nil for all else.
    static func script(of character: UInt32) -> Script? {
        guard character >= 0x370, BlockText.isLetter(character) else { return nil }
        switch character {
        case 0x370...0x3FF, 0x1F00...0x1FFF: return .greek
        case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: return .cyrillic
        case 0x531...0x58F: return .armenian
        case 0x590...0x5FF: return .hebrew
        case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: return .arabic
        case 0x900...0x97F: return .devanagari
        case 0xE00...0xE7F: return .thai
        case 0x10A0...0x10FF, 0x2D00...0x2D2F: return .georgian
        case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: return .hangul
        case 0x3040...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: return .kana
        case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:
            return .han
        // Latin and phonetic letters, full-width forms, letter-like symbols, mathematical alphabets.
        case 0x1D00...0x1DBF, 0x1E00...0x1EFF, 0x2070...0x218F, 0x24B6...0x24E9, 0x2C60...0x2C7F, 0xA720...0xA7FF,
            0xAB30...0xAB6F, 0xFB00...0xFB06, 0xFF21...0xFF5A, 0x1D400...0x1D7FF, 0x1F100...0x1F1FF:
            return nil
        default: return .other
        }
    }
}
