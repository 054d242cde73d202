/// A rule file, read and checked, its patterns not yet compiled.
struct RuleSource {
    var id = ""
    /// Where the id stands, for errors about it.
    var idPlace = YAMLPlace(line: 1, column: 1)
    var name = ""
    var family = Family.calques
    var summary = ""
    var rationale = ""
    var mqm = ""
    var severity = Severity.minor
    var isOnByDefault = true
    var sourceLanguages: [String] = []
    var patterns: [SourceText] = []
    var unless: [SourceText] = []
    var message = SourceText("")
    var fixes: [SourceText] = []
    var bad: [String] = []
    var good: [String] = []
    var missed: [String] = []
    var evidence = Evidence.certain
    var precision = ""

    var description: RuleDescription {
        RuleDescription(
            id: id, name: name, family: family, summary: summary, rationale: rationale, mqm: mqm, severity: severity,
            isOnByDefault: isOnByDefault, sourceLanguages: sourceLanguages, bad: bad, good: good, missed: missed,
            evidence: evidence, precision: precision)
    }

    /// The number that `precision` begins with, else 0.9.
    var confidence: Double {
        let number = precision.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard let value = Double(number), value > 0, value <= 1 else { return 0.9 }
        return value
    }
}
