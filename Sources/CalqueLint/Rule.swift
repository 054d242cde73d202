import CalqueSyntax
import CalqueText

/// A rule that is code: what needs the whole article, or more than a pattern can say.
///
/// A rule computes what it sees and knows nothing of suppressions, baselines or overlaps: these are the
/// business of the filter. It holds no state between articles.
public protocol Rule: Sendable {
    static var description: RuleDescription { get }
    init()
    /// Looks at the article and adds what it finds, in any order.
    func check(_ analysis: borrowing Analysis, into findings: inout [Finding])
}
