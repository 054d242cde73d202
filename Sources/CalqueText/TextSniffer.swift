/// Tells text from what is none.
enum TextSniffer {
    /// Bytes that are looked at for control characters.
    private static let sampleSize = 8192

    /// Whether bytes have the signature of a format that is not plain text, or more control characters than a text
    /// that something went wrong with: at least four, and one in fifty, among the first 8,192 bytes.
    static func isBinary(_ bytes: [UInt8]) -> Bool {
        if signatures.contains(where: { bytes.starts(with: $0) }) { return true }
        let count = min(bytes.count, sampleSize)
        var controls = 0
        bytes.withUnsafeBufferPointer { bytes in
            for index in 0..<count {
                let byte = bytes[index]
                controls &+= byte < 9 || byte &- 14 < 18 && byte != 27 ? 1 : 0
            }
        }
        return controls >= 4 && controls * 50 >= count
    }

    private static let signatures: [[UInt8]] = [
        Array("%PDF-".utf8),
        Array("{\\rtf".utf8),
        // ZIP, and what is packed in it: DOCX, ODT, EPUB
        [0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6],
        // UTF-16 and UTF-32 with a byte-order mark
        [0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0xFE, 0xFF],
        // PNG, GIF, JPEG
        [0x89, 0x50, 0x4E, 0x47], Array("GIF87a".utf8), Array("GIF89a".utf8), [0xFF, 0xD8, 0xFF],
        // gzip, bzip2, xz, 7z, zstd
        [0x1F, 0x8B], Array("BZh9".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x37, 0x7A, 0xBC, 0xAF],
        [0x28, 0xB5, 0x2F, 0xFD],
        // old Microsoft Office, ELF, SQLite
        [0xD0, 0xCF, 0x11, 0xE0], [0x7F, 0x45, 0x4C, 0x46], Array("SQLite format 3\0".utf8),
    ]
}
