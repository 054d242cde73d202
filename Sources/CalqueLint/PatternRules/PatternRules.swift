import CRules
import CalqueSyntax

/// Rules that are patterns: those built in, or a user's own.
///
/// The dialect and the files are specified in `docs/cql.md`.
public struct PatternRules: Sendable {
    let program: RuleProgram
    private let numbers: [String: Int]

    /// The rules that are built in, compiled by `calque-dev rules` from `rules/` and used in place.
    ///
    /// Without them the program is built wrongly; a test sees to that, and then there are none.
    public static let builtIn: PatternRules = {
        let bytes = UnsafeRawBufferPointer(start: calque_rules_start(), count: calque_rules_size)
        return PatternRules(RuleProgram(inPlace: bytes) ?? .empty)
    }()

    /// No rules.
    public static let none = PatternRules(.empty)

    init(_ program: RuleProgram) {
        self.program = program
        var numbers: [String: Int] = [:]
        for rule in program.ruleIndices { numbers[program.id(rule)] = rule }
        self.numbers = numbers
    }

    /// Compiles a user's rules from a folder.
    ///
    /// - Parameter taken: Ids of other rules, which cannot be used again.
    /// - Throws: `RuleErrors`, each with file, line, column, and what to write instead.
    public static func load(folder: String, lexicon: Lexicon = .english, taken: Set<String> = []) throws(RuleErrors)
        -> PatternRules
    {
        try compile(try RuleFolder.read(folder), lexicon: lexicon, taken: taken)
    }

    /// Compiles rule files and word lists.
    public static func compile(_ files: [RuleText], lexicon: Lexicon = .english, taken: Set<String> = [])
        throws(RuleErrors) -> PatternRules
    {
        PatternRules(RuleProgram(try bytes(of: files, lexicon: lexicon, taken: taken)) ?? .empty)
    }

    /// The compiled form of rule files and word lists, as `rules.bin` holds it.
    public static func bytes(of files: [RuleText], lexicon: Lexicon = .english, taken: Set<String> = [])
        throws(RuleErrors) -> [UInt8]
    {
        try RuleCompiler.compile(files, lexicon: lexicon, taken: taken)
    }

    /// How many rules there are.
    public var count: Int { program.ruleIndices.count }

    /// The ids, sorted.
    public var ids: [String] { program.ruleIndices.map { program.id($0) } }

    /// What there is to know of each rule, by id.
    public var descriptions: [RuleDescription] { program.ruleIndices.map { program.description($0) } }

    /// What there is to know of one rule.
    public func description(of id: String) -> RuleDescription? { numbers[id].map { program.description($0) } }
}

extension RuleProgram {
    /// A program without rules.
    static let empty: RuleProgram = {
        let bytes = ProgramWriter.write([], atoms: [], lists: [:], fingerprint: 0)
        guard let program = RuleProgram(bytes) else {
            preconditionFailure("the writer and the reader of programs disagree")
        }
        return program
    }()
}
