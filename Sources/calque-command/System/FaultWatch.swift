import CSystem
import Glibc

/// Outlives the faults of threads (a trap of Swift, a stack that is used up): such a thread stands still with all that it
/// holds, and the process goes on.
final class FaultWatch {
    /// The end of a pipe that lost threads write to.
    private let writing: Int32

    /// nil where no thread can be started that watches.
    ///
    /// - Parameter lost: called for each thread that is lost, with the number of its job; on a thread of the watch.
    init?(lost: @escaping (Int) -> Void) {
        var ends: [Int32] = [-1, -1]
        if pipe(&ends) != 0 { return nil }
        let reading = ends[0]
        writing = ends[1]
        if !Threads.start({ Self.watch(reading, lost) }) {
            for end in ends { Glibc.close(end) }
            return nil
        }
    }

    /// Makes the calling thread ready for `run`.
    static func enter() { csystem_guard_thread() }

    /// Does the work of a job, which must hold no lock that other threads want.
    func run<Product>(_ job: Int, _ work: () -> Product) -> Product {
        csystem_guard_begin(writing, Int64(job))
        let product = work()
        csystem_guard_end()
        return product
    }

    /// Ends the watch; no thread may be at work any more.
    func close() { Glibc.close(writing) }

    private static func watch(_ reading: Int32, _ lost: (Int) -> Void) {
        var fault = csystem_fault()
        while true {
            let count = withUnsafeMutableBytes(of: &fault) { Glibc.read(reading, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            if count != MemoryLayout<csystem_fault>.size { break }
            lost(Int(fault.job))
        }
        Glibc.close(reading)
    }
}
