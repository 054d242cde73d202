import Calque
import Foundation

/// Prints how many words a second are segmented, tagged and parsed, and linted as a whole, each by itself, on one core.
/// The text is a file of plain text, or JSON lines with a "text" in each.
enum ParseSpeedCommand {
    static func run(_ arguments: [String]) throws {
        let articles = try SegmentationSpeedCommand.read(try arguments.required("--text"))
        let analyzer = Analyzer()
        let linter = Linter(rules: try RuleSet(rules: builtInRules.map { $0.init() }, patterns: [.builtIn]))
        var words = 0
        var times = [Double](repeating: .infinity, count: 3)
        // In turns, so that whatever else the machine does slows all; the shortest run counts.
        for _ in 0..<3 {
            words = 0
            times[0] = min(times[0], seconds(articles) { analyzer.analyse($0) { words += $0.tokens.count } })
            times[1] = min(times[1], seconds(articles) { analyzer.analyse($0) { _ = $0.trees.heads.count } })
            times[2] = min(times[2], seconds(articles) { _ = linter.lint($0).count })
        }
        let parse = times[1] - times[0]
        func line(_ name: String, _ seconds: Double) {
            print(
                name.padding(toLength: 30, withPad: " ", startingAt: 0),
                String(format: "%.2f µs a word, %.0f words/s", seconds / Double(words) * 1e6, Double(words) / seconds))
        }
        print("\(words) words")
        line("sentences and tokens", times[0])
        line("tags and trees alone", parse)
        line("from text to trees", times[1])
        line("from text to findings", times[2])
        print(String(format: "findings ÷ trees               %.2f of the speed", times[1] / times[2]))
    }

    private static func seconds(_ articles: [Article], _ body: (Article) -> Void) -> Double {
        SegmentationSpeedCommand.seconds { for article in articles { body(article) } }
    }
}
