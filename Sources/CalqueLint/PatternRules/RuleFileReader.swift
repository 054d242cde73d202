/// Reads a rule file and finds all that is wrong in it.
struct RuleFileReader {
    enum Key: String, CaseIterable {
        case id, name, family, summary, rationale, mqm, severity, `default`, pattern, patterns, unless, message, fix
        case bad, good, missed, evidence, precision
    }

    private let file: RuleText
    private var rule = RuleSource()
    private var errors: [RuleError] = []
    private var seen: [Key: YAMLPlace] = [:]

    /// The rule, unless something is wrong in the file.
    static func read(_ file: RuleText) -> (rule: RuleSource?, errors: [RuleError]) {
        let (root, errors) = YAMLReader.read(file.bytes, path: file.path, unit: "rule")
        var reader = RuleFileReader(file: file)
        guard let root else {
            if errors.isEmpty {
                reader.fail(
                    YAMLPlace(line: 1, column: 1),
                    "The file is empty: a rule is a mapping with the keys id, name and so on.")
            }
            return (nil, errors + reader.errors)
        }
        reader.read(root)
        return (reader.errors.isEmpty ? reader.rule : nil, reader.errors)
    }

    private init(file: RuleText) {
        self.file = file
        rule.sourceLanguages = file.sourceLanguages
    }

    private mutating func fail(_ place: YAMLPlace, _ message: String) {
        errors.append(RuleError(path: file.path, line: place.line, column: place.column, message: message))
    }

    private mutating func read(_ root: YAMLNode) {
        guard case .mapping(let entries, let start) = root else {
            fail(root.place, "A rule is a mapping: lines of “key: value” with the keys id, name, family and so on.")
            return
        }
        for (name, value) in entries {
            guard let key = Key(rawValue: name.text) else {
                let names = Key.allCases.map(\.rawValue)
                let hint = NearestName.hint(name.text, among: names)
                fail(
                    name.place,
                    "There is no key “\(name.text)”."
                        + (hint.isEmpty ? " There are: \(names.joined(separator: ", "))." : hint))
                continue
            }
            if let first = seen[key] {
                fail(name.place, "The key “\(key.rawValue)” stands twice; it stood on line \(first.line) before.")
                continue
            }
            seen[key] = name.place
            read(key, value, name.place)
        }
        checkMissing(start)
    }

    private mutating func checkMissing(_ start: YAMLPlace) {
        let required: [Key] = [.id, .name, .family, .summary, .rationale, .mqm, .severity, .message, .bad, .good]
        for key in required where seen[key] == nil {
            let literal = [.rationale, .message].contains(key) ? " (a literal block, “|”)" : ""
            let list = [.bad, .good].contains(key) ? " (a sequence of literal blocks, “- |”)" : ""
            fail(start, "The key “\(key.rawValue)” is missing\(literal)\(list).")
        }
        switch (seen[.pattern], seen[.patterns]) {
        case (nil, nil): fail(start, "The key “pattern” is missing (a literal block, “|”).")
        case (.some, .some(let place)):
            fail(place, "Of “pattern” and “patterns” one can stand: put the pattern into the sequence.")
        default: break
        }
    }

    private mutating func read(_ key: Key, _ value: YAMLNode, _ place: YAMLPlace) {
        switch key {
        case .id: readID(value)
        case .name: rule.name = line(key, value) ?? ""
        case .family:
            if let name = oneOf(key, value, Family.allCases.map(\.rawValue)) {
                rule.family = Family(rawValue: name) ?? .calques
            }
        case .summary: rule.summary = line(key, value) ?? ""
        case .rationale: rule.rationale = literal(key, value)?.text.trimmed ?? ""
        case .mqm: rule.mqm = line(key, value) ?? ""
        case .severity:
            if let name = oneOf(key, value, Severity.allCases.map(\.name)) {
                rule.severity = Severity(name: name) ?? .minor
            }
        case .default: if let name = oneOf(key, value, ["on", "off"]) { rule.isOnByDefault = name == "on" }
        case .pattern: if let source = literal(key, value) { rule.patterns = [source] }
        case .patterns: rule.patterns = literals(key, value)
        case .unless: rule.unless = literals(key, value)
        case .message: if let source = literal(key, value) { rule.message = source }
        case .fix:
            if case .sequence = value {
                rule.fixes = literals(key, value)
            } else if let source = literal(key, value) {
                rule.fixes = [source]
            }
        case .bad: rule.bad = examples(key, value)
        case .good: rule.good = examples(key, value)
        case .missed: rule.missed = examples(key, value)
        case .evidence:
            if let name = oneOf(key, value, Evidence.allCases.map(\.rawValue)) {
                rule.evidence = Evidence(rawValue: name) ?? .certain
            }
        case .precision: rule.precision = line(key, value) ?? ""
        }
    }

