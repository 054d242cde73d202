import CSystem
import Calque

/// Lints articles in several threads, by their configurations and a baseline, and hands the results on in order.
struct CheckRun {
    /// An article that was read, with the path by which baselines and diffs know it.
    struct Checked {
        let article: Article
        let key: String
        /// What came of fixing it; nil where nothing is to be fixed.
        let fixes: Fixer.Outcome?
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
    private let changes: Changes?
    private let fixer: Fixer?
    let threads: Int
    let reader: ArticleReader
    private let options: ReportOptions

    init(_ arguments: ParsedArguments, known: Baseline?, changes: Changes? = nil, fixer: Fixer? = nil) throws {
        self.known = known
        self.changes = changes
        self.fixer = fixer
        threads = try arguments.jobs(.jobs, default: Int(csystem_processors()))
        reader = ArticleReader(
            maximumSize: try arguments.maximumSize(),
            standardInputName: arguments.value(.stdinFilename) ?? CheckCommand.standardInputName,
            format: arguments.inputFormat)
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
                let linters = Linters()
                return { outcome($0.path, linters.linter(for: $0.plan)) }
            },
            salvage: { .failed(Self.internalError($0.path, "it came to a place that it should never reach")) })
        try pool.run(threads: min(threads, jobs.count), consume: each)
    }

    private func outcome(_ path: Path, _ linter: Linter) -> Outcome {
        do {
            let article = try reader.read(path)
            let key = options.repositoryPath(article.name)
            func lint(_ current: Article, _ edits: TextEdits) -> LintResult {
                var result = check(current, key: key, linter)
                changes?.filter(&result, path.isDash ? Path(article.name) : path, article.text, edits)
                return result
            }
            guard let fixer else {
                return .checked(Checked(article: article, key: key, fixes: nil), lint(article, TextEdits()))
            }
            let fixes = fixer.fix(article, lint: lint)
            return .checked(Checked(article: article, key: key, fixes: fixes), fixes.before)
        } catch {
            return .failed(error as? Trouble ?? Self.internalError(path, "\(error)"))
        }
    }

    /// - Parameter key: the path by which the baseline knows the article.
    func check(_ article: Article, key: String, _ linter: Linter) -> LintResult {
        linter.check(article, known: known.map { $0.articles[key] ?? [:] })
    }

    private static func internalError(_ path: Path, _ what: String) -> Trouble {
        Trouble(
            "Internal error: Calque failed at “\(path.string)” (\(what)). This is a fault of Calque, not of the article; please report it. The others are checked all the same."
        )
    }
}
