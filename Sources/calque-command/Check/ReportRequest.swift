import Calque

/// What a value of `--format` asks for: FORMAT, FORMAT:FILE, FORMAT:- or html:DIR.
struct ReportRequest: Equatable {
    let format: String
    /// nil: standard output.
    let file: Path?

    /// Whether a page an article and an index are asked for: `file` is a folder, ends with a slash, or is not there
    /// and has no suffix.
    var isFolder: Bool {
        guard format == HTMLReporter.name, let file else { return false }
        if OutputFolder.exists(file) || file.bytes.last == 0x2F { return true }
        return !file.exists && !file.name.contains(0x2E)
    }

    init(_ value: String) throws {
        let parts = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        format = String(parts[0])
        let names = Reporters.names
        if !names.contains(format) {
            throw Trouble(
                "There is no report format “\(format)”.\(NearestName.hint(format, among: names)) The formats are \(names.formatted(or: "and"))."
            )
        }
        if parts.count > 1 && parts[1].isEmpty {
            throw Trouble("The option --format \(value) names no file behind the colon. Write --format \(format):FILE.")
        }
        file = parts.count > 1 && parts[1] != "-" ? Path(String(parts[1])) : nil
    }

    /// The reports that are asked for; text to standard output without any.
    static func all(_ arguments: ParsedArguments) throws -> [ReportRequest] {
        let values = arguments.values(.format)
        let isTaken = FixMode.takesStandardOutput(arguments)
        if values.isEmpty && isTaken { return [] }
        let requests = try (values.isEmpty ? [Reporters.defaultName] : values).map { try ReportRequest($0) }
        if isTaken, let request = requests.first(where: { $0.file == nil }) {
            throw Trouble(
                "Standard output takes \(arguments.has(.diffOutput) ? "the diff" : "the fixed text"). Give the report a file: --format \(request.format):FILE."
            )
        }
        for (index, request) in requests.enumerated()
        where requests[..<index].contains(where: { $0.file == request.file }) {
            guard let file = request.file else {
                throw Trouble(
                    "Only one report can go to standard output. Give the others a file: --format \(request.format):FILE."
                )
            }
            throw Trouble("Two reports cannot go to the same file “\(file.string)”.")
        }
        return requests
    }
}
