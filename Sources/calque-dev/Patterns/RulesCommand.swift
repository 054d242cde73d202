import Calque
import Foundation

/// Compiles `rules/` into the program that is built in, or says whether the committed one is fresh.
enum RulesCommand {
    static func run(_ arguments: [String]) throws {
        let folder = arguments.value(of: "--rules") ?? "rules"
        let output = arguments.value(of: "--output") ?? "Sources/CRules/rules.bin"
        let files = try FileManager.default.fileExists(atPath: folder) ? RuleFolder.read(folder) : []
        let bytes = try PatternRules.bytes(of: files)
        if arguments.contains("--check") {
            guard FileManager.default.contents(atPath: output).map(Array.init) == bytes else {
                throw CommandError("\(output) is stale: run “calque-dev rules”, build, and commit it.")
            }
            print("\(output) is fresh.")
            return
        }
        try Data(bytes).write(to: URL(fileURLWithPath: output))
        let rules = try PatternRules.compile(files)
        print("\(output): \(rules.count) rules, \(bytes.count) bytes")
    }
}

/// Runs the examples of the rules in a folder, from disk, without building: for who writes rules.
enum RuleExamplesCommand {
    static func run(_ arguments: [String]) throws {
        let folder = arguments.value(of: "--rules") ?? "rules"
        let rules = try PatternRules.load(folder: folder)
        var names = arguments
        if let index = names.firstIndex(of: "--rules") { names.removeSubrange(index...min(index + 1, names.count - 1)) }
        for name in names where rules.description(of: name) == nil {
            let hint = NearestName.hint(name, among: rules.ids)
            throw CommandError("There is no rule “\(name)” in \(folder).\(hint)")
        }
        let failures = RuleExamples.check(
            RuleSet(rules: [], patterns: [rules]), only: names.isEmpty ? nil : names)
        for failure in failures { print(failure) }
        if !failures.isEmpty { throw CommandError("\(failures.count) examples do not come out as their rules say.") }
        print("\(names.isEmpty ? rules.count : names.count) rules: all examples come out as they say.")
    }
}
