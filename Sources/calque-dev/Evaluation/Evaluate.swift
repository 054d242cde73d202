import Calque
import Foundation

/// `calque-dev evaluate`: every measure of quality over a folder of development sets, one line a set.
///
/// The folder holds `artifacts/`, `injected/`, `news/` and `mt/` with files of one JSON object a line, and `text/` with
/// compressed plain text, one paragraph a line and a blank line between documents.
struct Evaluate {
    /// The folder of the sets.
    var data: URL
    /// Only sets whose name has this in it.
    var only = ""
    /// Words read of each file of plain text.
    var sample = 1_000_000
    /// Where each finding goes, with its context, as a row of tab-separated values.
    var listing: FileHandle?
    var rules: RuleSet
    private static let script: Set<String> = ["foreign-script"]

    func run() throws {
        for name in ["artifacts/mt", "artifacts/human", "injected/sentences", "injected/documents"] {
            try evaluate(name, scoreMarks)
        }
        for name in ["news/news-native", "news/news-references", "news/wikinews"] { try evaluate(name, scoreSilence) }
        for name in ["wmt15.ru-en", "wmt15.de-en", "wmt21.ru-en", "wmt21.de-en", "wmt21.zh-en"] {
            try evaluate("mt/" + name, scoreTranslations)
        }
        for name in ["ewt-dev", "ewt-test", "gum-free-dev", "gum-free-test"] {
            let set = "treebank/" + name
            let file = data.appendingPathComponent(set + ".conllu").path
            guard only.isEmpty || set.contains(only), FileManager.default.fileExists(atPath: file) else { continue }
            let score = try TreebankScore(path: file)
            line(set, score.description)
            line("", "arcs by confidence, share right: \(score.calibration)")
        }
        let folder = data.appendingPathComponent("text")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for file in files.sorted() where file.hasSuffix(".txt.xz") {
            let name = "text/" + file.dropLast(".txt.xz".count)
            guard only.isEmpty || name.contains(only) else { continue }
            scoreSilence(name, try plainText(folder.appendingPathComponent(file)))
        }
    }

    private func evaluate(_ name: String, _ score: (String, [EvaluationItem]) throws -> Void) throws {
        let file = data.appendingPathComponent(name + ".jsonl")
        guard only.isEmpty || name.contains(only), FileManager.default.fileExists(atPath: file.path) else { return }
        try score(name, EvaluationItem.read(file))
    }

    // MARK: The kinds of sets

    private func scoreSilence(_ name: String, _ items: [EvaluationItem]) {
        var density = Density()
        for text in lint(items.map { ($0.id, $0.text) }, name) { density.add(text) }
        line(name, "\(two(density.perThousand)) findings per 1,000 words (\(density.findings) in \(density.words))")
    }

    private func scoreMarks(_ name: String, _ items: [EvaluationItem]) {
        let texts = lint(items.map { ($0.id, $0.text) }, name)
        if items.contains(where: { $0.pair != nil }) { return scorePairs(name, items, texts) }
        var score = MarkScore()
        for (item, text) in zip(items, texts) { score.add(text, marks: item.gold ?? []) }
        line(
            name,
            "\(score.findings) findings, precision \(three(score.precision)), recall of the \(score.certain) certain marks \(three(score.recall))"
        )
        for (kind, row) in score.byKind.sorted(by: { $0.value.marks > $1.value.marks }) {
            line("", "\(kind): \(row.found) of \(row.marks)")
        }
        for (rule, row) in score.byRule.sorted(by: { ($1.value.findings, $0.key) < ($0.value.findings, $1.key) }) {
            line("", "\(rule): \(row.right) of \(row.findings) right")
        }
    }

    private func scorePairs(_ name: String, _ items: [EvaluationItem], _ texts: [EvaluatedText]) {
        var twins: [String: Int] = [:]
        for (index, item) in items.enumerated() where item.gold?.isEmpty == true {
            if let pair = item.pair { twins[pair] = index }
        }
        var score = PairScore()
        for (index, item) in items.enumerated() {
            guard let gold = item.gold, !gold.isEmpty, let pair = item.pair, let twin = twins[pair] else { continue }
            score.add(
                kind: item.kind ?? "", texts[index], gold: gold.map(\.range), string: item.text, twin: texts[twin],
                twinString: items[twin].text)
        }
        line(name, "pair accuracy \(three(score.macro))")
        for (kind, row) in score.byKind.sorted(by: { $0.key < $1.key }) {
            line("", "\(kind): \(three(Double(row.alone) / Double(row.faults))) (found \(row.found) of \(row.faults))")
        }
        for kind in ["clean", "clean-headline", "doc-clean"] {
            var density = Density()
            for (item, text) in zip(items, texts) where item.kind == kind { density.add(text) }
            if density.words > 0 { line("", "\(kind): \(two(density.perThousand)) findings per 1,000 words") }
        }
    }

