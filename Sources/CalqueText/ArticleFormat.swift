/// How an article is written down.
public enum ArticleFormat: String, Sendable, CaseIterable {
    case text
    case markdown

    /// What the names of files of this format end in.
    public var suffixes: [String] {
        switch self {
        case .text: [".txt"]
        case .markdown: [".md", ".markdown"]
        }
    }

    /// The format that a file's name tells; nil where it tells none.
    public init?(fileName: some Sequence<UInt8>) {
        let name = Array(fileName)
        let format = Self.allCases.first { format in
            format.suffixes.contains { name.suffix($0.utf8.count).elementsEqual($0.utf8) }
        }
        guard let format else { return nil }
        self = format
    }
}
