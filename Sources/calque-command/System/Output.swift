import Glibc

/// Writes bytes to a descriptor through a buffer.
final class Output {
    /// How messages call it: "standard output", or the file's path.
    let name: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private static let capacity = 1 << 16

    init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    static func standard() -> Output { Output(descriptor: 1, name: "standard output") }

    func write(_ bytes: [UInt8]) throws {
        if buffer.isEmpty && bytes.count >= Self.capacity { return try writeAll(bytes[...]) }
        buffer += bytes
        if buffer.count >= Self.capacity { try flush() }
    }

    func write(_ text: String) throws { try write(Array(text.utf8)) }

    /// Hands everything to the system.
    func flush() throws {
        defer { buffer.removeAll(keepingCapacity: true) }
        try writeAll(buffer[...])
    }

    private func writeAll(_ bytes: ArraySlice<UInt8>) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = Glibc.poll(&poll, 1, -1)
            } else if errno == EPIPE {
                throw ClosedPipe()
            } else if errno != EINTR {
                throw Trouble(
                    "Writing to \(name) failed: \(SystemError.last.reason). What was written is not complete.")
            }
        }
    }
}
