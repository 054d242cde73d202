import Calque

/// The catalogue as Markdown: a page for each rule, ID.md, and a list of them, README.md.
enum RulePages {
    /// Writes the pages to a folder, which is made where there is none. Other files in it are left as they are.
    static func write(_ rules: [RuleDescription], to folder: Path) throws {
        try OutputFolder.make(folder)
        func write(_ text: String, to name: String) throws {
            let file = try OutputFile(folder.appending(Array(name.utf8)), isDurable: false)
            try file.write(Array(text.utf8))
            try file.finish()
        }
        for rule in rules { try write(RulePage.markdown(rule), to: rule.id + ".md") }
        try write(RuleList.markdown(rules, areLinked: true), to: "README.md")
    }
}
