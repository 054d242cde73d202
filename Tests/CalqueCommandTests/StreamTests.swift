import Foundation
import Testing

@Suite struct StreamTests {
    private func answers(_ input: [UInt8]) throws -> [[String: Any]] {
        let run = try Program.run(bytes: input, "stream")
        #expect(run.status == 0)
        #expect(run.errorText == "")
        return try run.lines.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    private func stream(_ input: String) throws -> [String] {
        let run = try Program.run("stream", input: input)
        #expect(run.status == 0)
        return run.lines
    }

    @Test func `an article is answered with its findings in code points`() throws {
        let line = try stream(#"{"id": "a", "text": "😀 Ёлка. The council closed the the bridge."}"#)
        let answer = try #require(line.first)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any])
        #expect(Set(json.keys) == ["id", "diagnostics", "score"])
        let diagnostics = try #require(json["diagnostics"] as? [[String: Any]])
        let finding = try #require(diagnostics.first { $0["rule"] as? String == "repeated-word" })
        #expect(
            Set(finding.keys) == [
                "rule", "category", "severity", "start", "end", "message", "suggestions", "confidence",
            ])
        let scalars = Array("😀 Ёлка. The council closed the the bridge.".unicodeScalars)
        let start = try #require(finding["start"] as? Int)
        let end = try #require(finding["end"] as? Int)
        #expect(String(String.UnicodeScalarView(scalars[start..<end])).contains("the the"))
        #expect(finding["severity"] as? String == "major")
        #expect(json["score"] as? Double ?? 0 > 0)
    }

    @Test func `a line is read alike however its strings are escaped and its members stand`() throws {
        let lines = [
            #"{"id": 7, "text": "“It / is\" the the end,\n\tshe said.\\"}"#,
            #"{"text":"“It / is\" the the end,\n\tshe said.\\","id":7}"#,
            #" { "id" : 7 , "text" : "“It \/ is\" the the end,\n\tshe said.\\" } "#,
            #"{"id": 7, "text": "\u201CIt / is\u0022 the the end,\u000A\u0009she said.\u005c"}"#,
            #"{"id": 7, "more": [1], "text": "“It / is\" the the end,\n\tshe said.\\"}"#,
        ]
        let answers = try stream(lines.joined(separator: "\n"))
        #expect(answers.count == 5 && Set(answers).count == 1)
        #expect(answers[0].hasPrefix(#"{"id":7,"#) && answers[0].contains(#""rule":"repeated-word""#))
    }

    @Test func `ids come back as they were`() throws {
        let ids = [
            "0", "-1", "9223372036854775807", "-9223372036854775808", "\"\"", "\"a\"", "\"Ёлка 😀\"", "\"\\u0000\"",
            "\"\\\"\\\\\"",
        ]
        let answers = try stream(ids.map { "{\"text\": \"\", \"id\": \($0)}\n" }.joined())
        #expect(answers == ids.map { "{\"id\":\($0),\"diagnostics\":[],\"score\":null}" })
    }

    @Test(arguments: [
        (
            "{\"id\": 1.5, \"text\": \"a\"}",
            "The \"id\" is a number that is no integer; it must be a string or a 64-bit integer."
        ),
        ("{\"id\": null, \"text\": \"a\"}", "The \"id\" is null; it must be a string or a 64-bit integer."),
        ("{\"id\": true, \"text\": \"a\"}", "The \"id\" is true or false; it must be a string or a 64-bit integer."),
        ("{\"id\": [1], \"text\": \"a\"}", "The \"id\" is an array; it must be a string or a 64-bit integer."),
        ("{\"text\": \"a\"}", "The line has no \"id\": give each article a string or a 64-bit integer."),
        ("{\"id\": 1}", "The line has no \"text\": that is the article."),
        ("{\"id\": 1, \"text\": 5}", "The \"text\" is an integer; it must be a string."),
        ("[1]", "The line is no JSON object: it must have the form {\"id\": …, \"text\": \"…\"}."),
        ("{\"id\": 1, \"text\": \"a\"", "The line is not JSON (column 21): '}' expected near end of file."),
        (
            "{\"id\": 9223372036854775808, \"text\": \"a\"}",
            "The line is not JSON (column 26): too big integer near '9223372036854775808'."
        ),
    ])
    func `a line that cannot be read is answered, and the stream goes on`(line: String, message: String) throws {
        let answers = try stream("{\"id\": 1, \"text\": \"\"}\n\(line)\n{\"id\": 3, \"text\": \"\"}\n")
        #expect(answers.count == 3)
        #expect(answers.first == #"{"id":1,"diagnostics":[],"score":null}"#)
        #expect(answers.last == #"{"id":3,"diagnostics":[],"score":null}"#)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(answers[1].utf8)) as? [String: Any])
        #expect(json["id"] is NSNull)
        #expect(json["line"] as? Int == 2)
        #expect(json["error"] as? String == message)
        #expect(json.count == 3)
    }

    @Test func `bytes that are not UTF-8 are told by place`() throws {
        let input = Array("{\"id\": 1, \"text\": \"Ё".utf8) + [0xFF] + Array("\"}\n{\"id\": 2, \"text\": \"\"}".utf8)
        let answers = try answers(input)
        #expect(answers.count == 2)
        #expect(
            answers[0]["error"] as? String
                == "The line is not UTF-8: the byte 0xFF at offset 21 (column 21) does not belong there.")
        #expect(answers[1]["id"] as? Int == 2)
    }

