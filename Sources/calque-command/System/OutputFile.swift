import CSystem
import Glibc

/// A file that appears under its name only when it is complete.
///
/// What is written goes to a temporary file beside it, which takes the name at the end; so a full disk
/// or an interrupt leaves the file as it was before. Devices and pipes are written to directly.
final class OutputFile {
    let path: Path
    private let output: Output
    private let descriptor: Int32
    /// The file that is replaced: `path` with symbolic links followed.
    private let target: Path
    /// Where it is written meanwhile; nil for a device or pipe.
    private let temporary: Path?
    private let slot: Int32
    private let isDurable: Bool
    private var isOpen = true
    /// How messages call it.
    private let noun: String

    /// - Parameter isDurable: whether the content is on the disk before the file gets its name; for one of thousands of
    ///   files that would take too long.
    /// - Throws: `Trouble` that says why the file cannot be written.
    init(_ path: Path, isDurable: Bool = true, noun: String = "The report") throws {
        self.path = path
        self.noun = noun
        self.isDurable = isDurable
        let target = path.resolved ?? path
        var status = stat()
        let exists = target.withCString { stat($0, &status) } == 0
        let kind = status.st_mode & S_IFMT
        if exists && kind == S_IFDIR {
            throw Trouble("\(noun) cannot be written to “\(path.string)”: it is a folder. Name a file in it.")
        }
        self.target = target
        if exists && kind != S_IFREG {
            temporary = nil
            slot = -1
            descriptor = target.withCString { open($0, O_WRONLY | O_CLOEXEC) }
            if descriptor < 0 { throw Self.trouble(noun, path, SystemError.last) }
        } else {
            var template = target.folder.appending(Array(".calque-".utf8) + target.name + Array(".XXXXXX".utf8)).bytes
            template.append(0)
            let made = template.withUnsafeMutableBytes { buffer -> Int32 in
                guard let base = buffer.baseAddress else { return -1 }
                return mkstemp(base.assumingMemoryBound(to: CChar.self))
            }
            if made < 0 { throw Self.trouble(noun, path, SystemError.last) }
            let temporary = Path(Array(template.dropLast()))
            descriptor = made
            self.temporary = temporary
            slot = temporary.withCString { csystem_add_temporary($0) }
            // A temporary file is for its owner only; the report gets the rights of the file that it replaces, or
            // those of any new file.
            let mask = umask(0)
            umask(mask)
            fchmod(made, exists ? status.st_mode & 0o777 : 0o666 & ~mask)
        }
        output = Output(descriptor: descriptor, name: "“\(path.string)”")
    }

    func write(_ bytes: [UInt8]) throws { try output.write(bytes) }

    /// Writes what is left and gives the file its name.
    ///
    /// - Parameter check: Called right before; where it throws, the file does not get the name.
    func finish(_ check: () throws -> Void = {}) throws {
        try output.flush()
        guard isOpen else { return }
        isOpen = false
        if isDurable, temporary != nil, fsync(descriptor) != 0, errno != EINVAL, errno != EROFS, errno != ENOTSUP {
            let error = SystemError.last
            close(descriptor)
            throw Self.trouble(noun, path, error)
        }
        if close(descriptor) != 0 && errno != EINTR { throw Self.trouble(noun, path, SystemError.last) }
        guard let temporary else { return }
        try check()
        let renamed = temporary.withCString { from in target.withCString { rename(from, $0) } }
        if renamed != 0 { throw Self.trouble(noun, path, SystemError.last) }
        csystem_forget_temporary(slot)
    }

    /// Takes the temporary file away.
    func discard() {
        if isOpen { close(descriptor) }
        isOpen = false
        guard let temporary else { return }
        _ = temporary.withCString { unlink($0) }
        csystem_forget_temporary(slot)
    }

    private static func trouble(_ noun: String, _ path: Path, _ error: SystemError) -> Trouble {
        switch error.code {
        case ENOENT:
            Trouble(
                "\(noun) cannot be written to “\(path.string)”: there is no folder “\(path.folder.string)”. Make it first."
            )
        default: Trouble("\(noun) cannot be written to “\(path.string)”: \(error.reason).")
        }
    }
}

extension Path {
    /// The path with symbolic links followed; nil where it leads nowhere.
    var resolved: Path? {
        guard let found = withCString({ realpath($0, nil) }) else { return nil }
        defer { free(found) }
        return Path(Array(UnsafeBufferPointer(start: found, count: strlen(found))).map { UInt8(bitPattern: $0) })
    }
}
