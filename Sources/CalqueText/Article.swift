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
    public let format: ArticleFormat
    /// What is read of the input, where that is not the input itself.
    public let reading: Reading?

    /// The text of an article without its markup, and the way back to the input.
    public final class Reading: Sendable {
        /// Plain text.
        public let article: Article
        public let map: SourceMap

        init(_ article: Article, _ map: SourceMap) {
            self.article = article
            self.map = map
        }
    }

    /// The most bytes that a text may have: offsets of tokens have 32 bits.
    public static let largestText = Int(UInt32.max) - 1

    init(
        name: String, text: [UInt8], blocks: [Block], directives: [Span] = [], format: ArticleFormat = .text,
        reading: Reading? = nil
    ) {
        self.name = name
        self.text = text
        self.blocks = blocks
        self.directives = directives
        self.format = format
        self.reading = reading
    }

    /// Reads plain text.
    ///
    /// - Throws: `ArticleError.invalidUTF8` with the place of the first byte that is not UTF-8,
    ///   `ArticleError.binary` for what is no text at all, `ArticleError.tooLarge` above `largestText`.
    public init(name: String, plainText bytes: [UInt8]) throws { try self.init(name: name, bytes, format: .text) }

    /// Reads an article in a format.
    ///
    /// - Throws: as for plain text; `ArticleError.tooLarge` also where what is read does not fit.
    public init(name: String, _ bytes: [UInt8], format: ArticleFormat) throws {
        if bytes.count > Self.largestText { throw ArticleError.tooLarge }
        if TextSniffer.isBinary(bytes) { throw ArticleError.binary }
        if let offset = UTF8Check.firstInvalidByte(of: bytes.span) { throw ArticleError.invalidUTF8(offset: offset) }
        switch format {
        case .text:
            var directives: [Span] = []
            let blocks = BlockFinder.blocks(of: bytes, directives: &directives)
            self.init(name: name, text: bytes, blocks: blocks, directives: directives)
        case .markdown: try self.init(name: name, markdown: bytes)
        }
    }

    private init(name: String, markdown bytes: [UInt8]) throws {
        guard var read = bytes.withUnsafeBufferPointer({ MarkdownReader.read($0) }),
            read.text.count <= Self.largestText
        else { throw ArticleError.tooLarge }
        read.text.withUnsafeBufferPointer { BlockClassifier(text: $0).classify(&read.blocks, known: read.kinds) }
        let blocks = read.blocks.map { Block(kind: $0.kind, span: read.map.source($0.span)) }
        let article = Article(name: name, text: read.text, blocks: read.blocks)
        self.init(
            name: name, text: bytes, blocks: blocks, directives: read.directives, format: .markdown,
            reading: Reading(article, read.map))
    }

    /// An article of the same name and format with another text.
    ///
    /// - Throws: as reading it does; `ArticleError.markup` where the markup is another one.
    public func with(text: [UInt8]) throws -> Article {
        let article = try Article(name: name, text, format: format)
        if reading?.map.markup(of: self.text) != article.reading?.map.markup(of: text) { throw ArticleError.markup }
        return article
    }

    /// Runs of anything but white space (Unicode) in the blocks: the words that the score counts.
    public var words: Int {
        if let reading { return reading.article.words }
        return text.withUnsafeBufferPointer { text in
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
    /// A changed text has other markup than before.
    case markup
}
