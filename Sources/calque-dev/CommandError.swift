/// What is wrong with a command's arguments or files, as a sentence.
struct CommandError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

extension [String] {
    /// The value behind an option, if the option is given.
    func value(of option: String) -> String? {
        guard let index = firstIndex(of: option), index + 1 < count else { return nil }
        return self[index + 1]
    }

    /// The value behind an option that must be given.
    func required(_ option: String) throws -> String {
        guard let value = value(of: option) else { throw CommandError("Give \(option) and a value.") }
        return value
    }
}