    private func scoreTranslations(_ name: String, _ items: [EvaluationItem]) {
        let texts = lint(items.map { ($0.id, $0.text) }, name)
        // Systems share references: each is linted once.
        var references: [String: Int] = [:]
        var originals: [(String, String)] = []
        for item in items {
            guard let reference = item.reference, references[reference] == nil else { continue }
            references[reference] = originals.count
            originals.append((item.id, reference))
        }
        let answers = lint(originals, name + "/reference")
        var all = (mine: Density(), theirs: Density())
        var latin = (mine: Density(), theirs: Density())
        for (item, text) in zip(items, texts) {
            guard let reference = item.reference, let index = references[reference] else { continue }
            all.mine.add(text)
            all.theirs.add(answers[index])
            latin.mine.add(text, without: Self.script)
            latin.theirs.add(answers[index], without: Self.script)
        }
        line(
            name,
            "\(two(all.mine.perThousand)) findings per 1,000 words, reference \(two(all.theirs.perThousand)), separation "
                + "\(two(Density.separation(all.mine, all.theirs))); without foreign script \(two(latin.mine.perThousand)), "
                + "\(two(latin.theirs.perThousand)), \(two(Density.separation(latin.mine, latin.theirs)))")
    }

    // MARK: Texts

    /// Lints all texts on all cores, and lists what was found.
    private func lint(_ texts: [(id: String, text: String)], _ set: String) -> [EvaluatedText] {
        let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
        let slots = Slots<(EvaluatedText, [String])>(count: texts.count)
        DispatchQueue.concurrentPerform(iterations: cores) { core in
            let linter = Linter(rules: rules)
            for index in stride(from: core, to: texts.count, by: cores) {
                let (id, text) = texts[index]
                guard let article = try? Article(name: id, plainText: Array(text.utf8)) else {
                    slots.set(index, (EvaluatedText(text: text, findings: []), []))
                    continue
                }
                let findings = linter.lint(article)
                let rows = listing == nil ? [] : findings.map { row($0, article, set) }
                slots.set(index, (EvaluatedText(text: text, findings: findings), rows))
            }
        }
        let results = slots.values
        for (_, rows) in results { for row in rows { listing?.write(Data((row + "\n").utf8)) } }
        return results.map(\.0)
    }

    private func row(_ finding: Finding, _ article: Article, _ set: String) -> String {
        func clean(_ bytes: ArraySlice<UInt8>) -> String {
            String(decoding: bytes, as: UTF8.self).replacing("\n", with: "¶").replacing("\t", with: " ").replacing(
                "\r", with: "")
        }
        let before = article.text[max(0, finding.span.start - 60)..<finding.span.start]
        let after = article.text[finding.span.end..<min(article.text.count, finding.span.end + 50)]
        let own = article.text[finding.span.start..<finding.span.end]
        return [
            set, finding.rule.id, article.name, "\(finding.span.start)",
            clean(before) + "[[" + clean(own) + "]]" + clean(after),
            finding.suggestions.first?.replacement.replacing("\n", with: "¶") ?? "",
        ].joined(separator: "\t")
    }

    /// The first words of a compressed file, an item a document.
    private func plainText(_ file: URL) throws -> [EvaluationItem] {
        try CompressedText.documents(file, words: sample).enumerated().map {
            EvaluationItem(id: "\($0.offset)", text: $0.element)
        }
    }

    // MARK: Output

    private func line(_ name: String, _ text: String) {
        print(name.padding(toLength: max(22, name.count), withPad: " ", startingAt: 0) + "  " + text)
    }

    private func two(_ value: Double) -> String { String(format: "%.2f", value) }
    private func three(_ value: Double) -> String { String(format: "%.3f", value) }
}

/// Results that several threads fill, each its own places.
private final class Slots<Value>: @unchecked Sendable {
    private var storage: [Value?]
    private let lock = NSLock()

    init(count: Int) { storage = Array(repeating: nil, count: count) }

    func set(_ index: Int, _ value: Value) { lock.withLock { storage[index] = value } }

    var values: [Value] { storage.compactMap { $0 } }
}
