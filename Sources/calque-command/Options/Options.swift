import Calque

/// The table of options.
extension OptionDescription {
    static let help = OptionDescription(
        name: "help", short: "h", kind: .flag, summary: "Show this help and exit")

    static let version = OptionDescription(
        name: "version", kind: .flag, summary: "Show the version and exit")

    static let format = OptionDescription(
        name: "format", kind: .report, value: "FORMAT[:FILE]", isRepeatable: true,
        summary: "Report as \(Reporters.names.formatted(or: "or")), to FILE or standard output",
        details: """
            Repeat it for several reports at once; one of them may go to standard output. FILE gets its name when the \
            report is complete, so that a full disk or an interrupt leaves no half of one. html:DIR, for a folder, or a \
            name without a suffix, writes a page an article and an index. github also writes the job summary where \
            GITHUB_STEP_SUMMARY is set. Default: \(Reporters.defaultName).
            """)

    static let pages = OptionDescription(
        name: "pages", kind: .folder, value: "DIR", summary: "Write the pages of all rules to DIR, as Markdown",
        details: "A page for each rule, ID.md, and a list of them, README.md.")

    static let listFormat = OptionDescription(
        name: "format", kind: .choice(["text", "json", "markdown"]), value: "FORMAT",
        summary: "Show as text, json or markdown", details: "Default: text.")

    static let parseFormat = OptionDescription(
        name: "format", kind: .choice(["conllu", "tree"]), value: "FORMAT", summary: "Write conllu or tree",
        details: "Default: conllu.")

    static let input = OptionDescription(
        name: "input", kind: .choice(ArticleFormat.allCases.map(\.rawValue)), value: "FORMAT",
        summary: "Read \(ArticleFormat.allCases.map(\.rawValue).formatted(or: "or"))",
        details: "Default: what a file’s name tells, markdown for .md and .markdown, and else text.")

    static let streamInput = OptionDescription(
        name: "input", kind: .choice(ArticleFormat.allCases.map(\.rawValue)), value: "FORMAT",
        summary: "Read \(ArticleFormat.allCases.map(\.rawValue).formatted(or: "or"))", details: "Default: text.")

    static let parseInput = OptionDescription(
        name: "input", kind: .choice(ArticleFormat.allCases.map(\.rawValue) + ["conllu"]), value: "FORMAT",
        summary: "Read \((ArticleFormat.allCases.map(\.rawValue) + ["conllu"]).formatted(or: "or"))",
        details: "Default: what a file’s name tells, markdown for .md and .markdown, and else text.")

    static let stdinFilename = OptionDescription(
        name: "stdin-filename", kind: .file, value: "NAME", summary: "Name standard input in reports",
        details: "Default: \(CheckCommand.standardInputName).")

    static let only = OptionDescription(
        name: "only", kind: .rules, value: "RULE[,RULE]", isRepeatable: true,
        summary: "Run these rules and no others",
        details:
            "RULE is a rule's id, the name of a family, or all. Rules that are off by default run when they are named.")

    static let disable = OptionDescription(
        name: "disable", kind: .rules, value: "RULE[,RULE]", isRepeatable: true, summary: "Do not run these rules",
        details: "It counts more than --only and --enable.")

    static let enable = OptionDescription(
        name: "enable", kind: .rules, value: "RULE[,RULE]", isRepeatable: true,
        summary: "Run these rules too, which are off by default",
        details: "--enable all runs every rule there is.")

    static let rules = OptionDescription(
        name: "rules", kind: .folder, value: "DIR", isRepeatable: true,
        summary: "Add the pattern rules of a folder (*.yml)",
        details: "They run besides the built-in ones, and are named in --only, --disable and --enable as these are.")

    static let config = OptionDescription(
        name: "config", kind: .file, value: "FILE", summary: "Take the configuration from FILE",
        details:
            "Otherwise the nearest .calque.yml counts, in the folder of each article or above it. Globs in FILE are relative to the working folder."
    )

    static let streamConfig = OptionDescription(
        name: "config", kind: .file, value: "FILE", summary: "Take the configuration from FILE",
        details: "Otherwise there is none: articles of a stream lie in no folder.")

    static let noConfig = OptionDescription(
        name: "no-config", kind: .flag, summary: "Look for no configuration",
        details: "Files named .calqueignore and .gitignore count all the same.")

    static let baseline = OptionDescription(
        name: "baseline", kind: .file, value: "FILE", summary: "Take FILE as the baseline, whose findings are known",
        details: "Default: \(BaselineFile.defaultName) in the working folder, where there is one.")

    static let noBaseline = OptionDescription(
        name: "no-baseline", kind: .flag, summary: "Report what the baseline knows, too")

    static let strictBaseline = OptionDescription(
        name: "strict-baseline", kind: .flag,
        summary: "Exit with 1 if the baseline knows findings that are no longer there",
        details: "Of the articles that are checked. “calque baseline prune” takes them out.")

    static let diff = OptionDescription(
        name: "diff", kind: .file, value: "FILE", summary: "Report only on lines that a unified diff adds or changes",
        details: "As git diff writes it; - is standard input. Articles that it does not change are not checked.")

