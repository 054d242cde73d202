/// All that is known of a command, as `OptionDescription` is of an option.
struct CommandDescription: Sendable {
    let name: String
    /// How help shows what is given besides options: "[PATH ...]"; empty for nothing.
    var operands = ""
    let operandKind: OperandKind
    /// What it does, in some words: no full stop.
    let summary: String
    /// Paragraphs of whole sentences.
    var details: [String] = []
    var options: [OptionDescription] = []
    var examples: [Example] = []

    /// What is given besides options; completions offer fitting words.
    enum OperandKind: Equatable, Sendable {
        case none, paths, rule, shell, command
    }

    struct Example: Sendable {
        let line: String
        let meaning: String
    }

    func option(named name: String) -> OptionDescription? { options.first { $0.name == name } }
    func option(short letter: Character) -> OptionDescription? { options.first { $0.short == letter } }
}
