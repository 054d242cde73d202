import Calque
import Foundation

/// Prints how long linting takes with 100 and with 1,000 generated pattern rules, on one core, and the ratio.
///
/// The rules are phrases of two to four words that stand in the text itself, with lemmas, word sets, casing, repetition,
/// conditions and `unless` as rules have them: so that many of them do match.
enum PatternBench {
    static func run(_ arguments: [String]) throws {
        let articles = try SegmentationSpeedCommand.read(try arguments.required("--text"))
        let files = RuleGenerator(articles).files(1000)
        let bytes = articles.reduce(0) { $0 + $1.text.count }
        let start = ContinuousClock.now
        let thousand = try PatternRules.compile(files)
        let compilation = ContinuousClock.now - start
        let hundred = try PatternRules.compile(Array(files.prefix(100)))
        print(
            "compiling 1,000 rules  \(Int(compilation / .milliseconds(1))) ms, \(try PatternRules.bytes(of: files).count) bytes"
        )
        let sets = [("no rules", PatternRules.none), ("100 rules", hundred), ("1,000 rules", thousand)]
        let linters = sets.map { Linter(rules: RuleSet(rules: [], patterns: [$0.1])) }
        var times = [Double](repeating: .infinity, count: 3)
        var findings = [0, 0, 0]
        // In turns, the shortest of seven, in time of the processor: what else the machine does matters less.
        for _ in 0..<7 {
            for (index, linter) in linters.enumerated() {
                let start = clock()
                findings[index] = articles.reduce(0) { $0 + linter.lint($1).count }
                times[index] = min(times[index], Double(clock() - start) / Double(CLOCKS_PER_SEC))
            }
        }
        for (index, set) in sets.enumerated() {
            let speed = String(format: "%.3f s, %.1f MB/s", times[index], Double(bytes) / times[index] / 1e6)
            print("\(set.0.padding(toLength: 22, withPad: " ", startingAt: 0)) \(speed), \(findings[index]) findings")
        }
        print("ratio 1,000 : 100      \(String(format: "%.2f", times[2] / times[1]))")
        print("of matching alone      \(String(format: "%.2f", (times[2] - times[0]) / (times[1] - times[0])))")
    }
}

/// Makes up pattern rules over the words of a text; the same ones each time.
struct RuleGenerator {
    private var state: UInt64 = 20_150_216
    private var sentences: [[String]] = []
    private let lexicon = Lexicon.english

    init(_ articles: [Article]) {
        let analyzer = Analyzer()
        for article in articles {
            analyzer.analyse(article) { analysis in
                for sentence in analysis.sentences {
                    let words = sentence.tokens.filter { analysis.tokens[$0].kind == .word }.map {
                        String(decoding: analysis.segmentation.form($0), as: UTF8.self)
                    }
                    if words.count > 6 { sentences.append(words) }
                }
            }
        }
    }

    func files(_ count: Int) -> [RuleText] {
        var generator = self
        return (0..<count).map { number in
            let id = "generated-\(number)"
            let text = """
                id: \(id)
                name: Generated
                family: calques
                summary: A generated rule.
                rationale: |
                  For the benchmark.
                mqm: Fluency
                severity: minor
                pattern: |
                  \(generator.pattern(number))
                message: |
                  “{match}” was found.
                bad:
                  - |
                    [[x]]
                good:
                  - |
                    y
                """
            return RuleText(path: "\(id).yml", relativePath: "en/calques/\(id).yml", bytes: Array(text.utf8))
        }
    }

    private mutating func random(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(bound, 1)
    }

    /// A run of words that stands in the text, one of them no function word (at most 300 times in a million), as
    /// in rules that people write.
    private mutating func phrase(_ count: Int) -> [String] {
        for _ in 0..<50 {
            let sentence = sentences[random(sentences.count)]
            let start = random(sentence.count - count)
            let words = Array(sentence[start..<(start + count)])
            let isPlain = words.allSatisfy { $0.utf8.allSatisfy { (97...122).contains($0) } }
            let hasContent = words.contains { lexicon[lexicon.find($0)].frequency < 55 }
            if isPlain && hasContent { return words }
        }
        return Array(repeating: "placeholder", count: count)
    }

    private mutating func pattern(_ number: Int) -> String {
        let p = phrase(4)
        let q = phrase(3)
        let rarest = q.min { lexicon[lexicon.find($0)].frequency < lexicon[lexicon.find($1)].frequency } ?? q[0]
        switch random(20) {
        case 0..<6: return p.joined(separator: " ")
        case 6..<9: return q.joined(separator: " ")
        case 9..<11: return "\(p[0]) << \(p[1]) (\(p[2]) | \(q[0])) >> \(p[3])"
        case 11..<13: return "[word=\"\(Set(p).sorted().joined(separator: "|"))\"%c] [case=\"title\"]+ \(rarest)"
        case 13..<14: return "\(p[0]) []{0,3} \(rarest)"
        case 14..<15: return "\(rarest) [case=\"lower\"]? [word=\".*(ing|ed)\"]"
        case 15..<17: return "a:[word=\"\(p[0])|\(p[1])\"%c] [case=\"lower\" & word!=\"\(q[0])\"]? \(rarest)"
        case 17..<18: return "<s> \(q[0]) [case=\"lower\"]{1,2} \(q[2])"
        case 18..<19: return "a:[kind=\"word\"] \(rarest) b:[] :: a.word = b.word %c"
        default: return "[kind=\"currency\"] [kind=\"number\" & space=\"yes\"] \(q[0])"
        }
    }
}
