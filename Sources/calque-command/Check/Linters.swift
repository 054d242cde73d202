import Calque

/// The linters of one thread: one for each plan, made when it is first asked for.
final class Linters {
    private let explains: Bool
    private var linters: [ObjectIdentifier: Linter] = [:]

    init(explains: Bool) { self.explains = explains }

    func linter(for plan: CheckPlan) -> Linter {
        if let linter = linters[ObjectIdentifier(plan)] { return linter }
        let linter = Linter(rules: plan.rules, configuration: plan.configuration, explains: explains)
        linters[ObjectIdentifier(plan)] = linter
        return linter
    }
}
