extension Completions {
    static var fish: String {
        var text = """
            # Completions of calque for fish: calque completions fish | source
            complete -c calque -f
            complete -c calque -n __fish_use_subcommand -s h -l help -d 'Show help and exit'
            complete -c calque -n __fish_use_subcommand -l version -d 'Show the version and exit'

            """
        for command in CommandDescription.all {
            text += "complete -c calque -n __fish_use_subcommand -a \(command.name) -d '\(quoted(command.summary))'\n"
        }
        for command in CommandDescription.all {
            let condition = "-n '__fish_seen_subcommand_from \(command.name)'"
            for option in command.options {
                let short = option.short.map { " -s \($0)" } ?? ""
                let value = option.takesValue ? " -r\(values(option.kind))" : ""
                text +=
                    "complete -c calque \(condition)\(short) -l \(option.name)\(value) -d '\(quoted(option.summary))'\n"
            }
            if let words = words(command.operandKind) {
                text += "complete -c calque \(condition) -a '\(words.joined(separator: " "))'\n"
            } else if command.operandKind == .paths {
                text += "complete -c calque \(condition) -F\n"
            } else if command.operandKind == .rule {
                text += "complete -c calque \(condition) -a \"(\(ruleList))\"\n"
            }
        }
        return text
    }

    private static let ruleList = "calque rules 2>/dev/null | string match -rg '^ +([a-z][a-z0-9-]*) '"

    private static func values(_ kind: OptionDescription.Kind) -> String {
        if let words = words(kind) { return " -a '\(words.joined(separator: " "))'" }
        switch kind {
        case .file: return " -F"
        case .folder: return " -a '(__fish_complete_directories)'"
        case .rules: return " -a \"(\(ruleList))\""
        default: return ""
        }
    }

    /// Text within single quotes.
    private static func quoted(_ text: String) -> String {
        var result = ""
        for character in text {
            if character == "'" || character == "\\" { result.append("\\") }
            result.append(character)
        }
        return result
    }
}
