/// Checks that bytes are UTF-8.
public enum UTF8Check {
    /// The offset of the first byte that is not well-formed UTF-8 (Unicode Standard, table 3-7); nil where all is.
    public static func firstInvalidByte(of bytes: Swift.Span<UInt8>) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}
