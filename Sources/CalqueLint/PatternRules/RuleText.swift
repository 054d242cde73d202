/// A rule file or word list as it was read: what the compiler works on.
public struct RuleText: Sendable {
    /// As errors name it.
    public var path: String
    /// The path under the folder of rules: "ru-en/calques/told-that.yml".
    public var relativePath: String
    public var bytes: [UInt8]

    public init(path: String, relativePath: String, bytes: [UInt8]) {
        self.path = path
        self.relativePath = relativePath
        self.bytes = bytes
    }

    /// "told-that"
    var stem: String {
        let name = relativePath.split(separator: "/").last ?? ""
        return String(name.split(separator: ".", omittingEmptySubsequences: false).dropLast().joined(separator: "."))
    }

    var isRule: Bool { relativePath.hasSuffix(".yml") }

    /// A `.txt` in a folder `lists`.
    var isList: Bool {
        relativePath.hasSuffix(".txt") && relativePath.split(separator: "/").dropLast().last == "lists"
    }

    /// The source languages that the folder names: "ru-en/…" is for translations from Russian, "en/…" for all.
    var sourceLanguages: [String] {
        let folders = relativePath.split(separator: "/").dropLast()
        for folder in folders {
            let parts = folder.split(separator: "-")
            let isLanguage = parts.allSatisfy { $0.count == 2 && $0.allSatisfy { ("a"..."z").contains($0) } }
            if isLanguage && parts.count == 2 { return [String(parts[0])] }
        }
        return []
    }
}
