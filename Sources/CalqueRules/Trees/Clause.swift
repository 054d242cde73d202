import CalqueSyntax
import CalqueText

extension Trees {
    /// The finite verb of the clause whose predicate is given: its first finite auxiliary or copula, or, where it has
    /// none, the predicate itself, also where it has the form of an infinitive without “to” ("he go").
    func finiteVerb(of predicate: Int) -> Int? {
        var hasAuxiliary = false
        var hasMarker = false
        for child in children(predicate) {
            switch relations[child] {
            case .aux, .auxPass, .cop:
                if penn[child].isFiniteVerb { return child }
                hasAuxiliary = true
            default:
                if penn[child] == .TO { hasMarker = true }
            }
        }
        if hasAuxiliary { return nil }
        switch penn[predicate] {
        case .VBZ, .VBP, .VBD: return predicate
        case .VB:
            return hasMarker || relations[predicate] == .xcomp || relations[predicate] == .conj ? nil : predicate
        default: return nil
        }
    }

    /// Whether a token depends on another, directly or through others.
    func isToken(_ token: Int, within ancestor: Int) -> Bool {
        var at = token
        // A tree is no deeper than its sentence is long; the bound holds should it be none.
        for _ in 0..<64 {
            if at == ancestor { return true }
            guard let head = head(at) else { return false }
            at = head
        }
        return false
    }
}
