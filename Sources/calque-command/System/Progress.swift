import Glibc

/// A line on a terminal that says how far the work is; nothing where standard error is no terminal.
final class Progress {
    private let total: Int
    private let isShown: Bool
    private var done = 0
    private var isOnScreen = false
    private var last = timespec()

    init(total: Int, isQuiet: Bool) {
        self.total = total
        isShown = !isQuiet && total > 1 && Terminal.isTerminal(2)
        clock_gettime(CLOCK_MONOTONIC, &last)
    }

    /// One more article is done. The line is drawn at most ten times a second.
    func advance() {
        done += 1
        guard isShown else { return }
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let elapsed = Double(now.tv_sec - last.tv_sec) + Double(now.tv_nsec - last.tv_nsec) / 1e9
        guard elapsed >= 0.1 else { return }
        last = now
        isOnScreen = true
        Messages.writeBytes(Array("\r\u{1B}[K\(done) of \(total) articles".utf8))
    }

    /// Takes the line away, so that something else can be written.
    func clear() {
        guard isOnScreen else { return }
        isOnScreen = false
        Messages.writeBytes(Array("\r\u{1B}[K".utf8))
    }
}
