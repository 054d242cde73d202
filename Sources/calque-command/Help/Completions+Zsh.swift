extension Completions {
    static var zsh: String {
        var text = """
            #compdef calque
            # Completions of calque for zsh: source <(calque completions zsh), or put this as _calque into $fpath.
            _calque_rules() {
                local -a rules
                rules=(${(f)"$(\(listRules))"})
                compadd -a rules
            }
            _calque() {
                local -a commands
                commands=(

            """
        for command in CommandDescription.all {
            text += "        '\(command.name):\(quoted(command.summary))'\n"
        }
        text += """
                )
                if (( CURRENT == 2 )); then
                    _describe -t commands 'command' commands
                    _arguments '--help[Show help and exit]' '--version[Show the version and exit]'
                    return
                fi
                local command="${words[2]}"
                words=("calque $command" "${(@)words[3,-1]}")
                (( CURRENT-- ))
                case "$command" in

            """
        for command in CommandDescription.all {
            text += "        \(command.name))\n            _arguments -s"
            for option in command.options { text += " \\\n                \(argument(option))" }
            if let operand = action(command.operandKind) { text += " \\\n                \(operand)" }
            text += "\n            ;;\n"
        }
        return text
            + "    esac\n}\nif [ \"$funcstack[1]\" = _calque ]; then _calque \"$@\"; else compdef _calque calque; fi\n"
    }

    private static func argument(_ option: OptionDescription) -> String {
        let repeated = option.isRepeatable ? "*" : ""
        let value = option.takesValue ? ":\(quoted(option.value)):\(action(option.kind))" : ""
        let sign = option.takesValue ? "=" : ""
        let long = "'\(repeated)--\(option.name)\(sign)[\(quoted(option.summary))]\(value)'"
        guard let short = option.short else { return long }
        let plus = option.takesValue ? "+" : ""
        return "'\(repeated)-\(short)\(plus)[\(quoted(option.summary))]\(value)' \\\n                \(long)"
    }

    private static func action(_ kind: OptionDescription.Kind) -> String {
        if let words = words(kind) { return "(\(words.joined(separator: " ")))" }
        switch kind {
        case .file: return "_files"
        case .folder: return "_files -/"
        case .rules: return "_calque_rules"
        default: return " "
        }
    }

    private static func action(_ kind: CommandDescription.OperandKind) -> String? {
        if let words = words(kind) { return "'1:word:(\(words.joined(separator: " ")))'" }
        switch kind {
        case .paths: return "'*:path:_files'"
        case .rule: return "'1:rule:_calque_rules'"
        default: return nil
        }
    }

    /// Text within single quotes and brackets of a specification.
    private static func quoted(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "'": result += "'\\''"
            case "[", "]", ":", "\\": result += "\\\(character)"
            default: result.append(character)
            }
        }
        return result
    }
}
