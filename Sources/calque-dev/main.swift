import Foundation

/// What maintainers run: name, what it does, how it is called.
let commands: [(name: String, summary: String, run: ([String]) throws -> Void)] = [
    ("evaluate", "measures of quality over the development sets", Evaluate.main),
    ("lexicon", "build the lexicon: --data DIR --sources DIR --output FILE", LexiconCommand.run),
    (
        "segmentation", "token and sentence F1 against treebanks: --data DIR [--sets A,B] [--errors]",
        SegmentationCommand.run
    ),
    ("rules", "compile rules/ into what is built in: [--check] [--rules DIR] [--output FILE]", RulesCommand.run),
    ("rule-examples", "run the examples of rules from disk: [--rules DIR] [ID ...]", RuleExamplesCommand.run),
    ("pattern-speed", "linting with 100 and with 1,000 pattern rules: --text FILE", PatternBench.run),
    (
        "train", "train tagger and parser: --data DIR --work DIR --output FILE [--teacher] [-- OPTIONS OF student.py]",
        TrainCommand.run
    ),
    (
        "sequences", "count sequences of function words and tags: --data DIR --output FILE", SequencesCommand.run
    ),
    ("sentences", "sentences of plain text, one a line, tokens between tabs: FILE ...", SentencesCommand.run),
    ("features", "features of such sentences, as 32-bit numbers: FILE OUTPUT", FeaturesCommand.run),
    ("parse-speed", "speed of parsing alone and of the whole lint: --text FILE", ParseSpeedCommand.run),
    ("segmentation-speed", "speed of the segmenter beside bare ICU: --text FILE", SegmentationSpeedCommand.run),
]

let arguments = Array(CommandLine.arguments.dropFirst())
guard let command = commands.first(where: { $0.name == arguments.first }) else {
    let list = commands.map { "  \($0.name.padding(toLength: 20, withPad: " ", startingAt: 0)) \($0.summary)" }
    FileHandle.standardError.write(
        Data("usage: calque-dev COMMAND [ARG ...]\n\n\(list.joined(separator: "\n"))\n".utf8))
    exit(2)
}
do {
    try command.run(Array(arguments.dropFirst()))
} catch {
    FileHandle.standardError.write(Data("calque-dev \(command.name): \(error)\n".utf8))
    exit(2)
}
