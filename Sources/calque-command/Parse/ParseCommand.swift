import Calque

/// `calque parse`: the sentences of articles with their tags and trees.
struct ParseCommand {
    private let paths: [Path]
    private let reader: ArticleReader
    private let isCoNLLU: Bool
    private let isTree: Bool

    init(_ arguments: ParsedArguments) throws {
        paths = arguments.operands
        if paths.isEmpty { throw Trouble("No PATH is given. Name files or folders, or - for standard input.") }
        reader = ArticleReader(
            maximumSize: try arguments.maximumSize(), standardInputName: CheckCommand.standardInputName,
            format: arguments.inputFormat)
        isCoNLLU = arguments.value(.parseInput) == "conllu"
        isTree = arguments.value(.parseFormat) == "tree"
    }

    func run() throws -> ExitStatus {
        let finder = try ArticleFinder(paths, nil)
        for trouble in finder.troubles { Messages.write(trouble.message) }
        var isTroubled = !finder.troubles.isEmpty
        let analyzer = Analyzer()
        let output = Output.standard()
        for path in finder.articles {
            do {
                if isCoNLLU {
                    try parse(reader.readCoNLLU(path), path, analyzer, output)
                } else {
                    let article = try reader.read(path)
                    let points = PositionIndex(article.text)
                    try analyzer.analyse(article) {
                        try write($0, { CoNLLUWriter.sentence($0, $1, $2, points: points) }, output)
                    }
                }
            } catch let trouble as Trouble {
                isTroubled = true
                Messages.write(trouble.message)
            }
        }
        try output.flush()
        return isTroubled ? .trouble : .clean
    }

    private func write(
        _ analysis: borrowing Analysis, _ conllu: (borrowing Analysis, Trees, Int) -> String, _ output: Output
    ) throws {
        let trees = analysis.trees
        guard !trees.isEmpty || analysis.tokens.isEmpty else { throw Trouble("The model of the parser is damaged.") }
        for sentence in analysis.sentences.indices {
            try output.write(
                isTree
                    ? TreeDrawing.drawing(analysis, trees, analysis.sentences[sentence].tokens)
                    : conllu(analysis, trees, sentence))
        }
    }

    private func parse(_ file: CoNLLU, _ path: Path, _ analyzer: Analyzer, _ output: Output) throws {
        let given = try GivenSentences(name: path.string, sentences: file.sentences.map(\.words))
        try analyzer.analyse(given) { analysis in
            try write(analysis, { CoNLLUWriter.sentence($0, $1, $2, lines: file.sentences[$2].lines) }, output)
        }
    }
}
