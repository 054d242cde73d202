import Glibc

/// The time that reports name.
enum Clock {
    /// Seconds since 1970 (UTC), or what SOURCE_DATE_EPOCH says (https://reproducible-builds.org), for reports that can
    /// be compared byte by byte.
    static var seconds: Int {
        if let text = Terminal.environment("SOURCE_DATE_EPOCH"), let seconds = Int(text) { return seconds }
        return time(nil)
    }
}
