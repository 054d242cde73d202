/// Reads configuration files and finds all that is wrong in them.
struct ConfigurationReader {
    /// Files may extend others so deep.
    private static let deepest = 16

    let rules: SelectionIndex
    let contents: (String) throws(UnreadableFile) -> [UInt8]
    private(set) var errors: [RuleError] = []
    /// The files that are being read, the outermost first.
    private var open: [String] = []
    private var path: String { open.last ?? "" }

    init(rules: SelectionIndex, contents: @escaping (String) throws(UnreadableFile) -> [UInt8]) {
        self.rules = rules
        self.contents = contents
    }

    private mutating func fail(_ place: YAMLPlace, _ message: String) {
        errors.append(RuleError(path: path, line: place.line, column: place.column, message: message))
    }

    /// Reads the file that the command line, or nobody, named.
    mutating func read(_ path: String) -> ConfigurationFile {
        let bytes: [UInt8]
        do throws(UnreadableFile) {
            bytes = try contents(path)
        } catch {
            errors.append(
                RuleError(path: path, line: 1, column: 1, message: "The configuration cannot be read: \(error.reason).")
            )
            return ConfigurationFile(path: path)
        }
        return read(path, bytes)
    }

    private mutating func read(_ path: String, _ bytes: [UInt8]) -> ConfigurationFile {
        var file = ConfigurationFile(path: path)
        open.append(path)
        defer { open.removeLast() }
        let (root, wrong) = YAMLReader.read(bytes, path: path, unit: "configuration")
        errors += wrong
        guard let root else { return file }
        // A file of comments only, and one with an empty value.
        if case .scalar(let scalar) = root, scalar.text.isEmpty, scalar.style == .plain { return file }
        let entries = self.entries(root, .file)
        // What is extended comes first, wherever the key stands.
        for (key, value) in entries where key == .extends { extend(value, to: &file) }
        for (key, value) in entries {
            switch key {
            case .extends: break
            case .ignore: for (glob, _) in globs(key, value) { file.add(ignored: glob) }
            case .sections: readSections(value, to: &file)
            default: readSetting(key, value, files: nil, to: &file)
            }
        }
        return file
    }

    private mutating func extend(_ value: YAMLNode, to file: inout ConfigurationFile) {
        for (name, place) in texts(.extends, value) {
            let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
            let other = name.hasPrefix("/") ? name : folder + name
            if open.contains(other) {
                fail(place, "“\(name)” extends this file, and cannot be extended by it.")
            } else if open.count >= Self.deepest {
                fail(place, "Configurations extend each other more than \(Self.deepest) deep.")
            } else {
                do throws(UnreadableFile) {
                    let bytes = try contents(other)
                    file.add(read(other, bytes))
                } catch {
                    fail(place, "“\(name)” cannot be read: \(error.reason).")
                }
            }
        }
    }

    private mutating func readSections(_ value: YAMLNode, to file: inout ConfigurationFile) {
        guard case .sequence(let items, _) = value else {
            return fail(value.place, "“sections” is a sequence: lines “- files: …”, and below the settings, indented.")
        }
        for item in items {
            let entries = self.entries(item, .section)
            guard let (_, value) = entries.first(where: { $0.key == .files }) else {
                if case .mapping = item {
                    fail(item.place, "The section has no “files”: say which articles it is for.")
                }
                continue
            }
            let files = globs(.files, value).map(\.0)
            for (key, value) in entries where key != .files { readSetting(key, value, files: files, to: &file) }
        }
    }

