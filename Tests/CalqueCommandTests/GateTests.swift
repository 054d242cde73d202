import Foundation
import Testing

@testable import calque_command

/// What `check` ends with, and why.
@Suite struct GateTests {
    private func check(_ options: String...) throws -> Program.Result {
        let folder = try Folder()
        try folder.write(
            "They closed the the bridge.\n\nHe lost the the keys of his old car again on Monday evening.\n", to: "a.txt"
        )
        let script = "\"$calque\" check --only repeated-word --format compact a.txt " + options.joined(separator: " ")
        return try Program.shell(script, in: folder)
    }

    @Test(
        arguments: [
            ("", "Failed: 2 findings."), ("--fail-on major", "Failed: 2 findings of severity major or above."),
            ("--fail-on critical", nil), ("--fail-on never", nil), ("--max-findings 2", nil),
            ("--max-findings 1", "Failed: 2 findings, and --max-findings lets 1 pass."),
            (
                "--fail-on major --max-findings 1",
                "Failed: 2 findings of severity major or above, and --max-findings lets 1 pass."
            ),
            ("--max-penalty 1000", nil),
            (
                "--max-penalty 10.5",
                "Failed: the automatic penalty is 555.56 points per 1,000 words, and --max-penalty lets 10.5 pass."
            ),
            (
                "--fail-on minor --max-penalty 0",
                "Failed: 2 findings; the automatic penalty is 555.56 points per 1,000 words, and --max-penalty lets 0 pass."
            ),
            ("--fail-on never --max-penalty 555.6", nil),
        ] as [(String, String?)])
    func `the bounds decide, and the last line says why`(options: String, reason: String?) throws {
        let result = try check(options)
        #expect(result.errorText == (reason.map { "calque: \($0)\n" } ?? ""))
        #expect(result.status == (reason == nil ? 0 : 1))
        #expect(result.lines.count == 2)
    }

    @Test func `quiet says nothing of findings`() throws {
        let result = try check("--quiet")
        #expect(result.errorText == "")
        #expect(result.status == 1)
    }

    @Test(arguments: [
        ("--max-findings many", "The option --max-findings takes a whole number from 0 on, not “many”."),
        ("--max-findings=-1", "The option --max-findings takes a whole number from 0 on, not “-1”."),
        ("--max-penalty nan", "The option --max-penalty takes a number from 0 on, not “nan”."),
        ("--max-penalty=-1", "The option --max-penalty takes a number from 0 on, not “-1”."),
        (
            "--fail-on never --max-findings 1",
            "--fail-on never counts no finding, and --max-findings bounds their number. Leave one of them out."
        ),
    ])
    func `bounds that cannot be are told`(options: String, message: String) throws {
        let result = try check(options)
        #expect(result.errorText == "calque: \(message)\n")
        #expect(result.status == 2)
    }

    @Test func `articles that could not be checked are counted`() throws {
        let folder = try Folder()
        try folder.write("They closed the the bridge.\n", to: "a.txt")
        let result = try Program.run("check", "a.txt", "gone.txt", in: folder)
        #expect(
            result.errorText == """
                calque: “gone.txt” cannot be read: there is no such file or folder.
                calque: Failed: what one line above names was not checked; 1 finding.

                """)
        #expect(result.status == 2)
    }

    @Test(.timeLimit(.minutes(10)), arguments: [1, 3])
    func `a job that a thread comes to grief at is told, and the others are done`(threads: Int) throws {
        func sum(_ number: Int) -> Int { number == 0 ? 0 : 1 + sum(number - 1) &* number }
        let empty: [Int] = []
        var next = 0
        let pool = OrderedPool<Int, String>(
            source: {
                defer { next += 1 }
                return next < 12 ? next : nil
            },
            makeWorker: {
                { job in
                    switch job {
                    case 3, 11: return "\(empty[job])"
                    case 7: return "\(sum(100_000_000))"
                    default: return "done \(job)"
                    }
                }
            }, salvage: { "lost \($0)" })
        var products: [String] = []
        try pool.run(threads: threads) { products.append($0) }
        #expect(products == (0..<12).map { [3, 7, 11].contains($0) ? "lost \($0)" : "done \($0)" })
    }
}
