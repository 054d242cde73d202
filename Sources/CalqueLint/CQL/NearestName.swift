/// Finds the name that was probably meant.
///
/// The optimal string alignment distance (Damerau 1964; neighbours that changed places count once), over folded
/// ASCII letters: at most a third of the name's length, and at most three.
public enum NearestName {
    /// The nearest of the names, or nil if none is near.
    public static func of(_ name: String, among names: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars.prefix(64))
        var best: (name: String, distance: Int)?
        for candidate in names {
            let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
            let limit = min(3, max(1, max(wanted.count, other.count) / 3))
            guard abs(wanted.count - other.count) <= limit else { continue }
            let found = distance(wanted, other)
            if found <= limit, best.map({ found < $0.distance }) ?? true { best = (candidate, found) }
        }
        return best?.name
    }

    /// " Did you mean “name”?", or nothing.
    public static func hint(_ name: String, among names: some Sequence<String>) -> String {
        of(name, among: names).map { " Did you mean “\($0)”?" } ?? ""
    }

    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var before: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            before = last
            last = row
        }
        return last[b.count]
    }
}
