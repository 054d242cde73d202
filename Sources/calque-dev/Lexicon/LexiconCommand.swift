import CalqueSyntax
import Foundation

/// `calque-dev lexicon`: builds the table that CLexicon embeds.
enum LexiconCommand {
    static let usage = """
        usage: calque-dev lexicon --data DIR --sources DIR --output FILE [--lists DIR]

        --data     the folder with lexicon/, text/, news/ and treebank/
        --sources  what Sources/calque-dev/Lexicon/fetch-sources.sh wrote
        --output   the table to write
        --lists    our own lists (default: Sources/calque-dev/Lexicon/lists)
        """

    static func run(_ arguments: [String]) throws {
        var options = ["--lists": "Sources/calque-dev/Lexicon/lists"]
        var rest = arguments[...]
        while let option = rest.popFirst() {
            guard ["--data", "--sources", "--output", "--lists"].contains(option), let value = rest.popFirst() else {
                throw CommandError(usage)
            }
            options[option] = value
        }
        guard let data = options["--data"], let sources = options["--sources"], let output = options["--output"],
            let lists = options["--lists"]
        else { throw CommandError(usage) }
        try build(
            data: URL(fileURLWithPath: data), sources: URL(fileURLWithPath: sources),
            lists: URL(fileURLWithPath: lists),
            output: URL(fileURLWithPath: output))
    }

    private static func build(data: URL, sources: URL, lists: URL, output: URL) throws {
        let clock = ContinuousClock()
        let start = clock.now
        func step(_ text: String) {
            print("\(start.duration(to: clock.now).components.seconds) s\t\(text)")
            fflush(nil)
        }

        let builder = LexiconBuilder()
        let words = LexiconWordSources(builder: builder, sources: sources, data: data)
        let names = LexiconNameSources(builder: builder, sources: sources, data: data, lists: lists)
        try words.readFrequencies()
        try names.readIrregular()
        try words.readSpecialist()
        try words.readScowl()
        try words.readWordNet()
        try words.readHarper()
        try words.readWiktionary()
        let lemmaCounts = try words.readTreebanks()
        try names.readCensus()
        try names.readCities()
        names.readCLDR()
        try names.readFactbook()
        try names.readLists()
        step("\(builder.drafts.count) forms from dictionaries and lists")

        let corpus = LexiconCorpus()
        for text in try LexiconTexts.all(data: data) { try corpus.add(text) }
        step(
            "\(corpus.words.count) tokens, \(corpus.sentences) sentences, \(corpus.skipped) of them skipped as titles or lists"
        )
        let counts = LexiconCounts(corpus, listed: builder.listedNames, least: 2)
        step("\(counts.names.count) names of several words")
        let kept = LexiconSelection.select(counts, corpus, into: builder)
        step("\(builder.drafts.count) forms and \(kept.count) names of several words kept")

        builder.orderLinks(by: lemmaCounts)
        var trainer = EnglishnessTrainer()
        try LexiconSelection.addSamples(to: &trainer, builder: builder, sources: sources)
        trainer.train()
        step("englishness trained on \(trainer.samples.count { !$0.isHeldOut }) words")
        for line in trainer.report() { print(line) }

        var writer = LexiconWriter()
        let table = writer.table(builder, names: kept, english: trainer.weights)
        try table.write(to: output)
        print("\norigin\tforms\tonly there")
        for (origin, name) in LexiconOrigin.names {
            print(
                "\(name)\t\(builder.drafts.count { $0.origins.contains(origin) })\t\(builder.drafts.count { $0.origins == origin })"
            )
        }
        print("\nsection\tbytes")
        for (section, bytes) in writer.sizes { print("\(section)\t\(bytes)") }
        print("\(writer.classCount) classes, \(builder.links.count) links")
        step("\(output.path): \(table.count) bytes")
    }
}
