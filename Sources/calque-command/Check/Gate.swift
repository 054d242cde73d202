import Calque

/// Decides what `check` ends with, over all articles together, and says why.
///
/// `--fail-on` and `--max-findings` bound the number of findings, `--max-penalty` the automatic penalty. Where nothing is
/// asked for, no finding may be.
struct Gate {
    /// nil: findings are not counted.
    private let bar: Severity?
    private let maximumFindings: Int
    private let maximumPenalty: Double?
    private var totals = ReportTotals()
    private var unchecked = 0
    private var stale = 0

    init(_ arguments: ParsedArguments) throws {
        let findings = try arguments.maximumFindings()
        maximumPenalty = try arguments.maximumPenalty()
        let isPenaltyOnly = maximumPenalty != nil && findings == nil && !arguments.has(.failOn)
        let name = arguments.value(.failOn) ?? Severity.minor.name
        bar = isPenaltyOnly ? nil : Severity(name: name)
        maximumFindings = findings ?? 0
        if bar == nil && findings != nil {
            throw Trouble(
                "--fail-on never counts no finding, and --max-findings bounds their number. Leave one of them out.")
        }
    }

    mutating func add(_ result: ArticleResult) { totals.add(result) }

    /// An article, or a folder, that could not be checked.
    mutating func addUnchecked() { unchecked += 1 }

    /// Findings of the baseline that are no longer found and must not be there (`--strict-baseline`).
    mutating func addStale(_ count: Int) { stale += count }

    var status: ExitStatus { unchecked > 0 ? .trouble : reasons.isEmpty ? .clean : .findings }

    /// Why it failed, in one line; nil where it did not, or where one trouble that was told is all there is.
    var summary: String? {
        var reasons = reasons
        if unchecked > 1 || (unchecked > 0 && totals.articles > 0) {
            reasons.insert(
                unchecked == 1
                    ? "what one line above names was not checked"
                    : "what \(unchecked) lines above name was not checked",
                at: 0)
        }
        return reasons.isEmpty ? nil : "Failed: \(reasons.joined(separator: "; "))."
    }

    private var reasons: [String] {
        var reasons: [String] = []
        if let bar {
            let count = Severity.allCases.filter { $0 >= bar }.reduce(0) { $0 + totals.findings($1) }
            if count > maximumFindings {
                let what = bar == .minor ? "" : " of severity \(bar.name)\(bar == .critical ? "" : " or above")"
                let allowed = maximumFindings == 0 ? "" : ", and --max-findings lets \(maximumFindings) pass"
                reasons.append("\(count) finding\(count == 1 ? "" : "s")\(what)\(allowed)")
            }
        }
        if let maximumPenalty, let score = totals.score, score > maximumPenalty {
            reasons.append(
                "the automatic penalty is \(Self.text(score)) points per 1,000 words, and --max-penalty lets \(Self.text(maximumPenalty)) pass"
            )
        }
        if stale > 0 {
            let are = stale == 1 ? "1 finding of the baseline is" : "\(stale) findings of the baseline are"
            reasons.append("\(are) no longer found; “calque baseline prune” takes \(stale == 1 ? "it" : "them") out")
        }
        return reasons
    }

    /// With two digits, rounded up, so that it never looks like what passes.
    private static func text(_ number: Double) -> String {
        guard number < 1e12 else { return "\(number)" }
        let hundredths = Int((number * 100).rounded(.up))
        let (whole, rest) = (hundredths / 100, hundredths % 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
