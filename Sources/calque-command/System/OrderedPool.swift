import Glibc

/// Works on jobs in several threads and hands the products on in the order of the jobs.
///
/// Threads take a job, work, and put the product down; the caller's thread takes the products in order.
/// Threads run ahead by a few jobs only, so that memory is bounded however many jobs there are. With
/// one thread no other is started: the caller's does everything.
///
/// With `salvage`, a job at which a thread comes to grief (a trap of Swift, a stack that is used up) does not end the
/// process: the thread is given up with what it holds, another takes its place, and `salvage` says what came of the job.
final class OrderedPool<Job, Product> {
    private let source: () -> Job?
    private let makeWorker: () -> (Job) -> Product
    private let salvage: ((Job) -> Product)?
    /// nil without `salvage`.
    private var watch: FaultWatch?

    private var sourceLock = pthread_mutex_t()
    private var lock = pthread_mutex_t()
    private var productArrived = pthread_cond_t()
    private var roomMade = pthread_cond_t()

    /// Under `sourceLock`.
    private var taken = 0
    private var isExhausted = false
    /// Under `lock`: products by number, modulo the window.
    private var products: [Product?]
    /// Under `lock`, with `salvage`: jobs that are worked at, as `products`.
    private var running: [Job?] = []
    /// Under `lock`: no thread could be started in the place of a lost one.
    private var isAbandoned = false
    private var handedOn = 0
    private var finished: Int?

    /// - Parameters:
    ///   - source: the next job, nil after the last; called by one thread at a time.
    ///   - makeWorker: called once a thread, for what it needs of its own.
    ///   - salvage: the product of a job that a thread was lost at; called by another thread. nil: the process ends then.
    init(
        source: @escaping () -> Job?, makeWorker: @escaping () -> (Job) -> Product, salvage: ((Job) -> Product)? = nil
    ) {
        self.source = source
        self.makeWorker = makeWorker
        self.salvage = salvage
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
        if salvage != nil {
            running = Array(repeating: nil, count: products.count)
            watch = FaultWatch { self.lose($0) }
        }
        defer { watch?.close() }
        // Where no thread can be started, the caller's does everything as well.
        guard threads > 1 || watch != nil, (0..<threads).count(where: { _ in startThread() }) > 0 else {
            let work = makeWorker()
            while let job = source() { try consume(work(job)) }
            return
        }
        while let product = try next(idle) { try consume(product) }
    }

    /// Whether it could be started.
    private func startThread() -> Bool { Threads.start { self.runThread() } }

    private func lose(_ number: Int) {
        pthread_mutex_lock(&lock)
        let job = running[number % running.count]
        pthread_mutex_unlock(&lock)
        if let job, let salvage { put(salvage(job), number) }
        if startThread() { return }
        pthread_mutex_lock(&lock)
        isAbandoned = true
        pthread_cond_signal(&productArrived)
        pthread_mutex_unlock(&lock)
    }

    private func runGuarded(_ watch: FaultWatch, _ work: (Job) -> Product, _ job: Job, _ number: Int) -> Product {
        pthread_mutex_lock(&lock)
        running[number % running.count] = job
        pthread_mutex_unlock(&lock)
        return watch.run(number) { work(job) }
    }

    private func runThread() {
        if watch != nil { FaultWatch.enter() }
        let work = makeWorker()
        while true {
            pthread_mutex_lock(&sourceLock)
            waitForRoom()
            let job = isExhausted ? nil : source()
            let number = taken
            if job == nil { isExhausted = true } else { taken += 1 }
            pthread_mutex_unlock(&sourceLock)
            guard let job else { return finish(number) }
            put(watch.map { runGuarded($0, work, job, number) } ?? work(job), number)
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
        while products[slot] == nil && finished != handedOn && !isAbandoned {
            pthread_cond_wait(&productArrived, &lock)
        }
        if isAbandoned && products[slot] == nil && finished != handedOn {
            pthread_mutex_unlock(&lock)
            throw Trouble("Too many internal errors: no more work can be started. What was written is not complete.")
        }
        let product = products[slot]
        products[slot] = nil
        if product != nil { handedOn += 1 }
        pthread_cond_broadcast(&roomMade)
        pthread_mutex_unlock(&lock)
        return product
    }
}
