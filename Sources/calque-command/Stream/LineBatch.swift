/// Whole lines of a stream, as they came: a job of `calque stream`.
struct LineBatch {
    /// Lines with their ends; the last one may lack it.
    var bytes: [UInt8]
    /// The number of the first line, from 1.
    var firstLine: Int
    /// Whether this stands for one line that is too long to be read; `bytes` is empty then.
    var isTooLong = false
}
