import CalqueText

/// The changes as a unified diff (POSIX, `diff -u`), in the form that `git apply` and `patch -p1` take.
extension TextEdits {
    /// Lines around a change.
    private static let context = 3

    /// Lines that go and lines that come in their place.
    private struct Change {
        /// Indices of lines of the first text.
        var old: Range<Int>
        var new: [ArraySlice<UInt8>]
    }

    /// - Parameters:
    ///   - text: The text before the changes.
    ///   - path: As the headers name it, in UTF-8: relative to the folder in which the diff is to be applied, or absolute.
    /// - Returns: UTF-8; empty where nothing changes.
    public func unifiedDiff(of text: [UInt8], path: String) -> [UInt8] {
        if isEmpty { return [] }
        let lines = Self.lines(text[...])
        let changes = changes(of: text, lines)
        if changes.isEmpty { return [] }
        let isAbsolute = path.hasPrefix("/")
        var diff: [UInt8] = []
        diff += "--- \(Self.quoted(isAbsolute ? path : "a/" + path))\n".utf8
        diff += "+++ \(Self.quoted(isAbsolute ? path : "b/" + path))\n".utf8
        /// Lines of the new text less lines of the old one.
        var shift = 0
        var first = 0
        while first < changes.count {
            var last = first
            while last + 1 < changes.count
                && changes[last + 1].old.lowerBound - changes[last].old.upperBound <= 2 * Self.context
            {
                last += 1
            }
            Self.append(hunk: changes[first...last], of: lines, &shift, to: &diff)
            first = last + 1
        }
        return diff
    }

    private static func append(
        hunk: ArraySlice<Change>, of lines: [ArraySlice<UInt8>], _ shift: inout Int, to diff: inout [UInt8]
    ) {
        guard let first = hunk.first, let last = hunk.last else { return }
        let start = max(0, first.old.lowerBound - context)
        let end = min(lines.count, last.old.upperBound + context)
        let growth = hunk.reduce(0) { $0 + $1.new.count - $1.old.count }
        diff += "@@ -\(place(start, end - start)) +\(place(start + shift, end - start + growth)) @@\n".utf8
        var at = start
        for change in hunk {
            for line in lines[at..<change.old.lowerBound] { append(line, sign: 0x20, to: &diff) }
            for line in lines[change.old] { append(line, sign: 0x2D, to: &diff) }
            for line in change.new { append(line, sign: 0x2B, to: &diff) }
            at = change.old.upperBound
        }
        for line in lines[at..<end] { append(line, sign: 0x20, to: &diff) }
        shift += growth
    }

    /// "1,3"; of no lines, the line before them.
    private static func place(_ start: Int, _ count: Int) -> String {
        count == 1 ? "\(start + 1)" : count == 0 ? "\(start),0" : "\(start + 1),\(count)"
    }

    private static func append(_ line: ArraySlice<UInt8>, sign: UInt8, to diff: inout [UInt8]) {
        diff.append(sign)
        diff += line
        if line.last != 10 { diff += "\n\\ No newline at end of file\n".utf8 }
    }

    /// With their line ends: LF, as POSIX and git count lines.
    private static func lines(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = text.startIndex
        while start < text.endIndex {
            let end = text[start...].firstIndex(of: 10).map { $0 + 1 } ?? text.endIndex
            lines.append(text[start..<end])
            start = end
        }
        return lines
    }

    private func changes(of text: [UInt8], _ lines: [ArraySlice<UInt8>]) -> [Change] {
        var changes: [Change] = []
        var line = 0
        var next = 0
        while next < edits.count {
            while line + 1 < lines.count && lines[line].endIndex <= edits[next].span.start { line += 1 }
            let first = line
            var last = line
            let start = lines.isEmpty ? 0 : lines[first].startIndex
            var end = lines.isEmpty ? 0 : lines[last].endIndex
            var bytes: [UInt8] = []
            var at = start
            // All changes that begin in the lines so far, which reach as far as the changes do.
            repeat {
                while last + 1 < lines.count && lines[last].endIndex <= edits[next].span.end {
                    last += 1
                    end = lines[last].endIndex
                }
                bytes += text[at..<edits[next].span.start]
                bytes += edits[next].replacement
                at = edits[next].span.end
                next += 1
            } while next < edits.count && (edits[next].span.start < end || end == text.count)
            bytes += text[at..<end]
            line = last
            if let change = Self.change(
                first, lines[min(first, lines.count)..<min(last + 1, lines.count)], Self.lines(bytes[...]))
            {
                changes.append(change)
            }
        }
        return changes
    }

    /// Without the lines at both ends that stay as they are; nil where all do.
    private static func change(_ first: Int, _ old: ArraySlice<ArraySlice<UInt8>>, _ new: [ArraySlice<UInt8>])
        -> Change?
    {
        let most = min(old.count, new.count)
        let before = zip(old, new).prefix { $0.0 == $0.1 }.count
        let behind = zip(old.reversed(), new.reversed()).prefix(most - before).prefix { $0.0 == $0.1 }.count
        let lines = (first + before)..<(first + old.count - behind)
        let rest = Array(new[before..<(new.count - behind)])
        return lines.isEmpty && rest.isEmpty ? nil : Change(old: lines, new: rest)
    }

    /// A path as git writes it: in quotation marks where it holds control characters, a quotation mark or a backslash.
    private static func quoted(_ path: String) -> String {
        guard path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x22 || $0 == 0x5C }) else {
            // A tab behind a path with spaces tells where it ends.
            return path.utf8.contains(0x20) ? path + "\t" : path
        }
        var result: [UInt8] = [0x22]
        for byte in path.utf8 {
            switch byte {
            case 0x22, 0x5C: result += [0x5C, byte]
            case 0x09: result += "\\t".utf8
            case 0x0A: result += "\\n".utf8
            case ..<0x20, 0x7F:
                let digits = String(byte, radix: 8)
                result += "\\\(String(repeating: "0", count: 3 - digits.count))\(digits)".utf8
            default: result.append(byte)
            }
        }
        return String(decoding: result + [0x22], as: UTF8.self)
    }
}
