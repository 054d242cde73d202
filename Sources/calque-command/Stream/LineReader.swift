import Glibc

/// Reads whole lines from a descriptor, as many at a time as are there.
///
/// A byte-order mark at the very start is left out. Memory is bounded: of a line that is longer than
/// `maximumLine` only that is told.
final class LineReader {
    /// The error that ended reading; nil at a proper end.
    private(set) var failure: SystemError?

    private let descriptor: Int32
    private let maximumLine: Int
    /// What was read of a line whose end has not come.
    private var pending: [UInt8] = []
    /// How many bytes of `pending` are known to hold no end of a line.
    private var searched = 0
    private var line = 1
    private var isAtStart = true
    private var isAtEnd = false
    private static let blockSize = 1 << 16

    init(descriptor: Int32, maximumLine: Int) {
        self.descriptor = descriptor
        self.maximumLine = maximumLine
    }

    /// Whether reading would not wait.
    var isReady: Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return isAtEnd || Glibc.poll(&poll, 1, 0) > 0
    }

    /// The next lines, at least one; nil at the end. Waits for input.
    func next() -> LineBatch? {
        while true {
            guard let end = pending[min(searched, pending.count)...].lastIndex(of: 0x0A) else {
                searched = pending.count
                if pending.count > maximumLine { return skipLine() }
                if fill() { continue }
                break
            }
            let rest = Array(pending[(end + 1)...])
            pending.removeSubrange((end + 1)...)
            defer {
                pending = rest
                searched = rest.count
            }
            return take()
        }
        defer { pending = [] }
        return pending.isEmpty ? nil : take()
    }

    /// All of `pending`, as a batch.
    private func take() -> LineBatch {
        let batch = LineBatch(bytes: pending, firstLine: line)
        batch.bytes.withUnsafeBufferPointer { bytes in
            var at = 0
            while let end = bytes.firstIndex(of: 0x0A, from: at) {
                line += 1
                at = end + 1
            }
        }
        return batch
    }

    /// Passes over the rest of a line that is too long.
    private func skipLine() -> LineBatch {
        let batch = LineBatch(bytes: [], firstLine: line, isTooLong: true)
        line += 1
        pending = []
        searched = 0
        while fill() {
            if let end = pending.firstIndex(of: 0x0A) {
                pending.removeSubrange(...end)
                searched = 0
                return batch
            }
            pending.removeAll(keepingCapacity: true)
        }
        return batch
    }

    /// Reads a block; false at the end.
    private func fill() -> Bool {
        if isAtEnd { return false }
        let before = pending.count
        if pending.capacity < before + Self.blockSize {
            pending.reserveCapacity(max(before + Self.blockSize, before * 2))
        }
        let block = [UInt8](unsafeUninitializedCapacity: Self.blockSize) { buffer, count in
            while true {
                let got = read(descriptor, buffer.baseAddress, buffer.count)
                if got < 0 && errno == EINTR { continue }
                if got < 0 && errno == EAGAIN {
                    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                    _ = Glibc.poll(&poll, 1, -1)
                    continue
                }
                if got < 0 { failure = .last }
                count = max(got, 0)
                return
            }
        }
        if block.isEmpty {
            isAtEnd = true
            return false
        }
        pending += block
        if isAtStart && pending.count >= 3 {
            isAtStart = false
            if pending.starts(with: [0xEF, 0xBB, 0xBF]) { pending.removeSubrange(..<3) }
        }
        return true
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first place of a byte at an offset or behind it.
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        guard start < count, let base = baseAddress,
            let found = memchr(base + start, Int32(byte), count - start)
        else { return nil }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }
}
