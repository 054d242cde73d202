import Calque

/// The list of rules, family by family.
enum RuleList {
    static func text(_ rules: [RuleDescription]) -> String {
        let width = rules.map(\.id.count).max() ?? 0
        var text = ""
        for (family, members) in byFamily(rules) {
            text += (text.isEmpty ? "" : "\n") + "\(family.rawValue)\n"
            for rule in members {
                let off = rule.isOnByDefault ? "" : " (off by default)"
                let fix = rule.hasSafeFix ? " (safe fix)" : ""
                text +=
                    "  \(rule.id.padded(to: width))  \(rule.severity.name.padded(to: 8))  \(rule.summary)\(off)\(fix)\n"
            }
        }
        let off = rules.count { !$0.isOnByDefault }
        text += (text.isEmpty ? "" : "\n") + "\(rules.count == 1 ? "1 rule" : "\(rules.count) rules")"
        if off > 0 { text += ", \(off) of them off by default" }
        let safe = rules.count(where: \.hasSafeFix)
        if safe > 0 { text += ", \(safe) with safe fixes (check --fix)" }
        text += ".\n"
        return text
    }

    /// - Parameter areLinked: Whether each rule leads to its page beside the list, ID.md.
    static func markdown(_ rules: [RuleDescription], areLinked: Bool = false) -> String {
        var text = "# Rules\n"
        for (family, members) in byFamily(rules) {
            text +=
                "\n## \(family.rawValue)\n\n| rule | severity | by default | safe fix | what it reports |\n| --- | --- | --- | --- | --- |\n"
            for rule in members {
                let summary = RulePage.escaped(rule.summary).split(separator: "|", omittingEmptySubsequences: false)
                    .joined(separator: "\\|")
                let id = areLinked ? "[`\(rule.id)`](\(rule.id).md)" : "`\(rule.id)`"
                let state = "\(rule.isOnByDefault ? "on" : "off") | \(rule.hasSafeFix ? "yes" : "")"
                text += "| \(id) | \(rule.severity.name) | \(state) | \(summary) |\n"
            }
        }
        return text
    }

    static func byFamily(_ rules: [RuleDescription]) -> [(Family, [RuleDescription])] {
        Family.allCases.compactMap { family in
            let members = rules.filter { $0.family == family }
            return members.isEmpty ? nil : (family, members)
        }
    }
}
