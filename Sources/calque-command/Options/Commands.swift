/// The table of commands.
extension CommandDescription {
    static let all: [CommandDescription] = [
        check, stream, serve, rules, config, baseline, search, parse, completions, help,
    ]

    static func named(_ name: String) -> CommandDescription? { all.first { $0.name == name } }

    static let check = CommandDescription(
        name: "check", operands: "PATH ...", operandKind: .paths,
        summary: "Check articles and report what a machine left in them",
        details: [
            """
            PATH is a file, a folder, or - for standard input. Of a folder, all files in it and under it that end \
            in .txt, .md or .markdown are checked, in the order of their names; hidden ones are left out, and so are those that .calqueignore, .gitignore \
            (in a git repository) or “ignore” of the configuration name. A PATH that begins with a hyphen stands after --.
            """,
            """
            Every article is read as UTF-8. One that cannot be read, or in which there is nothing to check, is named on \
            standard error; the others are checked all the same, and the exit status is 2. So it is with one at which Calque \
            itself fails. A last line on standard error says why the exit status is not 0.
            """,
        ],
        options: [
            .format, .input, .stdinFilename, .config, .noConfig, .only, .disable, .enable, .rules, .baseline,
            .noBaseline,
            .strictBaseline, .diff, .fix, .fixUnsafe, .diffOutput, .failOn, .maxFindings,
            .maxPenalty, .minConfidence, .explain,
            .jobs, .quiet,
            .listFiles,
            .maxSize, .colour, .help,
        ],
        examples: [
            .init(line: "calque check article.txt", meaning: "Check one article."),
            .init(
                line: "calque check --format html:report.html --format json:report.json incoming/",
                meaning: "Check a folder, with a page for editors and a report for programs."),
            .init(
                line: "calque check --format html:proofs incoming/",
                meaning: "Check a folder, with a page for each article and an index of them."),
            .init(
                line: "calque check --diff-output incoming/",
                meaning: "Show what “calque check --fix incoming/” would change."),
            .init(
                line: "pbpaste | calque check --fail-on major -",
                meaning: "Check a text from a pipe; let minor findings pass."),
        ])

    static let stream = CommandDescription(
        name: "stream", operandKind: .none,
        summary: "Check articles line by line: NDJSON in, NDJSON out",
        details: [
            """
            Reads a line {"id": …, "text": "…"} an article from standard input, and answers each, in order, with a line \
            {"id": …, "diagnostics": [{"rule", "category", "severity", "start", "end", "message", "suggestions": [{"start", \
            "end", "replacement"}], "confidence"}], "score": …}. start and end count Unicode code points of the text. id \
            is a string or a 64-bit integer and comes back as it was. score is the automatic penalty: points per 1,000 \
            words, null without words.
            """,
            """
            A line that cannot be read is answered with {"id": null, "line": N, "error": "…"}, and the stream goes on; the \
            exit status is 0 unless reading or writing fails. Empty lines are skipped. Answers are handed on as soon as no \
            more input is waiting.
            """,
        ],
        options: [
            .streamInput, .streamConfig, .only, .disable, .enable, .rules, .minConfidence, .streamJobs, .maxSize, .help,
        ],
        examples: [
            .init(line: "calque stream < articles.jsonl > findings.jsonl", meaning: "Check a file of articles.")
        ])

    static let serve = CommandDescription(
        name: "serve", operandKind: .none,
        summary: "Check articles over HTTP, and show a page to paste them into",
        details: [
            """
            POST /check takes an article as text/plain in UTF-8 and answers with the JSON that “calque check --format json” \
            writes of one. GET / is a page to paste an article into; it shows the report for editors. GET /healthz answers \
            “ok”. What goes wrong is answered with {"error": "…"} and a status from 400 on.
            """,
            """
            While it listens on this machine only, requests under another host's name are refused, and so are those that \
            pages of other sites make. An interrupt, or a request to terminate, lets it answer what it has received and \
            end with 0; a second one ends it at once.
            """,
        ],
        options: [
            .host, .port, .serveConfig, .only, .disable, .enable, .rules, .minConfidence, .jobs, .serveMaxSize,
            .maxConnections, .timeout, .help,
        ],
        examples: [
            .init(line: "calque serve", meaning: "Open http://127.0.0.1:8090/ in a browser."),
            .init(
                line: "curl -H 'Content-Type: text/plain' --data-binary @article.txt http://127.0.0.1:8090/check",
                meaning: "Check an article."),
        ])

