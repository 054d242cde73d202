/// The rules that are to run.
public struct RuleSet: Sendable {
    /// Rules that are code.
    public var rules: [any Rule]
    /// Rules that are patterns: the built-in ones, and a user's own.
    public var patterns: [PatternRules]
    /// Ids of the pattern rules that run; nil: those that are on by default.
    private var chosenPatterns: Set<String>?
    /// The rules that are code, also those that `selecting` left out.
    private var allRules: [any Rule]
    /// Whether the rules were named one by one: what others would have found is not known, and doubtful findings stand.
    private(set) var isNamed = false

    /// All the rules that are code, and those patterns that are on by default; `selecting` chooses otherwise.
    public init(rules: [any Rule], patterns: [PatternRules] = []) {
        self.rules = rules
        allRules = rules
        self.patterns = patterns
    }

    /// What there is to know of each rule, also of those that are off, by id.
    public var descriptions: [RuleDescription] {
        (rules.map { type(of: $0).description } + patterns.flatMap(\.descriptions)).sorted { $0.id < $1.id }
    }

    /// The ids of all rules, also of those that are off, sorted.
    public var ids: [String] { (rules.map { type(of: $0).description.id } + patterns.flatMap(\.ids)).sorted() }

    /// For each rule of `patterns` whether it runs.
    func isEnabled(_ patterns: PatternRules) -> [Bool] {
        let program = patterns.program
        return program.ruleIndices.map { rule in
            chosenPatterns?.contains(program.id(rule)) ?? program.isOnByDefault(rule)
        }
    }

    /// The set that this one was chosen from.
    var all: RuleSet { RuleSet(rules: allRules, patterns: patterns) }

    /// The ids of the rules that run.
    public var running: Set<String> {
        var ids = Set(rules.map { type(of: $0).description.id })
        for patterns in patterns {
            for (id, isOn) in zip(patterns.ids, isEnabled(patterns)) where isOn { ids.insert(id) }
        }
        return ids
    }

    /// The name that stands for all rules, as that of a family does for its own.
    public static let all = "all"

    /// Whether no rule runs.
    public var isEmpty: Bool { rules.isEmpty && !patterns.contains { isEnabled($0).contains(true) } }

    /// A choice of the rules. Each name is a rule's id, a family, which stands for all its rules, or `all`.
    ///
    /// - Parameters:
    ///   - only: These and no others, on by default or not; nil: those that are on by default. A family stands for those
    ///     of its rules that are on by default.
    ///   - also: These too: rules that are off by default; a family stands for all its rules.
    ///   - without: Not these.
    ///   - configuration: Counts less than the other parameters, and nothing where `only` is given.
    /// - Throws: `UnknownRule` for a name that is neither, with the nearest one.
    public func selecting(
        only: [String]? = nil, also: [String] = [], without: [String] = [],
        configuration: Configuration = Configuration()
    ) throws(UnknownRule) -> RuleSet {
        let index = SelectionIndex(self)
        var chosen: Set<String> = []
        if let only {
            for name in only { chosen.formUnion(try index.ids(of: name, isOnByDefault: true)) }
        } else {
            chosen = index.onByDefault
            if let sources = configuration.sources?.value {
                for rule in descriptions where rule.isFor(noneOf: sources) { chosen.remove(rule.id) }
            }
            for (id, settings) in configuration.rules {
                guard let isOn = settings.isOn?.value else { continue }
                if isOn { chosen.insert(id) } else { chosen.remove(id) }
            }
        }
        for name in also { chosen.formUnion(try index.ids(of: name, isOnByDefault: false)) }
        for name in without { chosen.subtract(try index.ids(of: name, isOnByDefault: false)) }
        var selection = self
        selection.rules = rules.filter { chosen.contains(type(of: $0).description.id) }
        selection.chosenPatterns = chosen
        selection.isNamed = only != nil
        return selection
    }
}

/// A name that is neither a rule nor a family.
public struct UnknownRule: Error, Hashable, Sendable, CustomStringConvertible {
    public let name: String
    /// The name that was probably meant.
    public let nearest: String?

    public var description: String {
        let hint = nearest.map { "Did you mean “\($0)”?" } ?? "“calque rules” lists them all."
        return "There is no rule and no family “\(name)”. \(hint)"
    }
}

/// Which rules a name stands for.
struct SelectionIndex {
    var families: [String: [(id: String, isOn: Bool)]] = [:]
    var all: Set<String> = []
    var onByDefault: Set<String> = []

    init(_ set: RuleSet) {
        for rule in set.rules {
            let description = type(of: rule).description
            add(description.id, description.family, description.isOnByDefault)
        }
        for patterns in set.patterns {
            let program = patterns.program
            for rule in program.ruleIndices {
                add(program.id(rule), program.family(rule), program.isOnByDefault(rule))
            }
        }
    }

    private mutating func add(_ id: String, _ family: Family, _ isOn: Bool) {
        for name in [family.rawValue, RuleSet.all] { families[name, default: []].append((id, isOn)) }
        all.insert(id)
        if isOn { onByDefault.insert(id) }
    }

    func ids(of name: String, isOnByDefault: Bool) throws(UnknownRule) -> [String] {
        if all.contains(name) { return [name] }
        if Family(rawValue: name) != nil || name == RuleSet.all {
            return families[name, default: []].filter { $0.isOn || !isOnByDefault }.map(\.id)
        }
        let names = all.sorted() + Family.allCases.map(\.rawValue) + [RuleSet.all]
        throw UnknownRule(name: name, nearest: NearestName.of(name, among: names))
    }
}
