import Calque

/// What articles with the same configuration have in common.
final class CheckPlan: Sendable {
    let rules: RuleSet
    let configuration: Configuration
    /// That of the command line, which counts more than the configuration's; nil where it says nothing.
    private let minimumConfidence: Double?
    private let explains: Bool

    init(rules: RuleSet, configuration: Configuration, minimumConfidence: Double?, explains: Bool) {
        self.explains = explains
        self.rules = rules
        self.configuration = configuration
        self.minimumConfidence = minimumConfidence
    }

    func makeLinter() -> Linter {
        Linter(
            rules: rules, configuration: configuration, minimumConfidence: minimumConfidence, explains: explains)
    }
}

/// Makes a plan for each article, and only one for those with the same configuration.
final class CheckPlanner {
    private struct Key: Hashable {
        let file: ObjectIdentifier?
        let sections: [Bool]
    }

    let configurations: ConfigurationFinder
    private let selection: RuleSelection
    private let minimumConfidence: Double?
    private let explains: Bool
    private var plans: [Key: CheckPlan] = [:]

    init(_ arguments: ParsedArguments) throws {
        selection = try RuleSelection(arguments)
        minimumConfidence = try arguments.minimumConfidence()
        explains = arguments.has(.explain)
        configurations = try ConfigurationFinder(arguments, rules: selection.available)
    }

    /// - Parameters:
    ///   - article: nil for one that has no path.
    /// - Throws: `Trouble` for a configuration that is wrong, or leaves no rule to run.
    func plan(for article: Path?) throws -> CheckPlan {
        let absolute = article.flatMap { configurations.absolute($0) }
        let found = try configurations.file(in: absolute?.folder)
        let path = absolute.flatMap { found?.relative($0.string) } ?? article?.string ?? ""
        let key = Key(file: found.map { ObjectIdentifier($0) }, sections: found?.file.key(of: path) ?? [])
        if let plan = plans[key] { return plan }
        let configuration = found?.file.configuration(of: path) ?? Configuration()
        let rules = try selection.rules(configuration)
        if found != nil && rules.isEmpty {
            throw Trouble(
                "No rule is left to run on “\(article?.string ?? "")”: “\(found?.file.path ?? "")” takes all away. To leave articles out, name them under “ignore”."
            )
        }
        let plan = CheckPlan(
            rules: rules, configuration: configuration, minimumConfidence: minimumConfidence, explains: explains)
        plans[key] = plan
        return plan
    }
}
