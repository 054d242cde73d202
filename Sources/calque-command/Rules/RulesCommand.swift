import Calque

/// `calque rules`: the list of rules, or all there is to know of one.
struct RulesCommand {
    private let arguments: ParsedArguments
    private let format: String

    init(_ arguments: ParsedArguments) {
        self.arguments = arguments
        format = arguments.value(.listFormat) ?? "text"
    }

    func run() throws -> ExitStatus {
        let set = try RuleSelection.available(arguments)
        let rules = set.descriptions
        if let folder = arguments.value(.pages) {
            if let operand = arguments.operands.first {
                throw Trouble("--pages writes the pages of all rules; leave “\(operand.string)” out.")
            }
            try RulePages.write(rules, to: Path(folder))
            return .clean
        }
        guard let id = arguments.operands.first?.string else { return try MainCommand.write(list(rules)) }
        if arguments.operands.count > 1 {
            throw Trouble("Only one rule can be shown; “\(arguments.operands[1].string)” is one too many.")
        }
        guard let rule = rules.first(where: { $0.id == id }) else {
            throw Trouble(
                "There is no rule “\(id)”.\(NearestName.hint(id, among: rules.map(\.id))) “calque rules” lists them.")
        }
        return try MainCommand.write(page(rule))
    }

    private func list(_ rules: [RuleDescription]) -> String {
        switch format {
        case "json": RuleJSON.list(rules)
        case "markdown": RuleList.markdown(rules)
        default: RuleList.text(rules)
        }
    }

    private func page(_ rule: RuleDescription) -> String {
        switch format {
        case "json": RuleJSON.page(rule)
        case "markdown": RulePage.markdown(rule)
        default: RulePage.text(rule)
        }
    }
}
