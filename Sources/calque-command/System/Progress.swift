import Glibc

/// A bar on a terminal that says how far long work is; nothing where standard error is no terminal.
final class Progress {
    private let total: Int
    private let isShown: Bool
    private var done = 0
    private var isOnScreen = false
    private let began = Progress.now
    private var last: Double

    init(total: Int, isQuiet: Bool) {
        self.total = total
        isShown = !isQuiet && total > 1 && Terminal.isTerminal(2)
        last = began
    }

    /// One more article is done. The bar appears after a second, and is drawn at most ten times a second.
    func advance() {
        done += 1
        guard isShown else { return }
        let now = Self.now
        guard now - began >= 1, now - last >= 0.1 else { return }
        last = now
        isOnScreen = true
        let line = Self.line(done, of: total, seconds: now - began, columns: Terminal.columns(2) ?? 80)
        Messages.writeBytes(Array("\r\u{1B}[K\(line)".utf8))
    }

    /// Takes the bar away, so that something else can be written.
    func clear() {
        guard isOnScreen else { return }
        isOnScreen = false
        Messages.writeBytes(Array("\r\u{1B}[K".utf8))
    }

    /// "[#####     ] 120 of 240 articles, 2 min left", without the bar where there is no room for it.
    ///
    /// - Parameters:
    ///   - seconds: since the beginning.
    ///   - columns: of the terminal.
    static func line(_ done: Int, of total: Int, seconds: Double, columns: Int) -> String {
        let left = seconds / Double(max(done, 1)) * Double(total - done)
        let time = left < 90 ? "\(Int(left.rounded(.up))) s left" : "\(Int((left / 60).rounded())) min left"
        let text = "\(done) of \(total) articles, \(time)"
        let width = min(columns - text.utf8.count - 4, 30)
        guard width >= 10 else { return text }
        let full = width * done / max(total, 1)
        return "[" + String(repeating: "#", count: full) + String(repeating: " ", count: width - full) + "] " + text
    }

    /// Seconds of a clock that nobody sets.
    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
