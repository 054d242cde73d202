import Calque
import Glibc

/// A report of `check` as a folder: a page an article, written as it comes, and at the end the index.
final class ReportFolder: ReportDestination {
    private let path: Path
    private var report: HTMLFolder

    /// Makes the folders, so that what cannot be written is said at once.
    init(_ path: Path, options: ReportOptions) throws {
        self.path = path
        report = HTMLFolder(options: options)
        try OutputFolder.make(path)
        try OutputFolder.make(path.appending(Array(HTMLFolder.articlesFolder.utf8)))
    }

    func add(_ result: ArticleResult) throws { try write(report.add(result), isDurable: false) }

    func finish() throws {
        try write(report.index(), isDurable: true)
        // Pages of an earlier report that had more articles: the numbers go on without a gap.
        var number = report.articles + 1
        while path.appending(Array(HTMLFolder.pageName(number).utf8)).withCString({ unlink($0) }) == 0 { number += 1 }
    }

    private func write(_ page: HTMLFolder.Page, isDurable: Bool) throws {
        let file = try OutputFile(path.appending(Array(page.name.utf8)), isDurable: isDurable)
        try file.write(page.bytes)
        try file.finish()
    }
}
