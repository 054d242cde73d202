import Calque

/// One report of `check`: a reporter and where it writes to.
final class ReportOutput {
    private let reporter: any Reporter
    private let destination: Destination
    private var results: [ArticleResult] = []
    private var totals = ReportTotals()

    enum Destination {
        case standard(Output)
        case file(OutputFile)
    }

    init(_ reporter: any Reporter, _ destination: Destination) throws {
        self.reporter = reporter
        self.destination = destination
        if let incremental = reporter as? any IncrementalReporter { try write(incremental.head()) }
    }

    func add(_ result: ArticleResult) throws {
        if let incremental = reporter as? any IncrementalReporter {
            try write(incremental.part(result, before: totals))
            totals.add(result)
        } else {
            results.append(result)
        }
    }

    /// Writes what is left; a file gets its name.
    func finish() throws {
        if let incremental = reporter as? any IncrementalReporter {
            try write(incremental.foot(totals))
        } else {
            try write(reporter.report(results))
        }
        switch destination {
        case .standard(let output): try output.flush()
        case .file(let file): try file.finish()
        }
    }

    private func write(_ bytes: [UInt8]) throws {
        switch destination {
        case .standard(let output): try output.write(bytes)
        case .file(let file): try file.write(bytes)
        }
    }
}
