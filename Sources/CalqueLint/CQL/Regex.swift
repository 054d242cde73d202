import CICU

/// A regular expression of ICU, anchored at both ends: one a task.
final class Regex {
    private let handle: OpaquePointer

    /// Compiles an expression.
    ///
    /// - Throws: `Regex.Failure` with the place in the expression.
    init(_ pattern: String, ignoresCase: Bool) throws(Failure) {
        let bytes = Array(pattern.utf8)
        var error = cicu_regex_error_none
        var offset: Int32 = 0
        guard let handle = cicu_regex_open(bytes, bytes.count, ignoresCase, &error, &offset) else {
            throw Failure(offset: Int(offset), message: Self.sentence(error))
        }
        self.handle = handle
    }

    deinit { cicu_regex_close(handle) }

    /// Whether the whole text matches; one that exceeds the limits of time and stack does not.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = text.baseAddress else { return false }
        return cicu_regex_matches(handle, base, text.count) == 1
    }

    func matches(_ text: String) -> Bool { Array(text.utf8).withUnsafeBufferPointer { matches($0) } }

    struct Failure: Error {
        /// Code points into the expression.
        var offset: Int
        var message: String
    }

    private static func sentence(_ error: cicu_regex_error) -> String {
        switch error {
        case cicu_regex_error_parenthesis: "a parenthesis is not paired; a literal one is “\\(” or “\\)”"
        case cicu_regex_error_bracket: "a “[” is not closed, or a range in it is wrong; a literal one is “\\[”"
        case cicu_regex_error_interval: "the numbers between “{” and “}” are wrong"
        case cicu_regex_error_look_behind: "what is looked for behind has no greatest length"
        case cicu_regex_error_reference: "it refers to a group that there is not"
        case cicu_regex_error_property: "there is no such property of characters"
        case cicu_regex_error_escape: "a backslash stands before something that it cannot change"
        case cicu_regex_error_unsupported: "ICU does not know this construction"
        case cicu_regex_error_too_big: "it is too long"
        case cicu_regex_error_memory: "memory is exhausted"
        default: "“?”, “*” and “+” must stand behind something; a literal one is “\\?”, “\\*”, “\\+”"
        }
    }
}
