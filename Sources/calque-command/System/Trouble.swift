/// Something that keeps the command from doing what it was asked: wrong usage, configuration or input.
///
/// Exit status 2. The message is one or more whole sentences that say what, where, and what to do.
struct Trouble: Error, Equatable {
    let message: String

    init(_ message: String) { self.message = message }
}

/// The reader of standard output has gone: the command ends without a word, with 128 + SIGPIPE as a
/// shell reports it of programs that the signal ends.
struct ClosedPipe: Error {}
