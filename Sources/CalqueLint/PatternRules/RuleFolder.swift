import Glibc

/// Reads the rule files and word lists under a folder.
public enum RuleFolder {
    private static let deepest = 8
    private static let largestFile = 1 << 20

    /// All `.yml` files, and the `.txt` files in folders called `lists`, sorted by path.
    ///
    /// - Throws: `RuleErrors` with what cannot be read, and when there is no rule at all.
    public static func read(_ folder: String) throws(RuleErrors) -> [RuleText] {
        var files: [RuleText] = []
        var errors: [RuleError] = []
        list(folder, "", 0, &files, &errors)
        if errors.isEmpty && !files.contains(where: \.isRule) {
            errors.append(
                RuleError(
                    path: folder, line: 1, column: 1,
                    message: "There is no rule (a file that ends in .yml) in this folder."))
        }
        if !errors.isEmpty { throw RuleErrors(errors) }
        return files.sorted { $0.relativePath.utf8.lexicographicallyPrecedes($1.relativePath.utf8) }
    }

    private static func list(
        _ folder: String, _ relative: String, _ depth: Int, _ files: inout [RuleText], _ errors: inout [RuleError]
    ) {
        func fail(_ path: String, _ message: String) {
            errors.append(RuleError(path: path, line: 1, column: 1, message: message))
        }
        guard let handle = opendir(folder) else {
            fail(folder, "The folder cannot be read: \(reason(errno)).")
            return
        }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        closedir(handle)
        for name in names.sorted() {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            let relativePath = relative.isEmpty ? name : relative + "/" + name
            var status = stat()
            guard stat(path, &status) == 0 else {
                fail(path, "The file cannot be read: \(reason(errno)).")
                continue
            }
            if status.st_mode & S_IFMT == S_IFDIR {
                if depth >= deepest {
                    fail(path, "Folders of rules are at most \(deepest) deep.")
                } else {
                    list(path, relativePath, depth + 1, &files, &errors)
                }
                continue
            }
            var file = RuleText(path: path, relativePath: relativePath, bytes: [])
            if name.hasSuffix(".yaml") { fail(path, "The name of a rule file ends in .yml, not .yaml.") }
            guard file.isRule || file.isList else { continue }
            guard status.st_mode & S_IFMT == S_IFREG else {
                fail(path, "This is no file.")
                continue
            }
            guard status.st_size <= largestFile else {
                fail(path, "The file has \(status.st_size) bytes; a rule or list has at most \(largestFile).")
                continue
            }
            if let bytes = contents(path) {
                file.bytes = bytes
                files.append(file)
            } else {
                fail(path, "The file cannot be read: \(reason(errno)).")
            }
        }
    }

    private static func contents(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= largestFile {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            if count < 0 { return nil }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return bytes
    }

    private static func reason(_ number: Int32) -> String {
        switch number {
        case ENOENT: "it does not exist"
        case EACCES, EPERM: "permission is denied"
        case ENOTDIR: "it is no folder"
        default: strerror(number).map { String(cString: $0) } ?? "error \(number)"
        }
    }
}
