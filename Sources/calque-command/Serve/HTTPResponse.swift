import Calque

/// An answer to a request, before it is sent.
struct HTTPResponse {
    enum Kind: String {
        case json = "application/json"
        case html = "text/html; charset=utf-8"
        case text = "text/plain; charset=utf-8"
    }

    let status: Int
    let kind: Kind
    let body: [UInt8]
    /// Content-Security-Policy, without what only a header can say.
    var policy = "default-src 'none'"
    /// The methods that the path knows, where the one asked for is none of them.
    var allowed: String?
    /// Whether browsers may keep the page for going back to it; what articles say is kept nowhere.
    var mayBeKept = false

    /// `{"error": "…"}`.
    static func failure(_ status: Int, _ sentence: String) -> HTTPResponse {
        var json = JSONWriter()
        json.beginObject()
        json.key("error")
        json.string(sentence)
        json.endObject()
        json.endLine()
        return HTTPResponse(status: status, kind: .json, body: json.bytes)
    }

    /// All headers but those that the length and the connection bring.
    var headers: [(name: String, value: String)] {
        var headers = [
            ("Content-Type", kind.rawValue), ("Content-Security-Policy", policy + "; frame-ancestors 'none'"),
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
            ("Cache-Control", mayBeKept ? "no-cache" : "no-store"),
        ]
        if let allowed { headers.append(("Allow", allowed)) }
        return headers
    }
}
