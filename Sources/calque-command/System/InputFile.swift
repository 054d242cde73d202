import Glibc

/// Reads whole files, with a bound.
enum InputFile {
    /// Why a file was not read.
    enum Failure: Error, Equatable {
        case system(SystemError)
        case folder
        /// The size that was found; nil where the input is a stream that did not end in time.
        case tooLarge(Int?)
    }

    /// The bytes of a file; of standard input for "-".
    static func read(_ path: Path, maximum: Int) throws(Failure) -> [UInt8] {
        if path.isDash { return try read(descriptor: 0, maximum: maximum) }
        let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY) }
        if descriptor < 0 { throw .system(.last) }
        defer { close(descriptor) }
        return try read(descriptor: descriptor, maximum: maximum)
    }

    private static func read(descriptor: Int32, maximum: Int) throws(Failure) -> [UInt8] {
        var status = stat()
        if fstat(descriptor, &status) != 0 { throw .system(.last) }
        var expected = 1 << 16
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw .folder
        case S_IFREG:
            // Files of /proc have the size 0, and a file may grow while it is read: the bound is checked again.
            if status.st_size > maximum { throw .tooLarge(Int(status.st_size)) }
            expected = max(Int(status.st_size), 0) + 1
        default: break
        }
        var bytes: [UInt8] = []
        while true {
            var failure: SystemError?
            let before = bytes.count
            let chunk = [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
                while true {
                    let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                    if got < 0 && errno == EINTR { continue }
                    if got < 0 { failure = .last }
                    count = max(got, 0)
                    return
                }
            }
            if let failure { throw failure.code == EISDIR ? .folder : .system(failure) }
            if chunk.isEmpty { return bytes }
            if before == 0 { bytes = chunk } else { bytes += chunk }
            if bytes.count > maximum { throw .tooLarge(nil) }
            expected = 1 << 16
        }
    }
}
