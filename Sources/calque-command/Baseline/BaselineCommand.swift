import Calque

/// `calque baseline`: writes the known findings, says which of them are no longer found, or takes these out.
struct BaselineCommand {
    enum Action: String, CaseIterable { case write, check, prune }

    private let action: Action
    private let file: Path
    private let paths: [Path]
    private let run: CheckRun

    init(_ arguments: ParsedArguments) throws {
        let names = Action.allCases.map(\.rawValue)
        guard let word = arguments.operands.first else {
            throw Trouble("No action is given. Write for instance: calque baseline write PATH")
        }
        guard let action = Action(rawValue: word.string) else {
            throw Trouble(
                "“calque baseline” cannot “\(word.string)”.\(NearestName.hint(word.string, among: names)) It can \(names.formatted(or: "and"))."
            )
        }
        self.action = action
        paths = Array(arguments.operands.dropFirst())
        if paths.isEmpty { throw Trouble("No PATH is given. Name files or folders.") }
        if paths.contains(where: \.isDash) { throw Trouble("Standard input has no path that a baseline could name.") }
        file = Path(arguments.value(.baseline) ?? BaselineFile.defaultName)
        run = try CheckRun(arguments, known: action == .write ? Baseline() : try BaselineFile.read(file))
    }

    func start() throws -> ExitStatus {
        let finder = try ArticleFinder(paths, run.planner.configurations)
        var isTroubled = !finder.troubles.isEmpty
        for trouble in finder.troubles { Messages.write(trouble.message) }
        var written = Baseline()
        var stale = Baseline()
        var checked: Set<String> = []
        try run.run(finder.articles) { outcome in
            switch outcome {
            case .failed(let trouble):
                isTroubled = true
                Messages.write(trouble.message)
            case .checked(let article, let result):
                checked.insert(article.key)
                written.add(result.keys, article: article.key)
                if !result.stale.isEmpty { stale.articles[article.key] = result.stale }
            }
        }
        // Articles that are gone have no findings any more.
        for (name, keys) in run.known?.articles ?? [:] where !checked.contains(name) && !Path(name).exists {
            stale.articles[name] = keys
        }
        if isTroubled && action != .check {
            throw Trouble("“\(file.string)” is left as it was, since not everything could be checked.")
        }
        switch action {
        case .write:
            try BaselineFile.write(written, to: file)
            return try say("\(Self.count(written.count, "finding")) in “\(file.string)”.")
        case .check:
            for line in Self.lines(stale) { _ = try MainCommand.write(line + "\n") }
            if isTroubled { return .trouble }
            return stale.count > 0 ? .findings : .clean
        case .prune:
            var left = run.known ?? Baseline()
            for (article, keys) in stale.articles { left.remove(keys, article: article) }
            try BaselineFile.write(left, to: file)
            return try say("\(Self.count(stale.count, "finding")) taken out of “\(file.string)”, \(left.count) left.")
        }
    }

    private func say(_ sentence: String) throws -> ExitStatus { try MainCommand.write(sentence + "\n") }

    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// What is no longer found, a line each: "a.txt: repeated-word: They closed the the bridge."
    static func lines(_ stale: Baseline) -> [String] {
        stale.articles.sorted { $0.key < $1.key }.flatMap { article, keys in
            keys.sorted { $0.key < $1.key }.map { key, count in
                Messages.printable("\(article): \(key.rule)\(count > 1 ? " (\(count) times)" : ""): \(key.sentence)")
            }
        }
    }
}
