/// The rules that are to run.
public struct RuleSet: Sendable {
    /// Rules that are code.
    public var rules: [any Rule]

    public init(rules: [any Rule]) { self.rules = rules }

    /// What there is to know of each rule, by id.
    public var descriptions: [RuleDescription] {
        rules.map { type(of: $0).description }.sorted { $0.id < $1.id }
    }
}
