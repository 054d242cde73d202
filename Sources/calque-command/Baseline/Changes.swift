import Calque

/// The lines that a diff adds or changes, by article: what `--diff` reports on.
struct Changes: Sendable {
    private var lines: [Path: [ClosedRange<Int>]] = [:]

    /// Reads the diff that `--diff` names; nil where it is not given.
    ///
    /// Paths in it count from the working folder or, where there is nothing, from the top of the git repository.
    ///
    /// - Throws: `Trouble` for what cannot be read or is no unified diff.
    init?(_ arguments: ParsedArguments) throws {
        guard let name = arguments.value(.diff) else { return nil }
        let path = Path(name)
        if path.isDash && arguments.operands.contains(where: \.isDash) {
            throw Trouble("Standard input cannot be both the diff and an article.")
        }
        let bytes: [UInt8]
        do throws(InputFile.Failure) {
            bytes = try InputFile.read(path, maximum: 1 << 30)
        } catch .system(let error) {
            throw Trouble("The diff “\(name)” cannot be read: \(error.reason).")
        } catch {
            throw Trouble("The diff “\(name)” cannot be read: it is a folder, or too large.")
        }
        let diff: UnifiedDiff
        do throws(UnifiedDiff.Failure) {
            diff = try UnifiedDiff(bytes)
        } catch {
            throw Trouble("The diff “\(name)” cannot be read, line \(error.line): \(error.message)")
        }
        let bases = [Path("."), Self.top].compactMap { $0?.resolved }
        for file in diff.files where !file.lines.isEmpty {
            for base in bases {
                let found = file.names.map { $0.first == 0x2F ? Path($0) : base.appending($0) }.first(where: \.exists)
                guard let found = found?.resolved else { continue }
                lines[found, default: []] += file.lines
                break
            }
        }
    }

    /// The folder, here or above, that has a `.git`; as a path from here.
    private static var top: Path? {
        var folder = Path(".").resolved
        while let path = folder, path.bytes != [0x2F] {
            if path.appending(Array(".git".utf8)).exists { return path }
            folder = path.folder
        }
        return nil
    }

    func contains(_ path: Path) -> Bool { path.resolved.map { lines[$0] != nil } ?? false }

    /// Takes out the findings of lines that are not changed.
    ///
    /// - Parameters:
    ///   - path: Of the article.
    ///   - original: The text that the diff tells of.
    ///   - edits: Made to it since.
    func filter(_ result: inout LintResult, _ path: Path, _ original: [UInt8], _ edits: TextEdits) {
        guard !result.findings.isEmpty else { return }
        let ranges = path.resolved.flatMap { lines[$0] } ?? []
        let index = PositionIndex(original)
        result.keepFindings { finding in
            let span = edits.original(finding.span)
            let first = index.line(at: span.start) + 1
            let last = max(first, index.line(at: max(span.start, span.end - 1)) + 1)
            return ranges.contains { $0.overlaps(first...last) }
        }
    }
}
