import Foundation

/// The examples of `docs/cql.md`.
struct CQLPage {
    struct Example {
        var line: Int
        var pattern: String
        /// Texts with `[[…]]` around matches.
        var found: [String] = []
        var notFound: [String] = []
        var error: String?
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    let text: String
    var examples: [Example] = []

    init() throws {
        text = try String(contentsOf: Self.root.appendingPathComponent("docs/cql.md"), encoding: .utf8)
        var example: Example?
        for (index, line) in text.components(separatedBy: "\n").enumerated() {
            if line == "```cql" {
                example = Example(line: index + 1, pattern: "")
            } else if line == "```", let finished = example {
                examples.append(finished)
                example = nil
            } else if line.hasPrefix("+ ") {
                example?.found.append(String(line.dropFirst(2)))
            } else if line.hasPrefix("- ") {
                example?.notFound.append(String(line.dropFirst(2)))
            } else if line.hasPrefix("! ") {
                example?.error = String(line.dropFirst(2))
            } else if let pattern = example?.pattern {
                example?.pattern = pattern.isEmpty ? line : pattern + "\n" + line
            }
        }
    }

    /// The rule file that the page shows, as an indented block.
    var ruleFile: String {
        let lines = text.components(separatedBy: "\n")
        guard let first = lines.firstIndex(where: { $0.hasPrefix("    id: ") }) else { return "" }
        return lines[first...].prefix { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }.joined(separator: "\n")
            + "\n"
    }
}
