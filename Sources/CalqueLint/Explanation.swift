import CalqueSyntax
import CalqueText

/// What a finding rests on: which tokens were seen, as what, and what was asked of them.
public struct Explanation: Sendable {
    /// Of a pattern rule the pattern, on one line; nil for a rule that is code.
    public var pattern: String?
    /// The patterns that would have made an exception; none of them held.
    public var exceptions: [String] = []
    /// By place.
    public var tokens: [SeenToken] = []

    public struct SeenToken: Sendable {
        /// UTF-8 bytes of the article's text.
        public var span: Span
        /// As it was read.
        public var text: String
        public var role: Role
        /// Whether the match was looked for around this token.
        public var isAnchor = false
        /// The condition that the token passed, as the pattern has it; empty where there is none.
        public var condition = ""
        /// What the condition asked for, or all that tagger and parser say: attribute and value, in their order.
        public var values: [(attribute: String, value: String)] = []

        public init(
            span: Span, text: String, role: Role, isAnchor: Bool = false, condition: String = "",
            values: [(attribute: String, value: String)] = []
        ) {
            self.span = span
            self.text = text
            self.role = role
            self.isAnchor = isAnchor
            self.condition = condition
            self.values = values
        }
    }

    public init(pattern: String? = nil, exceptions: [String] = [], tokens: [SeenToken] = []) {
        self.pattern = pattern
        self.exceptions = exceptions
        self.tokens = tokens
    }

    public enum Role: String, Sendable {
        /// Stands in the finding.
        case reported
        /// Part of the match, and not of the finding.
        case context
        /// The head, or a dependent, of a word that is reported.
        case neighbour
    }
}

extension Explanation {
    /// The most words that are told of; the first ones of a finding over a whole paragraph.
    private static let most = 40

    /// What tagger and parser say of the words of a finding and of those beside them in the tree.
    init(of span: Span, _ analysis: borrowing Analysis) {
        let trees = analysis.trees
        if trees.isEmpty { return }
        // A mark without width, or in a space, touches the words beside it.
        let touched = analysis.tokens.indices.filter {
            let token = analysis.tokens[$0].span
            return token.start < span.end && span.start < token.end
        }
        let reported =
            touched.isEmpty
            ? analysis.tokens.indices.filter {
                analysis.tokens[$0].span.end == span.start || analysis.tokens[$0].span.start == span.end
            } : touched
        var roles: [Int: Role] = [:]
        for token in reported.prefix(Self.most) {
            for other in Array(trees.children(token)) + [trees.head(token)].compactMap({ $0 })
            where roles[other] == nil { roles[other] = .neighbour }
        }
        for token in reported.prefix(Self.most) { roles[token] = .reported }
        tokens = roles.sorted { $0.key < $1.key }.map { token, role in
            SeenToken(
                span: analysis.tokens[token].span, text: analysis.string(token), role: role,
                values: [
                    ("upos", trees.universal[token].name), ("tag", trees.penn[token].name),
                    ("deprel", trees.relations[token].name),
                    ("head.word", trees.head(token).map { analysis.string($0) } ?? ""),
                ].filter { !$0.1.isEmpty } + Self.confidence(token, trees))
        }
    }

    /// How sure tagger and parser are, as probabilities.
    static func confidence(_ token: Int, _ trees: Trees) -> [(attribute: String, value: String)] {
        [
            ("tag confidence", fraction(trees.tagConfidence[token])),
            ("arc confidence", fraction(trees.arcConfidence[token])),
        ]
    }

    /// Of 255, with two decimals: "0.98".
    private static func fraction(_ value: UInt8) -> String {
        let hundredths = (Int(value) * 100 + 127) / 255
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
