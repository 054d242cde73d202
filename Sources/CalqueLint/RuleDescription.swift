/// All that is known of a rule: the only source of its page, its tests, its entry in the registry and in reports.
public final class RuleDescription: Sendable {
    /// Lower-case words with hyphens; never reused: "lowercase-name".
    public let id: String
    /// A short title: "Name in lower case".
    public let name: String
    public let family: Family
    /// One sentence: what is reported.
    public let summary: String
    /// Why this marks machine translation, and where the rule keeps quiet; Markdown.
    public let rationale: String
    /// The category of MQM that a finding counts under: "Fluency/Spelling/Capitalization".
    public let mqm: String
    public let severity: Severity
    /// Off by default while a rule costs more than it brings.
    public let isOnByDefault: Bool
    /// Source languages (ISO 639-1) whose translations the rule is made for; empty: any.
    public let sourceLanguages: [String]
    /// Texts with a fault; `[[…]]` stands around each stretch that is reported.
    public let bad: [String]
    /// Texts without: near misses above all.
    public let good: [String]
    /// Texts with a fault that the rule is known to miss, unmarked.
    public let missed: [String]
    public let evidence: Evidence
    /// Whether a single suggestion may be applied without anybody looking at it: it leaves every word and every number what
    /// it was, or takes away what stands twice, and precision on the development sets is 1.00 or the form is closed.
    public let hasSafeFix: Bool
    /// Precision measured on the development sets, as "0.93 (n = 120)"; empty when not measured.
    public let precision: String

    public init(
        id: String, name: String, family: Family, summary: String, rationale: String, mqm: String, severity: Severity,
        isOnByDefault: Bool = true, sourceLanguages: [String] = [], bad: [String], good: [String],
        missed: [String] = [], evidence: Evidence = .certain, hasSafeFix: Bool = false, precision: String = ""
    ) {
        self.id = id
        self.name = name
        self.family = family
        self.summary = summary
        self.rationale = rationale
        self.mqm = mqm
        self.severity = severity
        self.isOnByDefault = isOnByDefault
        self.sourceLanguages = sourceLanguages
        self.bad = bad
        self.good = good
        self.missed = missed
        self.evidence = evidence
        self.hasSafeFix = hasSafeFix
        self.precision = precision
    }
}

extension RuleDescription {
    /// Whether the rule is made for translations from other languages than these.
    func isFor(noneOf sources: [String]) -> Bool {
        !sourceLanguages.isEmpty && !sourceLanguages.contains { sources.contains($0) }
    }
}