    static let fix = OptionDescription(
        name: "fix", kind: .flag, summary: "Apply the safe fixes, and report what is left",
        details: """
            “calque rules” tells which are safe. A file is written anew as a whole, keeps its mode, byte-order mark and line \
            ends, and is left as it is where it changed meanwhile. The fixed text of standard input goes to standard output. \
            Exit status and reports are about what is left.
            """)

    static let fixUnsafe = OptionDescription(
        name: "fix-unsafe", kind: .flag, summary: "Apply the first suggestion of every finding",
        details: "Also those that are not safe: an editor should read the result.")

    static let diffOutput = OptionDescription(
        name: "diff-output", kind: .flag, summary: "Show what --fix would change as a unified diff, and write nothing",
        details: "With --fix-unsafe, all suggestions. Exit status and reports are about the articles as they are.")

    static let schema = OptionDescription(
        name: "schema", kind: .flag, summary: "Show the JSON Schema of configurations, for editors")

    static let failOn = OptionDescription(
        name: "fail-on", kind: .choice(Severity.allCases.map(\.name) + ["never"]), value: "SEVERITY",
        summary: "Exit with 1 only for findings of this severity or above",
        details:
            "minor, major, critical, or never. Default: minor, so that any finding counts, unless --max-penalty alone says what fails."
    )

    static let maxFindings = OptionDescription(
        name: "max-findings", kind: .text, value: "N", summary: "Let N findings pass that --fail-on counts",
        details: "Over all articles together. Default: 0.")

    static let maxPenalty = OptionDescription(
        name: "max-penalty", kind: .text, value: "N",
        summary: "Exit with 1 if the automatic penalty is above N points per 1,000 words",
        details:
            "Over all articles together: minor 1, major 5, critical 25 points. It counts besides --fail-on where both are given."
    )

    static let minConfidence = OptionDescription(
        name: "min-confidence", kind: .text, value: "N",
        summary: "Leave out findings whose confidence is below N (0 to 1)",
        details: """
            Confidence is the probability that an editor agrees. Without it, judgements on grammar are left out below 0.7, \
            and nothing else; 0 shows all that was considered.
            """)

    static let explain = OptionDescription(
        name: "explain", kind: .flag, summary: "Show what each finding rests on: conditions, tokens, tags and trees",
        details:
            "Of a pattern rule the pattern, which condition took which token and by what values, and the exceptions, none of which held; of other rules the words reported with those beside them in the tree. In text and json."
    )

    static let jobs = OptionDescription(
        name: "jobs", short: "j", kind: .text, value: "N", summary: "Lint N articles at a time",
        details: "The output is the same, byte for byte, for any number. Default: one per processor.")

    static let streamJobs = OptionDescription(
        name: "jobs", short: "j", kind: .text, value: "N", summary: "Lint N articles at a time",
        details: "The output is the same, byte for byte, for any number. Default: 1, since who runs a filter runs many."
    )

    static let quiet = OptionDescription(
        name: "quiet", short: "q", kind: .flag, summary: "Write no report to standard output, show no progress",
        details: "Reports to files are written all the same, and what goes wrong is said.")

    static let listFiles = OptionDescription(
        name: "list-files", kind: .flag, summary: "Show which files would be checked, and exit")

    static let maxSize = OptionDescription(
        name: "max-size", kind: .text, value: "SIZE", summary: "Refuse articles larger than SIZE",
        details: "In bytes, or with K, M or G. Default: 16M; at most 1G.")

    static let serveConfig = OptionDescription(
        name: "config", kind: .file, value: "FILE", summary: "Take the configuration from FILE",
        details: "Otherwise there is none: what is posted lies in no folder.")

    static let serveMaxSize = OptionDescription(
        name: "max-size", kind: .text, value: "SIZE", summary: "Refuse articles larger than SIZE",
        details: "In bytes, or with K, M or G. Default: 1M; at most 1G.")

    static let host = OptionDescription(
        name: "host", kind: .text, value: "ADDRESS", summary: "Listen on this address",
        details:
            "An IPv4 or IPv6 address; 0.0.0.0 or :: for all that the machine has. There is no encryption and no password: put a proxy that has both before it. Default: 127.0.0.1, which only this machine reaches."
    )

    static let port = OptionDescription(
        name: "port", short: "p", kind: .text, value: "N", summary: "Listen on this port",
        details: "0 takes one that is free, and says which. Default: 8090.")

    static let maxConnections = OptionDescription(
        name: "max-connections", kind: .text, value: "N", summary: "Serve N connections at a time",
        details: "1 to 10000; others wait. Default: 128.")

    static let timeout = OptionDescription(
        name: "timeout", kind: .text, value: "SECONDS", summary: "Drop who takes longer to send or to receive",
        details: "For a request as a whole, and for its answer; checking is not counted. 1 to 3600. Default: 30.")

    static let colour = OptionDescription(
        name: "color", kind: .choice(["auto", "always", "never"]), value: "WHEN", summary: "Colour the report",
        details: "auto, always or never. Default: auto, on a terminal and unless NO_COLOR is set.")

    static let context = OptionDescription(
        name: "context", kind: .text, value: "N", summary: "Show N characters on either side of a match",
        details: "0 to 1000. Default: 40.")

    static let man = OptionDescription(
        name: "man", kind: .flag, summary: "Write the man page (roff) to standard output")
}
