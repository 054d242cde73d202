/// A pattern for paths, in the syntax of `.gitignore` (gitignore(5)): `*`, `?`, `[a-z]`, `**`, `\`, a leading `!`, a
/// trailing `/` for folders only. With a slash before its end it is anchored at the folder of its file; without one it
/// matches at any depth.
public struct Glob: Sendable, Hashable {
    /// Whether what matches is taken back in: the pattern begins with `!`.
    public let isNegated: Bool
    /// Whether only folders match: the pattern ends with a slash.
    public let isForFolders: Bool
    private let parts: [Part]

    private enum Part: Sendable, Hashable {
        case character(Unicode.Scalar)
        /// `?`: any character but a slash.
        case any
        /// `*`: any number of characters but slashes.
        case star
        /// `**/`: any number of folders. The part behind is always `insideFolder`.
        case folders
        case insideFolder
        /// `/**` at the end: everything inside.
        case everything
        case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
    }

    /// Reads a line of an ignore file, or an entry of a configuration; nil for an empty one and for a comment.
    public init?(_ line: some StringProtocol) {
        var rest = Array(line.unicodeScalars)
        while rest.last == "\r" { rest.removeLast() }
        while rest.last == " " && rest.dropLast().last != "\\" { rest.removeLast() }
        if rest.isEmpty || rest[0] == "#" { return nil }
        isNegated = rest[0] == "!"
        if isNegated { rest.removeFirst() }
        isForFolders = rest.last == "/"
        if isForFolders { rest.removeLast() }
        if rest.isEmpty { return nil }
        var parts: [Part] = []
        if rest.contains("/") {
            if rest[0] == "/" { rest.removeFirst() }
        } else {
            parts += [.folders, .insideFolder]
        }
        var at = 0
        while at < rest.count {
            let isAtStart = at == 0 || rest[at - 1] == "/"
            if isAtStart && rest[at...].starts(with: ["*", "*"]) && (at + 2 == rest.count || rest[at + 2] == "/") {
                if at + 2 == rest.count {
                    parts.append(.everything)
                } else {
                    parts += [.folders, .insideFolder]
                }
                at += 3
                continue
            }
            switch rest[at] {
            case "*": if parts.last != .star { parts.append(.star) }
            case "?": parts.append(.any)
            case "\\" where at + 1 < rest.count:
                at += 1
                parts.append(.character(rest[at]))
            case "[":
                if let (set, end) = Self.set(rest, at) {
                    parts.append(set)
                    at = end
                } else {
                    parts.append(.character("["))
                }
            default: parts.append(.character(rest[at]))
            }
            at += 1
        }
        self.parts = parts
    }

    /// The characters in brackets that begin at `start`, and the place of the closing one; nil where there is none.
    private static func set(_ text: [Unicode.Scalar], _ start: Int) -> (Part, Int)? {
        var at = start + 1
        let isNegated = at < text.count && (text[at] == "!" || text[at] == "^")
        if isNegated { at += 1 }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        let first = at
        while at < text.count, text[at] != "]" || at == first {
            if text[at] == "\\" && at + 1 < text.count { at += 1 }
            let low = text[at]
            if at + 2 < text.count && text[at + 1] == "-" && text[at + 2] != "]" {
                let high = text[at + 2]
                if low <= high { ranges.append(low...high) }
                at += 3
            } else {
                ranges.append(low...low)
                at += 1
            }
        }
        return at < text.count ? (.set(ranges, isNegated: isNegated), at) : nil
    }

    /// Whether a path below the folder of the pattern's file matches: "sport/2024/cup.txt", no slash at either end.
    ///
    /// A path in a folder that matches does not match for that: who walks folders does not enter it. The time is bounded
    /// by the product of both lengths.
    public func matches(_ path: some StringProtocol, isFolder: Bool = false) -> Bool {
        if isForFolders && !isFolder { return false }
        var states: Set<Int> = []
        add(0, to: &states)
        for character in path.unicodeScalars {
            var next: Set<Int> = []
            for state in states where state < parts.count { step(state, character, to: &next) }
            if next.isEmpty { return false }
            states = next
        }
        return states.contains(parts.count)
    }

    /// Whether a path, or a folder that it lies in, matches.
    public func covers(_ path: String) -> Bool {
        if matches(path) { return true }
        return path.indices.contains { path[$0] == "/" && matches(path[..<$0], isFolder: true) }
    }

    private func add(_ state: Int, to states: inout Set<Int>) {
        guard states.insert(state).inserted, state < parts.count else { return }
        switch parts[state] {
        case .star: add(state + 1, to: &states)
        case .folders: add(state + 2, to: &states)
        default: break
        }
    }

    private func step(_ state: Int, _ character: Unicode.Scalar, to states: inout Set<Int>) {
        switch parts[state] {
        case .character(let wanted): if character == wanted { add(state + 1, to: &states) }
        case .any: if character != "/" { add(state + 1, to: &states) }
        case .star: if character != "/" { add(state, to: &states) }
        case .folders: if character != "/" { add(state + 1, to: &states) }
        case .insideFolder: add(character == "/" ? state - 1 : state, to: &states)
        case .everything:
            states.insert(parts.count)
            states.insert(state)
        case .set(let ranges, let isNegated):
            if character != "/" && ranges.contains(where: { $0.contains(character) }) != isNegated {
                add(state + 1, to: &states)
            }
        }
    }
}

/// The patterns of ignore files and configurations, each with the folder that it counts from.
public struct IgnoreList: Sendable {
    private var entries: [(folder: String, glob: Glob)] = []

    public init() {}

    public var isEmpty: Bool { entries.isEmpty }

    /// Adds patterns: those added later count more.
    ///
    /// - Parameter folder: The absolute path of the folder that they count from.
    public mutating func add(_ globs: [Glob], folder: String) {
        entries += globs.map { (folder == "/" ? "" : folder, $0) }
    }

    /// Adds the lines of an ignore file.
    public mutating func add(file bytes: [UInt8], folder: String) {
        let text = String(
            decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
        let lines = text.split { $0 == "\n" || $0 == "\r\n" }
        add(lines.compactMap { Glob($0) }, folder: folder)
    }

    /// Whether the last pattern that matches ignores the path.
    ///
    /// - Parameter path: absolute.
    public func ignores(_ path: String, isFolder: Bool) -> Bool {
        for (folder, glob) in entries.reversed() where path.hasPrefix(folder + "/") {
            if glob.matches(path.dropFirst(folder.count + 1), isFolder: isFolder) { return !glob.isNegated }
        }
        return false
    }
}
