import CSystem
import Calque
import Glibc

/// `calque serve`: articles over HTTP.
struct ServeCommand {
    private let service: CheckService
    /// Bytes of an article.
    private let largest: Int
    private let connections: Int
    private let seconds: Int
    private let host: String
    private let port: UInt16

    init(_ arguments: ParsedArguments) throws {
        if let operand = arguments.operands.first {
            throw Trouble("“calque serve” takes no PATH, and “\(operand.string)” is given. See “calque serve --help”.")
        }
        largest = try arguments.maximumSize(default: 1 << 20)
        connections = try arguments.maximumConnections()
        seconds = try arguments.timeout()
        host = arguments.value(.host) ?? "127.0.0.1"
        port = try arguments.port()
        service = try CheckService(arguments)
    }

    /// Serves until a signal asks for the end; then answers what has been received.
    func run() throws -> ExitStatus {
        csystem_hold_signals()
        let socket = try ListeningSocket(host: host, port: port)
        let site = Site(isLoopback: socket.isLoopback, largest: largest, version: MainCommand.version)
        let queue = CheckQueue(
            makeWorker: {
                let linter = service.makeLinter()
                return { service.answer($0, linter, site) }
            },
            salvage: { service.failure(CheckService.internalError, $0, site, status: 500) })
        try queue.start(threads: service.threads)
        let server = try HTTPServer(socket, connections: connections, seconds: seconds, site, queue)
        Messages.write("Listening on http://\(socket.name)/. An interrupt (Ctrl-C) ends it.")
        while csystem_await_signal(250) == 0 { server.dropOverdue() }
        csystem_release_signals()
        server.stopListening()
        while server.isBusy {
            server.dropOverdue()
            usleep(20_000)
        }
        server.stop()
        return .clean
    }
}
