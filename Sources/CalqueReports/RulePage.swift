import CalqueLint

/// The page of a rule: what, why, examples, measured precision.
public enum RulePage {
    /// The page as plain text of 80 columns.
    public static func text(_ rule: RuleDescription) -> String {
        func wrap(_ text: String) -> String {
            WordWrap.lines(of: text, columns: 80).joined(separator: "\n") + "\n"
        }
        var text = "\(rule.id): \(rule.name)\n\n" + wrap(rule.summary)
        for paragraph in paragraphs(rule.rationale) { text += "\n" + wrap(paragraph) }
        text += "\n"
        for (name, value) in facts(rule) { text += wrap("\(name): \(value)") }
        for (title, examples) in sections(rule) {
            text += "\n\(title):\n"
            for example in examples { text += example.split(separator: "\n").map { "  \($0)\n" }.joined() }
        }
        return text
    }

    /// The page as Markdown.
    public static func markdown(_ rule: RuleDescription) -> String {
        var text = "# \(escaped(rule.name))\n\n`\(rule.id)`: \(escaped(rule.summary))\n"
        for paragraph in paragraphs(rule.rationale) { text += "\n\(paragraph)\n" }
        text += "\n| | |\n| --- | --- |\n"
        for (name, value) in facts(rule) { text += "| \(name) | \(escaped(value)) |\n" }
        for (title, examples) in sections(rule) {
            text += "\n## \(title)\n"
            for example in examples {
                text +=
                    "\n"
                    + example.split(separator: "\n", omittingEmptySubsequences: false).map { "> \(marked(String($0)))" }
                    .joined(separator: "\n>\n") + "\n"
            }
        }
        return text
    }

    private static func facts(_ rule: RuleDescription) -> [(String, String)] {
        var facts = [
            ("Family", rule.family.rawValue), ("Category (MQM)", rule.mqm), ("Severity", rule.severity.name),
            ("By default", rule.isOnByDefault ? "on" : "off; --enable \(rule.id) turns it on"),
        ]
        if rule.hasSafeFix { facts.append(("Safe fix", "yes; --fix applies it")) }
        if !rule.sourceLanguages.isEmpty {
            facts.append(("Source languages", rule.sourceLanguages.joined(separator: ", ")))
        }
        facts.append(("Measured precision", rule.precision.isEmpty ? "not measured" : rule.precision))
        return facts
    }

    private static func sections(_ rule: RuleDescription) -> [(String, [String])] {
        [
            ("It reports what stands in [[…]]", rule.bad), ("It leaves alone", rule.good),
            ("It is known to miss", rule.missed),
        ].filter { !$0.1.isEmpty }
    }

    /// Paragraphs of Markdown; lines within one belong together.
    private static func paragraphs(_ text: String) -> [String] {
        var paragraphs: [String] = []
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) + [Substring()] {
            if !line.allSatisfy({ $0 == " " }) {
                lines.append(line)
            } else if !lines.isEmpty {
                paragraphs.append(lines.joined(separator: " "))
                lines = []
            }
        }
        return paragraphs
    }

    /// Text in which Markdown sees no markup.
    public static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if "\\`*_<>#[]".contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }

    /// An example with what is reported in bold.
    private static func marked(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while !rest.isEmpty {
            if rest.hasPrefix("[[") || rest.hasPrefix("]]") {
                result += "**"
                rest = rest.dropFirst(2)
            } else {
                result += escaped(String(rest.removeFirst()))
            }
        }
        return result
    }
}
