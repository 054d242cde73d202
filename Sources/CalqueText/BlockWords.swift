/// The words of a short block, looked at for what kind of block it is.
struct BlockWords {
    /// Runs of anything but white space.
    private(set) var count = 0
    private var capitalised = 0
    /// Words that would have a capital in a title: all but short function words.
    private var notable = 0
    private var months = 0
    private var numbers = 0
    private var dayparts = 0
    private var upper = 0
    private var others = 0
    private var bracketed = 0
    private var firstMark: UInt8 = 0
    private var lastMark: UInt8 = 0
    private(set) var hasInnerColon = false
    /// A sentence ends before the last word.
    private(set) var hasInnerStop = false
    private(set) var endsInQuestion = false
    /// Ends in a comma or semicolon, or in a function word.
    private(set) var endsOpen = false
    private var endsInDash = false
    private var beginsWithCopyright = false
    private var hasFirstColon = false

    private enum Mark: UInt8 {
        case month = 1
        case daypart
        case by
        case author
        case caption
        case agency
        case function
    }

    private static let table = WordTable([
        (
            Mark.month.rawValue,
            """
            january february march april may june july august september october november december jan feb mar apr jun
            jul aug sept sep oct nov dec
            """
        ),
        (
            Mark.daypart.rawValue,
            """
            monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun a.m p.m am pm gmt utc
            msk est edt updated published posted
            """
        ),
        (Mark.by.rawValue, "by"),
        (Mark.author.rawValue, "author text reporter correspondent editor"),
        (Mark.caption.rawValue, "photo photos image picture pictures pictured caption video file screenshot"),
        (
            Mark.agency.rawValue,
            "reuters ap afp tass itar-tass interfax xinhua dpa upi getty epa ria novosti"
        ),
        (
            Mark.function.rawValue,
            "the a an of in on at to for and or but with from by as is are was were that than into"
        ),
    ])

    init(_ text: Bytes, _ span: Span) {
        var at = span.start
        while at < span.end {
            let space = WhiteSpace.length(in: text, at: at, limit: span.end)
            if space > 0 {
                at += space
                continue
            }
            let start = at
            while at < span.end && WhiteSpace.length(in: text, at: at, limit: span.end) == 0 {
                at += text.codePoint(at: at, limit: span.end).length
            }
            add(text, start, at, isLast: at == span.end)
        }
        endsInQuestion = text[..<span.end].last.map { $0 == 63 || $0 == 33 } ?? false
    }

    private mutating func add(_ text: Bytes, _ start: Int, _ end: Int, isLast: Bool) {
        count += 1
        var first = start
        var last = end
        while first < last && text[first] < 0x80 && !Self.isAlphanumeric(text[first]) { first += 1 }
        while last > first && text[last - 1] < 0x80 && !Self.isAlphanumeric(text[last - 1]) { last -= 1 }
        if count == 1 {
            beginsWithCopyright = end - start >= 2 && text[start] == 0xC2 && text[start + 1] == 0xA9
            hasFirstColon = text[end - 1] == 58
        }
        let mark = Self.table.mark(of: text, from: first, to: last) ?? 0
        if count == 1 { firstMark = mark }
        lastMark = mark
        if !isLast && text[end - 1] == 58 { hasInnerColon = true }
        if !isLast && text[end - 1] == 46 && last - first > 2 && text[last - 1] >= 97
            && Abbreviation.table.mark(of: text, from: first, to: last) == nil
        {
            hasInnerStop = true
        }
        if isLast {
            endsOpen = text[end - 1] == 44 || text[end - 1] == 59 || mark == Mark.function.rawValue
            let length = end - start
            endsInDash = length == 1 && text[start] == 45 || length == 2 && text[start] == 45 && text[start + 1] == 45
            endsInDash =
                endsInDash
                || (length == 3 && text[start] == 0xE2 && text[start + 1] == 0x80 && text[start + 2] & 0xFE == 0x94)
        }
        judge(text, first, last, mark, isBracketed: text[start] == 40)
    }

    private mutating func judge(_ text: Bytes, _ first: Int, _ last: Int, _ mark: UInt8, isBracketed: Bool) {
        guard first < last else { return }
        if text[first] >= 0x80 && CharacterTraits(text.codePoint(at: first, limit: last).point).script == .none {
            return
        }
        let isUpper = text[first] &- 65 < 26 || (text[first] >= 0x80 && isUpperCase(text, first, last))
        let isNumber = text[first] &- 48 < 10
        if isBracketed { bracketed += 1 }
        if mark != Mark.function.rawValue && mark != Mark.by.rawValue && !isNumber {
            notable += 1
            if isUpper { capitalised += 1 }
        }
        if mark == Mark.month.rawValue {
            months += 1
        } else if mark == Mark.daypart.rawValue {
            dayparts += 1
        } else if isNumber {
            numbers += 1
        } else if isUpper && (first..<last).allSatisfy({ text[$0] &- 97 >= 26 }) {
            upper += 1
        } else if !isUpper && mark != Mark.agency.rawValue {
            others += 1
        }
    }

    private func isUpperCase(_ text: Bytes, _ at: Int, _ limit: Int) -> Bool {
        CharacterTraits(text.codePoint(at: at, limit: limit).point).flags.contains(.upper)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 || byte &- 48 < 10 }

    /// Every word of weight has a capital.
    var isTitleCase: Bool { notable > 0 && capitalised == notable }

    /// "By Jane Roe", "Author: Jane Roe".
    var isByline: Bool {
        if count < 2 || count > 8 || numbers > 0 { return false }
        if firstMark == Mark.by.rawValue { return capitalised == notable && capitalised >= 1 && !endsOpen }
        return firstMark == Mark.author.rawValue && hasFirstColon
    }

    /// "Photo: Jane Roe", "© Roe", "Crowds at the gate (AP)".
    var isCaption: Bool {
        if count > 40 { return false }
        if beginsWithCopyright { return true }
        if firstMark == Mark.caption.rawValue && hasFirstColon { return true }
        return bracketed > 0 && lastMark == Mark.agency.rawValue && count <= 30
    }

    /// "MOSCOW, Feb. 16 —", "16 February 2017, 10:45", "RIGA (Reuters) -": place and date, and nothing else.
    func isDateline(isTop: Bool) -> Bool {
        if count > 10 || others > 0 || !isTop { return false }
        if endsInDash && upper > 0 && count <= 8 { return true }
        return months + dayparts > 0 && (numbers > 0 || dayparts > 0) && capitalised - months - dayparts <= 2
            && !hasInnerColon
    }
}
