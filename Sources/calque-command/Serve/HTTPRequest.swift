import CHTTP

/// What stands above the body of a request.
struct HTTPHead {
    let method: String
    /// Without the query, percent-decoded.
    let path: String
    var host: String?
    var origin: String?
    var contentType: String?
    var contentEncoding: String?
    /// Bytes; nil where it is not told.
    var contentLength: Int?
    /// Whether the client waits for leave to send the body.
    var expectsContinue = false
}

/// A request, from its head to the end of its answer.
///
/// The thread of the server has it until it is complete; then a thread that checks, until it is answered.
final class HTTPRequest {
    let connection: OpaquePointer
    /// Where it is to be checked.
    let form: CheckService.Form
    /// What came of the body, where it is wanted.
    var body: [UInt8] = []
    /// Bytes that came, whether kept or not.
    var received = 0
    var response: HTTPResponse?
    /// Whether a thread that checks got it.
    var isSubmitted = false

    init(connection: OpaquePointer, route: Site.Route) {
        self.connection = connection
        switch route {
        case .answer(let response):
            form = .json
            self.response = response
        case .check(let form): self.form = form
        }
    }

    /// Gives the request, whose connection is suspended, back to the server.
    func answer(_ response: HTTPResponse) {
        self.response = response
        MHD_resume_connection(connection)
    }
}
