/// The path of a file or folder: bytes, since a name on disk need not be UTF-8.
struct Path: Hashable, Sendable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }
    init(_ string: String) { bytes = Array(string.utf8) }

    /// Standard input.
    var isDash: Bool { bytes == [0x2D] }

    /// The path in reports, with U+FFFD for what is not UTF-8.
    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The last component.
    var name: ArraySlice<UInt8> { bytes.lastIndex(of: 0x2F).map { bytes[($0 + 1)...] } ?? bytes[...] }

    /// The folder that it lies in; "." for a bare name.
    var folder: Path {
        guard let slash = bytes.lastIndex(of: 0x2F) else { return Path(".") }
        return Path(Array(bytes[..<max(slash, 1)]))
    }

    func appending(_ name: [UInt8]) -> Path { Path(bytes.last == 0x2F ? bytes + name : bytes + [0x2F] + name) }

    /// Calls `body` with the path as a C string.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (bytes + [0]).withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                // A buffer of at least one byte has a base address.
                body(characters.baseAddress.unsafelyUnwrapped)
            }
        }
    }
}
