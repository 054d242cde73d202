import Calque
import Glibc

/// What is ignored in a folder that is walked: `.calqueignore`, in a git repository `.gitignore`, and `ignore` of the
/// configuration, from the root down.
struct IgnoreFiles {
    private static let largestFile = 1 << 20

    private var list = IgnoreList()
    private var isInRepository = false
    /// The absolute path of the folder.
    private(set) var folder: Path

    /// For the folder where a walk begins.
    ///
    /// - Parameters:
    ///   - folder: absolute.
    ///   - configurations: nil where no configuration counts.
    init(startingAt folder: Path, _ configurations: ConfigurationFinder?) throws {
        self.folder = folder
        var above: [Path] = []
        while let last = above.last ?? folder as Path?, last.bytes != [0x2F] { above.append(last.folder) }
        for parent in above.reversed() { try enter(parent) }
        try enter(folder)
        try add(configurations?.ignored(in: folder, isStart: true))
    }

    /// For a folder within.
    func entering(_ name: ArraySlice<UInt8>, _ configurations: ConfigurationFinder?) throws -> IgnoreFiles {
        var inner = self
        inner.folder = folder.appending(Array(name))
        try inner.add(configurations?.ignored(in: inner.folder, isStart: false))
        try inner.enter(inner.folder)
        return inner
    }

    func ignores(_ name: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
        !list.isEmpty && list.ignores(folder.appending(Array(name)).string, isFolder: isFolder)
    }

    private mutating func add(_ configured: (globs: [Glob], folder: String)?) {
        if let configured { list.add(configured.globs, folder: configured.folder) }
    }

    private mutating func enter(_ folder: Path) throws {
        if folder.appending(Array(".git".utf8)).exists { isInRepository = true }
        for name in [".gitignore", ".calqueignore"] where isInRepository || name != ".gitignore" {
            let path = folder.appending(Array(name.utf8))
            do throws(InputFile.Failure) {
                list.add(file: try InputFile.read(path, maximum: Self.largestFile), folder: folder.string)
            } catch .system(let error) where error.code == ENOENT || error.code == ENOTDIR {
            } catch .system(let error) {
                throw Trouble("“\(path.string)” cannot be read: \(error.reason).")
            } catch {
                throw Trouble(
                    "“\(path.string)” cannot be read: it is a folder, or larger than \(ByteSize.text(Self.largestFile))."
                )
            }
        }
    }
}
