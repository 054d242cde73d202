import CalqueText

/// The directives of an article: takes out the findings that they suppress, and finds those directives that do nothing.
struct Suppressions {
    /// A directive with what it stands for.
    private struct Entry {
        var directive: Directive
        /// The ids of each name; nil: there is no such rule.
        var ids: [[String]?]
        /// Of `calque-off-next`: the block that it is for.
        var block: Span?
        /// Which of the names, or without names the first, did something.
        var isUsed: [Bool]

        /// The index of the first name that stands for the rule; 0 for a directive without names.
        func index(of rule: String) -> Int? {
            directive.names.isEmpty ? 0 : ids.firstIndex { $0?.contains(rule) ?? false }
        }
    }

    private let article: Article
    private var entries: [Entry] = []
    private var failures: [(span: Span, message: String)] = []

    /// - Parameter index: The rules that directives may name.
    init(_ article: Article, _ index: SelectionIndex) {
        self.article = article
        var block = article.blocks.startIndex
        for span in article.directives {
            do throws(Directive.Failure) {
                let directive = try Directive(span, in: article)
                let ids = directive.names.map { try? index.ids(of: $0, isOnByDefault: false) }
                while block < article.blocks.endIndex && article.blocks[block].span.start < span.end { block += 1 }
                let next = block < article.blocks.endIndex ? article.blocks[block].span : Span(span.end, span.end)
                entries.append(
                    Entry(
                        directive: directive, ids: ids, block: directive.kind == .offNext ? next : nil,
                        isUsed: Array(repeating: false, count: max(1, ids.count))))
            } catch {
                failures.append((span, error.message))
            }
        }
    }

    /// Takes out what is suppressed, in one pass over findings and directives.
    mutating func apply(to findings: inout [Finding]) -> [SuppressedFinding] {
        if entries.isEmpty { return [] }
        findings.sort { $0.span < $1.span }
        var suppressed: [SuppressedFinding] = []
        /// The entries that last spoke of all rules, and of one, with the place of its name; later ones count more.
        var ofAll: (entry: Int, name: Int)?
        var ofRule: [String: (entry: Int, name: Int)] = [:]
        var upcoming: [Int] = []
        var next = 0
        findings.removeAll { finding in
            while next < entries.count && entries[next].directive.span.start <= finding.span.start {
                open(next, &ofAll, &ofRule, &upcoming)
                next += 1
            }
            var decided = ofRule[finding.rule.id]
            if let ofAll, ofAll.entry > decided?.entry ?? -1 { decided = ofAll }
            if let entry = decided?.entry, entries[entry].directive.kind == .on { decided = nil }
            upcoming.removeAll { (entries[$0].block?.end ?? 0) < finding.span.start }
            for entry in upcoming where entries[entry].block.map({ $0.start <= finding.span.start }) ?? false {
                if let name = entries[entry].index(of: finding.rule.id) { decided = (entry, name) }
            }
            guard let (entry, name) = decided else { return false }
            entries[entry].isUsed[name] = true
            suppressed.append(
                SuppressedFinding(finding: finding, place: .article, reason: entries[entry].directive.reason))
            return true
        }
        while next < entries.count {
            open(next, &ofAll, &ofRule, &upcoming)
            next += 1
        }
        return suppressed
    }

    private mutating func open(
        _ number: Int, _ ofAll: inout (entry: Int, name: Int)?, _ ofRule: inout [String: (entry: Int, name: Int)],
        _ upcoming: inout [Int]
    ) {
        let entry = entries[number]
        switch entry.directive.kind {
        case .offNext: upcoming.append(number)
        case .off, .on:
            let isOn = entry.directive.kind == .on
            func isOff(_ state: (entry: Int, name: Int)?) -> Bool {
                state.map { entries[$0.entry].directive.kind == .off } ?? false
            }
            if entry.directive.names.isEmpty {
                // What turns rules on does something where some are off.
                if isOn && (isOff(ofAll) || ofRule.values.contains { isOff($0) }) { entries[number].isUsed[0] = true }
                ofAll = (number, 0)
                ofRule.removeAll(keepingCapacity: true)
            } else {
                for (name, ids) in entry.ids.enumerated() {
                    for id in ids ?? [] {
                        if isOn && (ofRule[id].map { isOff($0) } ?? isOff(ofAll)) {
                            entries[number].isUsed[name] = true
                        }
                        ofRule[id] = (number, name)
                    }
                }
            }
        }
    }

    /// What is wrong with directives, and which do nothing although the rules that they name run.
    ///
    /// - Parameters:
    ///   - running: The ids of the rules that run.
    ///   - isComplete: Whether all rules run that are on by default; otherwise nothing is said of those for all rules.
    func findings(running: Set<String>, isComplete: Bool) -> [Finding] {
        var findings = failures.map { Finding(rule: UnusedSuppression.description, span: $0.span, message: $0.message) }
        for entry in entries {
            let unknown = zip(entry.directive.names, entry.ids).filter { $0.1 == nil }.map(\.0)
            for name in unknown {
                findings.append(
                    Finding(
                        rule: UnusedSuppression.description, span: entry.directive.span,
                        message: "There is no rule and no family “\(name)”; the directive does nothing for it."))
            }
            guard let message = message(entry, running, isComplete) else { continue }
            let isWhole = unknown.isEmpty && !entry.isUsed.contains(true)
            findings.append(
                Finding(
                    rule: UnusedSuppression.description, span: entry.directive.span, message: message,
                    suggestions: isWhole ? [Suggestion(span: line(of: entry.directive.span), replacement: "")] : [],
                    confidence: 0.95))
        }
        return findings
    }

    private func message(_ entry: Entry, _ running: Set<String>, _ isComplete: Bool) -> String? {
        let what = entry.directive.kind == .on ? "Nothing is off here that “calque-on” could turn on" : nil
        if entry.directive.names.isEmpty {
            if entry.isUsed[0] || !isComplete { return nil }
            return what.map { $0 + ": take the directive away." }
                ?? "Nothing is reported that this directive suppresses: take it away."
        }
        let unused = entry.directive.names.indices.filter { index in
            guard let ids = entry.ids[index], !entry.isUsed[index] else { return false }
            return !ids.isEmpty && ids.contains { running.contains($0) }
        }
        if unused.isEmpty { return nil }
        let names = unused.map { "“\(entry.directive.names[$0])”" }.joined(separator: ", ")
        if let what { return "\(what) for \(names)." }
        return "Nothing is reported by \(names) that this directive suppresses: take "
            + (unused.count == entry.directive.names.count ? "it away." : "the name away.")
    }

    /// The directive with the end of its line.
    private func line(of span: Span) -> Span {
        var end = span.end
        let text = article.text
        while end < text.count && (text[end] == 0x20 || text[end] == 0x09) { end += 1 }
        if end < text.count && text[end] == 13 { end += 1 }
        if end < text.count && text[end] == 10 { end += 1 }
        return Span(span.start, end)
    }
}
