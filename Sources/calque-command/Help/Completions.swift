import Calque

/// Completions of the shells, from the tables of commands and options.
enum Completions {
    static let shells = ["bash", "zsh", "fish"]

    static func script(for shell: String) -> String? {
        switch shell {
        case "bash": bash
        case "zsh": zsh
        case "fish": fish
        default: nil
        }
    }

    /// The words that an option's value can be completed with; nil where it is something else.
    static func words(_ kind: OptionDescription.Kind) -> [String]? {
        switch kind {
        case .choice(let choices): choices
        case .report: Reporters.names
        default: nil
        }
    }

    static func words(_ kind: CommandDescription.OperandKind) -> [String]? {
        switch kind {
        case .shell: shells
        case .command: CommandDescription.all.map(\.name)
        default: nil
        }
    }

    /// Lists the ids of rules; run by the completions when they are asked for one.
    static let listRules = "calque rules 2>/dev/null | sed -n 's/^  *\\([a-z][a-z0-9-]*\\) .*/\\1/p'"
}
