/// `--help`, from the tables of commands and options.
enum HelpPage {
    /// The help of `calque` itself.
    static var main: String {
        var text = """
            Find the marks that a machine left in translated news.

            Usage: calque COMMAND [OPTIONS] [ARGUMENTS]

            Commands:

            """
        let width = CommandDescription.all.map(\.name.count).max() ?? 0
        for command in CommandDescription.all {
            text += "  \(command.name.padded(to: width))  \(command.summary)\n"
        }
        text += "\nOptions:\n"
        for option in [OptionDescription.help, .version] {
            text += "  \(shape(option).padded(to: 15))  \(option.summary)\n"
        }
        text += "\n" + exitStatus + "\n\n“calque COMMAND --help” tells more of each command.\n"
        return text
    }

    static let exitStatus = TextWrap.wrap(
        "Exit status: 0 when nothing was found, or nothing at or above the bar of --fail-on; 1 when something was; 2 when the usage, a configuration or the input is wrong."
    )

    /// The help of one command.
    static func page(of command: CommandDescription) -> String {
        var text = TextWrap.wrap(command.summary + ".") + "\n\nUsage: \(usage(of: command))\n"
        for paragraph in command.details { text += "\n" + TextWrap.wrap(paragraph) + "\n" }
        text += "\nOptions:\n"
        for option in command.options {
            text += "  \(shape(option))\n" + TextWrap.wrap(description(of: option), indent: 10) + "\n"
        }
        if !command.examples.isEmpty {
            text += "\nExamples:\n"
            for example in command.examples {
                text += "  \(example.line)\n" + TextWrap.wrap(example.meaning, indent: 10) + "\n"
            }
        }
        if command.name == CommandDescription.check.name { text += "\n" + exitStatus + "\n" }
        return text
    }

    static func usage(of command: CommandDescription) -> String {
        "calque \(command.name) [OPTIONS]" + (command.operands.isEmpty ? "" : " \(command.operands)")
    }

    static func description(of option: OptionDescription) -> String {
        let repeated = option.isRepeatable && !option.details.contains("Repeat") ? " May be repeated." : ""
        return "\(option.summary). \(option.details)\(repeated)"
    }

    /// The option with room for the short form that others have.
    private static func shape(_ option: OptionDescription) -> String {
        option.short == nil ? "    \(option.usage)" : option.usage
    }
}

extension String {
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
