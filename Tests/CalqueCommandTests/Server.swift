import Foundation

/// `calque serve` on a port of its own; ended with the value.
final class Server {
    let process: pid_t
    let port: UInt16
    /// What it said when it began.
    let greeting: String
    private let errors: FileHandle
    private var isEnded = false

    init(_ arguments: String...) throws {
        let pipe = Program.pipe()
        process = try Program.start(
            [Program.path, "serve", "--port", "0"] + arguments, input: Program.openNull(), output: Program.openNull(),
            error: pipe.writing)
        errors = FileHandle(fileDescriptor: pipe.reading, closeOnDealloc: true)
        var line: [UInt8] = []
        while line.last != 0x0A, let byte = try errors.read(upToCount: 1)?.first { line.append(byte) }
        greeting = String(decoding: line, as: UTF8.self)
        port = greeting.firstMatch(of: /:(\d+)\//).flatMap { UInt16($0.1) } ?? 0
    }

    deinit { if !isEnded { _ = stop(SIGKILL) } }

    /// Sends a signal and waits: the exit status, and what it said since it began.
    func stop(_ signal: Int32 = SIGTERM) -> (status: Int32, error: String) {
        isEnded = true
        kill(process, signal)
        let status = Program.wait(process)
        let rest = (try? errors.readToEnd()).flatMap { $0 } ?? Data()
        return (status, String(decoding: rest, as: UTF8.self))
    }

    /// KiB of memory that it holds.
    var memory: Int {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        return status.firstMatch(of: /VmRSS:\s+(\d+)/).flatMap { Int($0.1) } ?? 0
    }

    /// Opens a connection and sends bytes.
    func open(_ bytes: [UInt8] = []) throws -> Connection {
        let connection = try Connection(port: port)
        connection.send(bytes)
        return connection
    }

    /// Sends a request and reads the answer to its end.
    func request(_ lines: String..., body: [UInt8]? = nil) throws -> Answer {
        var head = lines
        if let body { head.append("Content-Length: \(body.count)") }
        if !head.contains(where: { $0.hasPrefix("Host:") }) { head.append("Host: 127.0.0.1:\(port)") }
        head.append("Connection: close")
        return try open(Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (body ?? [])).answer()
    }

    func check(_ body: [UInt8]) throws -> Answer {
        try request("POST /check HTTP/1.1", "Content-Type: text/plain", body: body)
    }

    func check(_ text: String) throws -> Answer { try check(Array(text.utf8)) }

    /// What came back until the connection was closed.
    struct Answer {
        /// 0 where there was none.
        var status = 0
        /// By name in small letters.
        var headers: [String: String] = [:]
        var body = ""

        /// The sentence of an error.
        var error: String? {
            (try? JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: String])?["error"]
        }
    }

    /// A connection to the server.
    final class Connection {
        private let descriptor: Int32

        init(port: UInt16) throws {
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            let failed = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            if failed != 0 { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        }

        deinit { close(descriptor) }

        /// Sends bytes; false where the server has closed the connection.
        @discardableResult func send(_ bytes: [UInt8]) -> Bool {
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                if count < 0 { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }

        /// Nothing more will be sent.
        func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

        /// All that comes until the server closes the connection.
        func read() -> [UInt8] {
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = Glibc.read(descriptor, &buffer, buffer.count)
                if count <= 0 { return bytes }
                bytes += buffer[..<count]
            }
        }

        func answer() -> Answer {
            let text = String(decoding: read(), as: UTF8.self)
            guard let end = text.firstRange(of: "\r\n\r\n"), text.hasPrefix("HTTP/1.1 ") else { return Answer() }
            var answer = Answer(status: Int(text.dropFirst(9).prefix(3)) ?? 0, body: String(text[end.upperBound...]))
            for line in text[..<end.lowerBound].split(separator: "\r\n").dropFirst() {
                let parts = line.split(separator: ":", maxSplits: 1)
                answer.headers[parts[0].lowercased()] = parts.last.map { $0.trimmingCharacters(in: .whitespaces) }
            }
            return answer
        }
    }
}
