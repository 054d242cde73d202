import Calque
import Foundation

extension Evaluate {
    static let usage = """
        calque-dev evaluate --data DIR [--only SET] [--rules RULE,...] [--sample WORDS] [--findings FILE]

        Prints every measure of quality over the development sets in DIR. --only takes sets whose name has SET in it;
        --rules runs these rules alone; --sample is how many words of each large text are read (1000000);
        --findings writes each finding with its context to FILE, tab-separated.
        """

    static func main(_ arguments: [String]) throws {
        var options: [String: String] = [:]
        var rest = arguments[...]
        while let name = rest.popFirst() {
            guard name.hasPrefix("--"), let value = rest.popFirst() else { throw CommandError(usage) }
            options[name] = value
        }
        guard let data = options["--data"] else { throw CommandError(usage) }
        let only = options["--rules"]?.split(separator: ",").map(String.init)
        let set = try RuleSet(rules: builtInRules.map { $0.init() }, patterns: [.builtIn]).selecting(only: only)
        var evaluation = Evaluate(data: URL(fileURLWithPath: data), rules: set)
        evaluation.only = options["--only"] ?? ""
        if let sample = options["--sample"].flatMap(Int.init) { evaluation.sample = sample }
        if let file = options["--findings"] {
            _ = FileManager.default.createFile(atPath: file, contents: nil)
            evaluation.listing = FileHandle(forWritingAtPath: file)
        }
        try evaluation.run()
    }
}
