import CICU

/// A regular expression of ICU, anchored at both ends: one a task.
final class Regex {
    private let handle: OpaquePointer
    /// Texts left that may exceed ICU's limits of time and stack; at 0 the expression is given up.
    private var patience = 20

    /// Compiles an expression.
    ///
    /// - Throws: `Regex.Failure` with the place in the expression.
    init(_ pattern: String, ignoresCase: Bool) throws(Failure) {
        let bytes = Array(pattern.utf8)
        var status = CICU_OK
        var offset: Int32 = 0
        let flags = ignoresCase ? UInt32(CICU_REGEX_IGNORE_CASE) : 0
        guard let handle = cicu_regex_open(bytes, Int32(clamping: bytes.count), flags, &status, &offset) else {
            throw Failure(offset: max(0, Int(offset)))
        }
        self.handle = handle
    }

    deinit { cicu_regex_close(handle) }

    /// Whether the whole text matches; one that exceeds the limits of time and stack does not.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = text.baseAddress, patience > 0 else { return false }
        let answer = cicu_regex_matches(handle, base, Int32(clamping: text.count))
        if answer < 0 { patience -= 1 }
        return answer == 1
    }

    func matches(_ text: String) -> Bool { Array(text.utf8).withUnsafeBufferPointer { matches($0) } }

    struct Failure: Error {
        /// Code points into the expression.
        var offset: Int
    }
}
