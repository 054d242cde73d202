import Glibc

/// When connections are closed that take too long: each has so many seconds for a request to come in full, and again
/// for its answer to go. While a request is worked at, no time runs.
///
/// The server's thread tells what happens; another one may look for those that are overdue.
final class Deadlines {
    private let seconds: Int
    private var lock = pthread_mutex_t()
    /// Under `lock`: the second at which each connection is closed, by descriptor.
    private var ends: [Int32: Int] = [:]
    /// Under `lock`: complete requests whose answer has not gone.
    private var unanswered = 0

    init(seconds: Int) {
        self.seconds = seconds
        pthread_mutex_init(&lock, nil)
    }

    deinit { pthread_mutex_destroy(&lock) }

    var requests: Int { locked { unanswered } }

    /// A connection was opened, or is about to send, or to wait for the next request.
    func restart(_ descriptor: Int32) { locked { ends[descriptor] = Self.now + seconds } }

    /// A request has come in full.
    func beginRequest(_ descriptor: Int32) {
        locked {
            ends[descriptor] = nil
            unanswered += 1
        }
    }

    /// Its answer has gone, or cannot go any more.
    func endRequest() { locked { unanswered -= 1 } }

    /// A connection is about to be closed.
    func forget(_ descriptor: Int32) { locked { ends[descriptor] = nil } }

    /// Shuts overdue connections down, which the server then closes.
    func dropOverdue() {
        locked {
            let now = Self.now
            for (descriptor, end) in ends where end < now {
                shutdown(descriptor, Int32(SHUT_RDWR))
                ends[descriptor] = nil
            }
        }
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
        pthread_mutex_lock(&lock)
        defer { pthread_mutex_unlock(&lock) }
        return body()
    }

    /// Seconds of a clock that nobody sets.
    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int(time.tv_sec)
    }
}
