import Calque

/// Chooses the rules that run: by `--only`, `--enable`, `--disable`, `--rules`, a configuration, and what is on by default.
struct RuleSelection {
    /// The built-in rules and those of the folders of `--rules`.
    let available: RuleSet
    private let only: [String]?
    private let enabled: [String]?
    private let disabled: [String]?

    /// - Throws: `Trouble` for a name that no rule and no family has, and for a choice that leaves nothing.
    init(_ arguments: ParsedArguments) throws {
        available = try Self.available(arguments)
        Self.warn(of: available)
        only = try Self.names(arguments, .only)
        enabled = try Self.names(arguments, .enable)
        disabled = try Self.names(arguments, .disable)
        // Rules that are left although all that were asked for are taken away would check something else.
        if try rules(Configuration()).isEmpty && disabled != nil {
            throw Trouble("No rule is left to run: --disable takes away all that the other options choose.")
        }
    }

    /// The rules that are to run; the options count more than the configuration.
    func rules(_ configuration: Configuration) throws -> RuleSet {
        let isConfigured = configuration.sources != nil || !configuration.rules.isEmpty
        if only == nil && enabled == nil && disabled == nil && !isConfigured {
            // What nearly every run asks for, without a table of all names.
            var set = available
            set.rules.removeAll { !type(of: $0).description.isOnByDefault }
            return set
        }
        do throws(UnknownRule) {
            return try available.selecting(
                only: only, also: enabled ?? [], without: disabled ?? [], configuration: configuration)
        } catch {
            throw Trouble(error.description)
        }
    }

    static func available(_ arguments: ParsedArguments) throws -> RuleSet {
        var set = RuleSet(rules: builtInRules.map { $0.init() }, patterns: [.builtIn])
        for folder in arguments.values(.rules) {
            do throws(RuleErrors) {
                set.patterns.append(try PatternRules.load(folder: folder, taken: Set(set.ids)))
            } catch {
                throw Trouble(error.description)
            }
        }
        return set
    }

    /// Says which of the user's own rules wait for what this version does not have.
    private static func warn(of set: RuleSet) {
        for patterns in set.patterns.dropFirst() {
            for rule in patterns.waiting { Messages.write(rule.reason) }
        }
    }

    /// The names that an option gives; nil where it is not given.
    private static func names(_ arguments: ParsedArguments, _ option: OptionDescription) throws -> [String]? {
        guard arguments.has(option) else { return nil }
        let names = arguments.list(option)
        if names.isEmpty { throw Trouble("The option --\(option.name) names no rule. “calque rules” lists them.") }
        return names
    }
}
