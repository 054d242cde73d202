/// The families of the catalogue, in the order in which reports list them.
public enum Family: String, Sendable, CaseIterable {
    case names, verbs, order, agreement, determiners, frames, tense, residue, loops, calques, punctuation, consistency
}
