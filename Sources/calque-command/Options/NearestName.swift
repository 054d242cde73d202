/// Finds what somebody meant who mistyped a name.
enum NearestName {
    /// " Did you mean “check”?", or nothing where no name is near.
    static func hint(_ name: String, among names: [String]) -> String {
        of(name, among: names).map { " Did you mean “\($0)”?" } ?? ""
    }

    /// The name at the smallest distance, if that is at most a third of the length; the first of equal ones.
    static func of(_ name: String, among names: [String]) -> String? {
        let wanted = Array(name.lowercased().utf8)
        // A mistyped name is short; what is not, is no name.
        guard wanted.count <= 64 else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in names {
            let candidateBytes = Array(candidate.utf8)
            let bound = max(1, max(wanted.count, candidateBytes.count) / 3)
            var found = distance(wanted, candidateBytes)
            // "--form" for "--format": the beginning of a name.
            if wanted.count >= 3 && candidateBytes.starts(with: wanted) { found = min(found, bound) }
            if found <= bound && found < best?.distance ?? .max { best = (candidate, found) }
        }
        return best?.name
    }

    /// Insertions, deletions, replacements and swaps of neighbours that lead from one to the other (optimal
    /// string alignment, the restricted Damerau-Levenshtein distance).
    static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
                row.append(best)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
