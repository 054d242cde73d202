import Glibc

/// Works on jobs in several threads and hands the products on in the order of the jobs.
///
/// Threads take a job, work, and put the product down; the caller's thread takes the products in order.
/// Threads run ahead by a few jobs only, so that memory is bounded however many jobs there are. With
/// one thread no other is started: the caller's does everything.
final class OrderedPool<Job, Product> {
    private let source: () -> Job?
    private let makeWorker: () -> (Job) -> Product

    private var sourceLock = pthread_mutex_t()
    private var lock = pthread_mutex_t()
    private var productArrived = pthread_cond_t()
    private var roomMade = pthread_cond_t()

    /// Under `sourceLock`.
    private var taken = 0
    private var isExhausted = false
    /// Under `lock`: products by number, modulo the window.
    private var products: [Product?]
    private var handedOn = 0
    private var finished: Int?

    /// - Parameters:
    ///   - source: the next job, nil after the last; called by one thread at a time.
    ///   - makeWorker: called once a thread, for what it needs of its own.
    init(source: @escaping () -> Job?, makeWorker: @escaping () -> (Job) -> Product) {
        self.source = source
        self.makeWorker = makeWorker
        products = []
        pthread_mutex_init(&sourceLock, nil)
        pthread_mutex_init(&lock, nil)
        pthread_cond_init(&productArrived, nil)
        pthread_cond_init(&roomMade, nil)
    }

    deinit {
        pthread_mutex_destroy(&sourceLock)
        pthread_mutex_destroy(&lock)
        pthread_cond_destroy(&productArrived)
        pthread_cond_destroy(&roomMade)
    }

    /// Runs until the source has no more jobs, or `consume` throws; then the threads are left to themselves,
    /// and the process is expected to end.
    ///
    /// - Parameter idle: called before the caller's thread waits.
    func run(threads: Int, consume: (Product) throws -> Void, idle: () throws -> Void = {}) throws {
        products = Array(repeating: nil, count: max(threads, 1) * 2)
        // Where no thread can be started, the caller's does everything as well.
        guard threads > 1, (0..<threads).count(where: { _ in startThread() }) > 0 else {
            let work = makeWorker()
            while let job = source() { try consume(work(job)) }
            return
        }
        while let product = try next(idle) { try consume(product) }
    }

    /// Whether it could be started.
    private func startThread() -> Bool {
        var thread = pthread_t()
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        let box = Unmanaged.passRetained(ThreadBody { self.runThread() })
        let failed = pthread_create(&thread, &attributes, runThreadBody, box.toOpaque())
        pthread_attr_destroy(&attributes)
        if failed != 0 { box.release() }
        return failed == 0
    }

    private func runThread() {
        let work = makeWorker()
        while true {
            pthread_mutex_lock(&sourceLock)
            waitForRoom()
            let job = isExhausted ? nil : source()
            let number = taken
            if job == nil { isExhausted = true } else { taken += 1 }
            pthread_mutex_unlock(&sourceLock)
            guard let job else { return finish(number) }
            put(work(job), number)
        }
    }

    private func waitForRoom() {
        pthread_mutex_lock(&lock)
        while taken - handedOn >= products.count { pthread_cond_wait(&roomMade, &lock) }
        pthread_mutex_unlock(&lock)
    }

    private func put(_ product: Product, _ number: Int) {
        pthread_mutex_lock(&lock)
        products[number % products.count] = product
        pthread_cond_signal(&productArrived)
        pthread_mutex_unlock(&lock)
    }

    private func finish(_ count: Int) {
        pthread_mutex_lock(&lock)
        finished = count
        pthread_cond_signal(&productArrived)
        pthread_mutex_unlock(&lock)
    }

    private func next(_ idle: () throws -> Void) throws -> Product? {
        pthread_mutex_lock(&lock)
        let slot = handedOn % products.count
        if products[slot] == nil && finished != handedOn {
            pthread_mutex_unlock(&lock)
            try idle()
            pthread_mutex_lock(&lock)
        }
        while products[slot] == nil && finished != handedOn { pthread_cond_wait(&productArrived, &lock) }
        let product = products[slot]
        products[slot] = nil
        if product != nil { handedOn += 1 }
        pthread_cond_broadcast(&roomMade)
        pthread_mutex_unlock(&lock)
        return product
    }
}

private final class ThreadBody {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
}

private func runThreadBody(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let pointer else { return nil }
    Unmanaged<ThreadBody>.fromOpaque(pointer).takeRetainedValue().run()
    return nil
}
