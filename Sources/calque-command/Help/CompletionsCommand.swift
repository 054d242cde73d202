import Calque

/// `calque completions`: writes the completions of a shell.
struct CompletionsCommand {
    private let arguments: ParsedArguments

    init(_ arguments: ParsedArguments) { self.arguments = arguments }

    func run() throws -> ExitStatus {
        let shells = Completions.shells.formatted(or: "or")
        guard let shell = arguments.operands.first?.string else {
            throw Trouble("No SHELL is given. Name one: \(shells).")
        }
        if arguments.operands.count > 1 {
            throw Trouble("Only one SHELL can be given; “\(arguments.operands[1].string)” is one too many.")
        }
        guard let script = Completions.script(for: shell) else {
            throw Trouble(
                "There are no completions for “\(shell)”.\(NearestName.hint(shell, among: Completions.shells)) The shells are \(shells)."
            )
        }
        return try MainCommand.write(script)
    }
}
