/// All that is known of an option: the only source of its parsing, of `--help`, of the man page and of
/// the shell completions.
struct OptionDescription: Sendable {
    /// The long name, without hyphens: "fail-on".
    let name: String
    /// The letter of the short form, where there is one.
    var short: Character?
    let kind: Kind
    /// How help calls the value: "SEVERITY"; empty for a flag.
    var value = ""
    /// Whether giving it again adds to what was given; otherwise two different values are an error.
    var isRepeatable = false
    /// What it does, in some words, for lists: no full stop.
    let summary: String
    /// What there is to know beyond that, in whole sentences; may be empty.
    var details = ""

    /// What an option takes; completions offer fitting words.
    enum Kind: Equatable, Sendable {
        /// Nothing: it is there or not.
        case flag
        case choice([String])
        /// FORMAT[:FILE], from the formats of reports.
        case report
        case file
        case folder
        /// Ids of rules and names of families, with commas.
        case rules
        case text
    }

    var takesValue: Bool { kind != .flag }

    /// "-j, --jobs N", as help shows it.
    var usage: String {
        let long = takesValue ? "--\(name) \(value)" : "--\(name)"
        return short.map { "-\($0), \(long)" } ?? long
    }
}
