import Calque

/// Chooses the rules that run: by `--only`, `--enable`, `--disable`, `--rules`, and what is on by default.
struct RuleSelection {
    /// The rules that are to run.
    let ruleSet: RuleSet
    /// All rules that there are, by id.
    let descriptions: [RuleDescription]

    /// - Throws: `Trouble` for a name that no rule and no family has, and for a choice that leaves nothing.
    init(_ arguments: ParsedArguments) throws {
        let all = try RuleSelection.available(arguments)
        descriptions = all.descriptions
        let only = try Self.names(arguments, .only, descriptions)
        let enabled = try Self.names(arguments, .enable, descriptions)
        let disabled = try Self.names(arguments, .disable, descriptions)
        func isChosen(_ rule: RuleDescription) -> Bool {
            if Self.contains(disabled, rule) { return false }
            if !only.isEmpty { return Self.contains(only, rule) || Self.contains(enabled, rule) }
            return rule.isOnByDefault || Self.contains(enabled, rule)
        }
        let chosen = RuleSet(rules: all.rules.filter { isChosen(type(of: $0).description) })
        if chosen.rules.isEmpty && !(only.isEmpty && disabled.isEmpty) {
            throw Trouble("No rule is left to run: --disable takes away all that the other options choose.")
        }
        ruleSet = chosen
    }

    /// The built-in rules and those of the folders of `--rules`.
    static func available(_ arguments: ParsedArguments) throws -> RuleSet {
        RuleSet(rules: builtInRules.map { $0.init() })
    }

    private static func contains(_ names: Set<String>, _ rule: RuleDescription) -> Bool {
        names.contains(rule.id) || names.contains(rule.family.rawValue)
    }

    private static func names(
        _ arguments: ParsedArguments, _ option: OptionDescription, _ rules: [RuleDescription]
    ) throws -> Set<String> {
        let names = arguments.list(option)
        if names.isEmpty && arguments.has(option) {
            throw Trouble("The option --\(option.name) names no rule. “calque rules” lists them.")
        }
        for name in names where Family(rawValue: name) == nil && !rules.contains(where: { $0.id == name }) {
            throw unknown(name, rules, withFamilies: true)
        }
        return Set(names)
    }

    /// What to say of a name that no rule has.
    static func unknown(_ name: String, _ rules: [RuleDescription], withFamilies: Bool) -> Trouble {
        let names = rules.map(\.id) + (withFamilies ? Family.allCases.map(\.rawValue) : [])
        let kind = withFamilies ? "rule or family of rules" : "rule"
        return Trouble(
            "There is no \(kind) “\(name)”.\(NearestName.hint(name, among: names)) “calque rules” lists them.")
    }
}
