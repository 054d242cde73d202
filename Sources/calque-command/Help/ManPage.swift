/// The man page calque(1), as roff with the man macros, from the tables of commands and options.
enum ManPage {
    static var text: String {
        var page = """
            .TH CALQUE 1 "" "calque \(MainCommand.version)" "User Commands"
            .SH NAME
            calque \\- find the marks that a machine left in translated news
            .SH SYNOPSIS

            """
        for command in CommandDescription.all {
            page +=
                ".B calque \(escaped(command.name))\n[OPTIONS]\(command.operands.isEmpty ? "" : " " + escaped(command.operands))\n.br\n"
        }
        page += ".SH COMMANDS\n"
        for command in CommandDescription.all { page += section(of: command) }
        page += ".SH EXIT STATUS\n"
        for (status, meaning) in statuses { page += ".TP\n.B \(status)\n\(escaped(meaning))\n" }
        page += ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\n"
        page += escaped("When it is set and not empty, nothing is coloured unless --color says so.") + "\n"
        return page
    }

    private static let statuses = [
        ("0", "Nothing was found, or nothing at or above the bar of --fail-on."),
        ("1", "Something was found."),
        ("2", "The usage, a configuration or the input is wrong, or writing failed; standard error says what."),
        ("130, 143", "The command was interrupted or told to end; reports are as they were before."),
        ("141", "The reader of standard output went away."),
    ]

    private static func section(of command: CommandDescription) -> String {
        var text =
            ".SS calque \(escaped(command.name))\(command.operands.isEmpty ? "" : " " + escaped(command.operands))\n"
        text += escaped(command.summary + ".") + "\n"
        for paragraph in command.details { text += ".PP\n" + escaped(paragraph) + "\n" }
        for option in command.options {
            var head = option.short.map { "\\fB\\-\($0)\\fR, " } ?? ""
            head += "\\fB\\-\\-\(escaped(option.name))\\fR"
            if option.takesValue { head += " \\fI\(escaped(option.value))\\fR" }
            text += ".TP\n\(head)\n\(escaped(HelpPage.description(of: option)))\n"
        }
        for example in command.examples {
            text += ".PP\n\(escaped(example.meaning))\n.PP\n.RS\n.nf\n\(escaped(example.line))\n.fi\n.RE\n"
        }
        return text
    }

    /// Text in which roff sees no request and no escape, and hyphens can be copied. Non-ASCII is named by its
    /// code point (groff_char(7)), so that the page does not depend on a locale.
    static func escaped(_ text: String) -> String {
        var result = text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : ""
        for scalar in text.trimmedSpaces.unicodeScalars {
            switch scalar {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "'": result += "\\(aq"
            case "\n": result += " "
            case "…": result += "..."
            case "“": result += "\\(lq"
            case "”": result += "\\(rq"
            default:
                if scalar.isASCII {
                    result.unicodeScalars.append(scalar)
                } else {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    result += "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)) + digits)]"
                }
            }
        }
        return result
    }
}

extension String {
    fileprivate var trimmedSpaces: Substring {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return text
    }
}
