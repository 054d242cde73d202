import Calque

/// Where the results of `check` go: a report as one stream of bytes, or a folder.
protocol ReportDestination: AnyObject {
    func add(_ result: ArticleResult) throws
    /// Writes what is left; files get their names.
    func finish() throws
}

/// One report of `check`: a reporter and where it writes to.
final class ReportOutput: ReportDestination {
    private var reporter: any Reporter
    private let destination: Destination

    enum Destination {
        case standard(Output)
        case file(OutputFile)
    }

    init(_ reporter: any Reporter, _ destination: Destination) throws {
        self.reporter = reporter
        self.destination = destination
        try write(self.reporter.begin())
    }

    func add(_ result: ArticleResult) throws { try write(reporter.add(result)) }

    func finish() throws {
        try write(reporter.end())
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
