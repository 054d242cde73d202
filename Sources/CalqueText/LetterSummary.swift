/// Gathers shape and script of a token while its characters go by.
struct LetterSummary {
    private var upper = 0
    private var lower = 0
    /// Capitals that do not begin a part of the token: McDonald, iPhone, NATO.
    private var innerUpper = 0
    private var beginsUpper = false
    private var isPartStart = true
    private(set) var script = Token.Script.none

    @inline(__always)
    mutating func addLatin(isUpper: Bool) {
        addScript(.latin)
        addCased(isUpper: isUpper)
    }

    /// A character that is no letter; a hyphen or apostrophe begins a new part.
    @inline(__always)
    mutating func addOther(isJoint: Bool) { if isJoint { isPartStart = true } }

    mutating func add(_ traits: CharacterTraits) {
        if traits.script != .none { addScript(traits.script) }
        if traits.flags.contains(.upper) {
            addCased(isUpper: true)
        } else if traits.flags.contains(.lower) {
            addCased(isUpper: false)
        } else {
            addOther(isJoint: traits.kind == .hyphen || traits.kind == .apostrophe)
        }
    }

    @inline(__always)
    private mutating func addCased(isUpper: Bool) {
        if isUpper {
            if upper + lower == 0 { beginsUpper = true }
            upper += 1
            if !isPartStart { innerUpper += 1 }
        } else {
            lower += 1
        }
        isPartStart = false
    }

    @inline(__always)
    private mutating func addScript(_ added: Token.Script) {
        if script == added { return }
        switch (script, added) {
        case (.none, _): script = added
        // Japanese and Korean are written with Han characters among their own.
        case (.han, .kana), (.han, .hangul): script = added
        case (.kana, .han), (.hangul, .han): break
        default: script = .mixed
        }
    }

    /// "O'Brien" and "Anti-American" are title case: each capital begins a part, and the first letter is one.
    var shape: Token.Shape {
        if upper + lower == 0 { return .none }
        if upper == 0 { return .lower }
        if lower == 0 { return .upper }
        return beginsUpper && innerUpper == 0 ? .title : .mixed
    }
}
