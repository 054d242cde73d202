import Calque

/// The reporters that `--format` names.
enum ReporterRegistry {
    static let names = ["text"]
    static let defaultName = "text"

    /// What a reporter may want to know of the place that it writes to.
    struct Setting {
        /// All rules that there are, for reporters that describe them.
        var rules: [RuleDescription] = []
        var isColoured = false
        /// Columns of the terminal; nil where there is none.
        var columns: Int?
    }

    /// The reporter of a name; nil where there is none.
    static func make(_ name: String, _ setting: Setting) -> (any Reporter)? {
        switch name {
        case PlainReporter.name: PlainReporter()
        default: nil
        }
    }
}

/// A line a finding.
struct PlainReporter: IncrementalReporter {
    static let name = "text"

    func head() -> [UInt8] { [] }

    func part(_ result: ArticleResult, before: ReportTotals) -> [UInt8] {
        var bytes: [UInt8] = []
        for finding in result.findings {
            let place = BadByte(offset: finding.span.start, in: result.article.text)
            bytes += Array(
                "\(result.article.name):\(place.line):\(place.column): \(finding.severity.name): \(finding.message) [\(finding.rule.id)]\n"
                    .utf8)
        }
        return bytes
    }

    func foot(_ totals: ReportTotals) -> [UInt8] {
        Array("\(totals.findings) findings in \(totals.words) words of \(totals.articles) articles.\n".utf8)
    }
}
