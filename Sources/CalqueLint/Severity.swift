/// How much a fault weighs, by MQM's names and penalty points.
public enum Severity: UInt8, Sendable, CaseIterable, Comparable {
    case minor, major, critical

    public var name: String {
        switch self {
        case .minor: "minor"
        case .major: "major"
        case .critical: "critical"
        }
    }

    /// Penalty points of one finding (MQM: 1, 5, 25).
    public var penalty: Int {
        switch self {
        case .minor: 1
        case .major: 5
        case .critical: 25
        }
    }

    public init?(name: some StringProtocol) {
        guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
}
