import CalqueSyntax

/// Compiles rule files and word lists into a program.
struct RuleCompiler {
    private let lexicon: Lexicon
    private let reader = WordReader()
    private var errors: [RuleError] = []
    private var compiler: PatternCompiler
    private var lists: [String: [String]] = [:]

    /// The program's bytes.
    ///
    /// - Parameter taken: Ids of other rules, which cannot be used again.
    /// - Throws: `RuleErrors`: all that is wrong in all files.
    static func compile(_ files: [RuleText], lexicon: Lexicon, taken: Set<String> = []) throws(RuleErrors) -> [UInt8] {
        var compiler = RuleCompiler(lexicon: lexicon)
        let rules = compiler.compile(
            files.sorted { $0.relativePath.utf8.lexicographicallyPrecedes($1.relativePath.utf8) }, taken)
        if !compiler.errors.isEmpty { throw RuleErrors(compiler.errors) }
        return ProgramWriter.write(
            rules, atoms: compiler.compiler.atoms.atoms, lists: compiler.lists, fingerprint: lexicon.fingerprint)
    }

    private init(lexicon: Lexicon) {
        self.lexicon = lexicon
        compiler = PatternCompiler(lexicon: lexicon, reader: reader)
    }

    private mutating func compile(_ files: [RuleText], _ taken: Set<String>) -> [CompiledRule] {
        var places: [String: String] = [:]
        for file in files where file.isList {
            if let other = places[file.stem] {
                fail(file, "There is a word list “\(file.stem)” already: \(other). Give one of them another name.")
                continue
            }
            places[file.stem] = file.path
            let (words, wrong) = WordList.read(file, reader)
            errors += wrong
            lists[file.stem] = words
        }
        compiler = PatternCompiler(lexicon: lexicon, reader: reader, lists: lists)
        var ids: [String: String] = [:]
        var rules: [CompiledRule] = []
        for file in files where file.isRule {
            let (rule, wrong) = RuleFileReader.read(file)
            errors += wrong
            guard let rule else { continue }
            let place = rule.idPlace
            if taken.contains(rule.id) {
                errors.append(
                    RuleError(
                        path: file.path, line: place.line, column: place.column,
                        message: "There is a built-in rule “\(rule.id)”. Give this one another id."))
            } else if let other = ids[rule.id] {
                errors.append(
                    RuleError(
                        path: file.path, line: place.line, column: place.column,
                        message: "The rule “\(rule.id)” stands in \(other) already. Give one of them another id."))
            }
            ids[rule.id] = file.path
            if let compiled = compile(rule) { rules.append(compiled) }
        }
        return rules.sorted { $0.description.id.utf8.lexicographicallyPrecedes($1.description.id.utf8) }
    }

    private mutating func compile(_ rule: RuleSource) -> CompiledRule? {
        let before = errors.count
        let patterns = rule.patterns.compactMap { compile($0) }
        let unless = rule.unless.compactMap { compile($0, needsAnchor: false) }
        for (source, pattern) in zip(rule.unless, unless) where pattern.hasMarks {
            errors.append(source.error(at: 0, "In “unless” nothing is reported: take “<<” and “>>” away."))
        }
        let labels = common(patterns)
        if patterns.count == rule.patterns.count { check([rule.message] + rule.fixes, labels) }
        guard errors.count == before else { return nil }
        return CompiledRule(
            description: rule.description, patterns: patterns, unless: unless,
            message: oneLine(rule.message.text), fixes: rule.fixes.map { oneLine($0.text) },
            confidence: rule.confidence)
    }

    private mutating func compile(_ source: SourceText, needsAnchor: Bool = true) -> PatternCode? {
        do {
            return try compiler.compile(source, needsAnchor: needsAnchor)
        } catch {
            errors.append(error)
            return nil
        }
    }

    /// The labels that all patterns have.
    private func common(_ patterns: [PatternCode]) -> [String] {
        guard let first = patterns.first else { return [] }
        return first.labels.filter { label in patterns.allSatisfy { $0.labels.contains(label) } }
    }

    private mutating func check(_ templates: [SourceText], _ labels: [String]) {
        for template in templates {
            do {
                _ = try Template(template.text, labels: labels)
            } catch {
                errors.append(template.error(error))
            }
        }
    }

    private func oneLine(_ text: String) -> String {
        text.split(separator: "\n").map { String($0).trimmed }.joined(separator: " ").trimmed
    }

    private mutating func fail(_ file: RuleText, _ message: String) {
        errors.append(RuleError(path: file.path, line: 1, column: 1, message: message))
    }
}
