import Calque
import Glibc

/// Finds the articles that paths name: files as they are, and in and under folders those whose names tell a format.
///
/// Within a folder by name (bytes), so that the order is the same everywhere. Names that begin with a
/// dot, and what is ignored, are left out; a folder is entered once, however many links lead to it.
struct ArticleFinder {
    private(set) var articles: [Path] = []
    /// What could not be looked into, in order.
    private(set) var troubles: [Trouble] = []
    private var seen: Set<Path> = []
    private var entered: Set<FileIdentity> = []
    private let configurations: ConfigurationFinder?
    /// Whether something was left out in the folder that is walked.
    private var hasIgnored = false

    private struct FileIdentity: Hashable {
        let device: UInt64
        let inode: UInt64
    }

    /// - Parameter configurations: Says what is ignored besides; nil: ignore files only.
    /// - Throws: `Trouble` for a configuration or an ignore file that is wrong.
    init(_ paths: [Path], _ configurations: ConfigurationFinder?) throws {
        self.configurations = configurations
        for path in paths {
            if path.isDash { add(path) } else { try find(path) }
        }
    }

    private mutating func add(_ path: Path) {
        if seen.insert(path).inserted { articles.append(path) }
    }

    /// A path that the user named. One that does not exist is an article too: reading it says so, in its turn.
    private mutating func find(_ path: Path) throws {
        var status = stat()
        guard path.withCString({ stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFDIR else { return add(path) }
        let before = articles.count
        let troublesBefore = troubles.count
        // Named by the user: entered even if it was reached before.
        entered.insert(identity(status))
        hasIgnored = false
        try walk(path)
        if articles.count == before && troubles.count == troublesBefore && !seen.contains(where: { isUnder($0, path) })
        {
            troubles.append(
                Trouble(
                    hasIgnored
                        ? "The folder “\(path.string)” holds no article that is not ignored (by .calqueignore, .gitignore or the configuration). What is named one by one is checked all the same."
                        : "The folder “\(path.string)” holds no article: no file whose name ends in \(Self.suffixes.formatted(or: "or")). Name files of other kinds one by one."
                ))
        }
    }

    private func isUnder(_ path: Path, _ folder: Path) -> Bool { path.bytes.starts(with: folder.appending([]).bytes) }

    private func identity(_ status: stat) -> FileIdentity {
        FileIdentity(
            device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(truncatingIfNeeded: status.st_ino))
    }

    private mutating func walk(_ start: Path) throws {
        let ignoring = try start.resolved.map { try IgnoreFiles(startingAt: $0, configurations) }
        // A stack of our own: folders may be nested deeper than the call stack is.
        var stack: [(path: Path, above: IgnoreFiles?)] = [(start, nil)]
        while let (folder, above) = stack.popLast() {
            var status = stat()
            let exists = folder.withCString { stat($0, &status) } == 0
            let isFolder = exists && status.st_mode & S_IFMT == S_IFDIR
            if let above, above.ignores(folder.name, isFolder: isFolder) {
                if isFolder || isArticle(folder.name) { hasIgnored = true }
                continue
            }
            guard isFolder else {
                // A link that leads nowhere is an article as well: reading it says what is wrong.
                if isArticle(folder.name) && (!exists || status.st_mode & S_IFMT == S_IFREG) { add(folder) }
                continue
            }
            if folder != start && !entered.insert(identity(status)).inserted { continue }
            guard let names = names(in: folder) else {
                troubles.append(
                    Trouble("The folder “\(folder.string)” cannot be looked into: \(SystemError.last.reason)."))
                continue
            }
            let own = try above?.entering(folder.name, configurations) ?? ignoring
            for name in names.reversed() { stack.append((folder.appending(name), own)) }
        }
    }

    private func isArticle(_ name: ArraySlice<UInt8>) -> Bool { ArticleFormat(fileName: name) != nil }

    /// “.txt”, “.md” ...
    private static let suffixes = ArticleFormat.allCases.flatMap(\.suffixes).map { "“\($0)”" }

    /// The names of articles and folders in a folder, sorted; nil where it cannot be read.
    private func names(in folder: Path) -> [[UInt8]]? {
        guard let stream = folder.withCString({ opendir($0) }) else { return nil }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while let entry = readdir(stream) {
            let kind = Int(entry.pointee.d_type)
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name.isEmpty || name[0] == 0x2E { continue }
            // DT_UNKNOWN 0, DT_DIR 4, DT_LNK 10: what the name does not tell, `stat` will.
            if isArticle(name[...]) || kind == 4 || kind == 0 || kind == 10 { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
