import Calque

/// `calque check`: lints articles and reports what it finds.
struct CheckCommand {
    static let standardInputName = "<stdin>"

    private let arguments: ParsedArguments
    private let run: CheckRun
    private let changes: Changes?
    private let mode: FixMode?
    private let baseline: Path?
    private let requests: [ReportRequest]
    private let gate: Gate
    private let colour: Terminal.Colour

    init(_ arguments: ParsedArguments) throws {
        self.arguments = arguments
        requests = try ReportRequest.all(arguments)
        gate = try Gate(arguments)
        colour = arguments.value(.colour).flatMap { Terminal.Colour(rawValue: $0) } ?? .auto
        if arguments.operands.isEmpty {
            throw Trouble("No PATH is given. Name files or folders, or - for standard input.")
        }
        baseline = try Self.baseline(arguments)
        changes = try Changes(arguments)
        mode = FixMode(arguments)
        run = try CheckRun(
            arguments, known: try baseline.map { try BaselineFile.read($0) }, changes: changes, fixer: mode?.fixer)
    }

    /// The baseline that counts: that of `--baseline`, or the one in the working folder.
    private static func baseline(_ arguments: ParsedArguments) throws -> Path? {
        let name = arguments.value(.baseline)
        if arguments.has(.noBaseline) {
            if name != nil { throw Trouble("--baseline and --no-baseline exclude each other.") }
            return nil
        }
        if let name { return Path(name) }
        let path = Path(BaselineFile.defaultName)
        if path.exists { return path }
        if arguments.has(.strictBaseline) {
            throw Trouble(
                "--strict-baseline wants a baseline, and there is no “\(path.string)” here. Write one: calque baseline write PATH"
            )
        }
        return nil
    }

    /// - Returns: the exit status.
    func start() throws -> ExitStatus {
        let finder = try ArticleFinder(arguments.operands, run.planner.configurations)
        for trouble in finder.troubles { Messages.write(trouble.message) }
        let articles =
            changes.map { changes in finder.articles.filter { changes.contains($0) || !$0.exists } } ?? finder.articles
        if arguments.has(.listFiles) { return try list(articles, !finder.troubles.isEmpty) }
        var gate = gate
        for _ in finder.troubles { gate.addUnchecked() }
        if articles.isEmpty && changes != nil { say("The diff changes none of the articles: nothing was checked.") }
        var fixes = mode.map { FixOutput($0) }
        let known = try check(articles, &gate, &fixes)
        if let fixes { say(fixes.summary) }
        if known > 0 {
            say(
                "\(BaselineCommand.count(known, "finding")) \(known == 1 ? "is" : "are") known to “\(baseline?.string ?? "")” and left out."
            )
        }
        if let summary = gate.summary { say(summary) }
        return gate.status
    }

    private func say(_ sentence: String) {
        if !arguments.has(.quiet) { Messages.write(sentence) }
    }

    private func list(_ paths: [Path], _ isTroubled: Bool) throws -> ExitStatus {
        let output = Output.standard()
        for path in paths { try output.write(path.bytes + [0x0A]) }
        try output.flush()
        return isTroubled ? .trouble : .clean
    }

    /// - Returns: how many findings the baseline knew.
    private func check(_ paths: [Path], _ gate: inout Gate, _ fixes: inout FixOutput?) throws -> Int {
        if paths.isEmpty { return 0 }
        let outputs = try makeOutputs()
        let progress = Progress(total: paths.count, isQuiet: arguments.has(.quiet))
        var known = 0
        var next = 0
        try run.run(paths) { outcome in
            progress.clear()
            switch outcome {
            case .failed(let trouble):
                gate.addUnchecked()
                Messages.write(trouble.message)
            case .checked(let checked, var result):
                var article = checked.article
                if let outcome = checked.fixes {
                    do {
                        try fixes?.add(outcome, paths[next], of: article, displayPath: checked.key)
                    } catch let trouble as Trouble {
                        gate.addUnchecked()
                        Messages.write(trouble.message)
                        break
                    }
                    if mode?.isDiff == false { (article, result) = (outcome.article, outcome.after) }
                }
                known += result.suppressed.count { $0.place == .file }
                if arguments.has(.strictBaseline) { reportStale(result, checked.key, &gate) }
                let report = ArticleResult(
                    article: article, findings: result.findings, suppressed: result.suppressed, words: article.words)
                for output in outputs { try output.add(report) }
                gate.add(report)
            }
            next += 1
            progress.advance()
        }
        progress.clear()
        for output in outputs { try output.finish() }
        try fixes?.finish()
        return known
    }

    private func reportStale(_ result: LintResult, _ article: String, _ gate: inout Gate) {
        var stale = Baseline()
        stale.articles[article] = result.stale
        for line in BaselineCommand.lines(stale) { say("No longer found: \(line)") }
        gate.addStale(stale.count)
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