    private mutating func readSetting(
        _ key: ConfigurationKey, _ value: YAMLNode, files: [Glob]?, to file: inout ConfigurationFile
    ) {
        func add(_ setting: ConfigurationFile.Setting, _ place: YAMLPlace) {
            let origin = Configuration.Origin(path: path, line: place.line)
            file.add(ConfigurationFile.Entry(setting: setting, origin: origin, files: files))
        }
        switch key {
        case .source:
            let languages = self.languages(key, value)
            if !languages.isEmpty { add(.sources(languages), value.place) }
        case .dialect:
            if let name = choice(key, value), let dialect = Dialect(rawValue: name) {
                add(.dialect(dialect), value.place)
            }
        case .minConfidence: if let number = fraction(key, value) { add(.minimumConfidence(number), value.place) }
        case .names: for (text, place) in texts(key, value) { add(.name(text), place) }
        case .terms: for (text, place) in texts(key, value) { add(.term(text), place) }
        case .ignoreText: for (text, place) in expressions(key, value) { add(.ignoredText(text), place) }
        case .rules: for (ids, setting, place) in ruleSettings(value) { add(.rules(ids: ids, setting), place) }
        case .extends, .ignore, .files, .severity, .sections: break
        }
    }

    private typealias PlacedRuleSetting = (ids: [String], setting: ConfigurationFile.RuleSetting, place: YAMLPlace)

    private mutating func ruleSettings(_ value: YAMLNode) -> [PlacedRuleSetting] {
        guard case .mapping(let entries, _) = value else {
            fail(value.place, "“rules” is a mapping: below it lines “rule: off”, indented.")
            return []
        }
        var seen: [String: Int] = [:]
        // By how much they count: all, families, ids.
        var settings: [[PlacedRuleSetting]] = [[], [], []]
        for (name, value) in entries {
            if let first = seen[name.text] {
                fail(name.place, "“\(name.text)” stands twice; it stood on line \(first) before.")
                continue
            }
            seen[name.text] = name.place.line
            do throws(UnknownRule) {
                let ids = try rules.ids(of: name.text, isOnByDefault: false)
                let rank = name.text == RuleSet.all ? 0 : Family(rawValue: name.text) != nil ? 1 : 2
                settings[rank] += read(value, isOneRule: rank == 2).map { (ids, $0, $1) }
            } catch {
                fail(name.place, error.description)
            }
        }
        return settings.flatMap { $0 }
    }

    private mutating func read(_ value: YAMLNode, isOneRule: Bool) -> [(ConfigurationFile.RuleSetting, YAMLPlace)] {
        func level(_ name: String?, _ place: YAMLPlace) -> [(ConfigurationFile.RuleSetting, YAMLPlace)] {
            guard let name else { return [] }
            guard let severity = Severity(name: name) else { return [(.isOn(name == "on"), place)] }
            // Who says how grave a rule's findings are wants it to run; of a family that may be too much.
            return (isOneRule ? [(.isOn(true), place)] : []) + [(.severity(severity), place)]
        }
        guard case .mapping = value else {
            return level(choice(.severity, value), value.place)
        }
        var settings: [(ConfigurationFile.RuleSetting, YAMLPlace)] = []
        for (key, value) in entries(value, .rule) {
            switch key {
            case .severity: settings += level(choice(key, value), value.place)
            case .minConfidence:
                if let number = fraction(key, value) { settings.append((.minimumConfidence(number), value.place)) }
            case .terms: for (text, place) in texts(key, value) { settings.append((.term(text), place)) }
            case .ignoreText:
                for (text, place) in expressions(key, value) { settings.append((.ignoredText(text), place)) }
            default: break
            }
        }
        return settings
    }

    // MARK: - Values

    /// The entries of a mapping whose keys may stand there.
    private mutating func entries(_ node: YAMLNode, _ where_: ConfigurationKey.Place) -> [(
        key: ConfigurationKey, value: YAMLNode
    )] {
        guard case .mapping(let entries, _) = node else {
            let what =
                switch where_ {
                case .file: "A configuration"
                case .section: "A section"
                case .rule: "What is said of a rule"
                }
            fail(node.place, "\(what) is a mapping: lines of “key: value”.")
            return []
        }
        let keys = where_.keys
        var seen: [ConfigurationKey: Int] = [:]
        var found: [(key: ConfigurationKey, value: YAMLNode)] = []
        for (name, value) in entries {
            guard let key = ConfigurationKey(rawValue: name.text), keys.contains(key) else {
                fail(name.place, unknown(name.text, keys))
                continue
            }
            if let first = seen[key] {
                fail(name.place, "The key “\(key.rawValue)” stands twice; it stood on line \(first) before.")
                continue
            }
            seen[key] = name.place.line
            found.append((key, value))
        }
        return found
    }

