extension Completions {
    static var bash: String {
        var text = """
            # Completions of calque for bash: source <(calque completions bash)
            _calque() {
                local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" command="${COMP_WORDS[1]}"
                COMPREPLY=()
                if [[ $COMP_CWORD -eq 1 ]]; then
                    COMPREPLY=($(compgen -W "\(CommandDescription.all.map(\.name).joined(separator: " ")) --help --version" -- "$current"))
                    return
                fi
                case "$command $previous" in

            """
        for command in CommandDescription.all {
            for option in command.options where option.takesValue {
                let names = ["--\(option.name)"] + (option.short.map { ["-\($0)"] } ?? [])
                let pattern = names.map { "'\(command.name) \($0)'" }.joined(separator: "|")
                text += "        \(pattern)) \(bashReply(option.kind)); return ;;\n"
            }
        }
        text += "    esac\n    if [[ $current == -* ]]; then\n        case \"$command\" in\n"
        for command in CommandDescription.all {
            let names = command.options.map { "--\($0.name)" }.joined(separator: " ")
            text += "            \(command.name)) COMPREPLY=($(compgen -W \"\(names)\" -- \"$current\")) ;;\n"
        }
        text += "        esac\n        return\n    fi\n    case \"$command\" in\n"
        for command in CommandDescription.all {
            text += "        \(command.name)) \(bashReply(command.operandKind)) ;;\n"
        }
        return text + "    esac\n}\ncomplete -o filenames -F _calque calque\n"
    }

    private static func reply(words: String) -> String { "COMPREPLY=($(compgen -W \"\(words)\" -- \"$current\"))" }

    private static let filesReply = "mapfile -t COMPREPLY < <(compgen -f -- \"$current\")"

    private static func bashReply(_ kind: OptionDescription.Kind) -> String {
        if let words = words(kind) { return reply(words: words.joined(separator: " ")) }
        switch kind {
        case .file: return filesReply
        case .folder: return "mapfile -t COMPREPLY < <(compgen -d -- \"$current\")"
        case .rules: return reply(words: "$(\(listRules))")
        default: return ":"
        }
    }

    private static func bashReply(_ kind: CommandDescription.OperandKind) -> String {
        if let words = words(kind) { return reply(words: words.joined(separator: " ")) }
        switch kind {
        case .paths: return filesReply
        case .rule: return reply(words: "$(\(listRules))")
        default: return ":"
        }
    }
}
