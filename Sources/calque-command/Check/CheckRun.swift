import CSystem
import Calque

/// Lints articles in several threads, by their configurations and a baseline, and hands the results on in order.
struct CheckRun {
    /// An article that was read, with the path by which baselines and diffs know it.
    struct Checked {
        let article: Article
        let key: String
    }

    enum Outcome {
        case checked(Checked, LintResult)
        case failed(Trouble)
    }

    private struct Job {
        let path: Path
        let plan: CheckPlan
    }

    let planner: CheckPlanner
    /// nil where no baseline counts.
    let known: Baseline?
    private let minimumConfidence: Double
    private let explains: Bool
    private let threads: Int
    let reader: ArticleReader
    private let options: ReportOptions

    init(_ arguments: ParsedArguments, known: Baseline?) throws {
        self.known = known
        minimumConfidence = try arguments.minimumConfidence()
        explains = arguments.has(.explain)
        threads = try arguments.jobs(.jobs, default: Int(csystem_processors()))
        reader = ArticleReader(
            maximumSize: try arguments.maximumSize(),
            standardInputName: arguments.value(.stdinFilename) ?? CheckCommand.standardInputName)
        planner = try CheckPlanner(arguments)
        options = ReportOptions(folder: Path(".").resolved?.string ?? "")
    }

    /// Calls `each` with what came of each article, in order. All configurations are read before anything is checked.
    func run(_ paths: [Path], each: (Outcome) throws -> Void) throws {
        let jobs = try paths.map { path in
            Job(path: path, plan: try planner.plan(for: path.isDash ? Path(reader.standardInputName) : path))
        }
        var next = 0
        let pool = OrderedPool<Job, Outcome>(
            source: {
                defer { next += 1 }
                return next < jobs.count ? jobs[next] : nil
            },
            makeWorker: {
                let linters = Linters(explains: explains)
                return { outcome($0.path, linters.linter(for: $0.plan)) }
            },
            salvage: { .failed(Self.internalError($0.path, "it came to a place that it should never reach")) })
        try pool.run(threads: min(threads, jobs.count), consume: each)
    }

    private func outcome(_ path: Path, _ linter: Linter) -> Outcome {
        do {
            let article = try reader.read(path)
            let key = options.repositoryPath(article.name)
            var result = linter.check(article, known: known.map { $0.articles[key] ?? [:] })
            if minimumConfidence > 0 { result.keepFindings { $0.confidence >= minimumConfidence } }
            return .checked(Checked(article: article, key: key), result)
        } catch {
            return .failed(error as? Trouble ?? Self.internalError(path, "\(error)"))
        }
    }

    private static func internalError(_ path: Path, _ what: String) -> Trouble {
        Trouble(
            "Internal error: Calque failed at “\(path.string)” (\(what)). This is a fault of Calque, not of the article; please report it. The others are checked all the same."
        )
    }
}