    private func unknown(_ name: String, _ keys: [ConfigurationKey]) -> String {
        let names = keys.map(\.rawValue)
        if ConfigurationKey(rawValue: name) != nil {
            return "The key “\(name)” cannot stand here. There are: \(names.joined(separator: ", "))."
        }
        if (try? rules.ids(of: name, isOnByDefault: false)) != nil && keys.contains(.rules) {
            return "“\(name)” is a rule or family: it stands under “rules:”, indented."
        }
        let hint = NearestName.hint(name, among: names)
        return "There is no key “\(name)”." + (hint.isEmpty ? " There are: \(names.joined(separator: ", "))." : hint)
    }

    /// A text, or a sequence of texts, each with its place.
    private mutating func texts(_ key: ConfigurationKey, _ value: YAMLNode) -> [(String, YAMLPlace)] {
        let items: [YAMLNode]
        if case .sequence(let nodes, _) = value { items = nodes } else { items = [value] }
        return items.compactMap { item in
            guard case .scalar(let scalar) = item else {
                fail(item.place, "“\(key.rawValue)” is a text, or a sequence of texts: lines “- text” below it.")
                return nil
            }
            let text = scalar.text.trimmed
            if text.isEmpty {
                fail(scalar.place, "“\(key.rawValue)” is empty; leave the key away, or write what belongs there.")
                return nil
            }
            return (text, scalar.place)
        }
    }

    private mutating func globs(_ key: ConfigurationKey, _ value: YAMLNode) -> [(Glob, YAMLPlace)] {
        texts(key, value).compactMap { text, place in
            guard let glob = Glob(text) else {
                fail(place, "“\(text)” is no pattern for files.")
                return nil
            }
            return (glob, place)
        }
    }

    private mutating func expressions(_ key: ConfigurationKey, _ value: YAMLNode) -> [(String, YAMLPlace)] {
        texts(key, value).filter { text, place in
            do throws(Regex.Failure) {
                _ = try Regex(text, ignoresCase: false)
                return true
            } catch {
                fail(place, "“\(text)” is no regular expression: it goes wrong at character \(error.offset + 1).")
                return false
            }
        }
    }

    private mutating func languages(_ key: ConfigurationKey, _ value: YAMLNode) -> [String] {
        texts(key, value).compactMap { text, place in
            let isCode = text.utf8.count == 2 && text.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
            if isCode { return text }
            fail(place, "“\(text)” is no language code: write two small letters (ISO 639-1), such as ru, de or zh.")
            return nil
        }
    }

    private mutating func fraction(_ key: ConfigurationKey, _ value: YAMLNode) -> Double? {
        if case .scalar(let scalar) = value, let number = Double(scalar.text), (0...1).contains(number) {
            return number
        }
        fail(value.place, "“\(key.rawValue)” is a number from 0 to 1.")
        return nil
    }

    private mutating func choice(_ key: ConfigurationKey, _ value: YAMLNode) -> String? {
        guard case .choice(let names) = key.kind else { return nil }
        guard case .scalar(let scalar) = value else {
            fail(value.place, "“\(key.rawValue)” is one of: \(names.joined(separator: ", ")).")
            return nil
        }
        if names.contains(scalar.text) { return scalar.text }
        fail(
            scalar.place,
            "“\(scalar.text)” cannot stand here.\(NearestName.hint(scalar.text, among: names)) It is one of: \(names.joined(separator: ", "))."
        )
        return nil
    }
}
