import Foundation

/// Runs the real binary as a shell would.
enum Program {
    /// What a run left behind.
    struct Result {
        /// The exit status; 128 + the signal's number where one ended the process.
        var status: Int32
        var output: [UInt8]
        var error: [UInt8]

        var outputText: String { String(decoding: output, as: UTF8.self) }
        var errorText: String { String(decoding: error, as: UTF8.self) }
        var lines: [String] { outputText.split(separator: "\n").map(String.init) }
    }

    /// The binary that was built with these tests: it lies beside their bundle.
    static let path: String = {
        let maps = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)) ?? ""
        let bundle = maps.split(separator: "\n").compactMap { line -> String? in
            guard line.hasSuffix(".xctest"), let slash = line.firstIndex(of: "/") else { return nil }
            return String(line[slash...])
        }.first
        let folder = bundle.map { ($0 as NSString).deletingLastPathComponent } ?? ".build/debug"
        return folder + "/calque"
    }()

    private static let spawning = NSLock()

    /// Runs `calque` with these arguments to its end.
    static func run(
        _ arguments: String..., input: String = "", in folder: Folder? = nil, environment: [String: String] = [:]
    ) throws -> Result {
        try run([path] + arguments, input: Array(input.utf8), in: folder, environment: environment)
    }

    static func run(
        bytes input: [UInt8], _ arguments: String..., in folder: Folder? = nil
    ) throws -> Result {
        try run([path] + arguments, input: input, in: folder)
    }

    /// Runs a script of the shell, in which `$calque` is the binary.
    static func shell(_ script: String, in folder: Folder? = nil, shell: String = "/bin/sh") throws -> Result {
        try run([shell, "-c", script], input: [], in: folder, environment: ["calque": path])
    }

    private static func run(
        _ command: [String], input: [UInt8], in folder: Folder?, environment: [String: String] = [:]
    ) throws -> Result {
        let place = try Folder()
        try place.write(input, to: "in")
        let running = try start(
            command, input: open(place.path + "/in", O_RDONLY | O_CLOEXEC),
            output: open(place.path + "/out", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600),
            error: open(place.path + "/err", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600), in: folder,
            environment: environment)
        let status = wait(running)
        return Result(status: status, output: try place.read("out"), error: try place.read("err"))
    }

    /// Starts a command with these descriptors, which are closed here.
    static func start(
        _ command: [String], input: Int32, output: Int32, error: Int32, in folder: Folder? = nil,
        environment: [String: String] = [:]
    ) throws -> pid_t {
        defer { for descriptor in Set([input, output, error]) { close(descriptor) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (descriptor, target) in [(input, 0), (output, 1), (error, 2)] as [(Int32, Int32)] {
            posix_spawn_file_actions_adddup2(&actions, descriptor, target)
        }
        // A test run in the background may ignore signals; the command is to start as from a shell.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        let command = (folder.map { ["/usr/bin/env", "-C", $0.path] } ?? []) + command
        var variables = ProcessInfo.processInfo.environment
        for name in ["NO_COLOR", "TERM"] { variables[name] = nil }
        variables.merge(environment) { $1 }
        var arguments = command.map { strdup($0) } + [nil]
        var environment = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in arguments + environment { free(pointer) } }
        var process = pid_t()
        let code = spawning.withLock {
            posix_spawn(&process, command[0], &actions, &attributes, &arguments, &environment)
        }
        if code != 0 { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        return process
    }

    /// Waits for the end of a process: its exit status, or 128 + the signal that ended it.
    static func wait(_ process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }

    /// A pipe whose ends no other process inherits.
    static func pipe() -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [-1, -1]
        spawning.withLock {
            _ = Foundation.pipe(&ends)
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        }
        return (ends[0], ends[1])
    }

    static func openNull() -> Int32 { open("/dev/null", O_RDWR | O_CLOEXEC) }
}
