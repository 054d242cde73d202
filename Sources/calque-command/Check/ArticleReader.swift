import Calque

/// Reads articles for `check`, and says in sentences why one could not be read.
struct ArticleReader {
    /// Bytes; a larger article is refused.
    let maximumSize: Int
    /// How standard input is named in reports.
    let standardInputName: String
    /// nil: what the name of each file tells, or plain text.
    var format: ArticleFormat?

    /// - Throws: `Trouble`.
    func read(_ path: Path) throws -> Article {
        let (name, bytes) = try bytes(of: path)
        let told = path.isDash ? ArticleFormat(fileName: name.utf8) : ArticleFormat(fileName: path.name)
        return try Self.article(name, bytes, format ?? told ?? .text)
    }

    /// Makes an article of what was read.
    ///
    /// - Throws: `Trouble`.
    static func article(_ name: String, _ bytes: [UInt8], _ format: ArticleFormat) throws -> Article {
        if bytes.isEmpty { throw Trouble("“\(name)” is empty: there is nothing to check.") }
        let article: Article
        do {
            article = try Article(name: name, bytes, format: format)
        } catch ArticleError.invalidUTF8(let offset) {
            throw trouble(name, BadByte(offset: offset, in: bytes))
        } catch {
            throw Trouble(
                "“\(name)” is not text: it looks like a binary file. Save the article as plain text in UTF-8.")
        }
        if article.blocks.isEmpty { throw Trouble("“\(name)” has no words: there is nothing to check.") }
        return article
    }

    /// Reads a file in CoNLL-U.
    ///
    /// - Throws: `Trouble`, with the line.
    func readCoNLLU(_ path: Path) throws -> CoNLLU {
        let (name, bytes) = try bytes(of: path)
        if bytes.isEmpty { throw Trouble("“\(name)” is empty: there is nothing to read.") }
        do {
            let file = try CoNLLU(bytes)
            if file.sentences.isEmpty { throw Trouble("“\(name)” has no sentence in CoNLL-U.") }
            return file
        } catch let error as CoNLLUError {
            throw Trouble("“\(name)” is not CoNLL-U: line \(error.line): \(error.message)")
        }
    }

    private func bytes(of path: Path) throws -> (name: String, bytes: [UInt8]) {
        let name = path.isDash ? standardInputName : path.string
        let bytes: [UInt8]
        do throws(InputFile.Failure) {
            bytes = try InputFile.read(path, maximum: maximumSize)
        } catch {
            throw trouble(name, error)
        }
        return (name, bytes)
    }

    private func trouble(_ name: String, _ failure: InputFile.Failure) -> Trouble {
        switch failure {
        case .folder: return Trouble("“\(name)” is a folder, and a file is wanted.")
        case .system(let error): return Trouble("“\(name)” cannot be read: \(error.reason).")
        case .tooLarge(let size):
            let found = size.map { "has \(ByteSize.text($0))" } ?? "is larger"
            return Trouble(
                "“\(name)” is too large: articles may have \(ByteSize.text(maximumSize)), and it \(found). Split it, or raise the bound with --max-size."
            )
        }
    }

    private static func trouble(_ name: String, _ bad: BadByte) -> Trouble {
        Trouble(
            "“\(name)” is not UTF-8: the byte \(bad.hexadecimal) at offset \(bad.offset) (line \(bad.line), column \(bad.column)) does not belong there. Convert it, for instance with: iconv -f WINDOWS-1252 -t UTF-8"
        )
    }
}
