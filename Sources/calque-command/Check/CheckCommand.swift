import CSystem
import Calque

/// `calque check`: lints articles and reports what it finds.
struct CheckCommand {
    static let standardInputName = "<stdin>"

    private struct Job {
        let path: Path
        let plan: CheckPlan
    }

    private enum Outcome {
        case checked(ArticleResult)
        case failed(Trouble)
    }

    private let arguments: ParsedArguments
    private let planner: CheckPlanner
    private let requests: [ReportRequest]
    private let gate: Gate
    private let minimumConfidence: Double
    private let threads: Int
    private let reader: ArticleReader
    private let colour: Terminal.Colour

    init(_ arguments: ParsedArguments) throws {
        self.arguments = arguments
        requests = try ReportRequest.all(arguments)
        gate = try Gate(arguments)
        minimumConfidence = try arguments.minimumConfidence()
        threads = try arguments.jobs(.jobs, default: Int(csystem_processors()))
        reader = ArticleReader(
            maximumSize: try arguments.maximumSize(),
            standardInputName: arguments.value(.stdinFilename) ?? Self.standardInputName)
        colour = arguments.value(.colour).flatMap { Terminal.Colour(rawValue: $0) } ?? .auto
        if arguments.operands.isEmpty {
            throw Trouble("No PATH is given. Name files or folders, or - for standard input.")
        }
        planner = try CheckPlanner(arguments)
    }

    /// - Returns: the exit status.
    func run() throws -> ExitStatus {
        let finder = try ArticleFinder(arguments.operands, planner.configurations)
        for trouble in finder.troubles { Messages.write(trouble.message) }
        if arguments.has(.listFiles) { return try list(finder.articles, !finder.troubles.isEmpty) }
        var gate = gate
        for _ in finder.troubles { gate.addUnchecked() }
        try check(finder.articles, &gate)
        if let summary = gate.summary, !arguments.has(.quiet) { Messages.write(summary) }
        return gate.status
    }

    private func list(_ paths: [Path], _ isTroubled: Bool) throws -> ExitStatus {
        let output = Output.standard()
        for path in paths { try output.write(path.bytes + [0x0A]) }
        try output.flush()
        return isTroubled ? .trouble : .clean
    }

    private func check(_ paths: [Path], _ gate: inout Gate) throws {
        if paths.isEmpty { return }
        // All configurations are read before anything is checked.
        let jobs = try paths.map {
            Job(path: $0, plan: try planner.plan(for: $0.isDash ? Path(reader.standardInputName) : $0))
        }
        let outputs = try makeOutputs()
        let progress = Progress(total: paths.count, isQuiet: arguments.has(.quiet))
        var next = 0
        let pool = OrderedPool<Job, Outcome>(
            source: {
                defer { next += 1 }
                return next < jobs.count ? jobs[next] : nil
            },
            makeWorker: {
                let linters = Linters()
                return { outcome($0.path, linters.linter(for: $0.plan)) }
            },
            salvage: { .failed(Self.internalError($0.path, "it came to a place that it should never reach")) })
        try pool.run(threads: min(threads, jobs.count)) { outcome in
            progress.clear()
            switch outcome {
            case .failed(let trouble):
                gate.addUnchecked()
                Messages.write(trouble.message)
            case .checked(let result):
                for output in outputs { try output.add(result) }
                gate.add(result)
            }
            progress.advance()
        }
        progress.clear()
        for output in outputs { try output.finish() }
    }

    private func outcome(_ path: Path, _ linter: Linter) -> Outcome {
        do {
            let article = try reader.read(path)
            var findings = linter.lint(article)
            if minimumConfidence > 0 { findings.removeAll { $0.confidence < minimumConfidence } }
            return .checked(ArticleResult(article: article, findings: findings, words: article.words))
        } catch {
            return .failed(error as? Trouble ?? Self.internalError(path, "\(error)"))
        }
    }

    private static func internalError(_ path: Path, _ what: String) -> Trouble {
        Trouble(
            "Internal error: Calque failed at “\(path.string)” (\(what)). This is a fault of Calque, not of the article; please report it. The others are checked all the same."
        )
    }

    /// Opens all files before the work begins: what cannot be written is said at once.
    private func makeOutputs() throws -> [any ReportDestination] {
        var outputs: [any ReportDestination] = []
        for request in requests {
            let toTerminal = request.file == nil
            let options = ReportOptions(
                columns: (toTerminal ? Terminal.columns(1) : nil) ?? 80,
                usesColour: toTerminal ? Terminal.isColoured(1, colour) : colour == .always,
                version: MainCommand.version, folder: Path(".").resolved?.string ?? "", time: Clock.seconds)
            if request.format == GitHubReporter.name, let summary = JobSummary(options: options) {
                outputs.append(summary)
            }
            if request.file == nil && arguments.has(.quiet) { continue }
            if let file = request.file, request.isFolder {
                outputs.append(try ReportFolder(file, options: options))
                continue
            }
            guard let reporter = Reporters.named(request.format)?.init(options: options) else { continue }
            let destination: ReportOutput.Destination =
                if let file = request.file { .file(try OutputFile(file)) } else { .standard(.standard()) }
            outputs.append(try ReportOutput(reporter, destination))
        }
        return outputs
    }
}
