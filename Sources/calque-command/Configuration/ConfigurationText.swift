import Calque

/// A configuration as YAML, with the origin of each value as a comment: a configuration file itself.
struct ConfigurationText {
    private(set) var yaml = ""

    /// - Parameters:
    ///   - rules: All that there are.
    ///   - article: nil for the working folder.
    ///   - file: The configuration file; nil where there is none.
    init(_ configuration: Configuration, rules: RuleSet, article: String?, file: String?) throws {
        let whose = article.map { "“\($0)”" } ?? "this folder"
        yaml =
            "# The configuration of \(Messages.printable(whose)): \(file.map { "from \($0)" } ?? "no file, all by default")\n"
        if let sources = configuration.sources {
            yaml += "source: [\(sources.value.joined(separator: ", "))]  # \(sources.origin)\n"
        }
        if let dialect = configuration.dialect { yaml += "dialect: \(dialect.value.rawValue)  # \(dialect.origin)\n" }
        addNumber("min-confidence", configuration.minimumConfidence, "")
        addTexts("names", configuration.names, "")
        addTexts("terms", configuration.terms, "")
        addTexts("ignore-text", configuration.ignoredTexts, "")
        let running = try rules.selecting(configuration: configuration).running
        yaml += "rules:\n"
        for rule in rules.descriptions { add(rule, configuration, isOn: running.contains(rule.id)) }
    }

    private mutating func add(_ rule: RuleDescription, _ configuration: Configuration, isOn: Bool) {
        let settings = configuration.rules[rule.id] ?? Configuration.RuleSettings()
        let level = isOn ? (settings.severity?.value ?? rule.severity).name : "off"
        var origin = "default"
        if isOn, let severity = settings.severity {
            origin = severity.origin.description
        } else if let decided = settings.isOn {
            origin = decided.origin.description
        } else if !isOn && rule.isOnByDefault, let sources = configuration.sources {
            origin = "\(sources.origin): source"
        }
        if settings.minimumConfidence == nil && settings.terms.isEmpty && settings.ignoredTexts.isEmpty {
            yaml += "  \(rule.id): \(level)  # \(origin)\n"
            return
        }
        yaml += "  \(rule.id):\n    severity: \(level)  # \(origin)\n"
        addNumber("min-confidence", settings.minimumConfidence, "    ")
        addTexts("terms", settings.terms, "    ")
        addTexts("ignore-text", settings.ignoredTexts, "    ")
    }

    private mutating func addNumber(_ key: String, _ number: Configuration.Placed<Double>?, _ indent: String) {
        if let number { yaml += "\(indent)\(key): \(number.value)  # \(number.origin)\n" }
    }

    /// A text of JSON is one of YAML.
    private mutating func addTexts(_ key: String, _ texts: [Configuration.Placed<String>], _ indent: String) {
        if texts.isEmpty { return }
        yaml += "\(indent)\(key):\n"
        for text in texts {
            var json = JSONWriter()
            json.string(text.value)
            yaml += "\(indent)  - \(String(decoding: json.bytes, as: UTF8.self))  # \(text.origin)\n"
        }
    }
}
