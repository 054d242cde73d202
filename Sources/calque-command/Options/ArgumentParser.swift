import Calque

/// Reads the arguments of a command by its options in the table.
///
/// Takes `--name value`, `--name=value`, `-n value`, `-nvalue`, flags together (`-qh`), and `--`, behind
/// which everything is an operand. Options may stand before, between and behind operands.
struct ArgumentParser {
    let command: CommandDescription

    func parse(_ arguments: ArraySlice<[UInt8]>) throws -> ParsedArguments {
        var parsed = ParsedArguments()
        var rest = arguments
        while let argument = rest.popFirst() {
            let text = String(decoding: argument, as: UTF8.self)
            if text == "--" {
                for operand in rest { parsed.add(operand: operand) }
                break
            } else if text.hasPrefix("--") {
                try parseLong(text.dropFirst(2), &rest, &parsed)
            } else if text.hasPrefix("-") && text != "-" {
                try parseShort(text.dropFirst(), &rest, &parsed)
            } else {
                parsed.add(operand: argument)
            }
        }
        return parsed
    }

    private func parseLong(
        _ text: Substring, _ rest: inout ArraySlice<[UInt8]>, _ parsed: inout ParsedArguments
    ) throws {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        guard let option = command.option(named: name) else { throw unknown("--\(name)") }
        if parts.count > 1 && !option.takesValue {
            throw Trouble("The option --\(name) takes no value; “\(parts[1])” was given.")
        }
        if option.takesValue {
            try add(parts.count > 1 ? String(parts[1]) : next(option, "--\(name)", &rest), option, &parsed)
        } else {
            parsed.add("", to: option)
        }
    }

    private func parseShort(
        _ text: Substring, _ rest: inout ArraySlice<[UInt8]>, _ parsed: inout ParsedArguments
    ) throws {
        var letters = text
        while let letter = letters.popFirst() {
            guard let option = command.option(short: letter) else { throw unknown("-\(letter)") }
            if option.takesValue {
                if letters.first == "=" { letters.removeFirst() }
                return try add(letters.isEmpty ? next(option, "-\(letter)", &rest) : String(letters), option, &parsed)
            }
            parsed.add("", to: option)
        }
    }

    private func next(
        _ option: OptionDescription, _ name: String, _ rest: inout ArraySlice<[UInt8]>
    ) throws -> String {
        let help = "See “calque \(command.name) --help”."
        guard let value = rest.first else {
            throw Trouble("The option \(name) wants a value: \(name) \(option.value). \(help)")
        }
        // A forgotten value would swallow the option behind it; a value like that can be given with "=".
        if value.count > 1 && value[0] == 0x2D && !value.dropFirst().allSatisfy({ $0 >= 0x2E && $0 <= 0x39 }) {
            let text = String(decoding: value, as: UTF8.self)
            throw Trouble(
                "The option \(name) wants a value (\(option.value)), and “\(text)” looks like an option. If it is the value, write --\(option.name)=\(text)."
            )
        }
        rest.removeFirst()
        return String(decoding: value, as: UTF8.self)
    }

    private func add(_ value: String, _ option: OptionDescription, _ parsed: inout ParsedArguments) throws {
        if value.isEmpty { throw Trouble("The option --\(option.name) wants a value (\(option.value)); it is empty.") }
        if case .choice(let choices) = option.kind, !choices.contains(value) {
            throw Trouble(
                "The option --\(option.name) takes \(choices.formatted(or: "or")), not “\(value)”.\(NearestName.hint(value, among: choices))"
            )
        }
        if !option.isRepeatable, let other = parsed.value(option), other != value {
            throw Trouble("The option --\(option.name) is given twice, as “\(other)” and as “\(value)”. Give it once.")
        }
        parsed.add(value, to: option)
    }

    private func unknown(_ name: String) -> Trouble {
        let names = command.options.map { "--\($0.name)" }
        return Trouble(
            "“calque \(command.name)” has no option \(name).\(NearestName.hint(name, among: names)) See “calque \(command.name) --help”; a path that begins with a hyphen stands after “--”."
        )
    }
}
