import Calque

/// What libFuzzer calls again and again with bytes of its own invention: from bytes to article, findings, fixes and reports.
///
/// Nothing that a user sends may trap; every offset that a finding gives must lie within the article.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    for format in ArticleFormat.allCases {
        guard let article = try? Article(name: "fuzz", bytes, format: format) else { return 0 }
        let fixes = Fixer(includesUnsafe: true).fix(article) { article, _ in
            LintResult(findings: Fuzzing.linter.lint(article))
        }
        for finding in fixes.before.findings {
            precondition(finding.span.start >= 0 && finding.span.start <= finding.span.end)
            precondition(finding.span.end <= bytes.count)
        }
        precondition(fixes.edits.applied(to: bytes) == fixes.article.text)
        _ = fixes.edits.unifiedDiff(of: bytes, path: "fuzz")
        let result = ArticleResult(article: article, findings: fixes.before.findings, words: article.words)
        for reporter in Fuzzing.reporters { _ = reporter.report([result]) }
    }
    return 0
}

/// SwiftPM makes this symbol the program's entry point, in the place of libFuzzer's own `main`.
@_cdecl("calque_fuzz_main")
public func runDriver(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var count = count
    var arguments = arguments
    return fuzzerRunDriver(&count, &arguments) { fuzzOneInput($0, $1) }
}

/// libFuzzer's entry point for programs with a `main` of their own; no header declares it for Swift.
@_silgen_name("LLVMFuzzerRunDriver")
private func fuzzerRunDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

private enum Fuzzing {
    // libFuzzer calls from one thread.
    nonisolated(unsafe) static let linter = Linter(
        rules: RuleSet(rules: builtInRules.map { $0.init() }, patterns: [.builtIn]))
    static let reporters = Reporters.all.map { $0.init(options: ReportOptions()) }
}
