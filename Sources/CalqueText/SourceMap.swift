/// The way back from a text that was read out of a file to the file: for formats in which markup stands between.
///
/// The text consists of runs. A literal run stands in the file as it is in the text; another stands for something in the
/// file: a character reference, a line break with what begins the next line, a stretch that is not read.
public struct SourceMap: Sendable {
    /// A run begins at `text` and reaches to where the next one begins; UTF-8 bytes.
    struct Run: Sendable {
        var text: UInt32
        var sourceStart: UInt32
        var sourceEnd: UInt32
        var isLiteral: Bool
    }

    private(set) var runs: [Run] = []
    /// Spans of the text about which nothing is to be said: places of code, addresses. In order.
    public internal(set) var unread: [Span] = []
    /// Bytes of the text.
    private var count = 0

    /// Appends a run to the end of the text; what is next to a literal run in text and file becomes one with it.
    mutating func append(_ length: Int, source: Span, isLiteral: Bool) {
        if length == 0 { return }
        if isLiteral, let last = runs.last, last.isLiteral, Int(last.sourceEnd) == source.start {
            runs[runs.count - 1].sourceEnd = UInt32(truncatingIfNeeded: source.end)
        } else {
            runs.append(
                Run(
                    text: UInt32(truncatingIfNeeded: count), sourceStart: UInt32(truncatingIfNeeded: source.start),
                    sourceEnd: UInt32(truncatingIfNeeded: source.end), isLiteral: isLiteral))
        }
        count += length
    }

    /// Where a span of the text stands in the file, with the markup within it and without that around it.
    public func source(_ span: Span) -> Span {
        guard span.start < span.end else {
            let offset = span.start > 0 ? end(span.start) : start(0)
            return Span(offset, offset)
        }
        let start = start(span.start)
        return Span(start, max(start, end(span.end)))
    }

    /// Where a span stands as it is, within one literal run; nil where markup stands in it. A point belongs to the
    /// character before it.
    public func literal(_ span: Span) -> Span? {
        guard count > 0 else { return nil }
        if span.start == span.end { return span.start > 0 && run(at: span.start - 1).isLiteral ? source(span) : nil }
        let first = index(span.start)
        return runs[first].isLiteral && first == index(span.end - 1) ? source(span) : nil
    }

    /// The offset in the text of what stands at a byte of the file; nil for markup.
    public func text(at source: Int) -> Int? {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if Int(runs[middle].sourceStart) <= source { low = middle + 1 } else { high = middle }
        }
        guard low > 0, source < Int(runs[low - 1].sourceEnd) else { return nil }
        let run = runs[low - 1]
        return Int(run.text) + (run.isLiteral ? source - Int(run.sourceStart) : 0)
    }

    /// Whether a span of the text overlaps something about which nothing is to be said.
    public func isUnread(_ span: Span) -> Bool {
        var low = 0
        var high = unread.count
        while low < high {
            let middle = (low + high) / 2
            if unread[middle].end <= span.start { low = middle + 1 } else { high = middle }
        }
        return low < unread.count && unread[low].start < max(span.end, span.start + 1)
    }

    /// The bytes of the file that are in no literal run: markup, and what stands for something else.
    func markup(of source: [UInt8]) -> [UInt8] {
        var markup: [UInt8] = []
        var at = 0
        for run in runs where run.isLiteral {
            markup += source[at..<Int(run.sourceStart)]
            // So that it is known where text stood.
            markup.append(0xFF)
            at = Int(run.sourceEnd)
        }
        return markup + source[at...]
    }

    private func start(_ offset: Int) -> Int {
        guard count > 0 else { return 0 }
        let run = run(at: min(offset, count - 1))
        return Int(run.sourceStart) + (run.isLiteral ? offset - Int(run.text) : 0)
    }

    /// Behind the character that ends at an offset above 0.
    private func end(_ offset: Int) -> Int {
        guard count > 0 else { return 0 }
        let run = run(at: min(offset, count) - 1)
        return run.isLiteral ? Int(run.sourceStart) + offset - Int(run.text) : Int(run.sourceEnd)
    }

    private func run(at offset: Int) -> Run { runs[index(offset)] }

    /// The last run that begins at or before an offset.
    private func index(_ offset: Int) -> Int {
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(runs[middle].text) <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
