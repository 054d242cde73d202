import Foundation
import Testing

@testable import calque_command

@Suite(.timeLimit(.minutes(5))) struct ServeTests {
    private let text = "😀 The council closed the the bridge. It will will reopen in May.\n"

    // MARK: What it is for

    @Test func `an article that is posted is answered with the JSON of check`() throws {
        let server = try Server()
        let answer = try server.check(text)
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "application/json")
        #expect(answer.headers["cache-control"] == "no-store")
        let check = try Program.run("check", "--format", "json", "--stdin-filename", "article", "-", input: text)
        #expect(check.status == 1)
        #expect(answer.body == check.outputText)
    }

    @Test func `options choose rules as for check`() throws {
        let server = try Server("--only", "decimal-comma")
        #expect(try server.check(text).body.contains(#""findings":[]"#))
    }

    @Test func `the page posts to itself, and the report for editors comes back`() throws {
        let server = try Server()
        let page = try server.request("GET / HTTP/1.1")
        #expect(page.status == 200)
        #expect(page.body.contains(#"<form method="post" action="/">"#))
        #expect(page.headers["content-type"] == "text/html; charset=utf-8")
        let policy = try #require(page.headers["content-security-policy"])
        #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-"))
        #expect(policy.hasSuffix("; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"))

        let form = "text=The+council+closed+the+the+bridge%2C+%3Cb%3E%F0%9F%98%80.%0D%0A"
        let report = try server.request(
            "POST / HTTP/1.1", "Content-Type: application/x-www-form-urlencoded",
            "Origin: http://127.0.0.1:\(server.port)", body: Array(form.utf8))
        #expect(report.status == 200)
        #expect(report.body.contains("Proof of article"))
        #expect(report.body.contains("stands twice in a row"))
        #expect(report.body.contains("&lt;b&gt;") && !report.body.contains("<b>😀"))
        #expect(report.headers["content-security-policy"]?.contains("script-src 'sha256-") == true)
    }

    @Test func `what a page cannot have checked is said on it`() throws {
        let server = try Server("--max-size", "20")
        func post(_ form: String) throws -> Server.Answer {
            try server.request(
                "POST / HTTP/1.1", "Content-Type: application/x-www-form-urlencoded", body: Array(form.utf8))
        }
        let empty = try post("text=")
        #expect(empty.status == 400)
        #expect(empty.body.contains("role=\"alert\">“article” is empty: there is nothing to check.</p>"))
        #expect(try post("word=a").body.contains("role=\"alert\">The form has no “text”"))
        let large = try post("text=aaaaaaaaaaaaaaaaaaaaaaaaaaaa")
        #expect(large.status == 413)
        #expect(large.body.contains("role=\"alert\">The article is too large: it may have 20 bytes."))
        #expect(try post("text=" + String(repeating: "%41", count: 200)).status == 413)
    }

    @Test func `its health can be asked for`() throws {
        let server = try Server()
        let answer = try server.request("GET /healthz HTTP/1.1")
        #expect(answer.status == 200 && answer.body == "ok\n")
        let head = try server.request("HEAD /healthz HTTP/1.1")
        #expect(head.status == 200 && head.body == "" && head.headers["content-length"] == "3")
    }

    @Test func `one connection serves many requests`() throws {
        let server = try Server()
        let head = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n"
        let connection = try server.open(Array("\(head)\r\n\(head)\r\n\(head)Connection: close\r\n\r\n".utf8))
        let answers = String(decoding: connection.read(), as: UTF8.self)
        #expect(answers.split(separator: "HTTP/1.1 200 OK\r\n").count == 3)
    }

    @Test func `many requests at once are all answered`() throws {
        let server = try Server("--max-connections", "8", "--only", "loops")
        let body = "The council closed the the bridge number NN.\n"
        let connections = try (100..<150).map { number in
            let text = body.replacingOccurrences(of: "NN", with: "\(number) ")
            return try server.open(
                Array(
                    """
                    POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nConnection: close\r
                    Content-Length: \(text.utf8.count)\r\n\r\n\(text)
                    """.utf8))
        }
        for connection in connections {
            let answer = connection.answer()
            #expect(answer.status == 200)
            #expect(answer.body.contains("“the” stands twice in a row"))
        }
    }

    // MARK: What it refuses

    @Test(arguments: [
        ("GET /check HTTP/1.1", 405, "“/check” does not know GET, but POST."),
        ("PUT /check HTTP/1.1", 405, "“/check” does not know PUT, but POST."),
        ("OPTIONS /check HTTP/1.1", 405, "“/check” does not know OPTIONS, but POST."),
        ("DELETE / HTTP/1.1", 405, "“/” does not know DELETE, but GET, HEAD, POST."),
        ("POST /healthz HTTP/1.1", 405, "“/healthz” does not know POST, but GET, HEAD."),
        ("GET /../etc/passwd HTTP/1.1", 404, "There is no “/../etc/passwd” here; there are /, /check and /healthz."),
        ("GET /%3Cb%3E%22 HTTP/1.1", 404, "There is no “/<b>\"” here; there are /, /check and /healthz."),
    ])
    func `methods and paths that are not there are answered`(line: String, status: Int, sentence: String) throws {
        let server = try Server()
        let answer = try server.request(line, body: line.hasPrefix("GET") ? nil : Array("article".utf8))
        #expect(answer.status == status)
        #expect(answer.error == sentence)
        #expect((answer.headers["allow"] != nil) == (status == 405))
    }

    @Test(arguments: [
        "Content-Type: application/x-www-form-urlencoded", "Content-Type: text/html", "Content-Type:", "X: none",
        "Content-Type: text/plain; charset=windows-1251", "Content-Type: text/plainer", "Content-Encoding: gzip",
    ])
    func `types that are not text are refused`(header: String) throws {
        let server = try Server()
        let answer = try server.request("POST /check HTTP/1.1", header, body: Array(text.utf8))
        #expect(answer.status == 415)
        #expect(answer.error?.hasSuffix(".") == true)
    }

    @Test(arguments: [
        ("evil.example", nil, 403), ("127.0.0.1.evil.example", nil, 403), ("localhost.", nil, 403),
        ("192.168.0.1", nil, 403), ("localhost", nil, 200), ("LOCALHOST:99", nil, 200), ("[::1]:80", nil, 200),
        ("127.1.2.3", nil, 200), ("localhost:80", "http://evil.example", 403), ("localhost:80", "null", 403),
        ("localhost:80", "http://localhost:80", 200), ("localhost:80", "http://localhost:81", 403),
    ])
    func `other hosts and pages of other sites are refused`(host: String, origin: String?, status: Int) throws {
        let server = try Server()
        let answer = try server.request(
            "GET / HTTP/1.1", "Host: \(host)", origin.map { "Origin: \($0)" } ?? "X-Nothing: here")
        #expect(answer.status == status)
        if status == 403 { #expect(answer.error?.contains(origin ?? host) == true) }
    }

    @Test func `what is no article is refused with a sentence`() throws {
        let server = try Server()
        let bodies: [([UInt8], String)] = [
            ([], "“article” is empty: there is nothing to check."),
            (Array(" \n".utf8), "“article” has no words: there is nothing to check."),
            (
                [0x41, 0xFF],
                "“article” is not UTF-8: the byte 0xFF at offset 1 (line 1, column 2) does not belong there."
            ),
            ([UInt8](repeating: 0, count: 9), "“article” is not text: it looks like a binary file."),
        ]
        for (body, sentence) in bodies {
            let answer = try server.check(body)
            #expect(answer.status == 400)
            #expect(answer.error?.hasPrefix(sentence) == true)
        }
    }

    @Test func `a body that is too large is refused, however it comes`() throws {
        let server = try Server("--max-size", "1000")
        let sentence = "The article is too large: it may have 1000 bytes. Split it, or raise the bound with --max-size."
        let large = [UInt8](repeating: 0x61, count: 1001)
        #expect(try server.check(large).status == 413)
        #expect(try server.check(large).error == sentence)
        // Asked before it is sent: told at once, without leave to send.
        let asking = try server.request(
            "POST /check HTTP/1.1", "Content-Type: text/plain", "Content-Length: 5000000", "Expect: 100-continue")
        #expect(asking.status == 413)
        // In chunks, whose sum nobody knows before.
        let head = "POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nConnection: close\r\n"
        let chunk = Array("100\r\n".utf8) + [UInt8](repeating: 0x61, count: 256) + Array("\r\n".utf8)
        let connection = try server.open(Array("\(head)Transfer-Encoding: chunked\r\n\r\n".utf8))
        for _ in 0..<8 { connection.send(chunk) }
        connection.send(Array("0\r\n\r\n".utf8))
        #expect(connection.answer().error == sentence)
        // Without an end: dropped.
        let endless = try server.open(Array("\(head)Transfer-Encoding: chunked\r\n\r\n".utf8))
        while endless.send(chunk) {}
        #expect(try server.check(text).status == 200)
    }

    // MARK: What it outlives

    @Test func `broken requests are answered or dropped`() throws {
        let server = try Server()
        let head = "POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
        let broken = [
            "\u{16}\u{03}\u{01}\u{02}\u{00}\u{01}\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\r\n\r\n\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
            "GET /" + String(repeating: "a", count: 100_000) + " HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\n" + String(repeating: "X: y\r\n", count: 50_000) + "\r\n",
            head + "Content-Length: -1\r\n\r\nabc", head + "Content-Length: x\r\n\r\nabc",
            head + "Content-Length: 99999999999999999999999\r\n\r\nabc",
            head + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
            head + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\nabc",
        ]
        for request in broken {
            let connection = try server.open(Array(request.utf8))
            connection.finishSending()
            let status = connection.answer().status
            #expect(status == 0 || (400..<600).contains(status), "\(request.prefix(60))")
        }
        #expect(try server.check(text).status == 200)
    }

    @Test func `connections that stand still are closed`() throws {
        let server = try Server("--timeout", "1")
        let head = "POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
        let still = [
            "", "PO", head, head + "Content-Length: 100\r\n\r\nThe", head + "Transfer-Encoding: chunked\r\n\r\n5\r\nab",
        ]
        let connections = try still.map { try server.open(Array($0.utf8)) }
        #expect(try server.check(text).status == 200)
        for connection in connections {
            let status = connection.answer().status
            #expect(status == 0 || status == 408)
        }
        // One that goes on sending a little is closed all the same.
        let slow = try server.open(Array(head.utf8))
        while slow.send(Array("X: y\r\n".utf8)) { usleep(50_000) }
        #expect(try server.check(text).status == 200)
    }

    @Test func `memory does not grow with what goes wrong`() throws {
        let server = try Server("--max-size", "100000", "--only", "loops")
        func round() throws {
            for number in 0..<150 {
                _ = try server.check([UInt8](repeating: 0x61, count: 200_000)).status
                _ = try server.check([0xFF]).status
                _ = try server.request("GET /nothing\(number) HTTP/1.1").status
                _ = try server.open(
                    Array("POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\nabc".utf8))
                _ = try server.check(text).status
            }
        }
        try round()
        let before = server.memory
        for _ in 0..<3 { try round() }
        #expect(before > 0)
        #expect(server.memory < before + 4096)
        let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(server.process)/fd").count
        #expect(descriptors < 40)
    }

    // MARK: Begin and end

    @Test func `it says where it listens, on this machine only`() throws {
        let server = try Server()
        #expect(
            server.greeting
                == "calque: Listening on http://127.0.0.1:\(server.port)/. An interrupt (Ctrl-C) ends it.\n")
    }

    @Test(arguments: [SIGINT, SIGTERM]) func `a signal ends it when what it received is answered`(signal: Int32) throws
    {
        let server = try Server("--jobs", "1")
        let article = String(repeating: text + "\n", count: 20)
        let head =
            "POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: \(article.utf8.count)\r\n\r\n"
        let waiting = try (0..<3).map { _ in try server.open(Array((head + article).utf8)) }
        let idle = try server.open()
        // The server reads in the order of arrival: when it has answered this, it has the others.
        #expect(try server.request("GET /healthz HTTP/1.1").status == 200)
        let end = server.stop(signal)
        #expect(end.status == 0)
        #expect(end.error == "")
        for connection in waiting {
            let answer = connection.answer()
            #expect(answer.status == 200)
            #expect(answer.body.hasSuffix("}\n"))
        }
        #expect(idle.read() == [])
    }

    @Test func `what keeps it from listening is said`() throws {
        let server = try Server()
        let taken = try Program.run("serve", "--port", "\(server.port)")
        #expect(taken.status == 2)
        #expect(
            taken.errorText
                == "calque: Nobody can listen on the address 127.0.0.1, port \(server.port): another program listens there; name another one with --port.\n"
        )
        #expect(
            try Program.run("serve", "--host", "example.org").errorText.contains("not “example.org”: names are not"))
        #expect(try Program.run("serve", "--host", "203.0.113.9").errorText.contains("does not have the address"))
        #expect(try Program.run("serve", "--port", "70000").errorText.contains("from 0 to 65535, not “70000”"))
        #expect(try Program.run("serve", "article.txt").errorText.contains("takes no PATH"))
        #expect(try Program.run("serve", "--timeout", "0").status == 2)
        #expect(try Program.run("serve", "--max-connections", "0").status == 2)
    }

    // MARK: Parts

    @Test func `a form is decoded as browsers write it`() {
        func text(_ body: String) -> String? {
            FormField.text(Array(body.utf8)).map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(text("text=a+b%2Bc%26d%3D%25") == "a b+c&d=%")
        #expect(text("x=1&text=%D0%81%0D%0A&text=2") == "Ё\r\n")
        #expect(text("text=50%&x=1") == "50%")
        #expect(text("text=%zz%4") == "%zz%4")
        #expect(text("text=") == "")
        #expect(text("texts=1") == nil)
        #expect(text("") == nil)
    }
}
