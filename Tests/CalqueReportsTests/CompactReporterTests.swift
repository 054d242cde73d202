import Testing

@testable import CalqueReports

@Suite struct CompactReporterTests {
    private func report(_ results: [ArticleResult]) -> String {
        CompactReporter(options: ReportOptions()).report(results).string
    }

    @Test func `a finding is a line`() throws {
        let story = try article("One.\nDonald trump 😀 trump\n")
        let findings = (1...2).map { story.finding(SampleRule.name, "trump", nth: $0, message: "A\nsurname.") }
        #expect(
            report([result(story, findings)]) == """
                story.txt:2:8: major: A surname. [sample-lowercase-name]
                story.txt:2:16: major: A surname. [sample-lowercase-name]

                """)
    }

    @Test func `where nothing was found nothing is written`() throws {
        #expect(report([result(try article("All is well."), [])]) == "")
    }
}
