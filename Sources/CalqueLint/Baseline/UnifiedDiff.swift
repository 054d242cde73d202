/// The lines that a unified diff adds, by file: what `git diff`, `diff -u` and the interfaces of forges write.
///
/// Method: the hunks' headers, `@@ -start,count +start,count @@`, and the first character of each line (POSIX, `diff -u`;
/// git-diff(1) for paths in quotation marks).
public struct UnifiedDiff: Sendable {
    public struct File: Sendable {
        /// What the new file may be called: as it stands, and without the first folder, which is "b" as git writes it.
        public let names: [[UInt8]]
        /// Lines of the new file that are added, from 1, in order.
        public internal(set) var lines: [ClosedRange<Int>] = []
    }

    public private(set) var files: [File] = []

    /// What is wrong, in whole sentences.
    public struct Failure: Error {
        /// From 1.
        public let line: Int
        public let message: String
    }

    public init(_ bytes: [UInt8]) throws(Failure) {
        /// Lines of the old and the new file that the hunk still has.
        var old = 0
        var new = 0
        var at = 0
        var hasContent = false
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        for (index, line) in lines.enumerated() {
            let number = index + 1
            if old > 0 || new > 0 {
                switch line.first {
                case 0x2B:
                    add(at)
                    at += 1
                    new -= 1
                case 0x2D: old -= 1
                case 0x5C: break
                case 0x20, nil, 0x0D:
                    // A context line; some programs take the space off an empty one.
                    at += 1
                    old -= 1
                    new -= 1
                default: throw Failure(line: number, message: "The hunk is cut short.")
                }
                if old < 0 || new < 0 {
                    throw Failure(line: number, message: "The hunk has more lines than its header says.")
                }
            } else if line.starts(with: "+++ ".utf8) {
                files.append(File(names: Self.names(line.dropFirst(4))))
                hasContent = true
            } else if line.starts(with: "@@@".utf8) {
                throw Failure(line: number, message: "This is the combined diff of a merge; take one of two trees.")
            } else if line.starts(with: "@@ ".utf8) {
                guard let header = Self.header(line) else {
                    throw Failure(line: number, message: "The header of the hunk is none: “@@ -1,2 +1,3 @@” is wanted.")
                }
                if files.isEmpty {
                    throw Failure(line: number, message: "The hunk belongs to no file: “+++” is missing.")
                }
                (old, at, new) = header
            } else if line.starts(with: "diff ".utf8) || line.starts(with: "Binary files ".utf8) {
                hasContent = true
            }
        }
        if old > 0 || new > 0 {
            throw Failure(line: lines.count + 1, message: "The hunk is cut short.")
        }
        if !hasContent && bytes.contains(where: { $0 > 0x20 }) {
            throw Failure(line: 1, message: "This is no unified diff, as “git diff” or “diff -u” write it.")
        }
    }

    private mutating func add(_ line: Int) {
        let file = files.count - 1
        if let last = files[file].lines.last, last.upperBound + 1 == line {
            files[file].lines[files[file].lines.count - 1] = last.lowerBound...line
        } else {
            files[file].lines.append(line...line)
        }
    }

    /// The lines of the old file, and the first line and the lines of the new one.
    private static func header(_ line: ArraySlice<UInt8>) -> (old: Int, start: Int, new: Int)? {
        let words = line.split(separator: 0x20)
        guard words.count >= 4, words[3] == [0x40, 0x40], words[1].first == 0x2D, words[2].first == 0x2B else {
            return nil
        }
        func numbers(_ word: ArraySlice<UInt8>) -> (start: Int, count: Int)? {
            let parts = word.dropFirst().split(separator: 0x2C, omittingEmptySubsequences: false).map {
                Int(String(decoding: $0, as: UTF8.self))
            }
            guard let start = parts[0], start >= 0, start < 1 << 40, parts.count <= 2 else { return nil }
            let count = parts.count == 2 ? parts[1] : 1
            guard let count, count >= 0, count < 1 << 40 else { return nil }
            return (start, count)
        }
        guard let old = numbers(words[1]), let new = numbers(words[2]) else { return nil }
        return (old.count, new.start, new.count)
    }

    private static func names(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
        var name = Array(text)
        if name.last == 0x0D { name.removeLast() }
        if name.first == 0x22 {
            name = unquoted(name)
        } else if let tab = name.firstIndex(of: 0x09) {
            // A time stands behind.
            name = Array(name[..<tab])
        }
        if name == Array("/dev/null".utf8) { return [] }
        guard let slash = name.firstIndex(of: 0x2F), slash > 0 else { return [name] }
        let shorter = Array(name[(slash + 1)...])
        return name.starts(with: "b/".utf8) ? [shorter, name] : [name, shorter]
    }

    /// A path as git writes it where it holds unusual bytes: `"b/caf\303\251.txt"`.
    private static func unquoted(_ text: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        var at = 1
        while at < text.count && text[at] != 0x22 {
            guard text[at] == 0x5C, at + 1 < text.count else {
                bytes.append(text[at])
                at += 1
                continue
            }
            at += 1
            let digits = text[at...].prefix(3).prefix { $0 >= 0x30 && $0 <= 0x37 }
            if !digits.isEmpty {
                bytes.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 * 8 + Int($1) - 0x30 }))
                at += digits.count
                continue
            }
            let escapes: [UInt8: UInt8] = [0x61: 7, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9, 0x76: 11]
            bytes.append(escapes[text[at]] ?? text[at])
            at += 1
        }
        return bytes
    }
}
