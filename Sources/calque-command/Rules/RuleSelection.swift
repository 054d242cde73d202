import Calque

/// Chooses the rules that run: by `--only`, `--enable`, `--disable`, `--rules`, and what is on by default.
struct RuleSelection {
    /// The rules that are to run.
    let ruleSet: RuleSet

    /// - Throws: `Trouble` for a name that no rule and no family has, and for a choice that leaves nothing.
    init(_ arguments: ParsedArguments) throws {
        let all = try Self.available(arguments)
        let only = try Self.names(arguments, .only)
        let enabled = try Self.names(arguments, .enable)
        let disabled = try Self.names(arguments, .disable)
        if only == nil && enabled == nil && disabled == nil {
            // What nearly every run asks for, without a table of all names.
            var set = all
            set.rules.removeAll { !type(of: $0).description.isOnByDefault }
            ruleSet = set
            return
        }
        let chosen: RuleSet
        do throws(UnknownRule) {
            chosen = try all.selecting(only: only, also: enabled ?? [], without: disabled ?? [])
        } catch {
            throw Trouble(error.description)
        }
        // Rules that are left although all that were asked for are taken away would check something else.
        if disabled != nil && chosen.isEmpty {
            throw Trouble("No rule is left to run: --disable takes away all that the other options choose.")
        }
        ruleSet = chosen
    }

    /// The built-in rules and those of the folders of `--rules`.
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

    /// The names that an option gives; nil where it is not given.
    private static func names(_ arguments: ParsedArguments, _ option: OptionDescription) throws -> [String]? {
        guard arguments.has(option) else { return nil }
        let names = arguments.list(option)
        if names.isEmpty { throw Trouble("The option --\(option.name) names no rule. “calque rules” lists them.") }
        return names
    }
}
