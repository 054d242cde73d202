import Glibc  // links libm, which rounding needs

/// Writes JSON (RFC 8259) as UTF-8 bytes, into one buffer that is reused.
///
/// The writer puts commas, colons and white space; the caller opens, fills and closes:
///
///     var json = JSONWriter()
///     json.beginObject()
///     json.key("rule")
///     json.string(finding.rule.id)
///     json.key("start")
///     json.integer(17)
///     json.endObject()
///
/// It does not check that what is opened is closed. Members stand in the order in which they are
/// written, so that equal input gives equal bytes.
public struct JSONWriter: Sendable {
    /// What has been written so far.
    public private(set) var bytes: [UInt8] = []

    /// Whether every member stands on a line of its own, indented by two spaces a level.
    private let isIndented: Bool
    private var depth = 0
    /// Whether a value stands before the next one on the same level.
    private var hasSibling = false
    /// Whether a key was written whose value is still to come.
    private var followsKey = false

    /// - Parameter isIndented: for people to read; otherwise without white space.
    public init(isIndented: Bool = false) { self.isIndented = isIndented }

    /// Forgets what was written and keeps the buffer.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        depth = 0
        hasSibling = false
        followsKey = false
    }

    // MARK: Structure

    public mutating func beginObject() { open(0x7B) }
    public mutating func endObject() { close(0x7D) }
    public mutating func beginArray() { open(0x5B) }
    public mutating func endArray() { close(0x5D) }

    /// A key known at compile time: letters, digits and other ASCII that needs no escape.
    public mutating func key(_ name: StaticString) {
        separate()
        bytes.append(0x22)
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(0x22)
        endKey()
    }

    /// A key that is data; it is escaped.
    public mutating func key(_ name: String) {
        separate()
        quote(name)
        endKey()
    }

    /// Ends a line of JSON lines (NDJSON); a new value may follow.
    public mutating func endLine() {
        bytes.append(0x0A)
        hasSibling = false
    }

    // MARK: Values

    public mutating func string(_ value: String) {
        separate()
        quote(value)
    }

    /// A string given as UTF-8, which must be well formed.
    public mutating func string(utf8 value: ArraySlice<UInt8>) {
        separate()
        value.withUnsafeBufferPointer { quote($0) }
    }

    /// A string given as UTF-8, which must be well formed.
    public mutating func string(utf8 value: UnsafeBufferPointer<UInt8>) {
        separate()
        quote(value)
    }

    public mutating func integer(_ value: some BinaryInteger) {
        separate()
        digits(of: Int64(clamping: value))
    }

    /// The shortest digits that read back as the same number; `null` for what JSON has no number for.
    public mutating func number(_ value: Double) {
        guard value.isFinite else { return null() }
        separate()
        if value == value.rounded(), abs(value) < 1e15 {
            digits(of: Int64(value))
        } else {
            var text = value.description
            text.withUTF8 { bytes.append(contentsOf: $0) }
        }
    }

    /// A number rounded to `decimals` places (at most 9), without zeros at the end: 12.5, not 12.50.
    public mutating func number(_ value: Double, decimals: Int) {
        var scale = 1.0
        for _ in 0..<min(max(decimals, 0), 9) { scale *= 10 }
        let scaled = (value * scale).rounded()
        number(scaled.isFinite ? scaled / scale : value)
    }

    public mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }
    public mutating func null() { raw("null") }

    /// A value that is JSON already.
    public mutating func raw(_ value: StaticString) {
        separate()
        value.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    // MARK: Bytes

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        depth += 1
        hasSibling = false
    }

    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        if isIndented && hasSibling { breakLine() }
        bytes.append(bracket)
        hasSibling = true
    }

    private mutating func separate() {
        if followsKey {
            followsKey = false
        } else {
            if hasSibling { bytes.append(0x2C) }
            if isIndented && depth > 0 { breakLine() }
        }
        hasSibling = true
    }

    private mutating func endKey() {
        bytes.append(0x3A)
        if isIndented { bytes.append(0x20) }
        followsKey = true
    }

    private mutating func breakLine() {
        bytes.append(0x0A)
        for _ in 0..<max(depth, 0) {
            bytes.append(0x20)
            bytes.append(0x20)
        }
    }

    private mutating func digits(of value: Int64) {
        if value < 0 { bytes.append(0x2D) }
        let start = bytes.count
        var rest = value.magnitude
        repeat {
            bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        var low = start
        var high = bytes.count - 1
        while low < high {
            bytes.swapAt(low, high)
            low += 1
            high -= 1
        }
    }

    private mutating func quote(_ value: String) {
        var value = value
        value.withUTF8 { quote($0) }
    }

    /// Copies stretches that need no escape as they are.
    private mutating func quote(_ value: UnsafeBufferPointer<UInt8>) {
        bytes.reserveCapacity(capacity(for: value.count + 2))
        bytes.append(0x22)
        var start = 0
        var at = 0
        while at < value.count {
            let byte = value[at]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: value[start..<at]))
                escape(byte)
                start = at + 1
            }
            at += 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: value[start..<at]))
        bytes.append(0x22)
    }

    /// `reserveCapacity` reserves exactly, which makes many small strings quadratic: grow by doubling.
    private func capacity(for count: Int) -> Int {
        let needed = bytes.count + count
        return needed <= bytes.capacity ? 0 : max(needed, 2 * bytes.capacity)
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(0x5C)
        switch byte {
        case 0x08: bytes.append(0x62)
        case 0x09: bytes.append(0x74)
        case 0x0A: bytes.append(0x6E)
        case 0x0C: bytes.append(0x66)
        case 0x0D: bytes.append(0x72)
        case 0x22, 0x5C: bytes.append(byte)
        default:
            bytes.append(contentsOf: [0x75, 0x30, 0x30, 0x30 + byte >> 4])
            let low = byte & 15
            bytes.append(low < 10 ? 0x30 + low : 0x57 + low)
        }
    }
}
