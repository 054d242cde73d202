/// Turns a regular expression that stands for a few words into these words.
///
/// "Mr|Mrs|Dr", "colou?rs?" and "(un)?likely" become sets that are looked up by hash. What repeats, classes with ranges
/// and all else stay regular expressions.
struct LiteralExpansion {
    private let scalars: [Unicode.Scalar]
    private var at = 0
    private var depth = 0
    static let most = 512

    /// The words, or nil for what is no small set of them.
    static func words(of expression: String) -> [String]? {
        var expansion = LiteralExpansion(scalars: Array(expression.unicodeScalars))
        guard let words = expansion.choice(), expansion.at == expansion.scalars.count else { return nil }
        return words.map { word in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: word)
            return String(view)
        }
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private mutating func choice() -> [[Unicode.Scalar]]? {
        depth += 1
        defer { depth -= 1 }
        guard depth < 20 else { return nil }
        var words: [[Unicode.Scalar]] = []
        repeat {
            guard let branch = sequence() else { return nil }
            words += branch
            if words.count > Self.most { return nil }
        } while take("|")
        return words
    }

    private mutating func sequence() -> [[Unicode.Scalar]]? {
        var words: [[Unicode.Scalar]] = [[]]
        while at < scalars.count, scalars[at] != "|", scalars[at] != ")" {
            guard var part = atom() else { return nil }
            if take("?") { part.append([]) }
            if at < scalars.count, "?*+{".unicodeScalars.contains(scalars[at]) { return nil }
            if words.count * part.count > Self.most { return nil }
            words = words.flatMap { word in part.map { word + $0 } }
        }
        return words
    }

    private mutating func atom() -> [[Unicode.Scalar]]? {
        let scalar = scalars[at]
        at += 1
        switch scalar {
        case "(":
            if take("?"), !take(":") { return nil }
            guard let inner = choice(), take(")") else { return nil }
            return inner
        case "[":
            var choices: [[Unicode.Scalar]] = []
            while at < scalars.count, scalars[at] != "]" {
                guard !"^-\\[&:".unicodeScalars.contains(scalars[at]) else { return nil }
                choices.append([scalars[at]])
                at += 1
            }
            return take("]") && !choices.isEmpty ? choices : nil
        case "\\":
            guard at < scalars.count, scalars[at].isPunctuation else { return nil }
            at += 1
            return [[scalars[at - 1]]]
        case ".", "*", "+", "?", "{", "}", "^", "$", "]": return nil
        default: return [[scalar]]
        }
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard at < scalars.count, scalars[at] == scalar else { return false }
        at += 1
        return true
    }
}

extension Unicode.Scalar {
    /// Not a letter, digit or white space: what a backslash makes literal.
    fileprivate var isPunctuation: Bool {
        value < 128 ? value > 32 && !isASCIILetter && !isASCIIDigit : false
    }
}
