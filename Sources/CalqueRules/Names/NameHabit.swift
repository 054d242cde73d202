import CalqueSyntax

/// How a form is cased in clean text, in the lexicon's scale: log2(count + 1) times 8, so that 8 is a doubling.
struct NameHabit {
    var lower: Int
    var capital: Int
    var isAcronym: Bool

    init(_ entry: Lexicon.Entry) {
        lower = Int(entry.lowerCount)
        capital = Int(max(entry.titleCount, entry.upperCount))
        isAcronym = entry.upperCount > entry.titleCount
    }

    /// Whether the form stands with a capital at least 2 to the `octaves` times as often as without.
    func isCapital(by octaves: Int) -> Bool { capital > 0 && (lower == 0 || capital - lower >= octaves * 8) }

    /// Whether the form stands in small letters at least 2 to the `octaves` times as often as with a capital.
    func isLower(by octaves: Int) -> Bool { lower > 0 && lower - capital >= octaves * 8 }

    /// The scale of a count.
    static let two = 13
    static let five = 21
    static let ten = 28
    static let thirty = 40
    static let hundred = 53
    static let threeHundred = 66
    static let thousand = 80
}

extension Lexicon.Entry {
    var habit: NameHabit { NameHabit(self) }
    /// A dictionary has the form as a common word.
    var isCommonWord: Bool { marks.contains(.dictionary) }
}
