import CSystem
import Glibc

/// What is known of the terminal.
enum Terminal {
    enum Colour: String { case auto, always, never }

    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// Whether to colour what goes to a descriptor. With `auto`: on a terminal that is not "dumb", unless
    /// `NO_COLOR` is set and not empty (no-color.org).
    static func isColoured(_ descriptor: Int32, _ colour: Colour) -> Bool {
        switch colour {
        case .always: return true
        case .never: return false
        case .auto:
            guard isTerminal(descriptor), environment("TERM") != "dumb" else { return false }
            return (environment("NO_COLOR") ?? "").isEmpty
        }
    }

    /// Columns of the terminal behind a descriptor; nil where there is none.
    static func columns(_ descriptor: Int32) -> Int? {
        let columns = Int(csystem_columns(descriptor))
        return columns > 0 ? columns : nil
    }

    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
