/// What a desk has decided for an article: which rules run, how grave their findings are, and what is right although a
/// rule would report it. Each value knows where it was written.
public struct Configuration: Sendable {
    /// A file and a line in it.
    public struct Origin: Sendable, Hashable, CustomStringConvertible {
        public let path: String
        /// From 1.
        public let line: Int

        public var description: String { "\(path):\(line)" }
    }

    /// A value and where it was written.
    public struct Placed<Value: Sendable>: Sendable {
        public let value: Value
        public let origin: Origin
    }

    /// What is decided of one rule; nil and empty where nothing is.
    public struct RuleSettings: Sendable {
        public var isOn: Placed<Bool>?
        public var severity: Placed<Severity>?
        /// 0 to 1; less certain findings are left out.
        public var minimumConfidence: Placed<Double>?
        /// What is right for this rule alone; see `Configuration.terms`.
        public var terms: [Placed<String>] = []
        /// See `Configuration.ignoredTexts`.
        public var ignoredTexts: [Placed<String>] = []

        /// Nothing is decided.
        public init() {}
    }

    /// The languages that the articles are translated from (ISO 639-1); rules made for others do not run.
    public var sources: Placed<[String]>?
    public var dialect: Placed<Dialect>?
    /// 0 to 1; less certain findings are left out.
    public var minimumConfidence: Placed<Double>?
    /// Names that are right just as they stand here; a finding that lies within one is none.
    public var names: [Placed<String>] = []
    /// Words and phrases that are right so, at the start of a sentence with a capital, too.
    public var terms: [Placed<String>] = []
    /// Regular expressions of ICU: a finding whose text, or the words it stands in, match one as a whole is none.
    public var ignoredTexts: [Placed<String>] = []
    /// By id.
    public var rules: [String: RuleSettings] = [:]

    /// Nothing is decided.
    public init() {}
}

/// The variety of English that a house writes.
public enum Dialect: String, Sendable, CaseIterable {
    case uk, us
}