    private mutating func readID(_ value: YAMLNode) {
        guard let id = line(.id, value) else { return }
        rule.id = id
        rule.idPlace = value.place
        let parts = id.split(separator: "-", omittingEmptySubsequences: false)
        let isWellFormed = parts.allSatisfy { part in
            !part.isEmpty && part.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || $0.isASCIIDigit }
        }
        if !isWellFormed {
            fail(
                value.place,
                "An id is small letters and digits with single hyphens between words: “told-that”, not “\(id)”.")
        } else if id == RuleSet.all || Family(rawValue: id) != nil {
            fail(value.place, "“\(id)” is the name of a family, or of all rules. Give the rule another id.")
        } else if id != file.stem {
            fail(value.place, "The file of the rule “\(id)” must be called \(id).yml, not \(file.stem).yml.")
        }
    }

    // MARK: - Values

    /// A text in one line.
    private mutating func line(_ key: Key, _ value: YAMLNode) -> String? {
        guard case .scalar(let scalar) = value else {
            fail(value.place, "“\(key.rawValue)” is one line of text.")
            return nil
        }
        let text = scalar.text.trimmed
        if text.isEmpty {
            fail(scalar.place, "“\(key.rawValue)” is empty.")
            return nil
        }
        if text.contains("\n") {
            fail(scalar.place, "“\(key.rawValue)” is one line of text.")
            return nil
        }
        return text
    }

    private mutating func oneOf(_ key: Key, _ value: YAMLNode, _ names: [String]) -> String? {
        guard let text = line(key, value) else { return nil }
        if names.contains(text) { return text }
        fail(
            value.place,
            "“\(key.rawValue)” cannot be “\(text)”.\(NearestName.hint(text, among: names)) It is one of: \(names.joined(separator: ", "))."
        )
        return nil
    }

    private mutating func literal(_ key: Key, _ value: YAMLNode, inSequence: Bool = false) -> SourceText? {
        guard case .scalar(let scalar) = value, scalar.style == .literal else {
            let how = inSequence ? "“- |”" : "“\(key.rawValue): |”"
            fail(
                value.place,
                "“\(key.rawValue)” stands in a literal block: write \(how), and the text on the next line, indented.")
            return nil
        }
        if scalar.text.trimmed.isEmpty {
            fail(scalar.place, "“\(key.rawValue)” is empty.")
            return nil
        }
        return SourceText(scalar.text, path: file.path, line: scalar.place.line + 1, indent: scalar.indent)
    }

    private mutating func literals(_ key: Key, _ value: YAMLNode) -> [SourceText] {
        guard case .sequence(let items, _) = value else {
            fail(
                value.place,
                "“\(key.rawValue)” is a sequence of literal blocks: lines “- |”, and the text below, indented.")
            return []
        }
        if items.isEmpty {
            fail(value.place, "“\(key.rawValue)” is empty; leave the key away, or write what belongs there.")
        }
        return items.compactMap { literal(key, $0, inSequence: true) }
    }

    private mutating func examples(_ key: Key, _ value: YAMLNode) -> [String] {
        literals(key, value).map { source in
            do {
                let example = try MarkedText(source.text.trimmed)
                if key == .bad && example.marks.isEmpty {
                    throw CQLError(0, "A bad example needs “[[” and “]]” around the part that is reported.")
                }
                if key != .bad && !example.marks.isEmpty {
                    throw CQLError(
                        0,
                        "In “\(key.rawValue)” nothing is marked: take “[[” and “]]” away, or move the example to “bad”."
                    )
                }
            } catch let error as CQLError {
                errors.append(source.error(error))
            } catch {}
            return source.text.trimmed
        }
    }
}
