/// What a command line says, by the table of options.
struct ParsedArguments {
    fileprivate(set) var operands: [Path] = []
    private var values: [String: [String]] = [:]

    mutating func add(_ value: String, to option: OptionDescription) {
        values[option.name, default: []].append(value)
    }

    mutating func add(operand: [UInt8]) { operands.append(Path(operand)) }

    func has(_ option: OptionDescription) -> Bool { values[option.name] != nil }

    /// The value of an option that is given once.
    func value(_ option: OptionDescription) -> String? { values[option.name]?.last }

    /// The values of an option that is repeatable, in order.
    func values(_ option: OptionDescription) -> [String] { values[option.name] ?? [] }

    /// The values of an option whose values are lists with commas.
    func list(_ option: OptionDescription) -> [String] {
        values(option).flatMap { $0.split(separator: ",").map(String.init) }
    }
}
