import Glibc

/// Puts a fixed text in the place of a file.
enum FixedFile {
    /// Writes the text to a temporary file beside it, which takes the name: whatever happens, the file has the old text or
    /// the new one. Mode and symbolic links stay.
    ///
    /// - Parameter original: What was read; where something else stands in the file, it is left as it is.
    /// - Throws: `Trouble` that says why it was left.
    static func write(_ text: [UInt8], to path: Path, insteadOf original: [UInt8]) throws {
        var status = stat()
        if path.withCString({ stat($0, &status) }) != 0 { throw trouble(path, SystemError.last.reason) }
        if status.st_mode & S_IFMT != S_IFREG { throw trouble(path, "it is no regular file") }
        // For who may write everything, the mode still says what is meant.
        if status.st_mode & 0o222 == 0 || path.withCString({ access($0, W_OK) }) != 0 {
            throw trouble(path, "it is read-only")
        }
        // Reached by another name, it may have been fixed already.
        if (try? InputFile.read(path, maximum: text.count)) == text { return }
        let file = try OutputFile(path, noun: "The fixed article")
        do {
            try file.write(text)
            try file.finish {
                if (try? InputFile.read(path, maximum: original.count)) != original {
                    throw trouble(path, "it changed while it was checked; check it again")
                }
            }
        } catch {
            file.discard()
            throw error
        }
    }

    private static func trouble(_ path: Path, _ reason: String) -> Trouble {
        Trouble("“\(path.string)” is not fixed: \(reason).")
    }
}
