import Calque
import Glibc

/// What paths there are, and which requests are refused before their body is read.
struct Site {
    /// What a request asks for.
    enum Route {
        /// The answer is known already.
        case answer(HTTPResponse)
        case check(CheckService.Form)
    }

    /// Whether only this machine reaches the server.
    let isLoopback: Bool
    /// Bytes of an article.
    let largest: Int
    let version: String

    /// Bytes that a body may have: in a form, each byte of the article may be written as three.
    func largestBody(_ form: CheckService.Form) -> Int { form == .page ? 3 * largest + 16 : largest }

    func route(_ head: HTTPHead) -> Route {
        if let refusal = refusal(head) { return .answer(refusal) }
        switch head.path {
        case "/check":
            guard head.method == "POST" else { return .answer(wrongMethod(head, "POST")) }
            return check(head, .json, type: "text/plain")
        case "/":
            switch head.method {
            case "GET", "HEAD": return .answer(page())
            case "POST": return check(head, .page, type: "application/x-www-form-urlencoded")
            default: return .answer(wrongMethod(head, "GET, HEAD, POST"))
            }
        case "/healthz":
            guard ["GET", "HEAD"].contains(head.method) else { return .answer(wrongMethod(head, "GET, HEAD")) }
            return .answer(HTTPResponse(status: 200, kind: .text, body: Array("ok\n".utf8)))
        default:
            return .answer(.failure(404, "There is no “\(head.path)” here; there are /, /check and /healthz."))
        }
    }

    /// The answer to a body that is too large.
    func tooLarge(_ form: CheckService.Form) -> HTTPResponse {
        let sentence =
            "The article is too large: it may have \(ByteSize.text(largest)). Split it, or raise the bound with --max-size."
        switch form {
        case .json: return .failure(413, sentence)
        case .page: return page(sentence, status: 413)
        }
    }

    func page(_ message: String? = nil, status: Int = 200) -> HTTPResponse {
        HTTPResponse(
            status: status, kind: .html, body: PastePage.page(message: message, version: version),
            policy: PastePage.policy, mayBeKept: true)
    }

    private func check(_ head: HTTPHead, _ form: CheckService.Form, type: String) -> Route {
        if let encoding = head.contentEncoding, encoding.lowercased() != "identity" {
            return .answer(.failure(415, "Bodies are taken as they are, not in the encoding “\(encoding)”."))
        }
        guard Self.isType(head.contentType, type) else {
            let found = head.contentType.map { "it is “\($0)”" } ?? "there is none"
            return .answer(
                .failure(415, "The Content-Type must be \(type), and UTF-8 where it names a charset; \(found)."))
        }
        if let length = head.contentLength, length > largestBody(form) { return .answer(tooLarge(form)) }
        return .check(form)
    }

    /// Whether a Content-Type is of that kind; a charset, where there is one, must be UTF-8 or a part of it.
    static func isType(_ header: String?, _ type: String) -> Bool {
        guard let header else { return false }
        let parts = header.lowercased().split(separator: ";", omittingEmptySubsequences: false).map {
            $0.filter { $0 != " " && $0 != "\t" && $0 != "\"" }
        }
        return parts[0] == type
            && parts.dropFirst().allSatisfy {
                !$0.hasPrefix("charset=") || ["charset=utf-8", "charset=utf8", "charset=us-ascii"].contains($0)
            }
    }

    private func wrongMethod(_ head: HTTPHead, _ allowed: String) -> HTTPResponse {
        var response = HTTPResponse.failure(405, "“\(head.path)” does not know \(head.method), but \(allowed).")
        response.allowed = allowed
        return response
    }

    // MARK: Browsers

    /// Pages of other sites may make a browser send requests. They come under that site's name (Origin), or, where its
    /// name was made to lead here (DNS rebinding), for a host that is not this machine.
    private func refusal(_ head: HTTPHead) -> HTTPResponse? {
        if isLoopback, let host = head.host, !Self.isThisMachine(host) {
            return .failure(403, "This server answers as 127.0.0.1 and localhost, not as “\(host)”.")
        }
        if let origin = head.origin {
            let host = head.host?.lowercased() ?? ""
            if !["http://" + host, "https://" + host].contains(origin.lowercased()) {
                return .failure(403, "Pages of “\(origin)” may not use this server.")
            }
        }
        return nil
    }

    /// Whether a Host header names the loopback of this machine.
    static func isThisMachine(_ header: String) -> Bool {
        var host = header.lowercased()[...]
        if let colon = host.lastIndex(of: ":"), host[host.index(after: colon)...].allSatisfy(\.isASCIIDigit) {
            host = host[..<colon]
        }
        if host == "localhost" || host == "[::1]" { return true }
        var address = in_addr()
        return inet_pton(AF_INET, String(host), &address) == 1 && UInt32(bigEndian: address.s_addr) >> 24 == 127
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
