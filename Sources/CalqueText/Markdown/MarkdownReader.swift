import CMD4C

/// Reads Markdown (CommonMark with the tables, task lists and strike-through of GitHub) by md4c.
///
/// What is read: headings, paragraphs, items of lists, quotations, cells of tables, texts of links, and the alternative
/// text of a picture that begins a line, as a caption. What is not: front matter, code, HTML, addresses, what is struck
/// through. Where code or a picture stands within a sentence, U+FFFC stands in the text.
///
/// md4c hands over stretches of the input by pointer, which is where positions come from. Line breaks, and NUL, come as
/// other strings: their places lie between the stretches on either side.
final class MarkdownReader {
    /// What was read.
    struct Result {
        var text: [UInt8] = []
        var blocks: [Block] = []
        /// Of each block what the markup says of it; nil where its form decides.
        var kinds: [Block.Kind?] = []
        var map = SourceMap()
        /// In the file.
        var directives: [Span] = []
    }

    private let source: Bytes
    private var result = Result()

    /// The blocks that are open.
    private var stack: [MD_BLOCKTYPE] = []
    private var lists = 0

    /// Where the block that is being read begins in the text; nil before its first character.
    private var blockStart: Int?
    /// Behind the last stretch that md4c handed over, read or not.
    private var cursor = 0
    private var hasBreak = false
    /// Something that is not read stands here: spaces on both sides of it are one.
    private var hasGap = false

    private var codeDepth = 0
    private var struckDepth = 0
    private var pictureDepth = 0
    /// Whether the picture stands within a sentence.
    private var isInnerPicture = false
    /// Where that begins in the file which U+FFFC will stand for.
    private var placeStart: Int?
    /// A link was opened, and none of its text has come yet.
    private var opensLink = false
    /// Where an address in angle brackets begins in the text.
    private var addressStart: Int?

    private init(_ source: Bytes) { self.source = source }

    /// - Returns: nil where there is not enough memory.
    static func read(_ source: Bytes) -> Result? {
        read(source, flags: TableBomb.isIn(source) ? 0 : MD_FLAG_TABLES)
    }

