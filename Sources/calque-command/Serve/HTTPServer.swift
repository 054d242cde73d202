import CHTTP
import Glibc

/// HTTP/1.1 on a socket by GNU libmicrohttpd: one thread reads and writes, a queue of others checks.
final class HTTPServer {
    private let socket: ListeningSocket
    private let site: Site
    private let queue: CheckQueue
    private let deadlines: Deadlines
    private var daemon: OpaquePointer?

    /// - Parameters:
    ///   - connections: that are served at a time; others wait.
    ///   - seconds: that a request may take to come, and its answer to go.
    /// - Throws: `Trouble` where the server cannot be started.
    init(_ socket: ListeningSocket, connections: Int, seconds: Int, _ site: Site, _ queue: CheckQueue) throws {
        self.socket = socket
        self.site = site
        self.queue = queue
        deadlines = Deadlines(seconds: seconds)
        let callbacks = chttp_callbacks(
            request: { server, connection, url, method, _, data, size, context in
                guard let server, let connection, let size, let context else { return .NO }
                return HTTPServer.at(server).handle(
                    connection, method, url, UnsafeRawBufferPointer(start: data, count: size.pointee), size, context)
            },
            completed: { server, connection, context, _ in
                guard let server, let connection, let context else { return }
                HTTPServer.at(server).complete(connection, context)
            },
            connection: { server, connection, _, code in
                guard let server, let connection else { return }
                let deadlines = HTTPServer.at(server).deadlines
                let descriptor = chttp_socket(connection)
                code == .CONNECTION_NOTIFY_STARTED ? deadlines.restart(descriptor) : deadlines.forget(descriptor)
            },
            context: Unmanaged.passUnretained(self).toOpaque())
        daemon = chttp_start(socket.descriptor, UInt32(connections), callbacks)
        if daemon == nil {
            throw Trouble(
                "The server cannot be started: \(SystemError.last.reason). Is the bound of open files too low?")
        }
    }

    private static func at(_ pointer: UnsafeMutableRawPointer) -> HTTPServer {
        Unmanaged<HTTPServer>.fromOpaque(pointer).takeUnretainedValue()
    }

    // MARK: Times

    /// Whether a complete request has not been answered.
    var isBusy: Bool { deadlines.requests > 0 }

    /// Closes connections that take too long.
    func dropOverdue() { deadlines.dropOverdue() }

    /// Takes no more connections.
    func stopListening() {
        MHD_quiesce_daemon(daemon)
        close(socket.descriptor)
    }

    /// Closes all connections; nothing may be busy.
    func stop() { MHD_stop_daemon(daemon) }

    // MARK: Requests

    /// Called when a head has come, for each part of a body, and when all has come; once more after an answer was found.
    private func handle(
        _ connection: OpaquePointer, _ method: UnsafePointer<CChar>?, _ url: UnsafePointer<CChar>?,
        _ data: UnsafeRawBufferPointer, _ size: UnsafeMutablePointer<Int>,
        _ context: UnsafeMutablePointer<UnsafeMutableRawPointer?>
    ) -> MHD_Result {
        guard let known = context.pointee else {
            let head = Self.head(connection, method, url)
            let request = HTTPRequest(connection: connection, route: site.route(head))
            context.pointee = Unmanaged.passRetained(request).toOpaque()
            // Who waits for leave to send a body that is not wanted is told at once. Others are heard out: where a
            // connection is closed on what was not read, the answer is lost as well.
            if head.expectsContinue, let response = request.response { return send(response, connection) }
            return .YES
        }
        let request = Unmanaged<HTTPRequest>.fromOpaque(known).takeUnretainedValue()
        if !data.isEmpty {
            size.pointee = 0
            return take(data, request)
        }
        if let response = request.response { return send(response, connection) }
        request.isSubmitted = true
        deadlines.beginRequest(chttp_socket(connection))
        MHD_suspend_connection(connection)
        queue.submit(request)
        return .YES
    }

    private func take(_ data: UnsafeRawBufferPointer, _ request: HTTPRequest) -> MHD_Result {
        request.received += data.count
        // A few times what is allowed is read for the sake of the answer, and no more.
        if request.received > 4 * site.largestBody(.page) + (1 << 16) { return .NO }
        if request.response != nil { return .YES }
        if request.received > site.largestBody(request.form) {
            request.body = []
            request.response = site.tooLarge(request.form)
        } else {
            request.body += data
        }
        return .YES
    }

    private func complete(_ connection: OpaquePointer, _ context: UnsafeMutablePointer<UnsafeMutableRawPointer?>) {
        guard let known = context.pointee else { return }
        context.pointee = nil
        let request = Unmanaged<HTTPRequest>.fromOpaque(known).takeRetainedValue()
        deadlines.restart(chttp_socket(connection))
        if request.isSubmitted { deadlines.endRequest() }
    }

    private func send(_ response: HTTPResponse, _ connection: OpaquePointer) -> MHD_Result {
        var body = response.body
        let made = body.withUnsafeMutableBytes {
            MHD_create_response_from_buffer($0.count, $0.baseAddress, .RESPMEM_MUST_COPY)
        }
        guard let made else { return .NO }
        defer { MHD_destroy_response(made) }
        for header in response.headers { MHD_add_response_header(made, header.name, header.value) }
        deadlines.restart(chttp_socket(connection))
        return MHD_queue_response(connection, UInt32(response.status), made)
    }

    private static func head(
        _ connection: OpaquePointer, _ method: UnsafePointer<CChar>?, _ url: UnsafePointer<CChar>?
    ) -> HTTPHead {
        func header(_ name: String) -> String? {
            MHD_lookup_connection_value(connection, .HEADER_KIND, name).map { String(cString: $0) }
        }
        return HTTPHead(
            method: method.map { String(cString: $0) } ?? "", path: url.map { String(cString: $0) } ?? "",
            host: header("Host"), origin: header("Origin"), contentType: header("Content-Type"),
            contentEncoding: header("Content-Encoding"), contentLength: header("Content-Length").flatMap { Int($0) },
            expectsContinue: header("Expect")?.lowercased() == "100-continue")
    }
}
