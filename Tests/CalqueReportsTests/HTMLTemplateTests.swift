import Foundation
import Testing

@testable import CalqueReports

@Suite struct HTMLTemplateTests {
    /// The SHA-256 of text, in Base64 as a Content-Security-Policy writes it.
    private func hash(_ text: Substring) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data(text.utf8))
        try input.fileHandleForWriting.close()
        let digits = output.fileHandleForReading.readDataToEndOfFile().prefix(64)
        process.waitUntilExit()
        let bytes = stride(from: 0, to: 64, by: 2).compactMap {
            UInt8(String(decoding: digits.dropFirst($0).prefix(2), as: UTF8.self), radix: 16)
        }
        return Data(bytes).base64EncodedString()
    }

    private static let templates = ["report", "index", "paste"]

    @Test(arguments: templates)
    func `the policy of the page allows its own style and script and nothing else`(name: String) throws {
        let path = package + "/reports/\(name).html"
        var template = try String(contentsOfFile: path, encoding: .utf8)
        let shared = try String(contentsOfFile: package + "/reports/style.css", encoding: .utf8)
        let own = try #require(template.firstMatch(of: /<style>([\s\S]*?)<\/style>/)).1
        let style = own.replacing("{{style}}", with: shared)
        #expect(style.count > own.count)
        let script = try template.firstMatch(of: /<script>([\s\S]*?)<\/script>/).map {
            " script-src 'sha256-\(try hash($0.1))';"
        }
        #expect((script == nil) == (name == "paste"))
        let policy =
            "default-src 'none'; style-src 'sha256-\(try hash(style))';\(script ?? "") "
            + "base-uri 'none'; form-action '\(name == "paste" ? "self" : "none")'"
        if ProcessInfo.processInfo.environment["CALQUE_UPDATE"] == "1" {
            template.replace(/default-src [^"]*/, with: policy)
            try template.write(toFile: path, atomically: true, encoding: .utf8)
        }
        #expect(template.contains(policy), "run CALQUE_UPDATE=1 swift test --filter HTMLTemplateTests")
    }

    @Test(arguments: templates)
    func `the template that is built in is the one in the folder`(name: String) throws {
        let templates = ["report": HTMLTemplate.page, "index": .index, "paste": .paste]
        let built = try #require(templates[name])
        let filled = built.filled(["title": HTMLBuilder()])
        let template = try String(contentsOfFile: package + "/reports/\(name).html", encoding: .utf8)
        #expect(built.policy.hasPrefix("default-src 'none'; style-src") && template.contains(built.policy))
        let style = try String(contentsOfFile: package + "/reports/style.css", encoding: .utf8)
        let expected = template.replacing("{{style}}", with: style).replacing(/\{\{[a-z]+\}\}/, with: "")
        #expect(filled.string == expected)
    }

    @Test func `what is filled in is not looked at again`() {
        var html = HTMLBuilder()
        html.text("{{heading}} <b>")
        let filled = HTMLTemplate.page.filled(["title": html]).string
        #expect(filled.contains("<title>{{heading}} &lt;b&gt;</title>"))
    }
}