    @Test func `a byte-order mark, CRLF and empty lines are no articles`() throws {
        let input =
            "\u{FEFF}{\"id\": 1, \"text\": \"\"}\r\n\r\n \n{\"id\": 2, \"text\": \"\"}\r\n{\"id\": 3, \"text\": \"\\ud800\"}"
        let answers = try stream(input)
        #expect(answers.count == 3)
        #expect(answers[0] == #"{"id":1,"diagnostics":[],"score":null}"#)
        #expect(answers[2].hasPrefix(#"{"id":null,"line":5,"error":"The line is not JSON"#))
    }

    @Test func `an empty stream has no answers`() throws {
        let run = try Program.run("stream")
        #expect(run.output.isEmpty)
        #expect(run.status == 0)
    }

    @Test func `a line without an end is too long at some point`() throws {
        let result = try Program.shell(
            #"(head -c 3000000 /dev/zero | tr '\0' ' '; printf '\n{"id": 2, "text": ""}\n{"id": 3, "text": "aaaaaaaaaaa"}'; head -c 3000000 /dev/zero | tr '\0' x) | "$calque" stream --max-size 10"#
        )
        let long = "text of an article may have 10 bytes. Split it, or raise the bound with --max-size."
        #expect(result.lines.count == 3)
        #expect(result.lines.first == #"{"id":null,"line":1,"error":"The line is too long: the \#(long)"}"#)
        #expect(result.lines.dropFirst().first == #"{"id":2,"diagnostics":[],"score":null}"#)
        #expect(result.lines.last == #"{"id":null,"line":3,"error":"The line is too long: the \#(long)"}"#)
    }

    @Test func `a text that is too large is refused`() throws {
        let run = try Program.run("stream", "--max-size", "10", input: #"{"id": 7, "text": "aaaaaaaaaaa"}"#)
        #expect(
            run.lines == [
                #"{"id":null,"line":1,"error":"The text has 11 bytes, and 10 bytes are allowed. Split it, or raise the bound with --max-size."}"#
            ])
    }

    @Test(.timeLimit(.minutes(10))) func `a line of a megabyte is answered`() throws {
        let text = String(repeating: "The council met again on this day. ", count: 30_000)
        let answers = try stream("{\"id\": 1, \"text\": \"\(text)\"}\n{\"id\": 2, \"text\": \"\"}")
        #expect(answers.count == 2)
        #expect(answers[0].hasPrefix(#"{"id":1,"diagnostics":["#))
    }

    @Test func `answers are the same for any number of jobs`() throws {
        var input = ""
        for id in 0..<3000 {
            input +=
                id % 50 == 7
                ? "broken \(id)\n"
                : "{\"id\": \(id), \"text\": \"The council closed the the bridge, for the \(id)th time.\"}\n"
        }
        let first = try Program.run("stream", input: input)
        #expect(first.lines.count == 3000)
        for jobs in ["2", "7"] {
            #expect(try Program.run("stream", "--jobs", jobs, input: input).output == first.output)
        }
    }

    @Test(.timeLimit(.minutes(10)), arguments: ["1", "3"])
    func `who waits for an answer gets it before the next question`(jobs: String) throws {
        let input = Program.pipe()
        let output = Program.pipe()
        let process = try Program.start(
            [Program.path, "stream", "--jobs", jobs], input: input.reading, output: output.writing,
            error: Program.openNull())
        for id in 1...5 {
            let question = Array("{\"id\": \(id), \"text\": \"\"}\n".utf8)
            #expect(write(input.writing, question, question.count) == question.count)
            var answer = [UInt8](repeating: 0, count: 1000)
            let count = read(output.reading, &answer, answer.count)
            #expect(
                String(decoding: answer.prefix(max(count, 0)), as: UTF8.self)
                    == "{\"id\":\(id),\"diagnostics\":[],\"score\":null}\n")
        }
        close(input.writing)
        #expect(Program.wait(process) == 0)
        close(output.reading)
    }

    @Test func `only the rules asked for are run`() throws {
        let line = #"{"id": 1, "text": "The council closed the the bridge."}"#
        let none = try Program.run("stream", "--only", "a-or-an", input: line)
        #expect(none.outputText == "{\"id\":1,\"diagnostics\":[],\"score\":0}\n")
        let one = try Program.run("stream", "--only", "repeated-word", input: line)
        #expect(one.outputText.contains("repeated-word"))
    }
}