    private static func read(_ source: Bytes, flags: Int32) -> Result? {
        var start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        start = FrontMatter.end(in: source, from: start)
        let reader = MarkdownReader(source)
        reader.cursor = start
        guard let base = source.baseAddress, start < source.count else { return reader.result }
        var parser = MD_PARSER()
        parser.flags = UInt32(flags | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
        parser.enter_block = { type, _, reader in MarkdownReader.from(reader)?.enter(type) ?? 1 }
        parser.leave_block = { type, _, reader in MarkdownReader.from(reader)?.leave(type) ?? 1 }
        parser.enter_span = { type, _, reader in MarkdownReader.from(reader)?.enter(span: type) ?? 1 }
        parser.leave_span = { type, _, reader in MarkdownReader.from(reader)?.leave(span: type) ?? 1 }
        parser.text = { type, text, size, reader in MarkdownReader.from(reader)?.add(type, text, Int(size)) ?? 1 }
        let status = withExtendedLifetime(reader) {
            UnsafeRawPointer(base + start).withMemoryRebound(to: CChar.self, capacity: source.count - start) {
                md_parse(
                    $0, UInt32(truncatingIfNeeded: source.count - start), &parser,
                    Unmanaged.passUnretained(reader).toOpaque())
            }
        }
        return status == 0 ? reader.result : nil
    }

    private static func from(_ pointer: UnsafeMutableRawPointer?) -> MarkdownReader? {
        pointer.map { Unmanaged<MarkdownReader>.fromOpaque($0).takeUnretainedValue() }
    }

    // MARK: Blocks

    private func enter(_ type: MD_BLOCKTYPE) -> Int32 {
        closeBlock()
        stack.append(type)
        if type == MD_BLOCK_LI { lists += 1 }
        return 0
    }

    private func leave(_ type: MD_BLOCKTYPE) -> Int32 {
        closeBlock()
        _ = stack.popLast()
        if type == MD_BLOCK_LI { lists -= 1 }
        return 0
    }

    private var kind: Block.Kind? {
        switch stack.last {
        case MD_BLOCK_H: .headline
        case MD_BLOCK_TH, MD_BLOCK_TD: .listItem
        default: lists > 0 ? .listItem : nil
        }
    }

    private func closeBlock(kind: Block.Kind? = nil) {
        hasBreak = false
        hasGap = false
        guard let start = blockStart else { return }
        blockStart = nil
        var end = result.text.count
        while end > start && result.text[end - 1] <= 32 { end -= 1 }
        if end == start { return }
        result.blocks.append(Block(kind: .paragraph, span: Span(start, end)))
        result.kinds.append(kind ?? self.kind)
    }

    // MARK: Spans

    private func enter(span type: MD_SPANTYPE) -> Int32 {
        switch type {
        case MD_SPAN_CODE: codeDepth += 1
        case MD_SPAN_DEL: struckDepth += 1
        case MD_SPAN_A: opensLink = true
        case MD_SPAN_IMG:
            pictureDepth += 1
            guard pictureDepth == 1, codeDepth == 0, struckDepth == 0 else { break }
            isInnerPicture = blockStart != nil && !hasBreak
            if !isInnerPicture { closeBlock() }
        default: break
        }
        return 0
    }

    private func leave(span type: MD_SPANTYPE) -> Int32 {
        switch type {
        case MD_SPAN_CODE:
            codeDepth -= 1
            if codeDepth == 0 && !isInPicturePlace { addPlace() }
        case MD_SPAN_DEL:
            struckDepth -= 1
            hasGap = true
        case MD_SPAN_A:
            opensLink = false
            if let start = addressStart { result.map.unread.append(Span(start, result.text.count)) }
            addressStart = nil
        case MD_SPAN_IMG:
            pictureDepth -= 1
            guard pictureDepth == 0, struckDepth == 0 else { break }
            if isInnerPicture { addPlace() } else { closeBlock(kind: .caption) }
            isInnerPicture = false
        default: break
        }
        return 0
    }

    private var isInPicturePlace: Bool { pictureDepth > 0 && isInnerPicture }

    /// Puts U+FFFC in the place of something that is not read.
    private func addPlace() {
        guard let placeStart else {
            hasGap = true
            return
        }
        let source = Span(placeStart, cursor)
        self.placeStart = nil
        let start = result.text.count
        result.text += [0xEF, 0xBF, 0xBC]
        result.map.append(3, source: source, isLiteral: false)
        result.map.unread.append(Span(start, result.text.count))
    }

    // MARK: Text

    private func add(_ type: MD_TEXTTYPE, _ pointer: UnsafePointer<CChar>?, _ size: Int) -> Int32 {
        if type == MD_TEXT_BR || type == MD_TEXT_SOFTBR {
            if codeDepth == 0 && !isInPicturePlace { hasBreak = blockStart != nil }
            return 0
        }
        guard let stretch = stretch(type, pointer, size) else { return 0 }
        defer { cursor = stretch.end }
        if stack.last == MD_BLOCK_CODE { return 0 }
        if stack.last == MD_BLOCK_HTML {
            addDirective(stretch)
            return 0
        }
        if type == MD_TEXT_HTML {
            addTag(stretch)
            return 0
        }
        if struckDepth > 0 { return 0 }
        if codeDepth > 0 || isInPicturePlace {
            if placeStart == nil {
                prepare(for: stretch.start)
                placeStart = stretch.start
            }
            return 0
        }
        if type == MD_TEXT_ENTITY,
            let point = CharacterReference.codePoint(Bytes(rebasing: source[stretch.start..<stretch.end]))
        {
            addReference(point, stretch)
        } else {
            addText(stretch)
        }
        return 0
    }

    /// Where a stretch lies in the file; nil where it is none of it.
    private func stretch(_ type: MD_TEXTTYPE, _ pointer: UnsafePointer<CChar>?, _ size: Int) -> Span? {
        guard let base = source.baseAddress, let pointer else { return nil }
        if type == MD_TEXT_NULLCHAR {
            guard let place = source[cursor...].firstIndex(of: 0) else { return nil }
            return Span(place, place + 1)
        }
        let offset = Int(bitPattern: pointer) - Int(bitPattern: base)
        guard offset >= cursor, size > 0, offset <= source.count - size else { return nil }
        return Span(offset, offset + size)
    }

    private func addText(_ stretch: Span) {
        var start = stretch.start
        let isAddress = opensLink && start > 0 && source[start - 1] == 0x3C
        opensLink = false
        let isBehindSpace = blockStart == nil || (result.text.last ?? 32) <= 32
        if hasGap && !hasBreak && isBehindSpace {
            while start < stretch.end && (source[start] == 0x20 || source[start] == 0x09) { start += 1 }
        }
        if start == stretch.end { return }
        prepare(for: start)
        if isAddress { addressStart = result.text.count }
        result.text += source[start..<stretch.end]
        result.map.append(stretch.end - start, source: Span(start, stretch.end), isLiteral: true)
    }

    private func addReference(_ point: UInt32, _ stretch: Span) {
        prepare(for: stretch.start)
        let before = result.text.count
        result.text.append(codePoint: point)
        result.map.append(result.text.count - before, source: stretch, isLiteral: false)
    }

    /// Makes room for what stands at a place of the file: begins the block, or ends the line.
    private func prepare(for place: Int) {
        if blockStart == nil {
            if !result.text.isEmpty {
                result.text += [10, 10]
                result.map.append(2, source: Span(place, place), isLiteral: false)
            }
            blockStart = result.text.count
        } else if hasBreak {
            addBreak(before: place)
        }
        hasBreak = false
        hasGap = false
    }

    /// A line break with all that stands between: white space, the beginning of the next line of a quotation.
    private func addBreak(before place: Int) {
        var end = place
        while end > cursor && source[end - 1] != 10 && source[end - 1] != 13 { end -= 1 }
        var start = end
        if start > cursor && source[start - 1] == 10 { start -= 1 }
        if start > cursor && source[start - 1] == 13 { start -= 1 }
        if start == end {
            // A tag that breaks the line.
            result.text.append(10)
            result.map.append(1, source: Span(min(cursor, place), place), isLiteral: false)
            return
        }
        result.text += source[start..<end]
        result.map.append(end - start, source: Span(start, end), isLiteral: end == place)
    }

    /// A tag or comment within text.
    private func addTag(_ stretch: Span) {
        hasGap = true
        let isBreak =
            stretch.count >= 4 && source[stretch.start + 1] | 32 == 0x62 && source[stretch.start + 2] | 32 == 0x72
            && (source[stretch.start + 3] | 32) &- 0x61 >= 26
        if isBreak && blockStart != nil { hasBreak = true }
    }

    private func addDirective(_ stretch: Span) {
        var (start, end) = (stretch.start, stretch.end)
        while start < end && source[start] <= 32 { start += 1 }
        while end > start && source[end - 1] <= 32 { end -= 1 }
        if BlockFinder.isDirective(source, start, end) { result.directives.append(Span(start, end)) }
    }
}
