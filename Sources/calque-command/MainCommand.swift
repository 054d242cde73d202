import Calque

/// Finds the command that is asked for, and runs it.
enum MainCommand {
    /// The version of the program.
    static let version = "0.1.0"

    static func run(_ arguments: ArraySlice<[UInt8]>) -> ExitStatus {
        do {
            return try dispatch(arguments)
        } catch let trouble as Trouble {
            Messages.write(trouble.message)
            return .trouble
        } catch is ClosedPipe {
            return .closedPipe
        } catch {
            Messages.write("Something went wrong: \(error).")
            return .trouble
        }
    }

    private static func dispatch(_ arguments: ArraySlice<[UInt8]>) throws -> ExitStatus {
        guard let first = arguments.first else {
            Messages.writeBytes(Array(HelpPage.main.utf8))
            return .trouble
        }
        let name = String(decoding: first, as: UTF8.self)
        switch name {
        case "--help", "-h": return try write(HelpPage.main)
        case "--version": return try write("calque \(version)\n")
        default: break
        }
        guard let command = CommandDescription.named(name) else { throw unknown(name) }
        let parsed = try ArgumentParser(command: command).parse(arguments.dropFirst())
        if parsed.has(.help) { return try write(HelpPage.page(of: command)) }
        switch command.name {
        case CommandDescription.check.name: return try CheckCommand(parsed).start()
        case CommandDescription.stream.name: return try StreamCommand(parsed).run()
        case CommandDescription.serve.name: return try ServeCommand(parsed).run()
        case CommandDescription.rules.name: return try RulesCommand(parsed).run()
        case CommandDescription.config.name: return try ConfigCommand(parsed).run()
        case CommandDescription.baseline.name: return try BaselineCommand(parsed).start()
        case CommandDescription.search.name: return try SearchCommand(parsed).run()
        case CommandDescription.parse.name: return try ParseCommand(parsed).run()
        case CommandDescription.completions.name: return try CompletionsCommand(parsed).run()
        default: return try HelpCommand(parsed).run()
        }
    }

    static func write(_ text: String) throws -> ExitStatus {
        let output = Output.standard()
        try output.write(text)
        try output.flush()
        return .clean
    }

    static func unknown(_ name: String) -> Trouble {
        if name.hasPrefix("-") {
            return Trouble("Options stand behind the command, as in “calque check \(name) …”. See “calque --help”.")
        }
        let names = CommandDescription.all.map(\.name)
        let hint = NearestName.hint(name, among: names)
        let check = hint.isEmpty ? " To check an article, write “calque check \(name)”." : ""
        return Trouble("There is no command “\(name)”.\(hint)\(check) See “calque --help”.")
    }
}
