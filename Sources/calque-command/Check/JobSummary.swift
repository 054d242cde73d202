import Calque
import Glibc

/// The job summary of GitHub Actions: Markdown, added to the file that `GITHUB_STEP_SUMMARY` names.
final class JobSummary: ReportDestination {
    private let path: Path
    private var reporter: MarkdownReporter

    /// nil where the variable is not set.
    init?(options: ReportOptions) {
        guard let name = Terminal.environment("GITHUB_STEP_SUMMARY"), !name.isEmpty else { return nil }
        path = Path(name)
        reporter = MarkdownReporter(options: options, limit: GitHubReporter.summaryLimit)
        _ = reporter.begin()
    }

    func add(_ result: ArticleResult) throws { _ = reporter.add(result) }

    func finish() throws {
        let descriptor = path.withCString { open($0, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666) }
        if descriptor < 0 {
            throw Trouble("The job summary cannot be written to “\(path.string)”: \(SystemError.last.reason).")
        }
        defer { close(descriptor) }
        let output = Output(descriptor: descriptor, name: "“\(path.string)”")
        try output.write(reporter.end())
        try output.flush()
    }
}
