import CalqueLint
import Foundation
import Testing

@testable import CalqueReports

/// The files of `reports/sample`, which show a newcomer what reports look like.
///
/// `CALQUE_UPDATE=1 swift test --filter SampleTests` writes them anew.
@Suite struct SampleTests {
    private static let isUpdating = ProcessInfo.processInfo.environment["CALQUE_UPDATE"] == "1"

    @Test(arguments: [("text", "txt"), ("json", "json"), ("html", "html")])
    func `the sample of each report is what is written today`(name: String, suffix: String) throws {
        let reporter = try #require(Reporters.named(name))
        let report = reporter.init(options: ReportOptions()).report([try sampleResult()])
        let file = URL(fileURLWithPath: package + "/reports/sample/report." + suffix)
        if Self.isUpdating { try Data(report).write(to: file) }
        #expect(try Data(contentsOf: file) == Data(report), "run CALQUE_UPDATE=1 swift test --filter SampleTests")
    }

    @Test func `every finding of the sample stands at a place of its own`() throws {
        let result = try sampleResult()
        #expect(result.findings.allSatisfy { $0.span.count > 0 })
        #expect((250...350).contains(result.words))
    }
}
