import Calque

/// The linters of one thread: one for each plan, made when it is first asked for.
final class Linters {
    private var linters: [ObjectIdentifier: Linter] = [:]

    func linter(for plan: CheckPlan) -> Linter {
        if let linter = linters[ObjectIdentifier(plan)] { return linter }
        let linter = plan.makeLinter()
        linters[ObjectIdentifier(plan)] = linter
        return linter
    }
}
