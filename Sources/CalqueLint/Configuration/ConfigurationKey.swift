/// The keys of a configuration file: what each is for, and where it may stand. The only source of what the reader takes,
/// of the JSON Schema and of the page about it.
public enum ConfigurationKey: String, Sendable, CaseIterable {
    case extends, ignore, files, source, dialect
    case minConfidence = "min-confidence"
    case rules, names, terms
    case ignoreText = "ignore-text"
    case severity, sections

    /// Where a key may stand.
    public enum Place: Sendable {
        case file, section, rule

        /// The keys that may stand there, in the order of the table.
        public var keys: [ConfigurationKey] { ConfigurationKey.allCases.filter { $0.places.contains(self) } }
    }

    public var places: [Place] {
        switch self {
        case .extends, .ignore, .sections: [.file]
        case .files: [.section]
        case .source, .dialect, .rules, .names: [.file, .section]
        case .minConfidence, .terms, .ignoreText: [.file, .section, .rule]
        case .severity: [.rule]
        }
    }

    /// What its value is.
    public enum Kind: Sendable {
        /// One text, or several.
        case texts
        /// A regular expression, or several.
        case expressions
        /// A pattern in the syntax of .gitignore, or several.
        case globs
        /// A language by its code (ISO 639-1), or several.
        case languages
        /// A number from 0 to 1.
        case fraction
        /// One of these words.
        case choice([String])
        /// Rules with what is decided of each.
        case rules
        /// A sequence of sections.
        case sections
    }

    public var kind: Kind {
        switch self {
        case .extends, .names, .terms: .texts
        case .ignoreText: .expressions
        case .ignore, .files: .globs
        case .source: .languages
        case .minConfidence: .fraction
        case .dialect: .choice(Dialect.allCases.map(\.rawValue))
        case .severity: .choice(Self.levels)
        case .rules: .rules
        case .sections: .sections
        }
    }

    /// What can be said of a rule in one word.
    public static let levels = ["on", "off"] + Severity.allCases.map(\.name)

    /// What it is for, in whole sentences.
    public var summary: String {
        switch self {
        case .extends: "Configuration files whose settings come before those of this file; relative to its folder."
        case .ignore: "Files and folders that are not looked into, in the syntax of .gitignore."
        case .files: "The articles that the section is for, in the syntax of .gitignore."
        case .source:
            "The language, or languages, that the articles are translated from (ISO 639-1); rules made for others do not run."
        case .dialect: "The English that the house writes, for rules that depend on it; so far none does."
        case .minConfidence: "Findings with a lower confidence are left out."
        case .rules: "What is decided of rules: by id, family, or all. on, off, a severity, or a mapping of more."
        case .names: "Names that are right just as they stand here."
        case .terms: "Words and phrases that are right so; also with a capital, where a sentence begins."
        case .ignoreText:
            "Regular expressions (ICU): findings whose text, or the words around it, match one as a whole are left out."
        case .severity: "How grave findings of the rule are, or whether it runs."
        case .sections: "Settings for some of the articles only."
        }
    }
}
