import Calque

/// `calque stream`: NDJSON in, NDJSON out, in order.
struct StreamCommand {
    private let plan: CheckPlan
    private let maximumSize: Int
    private let jobs: Int
    private let format: ArticleFormat

    init(_ arguments: ParsedArguments) throws {
        format = arguments.inputFormat ?? .text
        maximumSize = try arguments.maximumSize()
        jobs = try arguments.jobs(.streamJobs, default: 1)
        if let operand = arguments.operands.first {
            throw Trouble(
                "“calque stream” takes no PATH; it reads standard input. Write: calque stream < “\(operand.string)”")
        }
        plan = try CheckPlanner(arguments).plan(for: nil)
    }

    func run() throws -> ExitStatus {
        // JSON may write a character of two bytes as six: a line can be that much longer than its text.
        let reader = LineReader(descriptor: 0, maximumLine: maximumSize * 6 + (1 << 16))
        let output = Output.standard()
        let pool = OrderedPool<LineBatch, [UInt8]>(
            source: { reader.next() },
            makeWorker: {
                let worker = StreamWorker(
                    plan: plan, maximumSize: maximumSize, format: format)
                return { worker.answer($0) }
            })
        let isAlone = jobs == 1
        try pool.run(threads: jobs) { answers in
            try output.write(answers)
            // Who waits for an answer before asking again must get it.
            if isAlone && !reader.isReady { try output.flush() }
        } idle: {
            try output.flush()
        }
        try output.flush()
        if let failure = reader.failure { throw Trouble("Reading standard input failed: \(failure.reason).") }
        return .clean
    }
}
