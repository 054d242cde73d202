import Glibc

/// Folders that reports are written to.
enum OutputFolder {
    static func exists(_ path: Path) -> Bool {
        var status = stat()
        return path.withCString { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Makes a folder where there is none.
    ///
    /// - Throws: `Trouble` that says why it cannot be made.
    static func make(_ path: Path) throws {
        if path.withCString({ mkdir($0, 0o777) }) == 0 || exists(path) { return }
        throw Trouble("The folder “\(path.string)” cannot be made: \(SystemError.last.reason).")
    }
}

extension Path {
    /// Whether something is there, whatever it is.
    var exists: Bool {
        var status = stat()
        return withCString { stat($0, &status) } == 0
    }
}
