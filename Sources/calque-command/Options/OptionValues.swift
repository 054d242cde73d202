import Calque

/// Options whose values are numbers or names.
extension ParsedArguments {
    /// `--input`; nil where it is not given, or names no format of articles.
    var inputFormat: ArticleFormat? { value(.input).flatMap { ArticleFormat(rawValue: $0) } }

    /// `--jobs`: 1 to 256.
    func jobs(_ option: OptionDescription, default number: @autoclosure () -> Int) throws -> Int {
        guard let text = value(option) else { return number() }
        guard let number = Int(text), (1...256).contains(number) else {
            throw Trouble("The option --jobs takes a whole number from 1 to 256, not “\(text)”.")
        }
        return number
    }

    /// `--min-confidence`: 0 to 1; nil where it is not given.
    func minimumConfidence() throws -> Double? {
        guard let text = value(.minConfidence) else { return nil }
        guard let number = Double(text), (0...1).contains(number) else {
            throw Trouble("The option --min-confidence takes a number from 0 to 1, not “\(text)”.")
        }
        return number
    }

    /// `--max-findings`; nil where it is not given.
    func maximumFindings() throws -> Int? {
        guard let text = value(.maxFindings) else { return nil }
        guard let number = Int(text), number >= 0 else {
            throw Trouble("The option --max-findings takes a whole number from 0 on, not “\(text)”.")
        }
        return number
    }

    /// `--max-penalty`, in points per 1,000 words; nil where it is not given.
    func maximumPenalty() throws -> Double? {
        guard let text = value(.maxPenalty) else { return nil }
        guard let number = Double(text), number >= 0, number.isFinite else {
            throw Trouble("The option --max-penalty takes a number from 0 on, not “\(text)”.")
        }
        return number
    }

    /// `--context`, in characters.
    func context() throws -> Int {
        guard let text = value(.context) else { return 40 }
        guard let number = Int(text), (0...1000).contains(number) else {
            throw Trouble("The option --context takes a whole number from 0 to 1000, not “\(text)”.")
        }
        return number
    }

    /// `--port`: 0 to 65535.
    func port() throws -> UInt16 {
        guard let text = value(.port) else { return 8090 }
        guard let number = UInt16(text) else {
            throw Trouble("The option --port takes a whole number from 0 to 65535, not “\(text)”.")
        }
        return number
    }

    /// `--max-connections`: 1 to 10000.
    func maximumConnections() throws -> Int {
        guard let text = value(.maxConnections) else { return 128 }
        guard let number = Int(text), (1...10_000).contains(number) else {
            throw Trouble("The option --max-connections takes a whole number from 1 to 10000, not “\(text)”.")
        }
        return number
    }

    /// `--timeout`, in seconds: 1 to 3600.
    func timeout() throws -> Int {
        guard let text = value(.timeout) else { return 30 }
        guard let number = Int(text), (1...3600).contains(number) else {
            throw Trouble("The option --timeout takes a whole number of seconds from 1 to 3600, not “\(text)”.")
        }
        return number
    }

    /// `--max-size`, in bytes; offsets of tokens have 32 bits, so there is an upper bound.
    func maximumSize(default size: Int = 16 << 20) throws -> Int {
        guard let text = value(.maxSize) else { return size }
        guard let size = ByteSize.parse(text), (1...(1 << 30)).contains(size) else {
            throw Trouble(
                "The option --max-size takes a size from 1 byte to 1G, such as 500000, 64K or 16M, not “\(text)”.")
        }
        return size
    }
}
