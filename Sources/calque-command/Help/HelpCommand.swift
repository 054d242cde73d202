/// `calque help`: the help of a command, or the man page.
struct HelpCommand {
    private let arguments: ParsedArguments

    init(_ arguments: ParsedArguments) { self.arguments = arguments }

    func run() throws -> ExitStatus {
        if arguments.has(.man) { return try MainCommand.write(ManPage.text) }
        guard let name = arguments.operands.first?.string else { return try MainCommand.write(HelpPage.main) }
        guard let command = CommandDescription.named(name) else { throw MainCommand.unknown(name) }
        return try MainCommand.write(HelpPage.page(of: command))
    }
}
