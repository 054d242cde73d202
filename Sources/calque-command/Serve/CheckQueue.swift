import Glibc

/// Threads that answer complete requests, the one first that came first. A thread that comes to grief is replaced, and
/// its request answered all the same.
final class CheckQueue {
    private let makeWorker: () -> (HTTPRequest) -> HTTPResponse
    private let salvage: (HTTPRequest) -> HTTPResponse
    private var watch: FaultWatch?
    private var lock = pthread_mutex_t()
    private var arrived = pthread_cond_t()
    /// Under `lock`, as all below. At most one of each connection, so that it stays short.
    private var waiting: [HTTPRequest] = []
    private var running: [Int: HTTPRequest] = [:]
    private var taken = 0

    /// - Parameters:
    ///   - makeWorker: called once a thread, for what it needs of its own.
    ///   - salvage: the answer to a request that a thread was lost at.
    init(
        makeWorker: @escaping () -> (HTTPRequest) -> HTTPResponse, salvage: @escaping (HTTPRequest) -> HTTPResponse
    ) {
        self.makeWorker = makeWorker
        self.salvage = salvage
        pthread_mutex_init(&lock, nil)
        pthread_cond_init(&arrived, nil)
    }

    /// Starts the threads, which live as long as the process.
    ///
    /// - Throws: `Trouble` where none can be started.
    func start(threads: Int) throws {
        watch = FaultWatch { self.lose($0) }
        if (0..<threads).count(where: { _ in Threads.start { self.runThread() } }) == 0 {
            throw Trouble("No thread can be started: the system allows no more.")
        }
    }

    /// Takes a request whose connection is suspended.
    func submit(_ request: HTTPRequest) {
        pthread_mutex_lock(&lock)
        waiting.append(request)
        pthread_cond_signal(&arrived)
        pthread_mutex_unlock(&lock)
    }

    private func runThread() {
        FaultWatch.enter()
        let work = makeWorker()
        while true {
            let (request, number) = take()
            let response = watch?.run(number) { work(request) } ?? work(request)
            if let own = finish(number) { own.answer(response) }
        }
    }

    private func take() -> (HTTPRequest, Int) {
        pthread_mutex_lock(&lock)
        defer { pthread_mutex_unlock(&lock) }
        while waiting.isEmpty { pthread_cond_wait(&arrived, &lock) }
        let request = waiting.removeFirst()
        taken += 1
        running[taken] = request
        return (request, taken)
    }

    private func finish(_ number: Int) -> HTTPRequest? {
        pthread_mutex_lock(&lock)
        defer { pthread_mutex_unlock(&lock) }
        return running.removeValue(forKey: number)
    }

    private func lose(_ number: Int) {
        if let request = finish(number) { request.answer(salvage(request)) }
        // Should no thread be had now, the next try is when another is lost; meanwhile the others work on.
        _ = Threads.start { self.runThread() }
    }
}
