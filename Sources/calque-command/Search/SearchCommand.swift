import CSystem
import Calque

/// `calque search`: the places in articles that a pattern matches, each in its context.
struct SearchCommand {
    private enum Outcome {
        case searched(lines: [UInt8], count: Int)
        case failed(Trouble)
    }

    private let pattern: String
    private let paths: [Path]
    private let lists: [RuleText]
    private let context: Int
    private let jobs: Int
    private let reader: ArticleReader
    private let isColoured: Bool

    init(_ arguments: ParsedArguments) throws {
        guard let pattern = arguments.operands.first else {
            throw Trouble("No pattern is given. Write for instance: calque search '[lemma=\"say\"] that' PATH")
        }
        self.pattern = pattern.string
        paths = Array(arguments.operands.dropFirst())
        if paths.isEmpty { throw Trouble("No PATH is given. Name files or folders, or - for standard input.") }
        context = try arguments.context()
        jobs = try arguments.jobs(.jobs, default: Int(csystem_processors()))
        reader = ArticleReader(
            maximumSize: try arguments.maximumSize(), standardInputName: CheckCommand.standardInputName,
            format: arguments.inputFormat)
        let colour = arguments.value(.colour).flatMap { Terminal.Colour(rawValue: $0) } ?? .auto
        isColoured = Terminal.isColoured(1, colour)
        var lists: [RuleText] = []
        for folder in arguments.values(.rules) {
            do throws(RuleErrors) { lists += try RuleFolder.read(folder) } catch { throw Trouble(error.description) }
        }
        self.lists = lists
        _ = try Self.compile(self.pattern, lists)
    }

    /// - Returns: as grep does, 0 when something was found and 1 when nothing was.
    func run() throws -> ExitStatus {
        let finder = try ArticleFinder(paths, nil)
        for trouble in finder.troubles { Messages.write(trouble.message) }
        let articles = finder.articles
        var isTroubled = !finder.troubles.isEmpty
        var total = 0
        var next = 0
        let output = Output.standard()
        let pool = OrderedPool<Path, Outcome>(
            source: {
                defer { next += 1 }
                return next < articles.count ? articles[next] : nil
            },
            makeWorker: {
                let analyzer = Analyzer()
                let search = try? Self.compile(pattern, lists)
                return { outcome($0, search, analyzer) }
            })
        try pool.run(threads: min(jobs, max(articles.count, 1))) { outcome in
            switch outcome {
            case .failed(let trouble):
                isTroubled = true
                Messages.write(trouble.message)
            case .searched(let lines, let count):
                total += count
                try output.write(lines)
            }
        }
        try output.flush()
        return isTroubled ? .trouble : total > 0 ? .clean : .findings
    }

    private static func compile(_ pattern: String, _ lists: [RuleText]) throws -> Search {
        do throws(RuleError) {
            return try Search(pattern, lists: lists)
        } catch {
            let place = error.path.isEmpty ? "The pattern is wrong at column \(error.column)" : error.description
            throw Trouble(error.path.isEmpty ? "\(place): \(error.message)" : place)
        }
    }

    private func outcome(_ path: Path, _ search: Search?, _ analyzer: Analyzer) -> Outcome {
        do {
            let article = try reader.read(path)
            return analyzer.analyse(article) { analysis in
                let matches = search?.matches(in: analysis) ?? []
                var lines: [UInt8] = []
                if !matches.isEmpty {
                    let concordance = Concordance(article, context: context, isColoured: isColoured)
                    for match in matches {
                        let span = analysis.span(
                            match.reported.lowerBound...max(match.reported.lowerBound, match.reported.upperBound - 1))
                        lines += concordance.line(analysis.source(span))
                    }
                }
                return .searched(lines: lines, count: matches.count)
            }
        } catch {
            return .failed(error as? Trouble ?? Trouble("“\(path.string)” cannot be read: \(error)."))
        }
    }
}