    static let rules = CommandDescription(
        name: "rules", operands: "[ID]", operandKind: .rule,
        summary: "List the rules, or show all there is to know of one",
        details: [
            "The page of a rule says what it reports and why that marks machine translation, with examples of what it finds, what it leaves alone and what it is known to miss."
        ],
        options: [.listFormat, .pages, .rules, .help],
        examples: [
            .init(line: "calque rules", meaning: "List all rules."),
            .init(line: "calque rules lowercase-name", meaning: "Show the page of one."),
        ])

    static let config = CommandDescription(
        name: "config", operands: "[PATH]", operandKind: .paths,
        summary: "Show the configuration of an article, and where each value comes from",
        details: [
            """
            PATH is an article or a folder; without it the working folder. What is shown is a configuration file itself: \
            a comment behind each value names the file and line that it was written in.
            """
        ],
        options: [.config, .noConfig, .rules, .schema, .help],
        examples: [
            .init(line: "calque config incoming/article.txt", meaning: "Show what counts for an article."),
            .init(line: "calque config --schema > calque.schema.json", meaning: "Let an editor complete and check."),
        ])

    static let baseline = CommandDescription(
        name: "baseline", operands: "ACTION PATH ...", operandKind: .paths,
        summary: "Write the findings that are known, or tell which are no longer there",
        details: [
            """
            write checks the articles and writes all that is found to the baseline, which “calque check” then leaves out. \
            check shows what of it is no longer found, and prune takes that out. A finding is known by its article, its \
            rule and the text of its sentence, so that edits elsewhere do not bring it back.
            """,
            "Exit status: of check, 1 when something is no longer found; of all, 2 when something is wrong.",
        ],
        options: [
            .baseline, .input, .config, .noConfig, .only, .disable, .enable, .rules, .minConfidence, .jobs, .maxSize,
            .help,
        ],
        examples: [
            .init(line: "calque baseline write incoming/", meaning: "From here on, only what is new is reported."),
            .init(line: "calque baseline prune incoming/", meaning: "Forget what has been mended."),
        ])

    static let search = CommandDescription(
        name: "search", operands: "PATTERN PATH ...", operandKind: .paths,
        summary: "Search articles for a pattern, and show each match in its context",
        details: [
            """
            PATTERN is written in CQL, as the patterns of rules are: [lemma="say"] "that", with << >> around the part that \
            is to be shown where that is not all of it. PATH is what it is for “calque check”.
            """,
            "Exit status: 0 when something was found, 1 when nothing was, 2 when something is wrong.",
        ],
        options: [.context, .input, .rules, .jobs, .maxSize, .colour, .help],
        examples: [
            .init(
                line: #"calque search '[lemma="tell"] that' articles/"#,
                meaning: "Show every “told that” and the like.")
        ])

    static let parse = CommandDescription(
        name: "parse", operands: "PATH ...", operandKind: .paths,
        summary: "Show sentences, tags and trees: what the rules on syntax see",
        details: [
            """
            Writes CoNLL-U (Universal Dependencies): of each word its lemma, tags, features, head and relation. PATH is what \
            it is for “calque check”.
            """,
            """
            With --input conllu, sentences and words are taken from files in CoNLL-U, and tagged and parsed anew; comments, \
            ranges of words and the last column stay as they are.
            """,
        ],
        options: [.parseFormat, .parseInput, .maxSize, .help],
        examples: [
            .init(line: "calque parse --format tree article.txt", meaning: "Draw the tree of every sentence."),
            .init(line: "calque parse --input conllu gold.conllu > own.conllu", meaning: "Parse a treebank's words."),
        ])

    static let completions = CommandDescription(
        name: "completions", operands: "SHELL", operandKind: .shell,
        summary: "Write the completions for bash, zsh or fish to standard output",
        options: [.help],
        examples: [
            .init(line: "source <(calque completions bash)", meaning: "Complete commands and options in this shell.")
        ])

    static let help = CommandDescription(
        name: "help", operands: "[COMMAND]", operandKind: .command,
        summary: "Show the help of a command, or the man page",
        options: [.man, .help],
        examples: [.init(line: "calque help --man | man -l -", meaning: "Read the man page.")])
}
