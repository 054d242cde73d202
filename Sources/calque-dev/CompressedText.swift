import Foundation

/// Plain text compressed by xz: one paragraph a line and a blank line between documents.
enum CompressedText {
    /// The text, by the program xz.
    static func read(_ url: URL) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xz", "-dc", url.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CommandError("“xz -dc \(url.path)” failed: is xz-utils installed and the file whole?")
        }
        return bytes
    }

    /// The first documents of the text, up to that with which they have as many words; a blank line between paragraphs.
    static func documents(_ url: URL, words limit: Int) throws -> [String] {
        var documents: [String] = []
        var words = 0
        for document in String(decoding: try read(url), as: UTF8.self).split(separator: "\n\n") {
            words += document.split(whereSeparator: \.isWhitespace).count
            documents.append(document.split(separator: "\n").joined(separator: "\n\n"))
            if words >= limit { break }
        }
        return documents
    }
}
