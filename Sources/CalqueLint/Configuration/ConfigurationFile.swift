/// A configuration file with those that it extends, read and checked; gives the configuration of each article.
///
/// Later settings count more than earlier ones: those of an extended file, then the file's own, then those of its
/// sections whose globs match the article. Lists grow. Of rules named in one mapping, `all` counts less than a family, and
/// that less than an id.
public struct ConfigurationFile: Sendable {
    /// The name that is looked for in an article's folder and the folders above it.
    public static let name = ".calque.yml"

    /// The file's path as it was given.
    public let path: String
    /// Files that are not looked for in folders; relative to the folder of the configuration.
    public private(set) var ignored: [Glob] = []
    private var entries: [Entry] = []

    struct Entry: Sendable {
        var setting: Setting
        var origin: Configuration.Origin
        /// Of a section; nil: for all articles.
        var files: [Glob]?
    }

    enum Setting: Sendable {
        case sources([String])
        case dialect(Dialect)
        case minimumConfidence(Double)
        case name(String)
        case term(String)
        case ignoredText(String)
        /// For each of the ids.
        case rules(ids: [String], RuleSetting)
    }

    enum RuleSetting: Sendable {
        case isOn(Bool)
        case severity(Severity)
        case minimumConfidence(Double)
        case term(String)
        case ignoredText(String)
    }

    init(path: String) { self.path = path }

    mutating func add(_ entry: Entry) { entries.append(entry) }
    mutating func add(ignored glob: Glob) { ignored.append(glob) }
    mutating func add(_ extended: ConfigurationFile) {
        entries += extended.entries
        ignored += extended.ignored
    }

    /// The sections whose globs match the article, as a key: articles with the same key have the same configuration.
    ///
    /// - Parameter article: The path relative to the folder of the configuration, or the whole one where it lies elsewhere.
    public func key(of article: String) -> [Bool] {
        entries.compactMap { $0.files }.map { Self.match($0, article) }
    }

    /// The configuration of an article.
    public func configuration(of article: String) -> Configuration {
        var configuration = Configuration()
        for entry in entries where entry.files.map({ Self.match($0, article) }) ?? true {
            configuration.apply(entry.setting, entry.origin)
        }
        return configuration
    }

    /// As in an ignore file, the last pattern that covers the path decides.
    private static func match(_ globs: [Glob], _ article: String) -> Bool {
        globs.last { $0.covers(article) }.map { !$0.isNegated } ?? false
    }

    /// Reads a file, and those that it extends.
    ///
    /// - Parameters:
    ///   - path: How errors name it; files that it extends are relative to its folder.
    ///   - rules: The rules that it may name.
    ///   - contents: Reads a file; throws a sentence that says why it cannot be read.
    /// - Throws: `RuleErrors`: all that is wrong in all files, each with line, column and what to write instead.
    public static func read(
        _ path: String, rules: RuleSet, contents: @escaping (String) throws(UnreadableFile) -> [UInt8]
    ) throws(RuleErrors) -> ConfigurationFile {
        var reader = ConfigurationReader(rules: SelectionIndex(rules), contents: contents)
        let file = reader.read(path)
        if !reader.errors.isEmpty { throw RuleErrors(reader.errors) }
        return file
    }
}

/// Why a file could not be read.
public struct UnreadableFile: Error {
    /// In small letters, to stand in a sentence: "the permission is missing".
    public let reason: String

    public init(reason: String) { self.reason = reason }
}

extension Configuration {
    mutating func apply(_ setting: ConfigurationFile.Setting, _ origin: Origin) {
        switch setting {
        case .sources(let value): sources = Placed(value: value, origin: origin)
        case .dialect(let value): dialect = Placed(value: value, origin: origin)
        case .minimumConfidence(let value): minimumConfidence = Placed(value: value, origin: origin)
        case .name(let value): names.append(Placed(value: value, origin: origin))
        case .term(let value): terms.append(Placed(value: value, origin: origin))
        case .ignoredText(let value): ignoredTexts.append(Placed(value: value, origin: origin))
        case .rules(let ids, let setting):
            for id in ids { rules[id, default: RuleSettings()].apply(setting, origin) }
        }
    }
}

extension Configuration.RuleSettings {
    mutating func apply(_ setting: ConfigurationFile.RuleSetting, _ origin: Configuration.Origin) {
        switch setting {
        case .isOn(let value): isOn = Configuration.Placed(value: value, origin: origin)
        case .severity(let value): severity = Configuration.Placed(value: value, origin: origin)
        case .minimumConfidence(let value): minimumConfidence = Configuration.Placed(value: value, origin: origin)
        case .term(let value): terms.append(Configuration.Placed(value: value, origin: origin))
        case .ignoredText(let value): ignoredTexts.append(Configuration.Placed(value: value, origin: origin))
        }
    }
}
