import CalqueText

/// Applies a configuration to findings: gives them the severities it says, and leaves out what it calls right. One a task.
final class ConfigurationFilter {
    /// What holds for all rules, or for one.
    private struct Exceptions {
        var minimumConfidence: Double?
        var phrases = PhraseList()
        var ignoredTexts: [Regex] = []

        var isEmpty: Bool { minimumConfidence == nil && phrases.isEmpty && ignoredTexts.isEmpty }

        init(_ minimumConfidence: Double?, terms: [String], names: [String] = [], ignoredTexts: [String]) {
            self.minimumConfidence = minimumConfidence
            for name in names { phrases.add(name) }
            for term in terms { phrases.add(term, alsoCapitalised: true) }
            self.ignoredTexts = ignoredTexts.compactMap { try? Regex($0, ignoresCase: false) }
        }

        func cover(_ finding: Finding, in article: Article) -> Bool {
            phrases.cover(finding.span, in: article.text)
                || ignoredTexts.contains { regex in
                    regex.matches(article.string(finding.span))
                        || regex.matches(article.string(article.wholeWords(finding.span)))
                }
        }
    }

    private let general: Exceptions
    private var special: [String: Exceptions] = [:]
    private var severities: [String: Severity] = [:]
    private let isEmpty: Bool

    init(_ configuration: Configuration) {
        general = Exceptions(
            configuration.minimumConfidence?.value, terms: configuration.terms.map(\.value),
            names: configuration.names.map(\.value), ignoredTexts: configuration.ignoredTexts.map(\.value))
        for (id, settings) in configuration.rules {
            severities[id] = settings.severity?.value
            let exceptions = Exceptions(
                settings.minimumConfidence?.value, terms: settings.terms.map(\.value),
                ignoredTexts: settings.ignoredTexts.map(\.value))
            if !exceptions.isEmpty { special[id] = exceptions }
        }
        isEmpty = general.isEmpty && special.isEmpty && severities.isEmpty
    }

    /// Leaves out what is less certain than the configuration wants, or than is usual where it says nothing.
    ///
    /// - Parameter least: Counts more than the configuration.
    func leaveOutUncertain(_ findings: inout [Finding], least: Double?) {
        findings.removeAll { finding in
            if let least { return finding.confidence < least }
            let usual = finding.rule.evidence == .doubtful ? ArticleEvidence.usualConfidence : 0
            return finding.confidence
                < special[finding.rule.id]?.minimumConfidence ?? general.minimumConfidence ?? usual
        }
    }

    func apply(to findings: inout [Finding], in article: Article) {
        if isEmpty { return }
        findings.removeAll { finding in
            let own = special[finding.rule.id]
            return general.cover(finding, in: article) || own?.cover(finding, in: article) ?? false
        }
        for index in findings.indices {
            if let severity = severities[findings[index].rule.id] { findings[index].severity = severity }
        }
    }
}

extension Article {
    /// The span with the rest of the words, runs of anything but white space (ASCII), that it begins and ends in.
    fileprivate func wholeWords(_ span: Span) -> Span {
        var start = span.start
        var end = span.end
        while start > 0 && text[start - 1] > 0x20 && span.start - start < 240 { start -= 1 }
        while end < text.count && text[end] > 0x20 && end - span.end < 240 { end += 1 }
        return Span(start, end)
    }
}
