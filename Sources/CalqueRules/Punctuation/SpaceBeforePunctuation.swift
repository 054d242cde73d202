import CalqueLint
import CalqueSyntax
import CalqueText

/// A space before a comma, full stop, semicolon, exclamation or question mark.
struct SpaceBeforePunctuation: Rule {
    static let description = RuleDescription(
        id: "space-before-punctuation",
        name: "Space before punctuation",
        family: .punctuation,
        summary: "A space stands before a comma, a full stop, a semicolon, a question or exclamation mark.",
        rationale: """
            A machine that splits words from marks before it translates does not always join them again. Keeps quiet with \
            colons, ellipses, fractions (.5) and names that begin with a full stop (.NET), when marks stand between spaces \
            as symbols, and with the single space that a link taken out of a web page leaves: one place in an article is \
            reported only before a quotation mark, two and more everywhere.
            """,
        mqm: "Fluency/Punctuation",
        severity: .minor,
        bad: [
            "The ferry was late[[ .]] Nobody waited[[ .]]",
            "The ferry[[ ,]] which was late[[ ,]] sank.",
            "Was the ferry late[[ ?]] Nobody knows[[ !]]",
            "\"We do not use[[ .]]\" That was all.",
        ],
        good: [
            "The ferry was late. Nobody waited.",
            "He waited ... and left.",
            "The department answered on Twitter . Nobody waited.",
            "Write it in .NET or pay .5 percent.",
            "The marks , ; . are called stops.",
        ],
        evidence: .slip, hasSafeFix: true, precision: "1.00 (n = 2)")

    init() {}

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        var found: [Finding] = []
        var isBeforeQuotation: [Bool] = []
        for block in analysis.blockTexts() {
            var at = block.start + 1
            while at < block.end {
                let byte = block.text[at]
                if Self.isStop(byte), BlockText.isSpace(block.characterBefore(at)), isAlone(block, at) {
                    let start = block.skippingSpaceBack(at)
                    if isWordEnd(block, start) {
                        let mark = String(UnicodeScalar(byte))
                        let span = Span(start, at + 1)
                        isBeforeQuotation.append([0x22, 0x201D].contains(block.character(at + 1)))
                        found.append(
                            Finding(
                                rule: Self.description, span: span, message: Self.message(mark),
                                suggestions: [Suggestion(span: span, replacement: mark)], confidence: 0.9))
                    }
                }
                at = block.nextMark(at + 1)
            }
        }
        findings += zip(found, isBeforeQuotation).filter { $0.1 || found.count > 1 }.map(\.0)
    }

    /// No other mark stands beside it, and nothing hangs on it.
    private func isAlone(_ block: BlockText, _ at: Int) -> Bool {
        let next = block.character(at + 1)
        guard next == 0 || BlockText.isSpace(next) || next == 0x22 || next == 0x201D || next == 0x2019 else {
            return false
        }
        let following = block.byte(block.skippingSpace(at + 1))
        return !Self.isStop(following) && following != 58
    }

    private func isWordEnd(_ block: BlockText, _ at: Int) -> Bool {
        let character = block.characterBefore(at)
        return BlockText.isLetter(character) || BlockText.isDigit(character) || character == 41 || character == 37
    }

    private static func isStop(_ byte: UInt8) -> Bool { [44, 46, 59, 33, 63].contains(byte) }

    private static func message(_ mark: String) -> String {
        "A space stands before “\(mark)”; in English the mark follows the word at once."
    }
}
