import CalqueLint
import CalqueSyntax
import CalqueText

/// Two marks where one belongs: ",,", "!.", "1943..", `it"".`
struct DoubledPunctuation: Rule {
    static let description = RuleDescription(
        id: "doubled-punctuation",
        name: "Doubled punctuation",
        family: .punctuation,
        summary: "Two marks of punctuation stand where one belongs.",
        rationale: """
            Machines add a mark of their own to the one they carry over. Keeps quiet with abbreviations (Inc., e.g.,), \
            ellipses, interrobangs (?!) and quotations within quotations.
            """,
        mqm: "Fluency/Punctuation",
        severity: .minor,
        bad: [
            "They caught trout, perch[[,,]] and eels.",
            "The name of the bar is \"Vita[[!.]]\"",
            "The mill burned down in 1943[[..]] A new one was built.",
            "The branch opened in 1949[[.,]] before the war.",
            "He said he could not save it[[\"\"]].",
            "Is it true[[?.]] Nobody knows.",
        ],
        good: [
            "Acme Inc., Smith et al., and e.g., the others came.",
            "He waited... and left.... What?! No!!",
            "He works at Yahoo!, not there.",
            "\"He said 'no'\" was the title.",
            "The path ..\\files was gone.",
        ],
        evidence: .slip, hasSafeFix: true, precision: "1.00 (n = 7)")

    init() {}

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        for block in analysis.blockTexts() {
            var at = block.start + 1
            while at < block.end {
                let byte = block.text[at]
                let isMark =
                    byte == 44 || byte == 46 || byte == 33 || byte == 63 || byte == 59 || byte == 58 || byte == 34
                guard isMark, Self.isMark(block.byte(at + 1)) || block.byte(at + 1) == 32 else {
                    at = block.nextMark(at + 1)
                    continue
                }
                var end = at
                while Self.isMark(block.byte(end)), (block.byte(end) == 34) == (byte == 34) { end += 1 }
                if end - at == 1 {
                    at = spaced(block, at, into: &findings)
                    continue
                }
                if let mended = mended(block, Span(at, end)) { report(block, Span(at, end), mended, into: &findings) }
                at = end
            }
        }
    }

    /// `, ,`: the same mark twice with a space between.
    private func spaced(_ block: BlockText, _ at: Int, into findings: inout [Finding]) -> Int {
        guard block.text[at] == 44, block.byte(at + 2) == 44, BlockText.isSpace(block.character(at + 3)),
            BlockText.isLetter(block.characterBefore(at))
        else { return at + 1 }
        report(block, Span(at, at + 3), ",", into: &findings)
        return at + 3
    }

    /// What should stand there, or nil for a run of marks that may be meant.
    private func mended(_ block: BlockText, _ run: Span) -> String? {
        guard run.count == 2 else { return nil }
        let before = block.characterBefore(run.start)
        let after = block.character(run.end)
        switch (block.text[run.start], block.text[run.start + 1]) {
        case (44, 44):
            // Two commas behind a space open a quotation.
            return BlockText.isSpace(before) || before == 0 ? nil : ","
        case (59, 59), (58, 58):
            return after == 0 || BlockText.isSpace(after) ? String(UnicodeScalar(block.text[run.start])) : nil
        case (44, 46), (44, 59), (59, 44): return "."
        case (46, 44):
            return isOrdinaryWord(block, run.start) ? "," : nil
        case (46, 46):
            guard after == 0 || BlockText.isSpace(after) else { return nil }
            return BlockText.isLetter(before) || BlockText.isDigit(before) ? "." : nil
        case (33, 46), (63, 46):
            return block.byte(run.end) == 46 ? nil : String(UnicodeScalar(block.text[run.start]))
        case (46, 33), (46, 63): return nil
        case (34, 34):
            guard BlockText.isLetter(before) || Self.isMark(UInt8(clamping: before)),
                after == 0 || BlockText.isSpace(after) || Self.isMark(UInt8(clamping: after))
            else { return nil }
            return "\""
        default: return nil
        }
    }

    /// A year, or a word too long and too plain for an abbreviation.
    private func isOrdinaryWord(_ block: BlockText, _ end: Int) -> Bool {
        let word = block.wordBefore(end)
        if word.count == 4, block.text[word.start..<word.end].allSatisfy({ $0 >= 48 && $0 <= 57 }) { return true }
        return word.count >= 6 && block.text[word.start..<word.end].allSatisfy { $0 >= 97 && $0 <= 122 }
    }

    private func report(_ block: BlockText, _ span: Span, _ mended: String, into findings: inout [Finding]) {
        findings.append(
            Finding(
                rule: Self.description, span: span, message: Self.message(block.string(span), mended),
                suggestions: [Suggestion(span: span, replacement: mended)], confidence: 0.9))
    }

    private static func isMark(_ byte: UInt8) -> Bool { [44, 46, 33, 63, 59, 58, 34].contains(byte) }

    private static func message(_ written: String, _ mended: String) -> String {
        "“\(written)” is one mark too many; “\(mended)” is enough."
    }
}
