import CalqueLint

/// The pages of the rules that found something, within the report.
enum HTMLRulePages {
    /// The id of a rule's page. A rule's id has letters, digits and hyphens; anything else is written as its number.
    static func id(of rule: RuleDescription) -> String {
        "rule-"
            + rule.id.utf8.map { byte in
                let isPlain = (byte >= 0x30 && byte <= 0x39) || (byte | 32 >= 0x61 && byte | 32 <= 0x7A) || byte == 0x2D
                return isPlain ? String(UnicodeScalar(byte)) : "_\(byte)"
            }.joined()
    }

    static func write(_ proofs: [HTMLProof], to html: inout HTMLBuilder) {
        var rules: [String: RuleDescription] = [:]
        var places: [String: [(label: String, anchor: String)]] = [:]
        for proof in proofs {
            for (index, group) in proof.groups.enumerated() {
                for finding in group.findings {
                    rules[finding.rule.id] = finding.rule
                    let label = proofs.count > 1 ? "\(proof.number).\(index + 1)" : "\(index + 1)"
                    let anchor = "#" + proof.noteID(index)
                    if places[finding.rule.id]?.last?.anchor != anchor {
                        places[finding.rule.id, default: []].append((label, anchor))
                    }
                }
            }
        }
        guard !rules.isEmpty else { return }
        html.raw(
            "<section class=\"rules\" aria-labelledby=\"rules\"><h2 id=\"rules\">The rules behind the findings</h2>\n")
        html.raw("<p>What each rule reports, why, and where it keeps quiet.</p>\n<div class=\"pages\">\n")
        let families = Family.allCases
        func order(_ rule: RuleDescription) -> Int { families.firstIndex(of: rule.family) ?? families.count }
        let sorted = rules.values.sorted { (order($0), $0.id) < (order($1), $1.id) }
        for rule in sorted { write(rule, places: places[rule.id] ?? [], to: &html) }
        html.raw("</div></section>\n")
    }

    private static func write(
        _ rule: RuleDescription, places: [(label: String, anchor: String)], to html: inout HTMLBuilder
    ) {
        html.open("section", ("class", "rule"), ("id", id(of: rule)))
        html.element("h3", rule.name)
        html.raw("<p class=\"about\"><code>")
        html.text(rule.id)
        html.raw("</code> · ")
        html.text("\(rule.family.rawValue) · \(rule.severity.name) · MQM: \(rule.mqm)")
        html.raw("</p>\n<p class=\"summary\">")
        html.text(rule.summary)
        html.raw("</p>\n")
        html.markdown(rule.rationale)
        writeExamples(rule.bad, title: "Reported", kind: "bad", to: &html)
        writeExamples(rule.good, title: "Left alone", kind: "good", to: &html)
        writeExamples(rule.missed, title: "Known to be missed", kind: "missed", to: &html)
        if !rule.precision.isEmpty {
            html.raw("<h4>Precision on the development sets</h4>")
            html.element("p", rule.precision)
        }
        html.raw("<p class=\"about\">In this proof:")
        for (number, place) in places.enumerated() {
            html.raw(number == 0 ? " " : ", ")
            html.open("a", ("href", place.anchor))
            html.text(place.label)
            html.raw("</a>")
        }
        html.raw("</p></section>\n")
    }

    private static func writeExamples(_ examples: [String], title: String, kind: String, to html: inout HTMLBuilder) {
        guard !examples.isEmpty else { return }
        html.element("h4", title)
        html.open("ul", ("class", "examples " + kind))
        for example in examples {
            html.raw("<li>")
            writeMarked(example, to: &html)
            html.raw("</li>")
        }
        html.raw("</ul>\n")
    }

    /// An example, in which `[[…]]` stands around what is reported.
    private static func writeMarked(_ example: String, to html: inout HTMLBuilder) {
        let bytes = Array(example.utf8)
        var start = 0
        var at = 0
        var isOpen = false
        while at + 1 < bytes.count {
            let bracket: UInt8 = isOpen ? 0x5D : 0x5B
            guard bytes[at] == bracket, bytes[at + 1] == bracket else {
                at += 1
                continue
            }
            html.text(bytes[start..<at])
            if isOpen { html.raw("</mark>") } else { html.raw("<mark>") }
            isOpen.toggle()
            at += 2
            start = at
        }
        html.text(bytes[start...])
        if isOpen { html.raw("</mark>") }
    }
}
