/// A text to lint: its bytes, and the blocks it consists of.
///
/// All offsets are UTF-8 bytes of `text`, which holds the input byte for byte: a byte-order mark,
/// CRLF, NUL and invisible characters stay where they are, so that an offset is an offset in the file.
public struct Article: Sendable {
    /// How the article is named in reports: its path, or what `--stdin-filename` says.
    public let name: String
    /// The input, valid UTF-8.
    public let text: [UInt8]
    /// Headline, paragraphs and so on, in order, without overlap.
    public let blocks: [Block]
    /// Comments on a line of their own that say what is not to be reported: “<!-- calque-off -->”. Bytes from `<` to `>`,
    /// in order; they lie in no block.
    public let directives: [Span]

    /// The most bytes that a text may have: offsets of tokens have 32 bits.
    public static let largestText = Int(UInt32.max) - 1

    init(name: String, text: [UInt8], blocks: [Block], directives: [Span] = []) {
        self.name = name
        self.text = text
        self.blocks = blocks
        self.directives = directives
    }

    /// Reads plain text.
    ///
    /// - Throws: `ArticleError.invalidUTF8` with the place of the first byte that is not UTF-8,
    ///   `ArticleError.binary` for what is no text at all, `ArticleError.tooLarge` above `largestText`.
    public init(name: String, plainText bytes: [UInt8]) throws {
        if bytes.count > Self.largestText { throw ArticleError.tooLarge }
        if TextSniffer.isBinary(bytes) { throw ArticleError.binary }
        if let offset = UTF8Check.firstInvalidByte(of: bytes.span) { throw ArticleError.invalidUTF8(offset: offset) }
        var directives: [Span] = []
        let blocks = BlockFinder.blocks(of: bytes, directives: &directives)
        self.init(name: name, text: bytes, blocks: blocks, directives: directives)
    }

    /// An article of the same name and format with another text.
    ///
    /// - Throws: as reading it does.
    public func with(text: [UInt8]) throws -> Article { try Article(name: name, plainText: text) }

    /// Runs of anything but white space (Unicode) in the blocks: the words that the score counts.
    public var words: Int {
        text.withUnsafeBufferPointer { text in
            blocks.reduce(0) { $0 + Self.words(in: text, from: $1.span.start, to: $1.span.end) }
        }
    }

    private static func words(in text: Bytes, from start: Int, to end: Int) -> Int {
        var count = 0
        var isInside = false
        var at = start
        while at < end {
            if text[at] > 32 && text[at] < 0x80 {
                if !isInside { count += 1 }
                isInside = true
                at += 1
                continue
            }
            let space = WhiteSpace.length(in: text, at: at, limit: end)
            if space == 0 && !isInside { count += 1 }
            isInside = space == 0
            at += max(space, 1)
        }
        return count
    }

    /// The characters of a span.
    public func string(_ span: Span) -> String {
        String(decoding: text[span.start..<span.end], as: UTF8.self)
    }
}

/// Why bytes could not be read as an article.
public enum ArticleError: Error, Equatable {
    /// The byte at `offset` does not belong to well-formed UTF-8 (Unicode Standard, table 3-7).
    case invalidUTF8(offset: Int)
    /// The content is not text: many control characters, or the signature of another format.
    case binary
    /// The text has more than `Article.largestText` bytes.
    case tooLarge
}
