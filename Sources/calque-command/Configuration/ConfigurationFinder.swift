import Calque

/// Finds the configuration of each article: the file of `--config`, or the nearest `.calque.yml` in the article's folder
/// or above. Files are read once; what is wrong in one ends the command before anything is checked.
final class ConfigurationFinder {
    /// A configuration file and the folder that its globs count from.
    final class Found {
        let file: ConfigurationFile
        /// The absolute path; empty where it is not known.
        let folder: String

        init(_ file: ConfigurationFile, folder: String) {
            self.file = file
            self.folder = folder
        }

        /// How the globs see a path that is absolute.
        func relative(_ path: String) -> String {
            let prefix = folder == "/" ? folder : folder + "/"
            return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
        }
    }

    /// Bytes; a larger file is refused.
    private static let largestFile = 1 << 20

    private let rules: RuleSet
    private let isLooking: Bool
    private let named: Found?
    private let workingFolder: Path?
    private var byFolder: [Path: Found?] = [:]
    private var resolved: [Path: Path?] = [:]

    /// - Throws: `Trouble` for what is wrong in the file of `--config`.
    init(_ arguments: ParsedArguments, rules: RuleSet) throws {
        self.rules = rules
        workingFolder = Path(".").resolved
        isLooking = !arguments.has(.noConfig)
        guard let name = arguments.value(.config) else {
            named = nil
            return
        }
        if arguments.has(.noConfig) { throw Trouble("--config and --no-config exclude each other.") }
        named = Found(try Self.read(Path(name), rules), folder: workingFolder?.string ?? "")
    }

    /// The absolute path of an article, for globs; nil where its folder does not exist.
    func absolute(_ article: Path) -> Path? {
        let folder = article.folder
        if resolved[folder] == nil { resolved[folder] = .some(folder.resolved) }
        return resolved[folder]??.appending(Array(article.name))
    }

    /// The configuration file for articles in a folder.
    ///
    /// - Parameter folder: absolute; nil where it does not exist.
    func file(in folder: Path?) throws -> Found? {
        if let named { return named }
        guard isLooking, let folder else { return nil }
        if let known = byFolder[folder] { return known }
        let found: Found?
        if let own = try ownFile(of: folder) {
            found = own
        } else {
            found = folder.bytes == [0x2F] ? nil : try file(in: folder.folder)
        }
        byFolder[folder] = .some(found)
        return found
    }

    /// The patterns of `ignore` that begin to count in a folder: those of the configuration file in it, or, where the
    /// search starts there, those of the nearest one.
    func ignored(in folder: Path, isStart: Bool) throws -> (globs: [Glob], folder: String)? {
        let found = isStart ? try file(in: folder) : named == nil && isLooking ? try ownFile(of: folder) : nil
        return found.map { ($0.file.ignored, $0.folder) }
    }

    private func ownFile(of folder: Path) throws -> Found? {
        if let known = byFolder[folder], let known, known.folder == folder.string { return known }
        let path = folder.appending(Array(ConfigurationFile.name.utf8))
        return path.exists ? Found(try Self.read(shown(path), rules), folder: folder.string) : nil
    }

    /// Relative where it lies in the working folder: so messages name it.
    private func shown(_ path: Path) -> Path {
        guard let prefix = workingFolder?.appending([]).bytes, path.bytes.starts(with: prefix) else { return path }
        return Path(Array(path.bytes.dropFirst(prefix.count)))
    }

    private static func read(_ path: Path, _ rules: RuleSet) throws -> ConfigurationFile {
        do throws(RuleErrors) {
            return try ConfigurationFile.read(path.string, rules: rules) { name throws(UnreadableFile) in
                do throws(InputFile.Failure) {
                    return try InputFile.read(Path(name), maximum: largestFile)
                } catch .system(let error) {
                    throw UnreadableFile(reason: error.reason)
                } catch .folder {
                    throw UnreadableFile(reason: "it is a folder")
                } catch {
                    throw UnreadableFile(reason: "it has more than \(ByteSize.text(largestFile))")
                }
            }
        } catch {
            throw Trouble(error.description)
        }
    }
}
