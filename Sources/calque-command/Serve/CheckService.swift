import Calque

/// Answers requests by checking what they bring, as `calque check` does it.
struct CheckService {
    /// How an article comes and how it is answered.
    enum Form {
        /// As it is; the JSON of `check`.
        case json
        /// In a form; the report for editors.
        case page
    }

    /// How reports name what was posted.
    static let articleName = "article"

    let threads: Int
    private let run: CheckRun
    private let plan: CheckPlan

    init(_ arguments: ParsedArguments) throws {
        run = try CheckRun(arguments, known: nil)
        plan = try run.planner.plan(for: nil)
        threads = run.threads
    }

    /// What each thread has of its own.
    func makeLinter() -> Linter { plan.makeLinter() }

    func answer(_ request: HTTPRequest, _ linter: Linter, _ site: Site) -> HTTPResponse {
        do {
            let form = request.form
            guard let text = form == .page ? FormField.text(request.body) : request.body else {
                throw Trouble("The form has no “text”: that is the article.")
            }
            request.body = []
            if text.count > site.largest { return site.tooLarge(form) }
            let article = try ArticleReader.article(Self.articleName, text, .text)
            let result = run.check(article, key: article.name, linter)
            return report(
                ArticleResult(
                    article: article, findings: result.findings, suppressed: result.suppressed, words: article.words),
                form)
        } catch let trouble as Trouble {
            return failure(trouble, request, site, status: 400)
        } catch {
            return failure(Self.internalError, request, site, status: 500)
        }
    }

    func failure(_ trouble: Trouble, _ request: HTTPRequest, _ site: Site, status: Int) -> HTTPResponse {
        request.form == .page
            ? site.page(trouble.message, status: status) : .failure(status, trouble.message)
    }

    /// What is said of a fault of Calque itself.
    static let internalError = Trouble(
        "Internal error: Calque failed at this article. This is a fault of Calque, not of the article; please report it."
    )

    private func report(_ result: ArticleResult, _ form: Form) -> HTTPResponse {
        let options = ReportOptions(version: MainCommand.version)
        switch form {
        case .json:
            return HTTPResponse(status: 200, kind: .json, body: JSONReporter(options: options).report([result]))
        case .page:
            return HTTPResponse(
                status: 200, kind: .html, body: HTMLReporter(options: options).report([result]),
                policy: HTMLReporter.policy)
        }
    }
}
