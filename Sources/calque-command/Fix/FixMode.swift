import Calque

/// What `check` does with suggestions: `--fix`, `--fix-unsafe` and `--diff-output`.
struct FixMode {
    let fixer: Fixer
    /// Whether a diff is written, and no file.
    let isDiff: Bool
    let includesUnsafe: Bool

    /// nil where nothing is to be fixed.
    init?(_ arguments: ParsedArguments) {
        isDiff = arguments.has(.diffOutput)
        includesUnsafe = arguments.has(.fixUnsafe)
        if !isDiff && !includesUnsafe && !arguments.has(.fix) { return nil }
        fixer = Fixer(includesUnsafe: includesUnsafe)
    }

    /// Whether standard output is taken: by the diff, or by the fixed text of standard input.
    static func takesStandardOutput(_ arguments: ParsedArguments) -> Bool {
        FixMode(arguments).map { $0.isDiff || arguments.operands.contains(where: \.isDash) } ?? false
    }
}
