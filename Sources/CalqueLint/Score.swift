import CalqueText

/// The automatic penalty: points per 1,000 words, by the convention of MQM (Multidimensional Quality
/// Metrics): minor 1, major 5, critical 25.
///
/// Reports name it "automatic penalty" because no human gave it. Lower is better; 0 says that nothing
/// was found. Without words there is nothing to divide by, and no score.
public enum Score {
    /// Penalty points per 1,000 words; nil without words.
    public static func penalty(of findings: [Finding], words: Int) -> Double? {
        penalty(points: findings.reduce(0) { $0 + $1.severity.penalty }, words: words)
    }

    /// Penalty points per 1,000 words; nil without words.
    public static func penalty(points: Int, words: Int) -> Double? {
        words > 0 ? Double(points) * 1000 / Double(words) : nil
    }

    /// The words of an article: runs of anything but white space (Unicode property White_Space, and a
    /// byte-order mark) within its blocks.
    public static func words(in article: Article) -> Int {
        article.text.withUnsafeBufferPointer { text in
            var words = 0
            for block in article.blocks {
                var isWithin = false
                var at = block.span.start
                while at < block.span.end {
                    let space = whiteSpace(text, at, block.span.end)
                    if space == 0 && !isWithin { words += 1 }
                    isWithin = space == 0
                    at += max(space, 1)
                }
            }
            return words
        }
    }

    /// The length in bytes of the white space character at `at`; 0 where there is none.
    private static func whiteSpace(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Int {
        let byte = text[at]
        if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { return 1 }
        if byte == 0xC2, at + 1 < end, text[at + 1] == 0x85 || text[at + 1] == 0xA0 { return 2 }
        guard byte >= 0xE1, byte <= 0xEF, at + 2 < end else { return 0 }
        let second = text[at + 1]
        let third = text[at + 2]
        switch (byte, second) {
        case (0xE1, 0x9A): return third == 0x80 ? 3 : 0
        case (0xE2, 0x80): return third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF ? 3 : 0
        case (0xE2, 0x81): return third == 0x9F ? 3 : 0
        case (0xE3, 0x80): return third == 0x80 ? 3 : 0
        case (0xEF, 0xBB): return third == 0xBF ? 3 : 0
        default: return 0
        }
    }
}
