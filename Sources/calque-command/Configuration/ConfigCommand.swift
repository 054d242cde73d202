import Calque

/// `calque config`: the configuration of an article with the origin of each value, or the JSON Schema.
struct ConfigCommand {
    private let arguments: ParsedArguments

    init(_ arguments: ParsedArguments) { self.arguments = arguments }

    func run() throws -> ExitStatus {
        let selection = try RuleSelection(arguments)
        if arguments.has(.schema) {
            if let operand = arguments.operands.first {
                throw Trouble("--schema shows the schema of all configurations; leave “\(operand.string)” out.")
            }
            return try MainCommand.write(ConfigurationSchema.json(selection.available))
        }
        if arguments.operands.count > 1 {
            throw Trouble(
                "The configuration of one article is shown; “\(arguments.operands[1].string)” is one too many.")
        }
        let finder = try ConfigurationFinder(arguments, rules: selection.available)
        let article = arguments.operands.first
        let absolute: Path?
        if let article {
            absolute = OutputFolder.exists(article) ? article.resolved?.appending([]) : finder.absolute(article)
            if absolute == nil { throw Trouble("There is no folder “\(article.folder.string)”.") }
        } else {
            absolute = Path(".").resolved?.appending([])
        }
        let found = try finder.file(in: absolute?.folder)
        let configuration = found?.file.configuration(of: absolute.map { found?.relative($0.string) ?? "" } ?? "")
        let text = try ConfigurationText(
            configuration ?? Configuration(), rules: selection.available, article: article?.string,
            file: found?.file.path)
        return try MainCommand.write(text.yaml)
    }
}
