import Glibc

/// A call of the system that failed, by its error number.
struct SystemError: Error, Equatable {
    let code: Int32

    /// The error of the call just made.
    static var last: SystemError { SystemError(code: errno) }

    /// What was wrong, in small letters, to stand in a sentence.
    var reason: String {
        switch code {
        case ENOENT: return "there is no such file or folder"
        case EACCES, EPERM: return "the permission is missing"
        case EISDIR: return "it is a folder"
        case ENOTDIR: return "a part of the path is not a folder"
        case ENOSPC: return "there is no space left on the device"
        case EDQUOT: return "the disk quota is used up"
        case EFBIG: return "the file would be larger than is allowed"
        case EROFS: return "the file system is read-only"
        case ELOOP: return "symbolic links lead in a circle"
        case ENAMETOOLONG: return "the name is too long"
        case EMFILE, ENFILE: return "too many files are open"
        case ENXIO, ENODEV: return "it cannot be read from or written to"
        default:
            guard let text = strerror(code) else { return "error \(code)" }
            var reason = String(cString: text)
            if let first = reason.first { reason.replaceSubrange(...reason.startIndex, with: first.lowercased()) }
            return reason
        }
    }
}
