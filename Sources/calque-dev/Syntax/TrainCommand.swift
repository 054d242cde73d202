import Foundation

/// Trains tagger and parser and writes the model: `docs/syntax.md` tells how and why.
///
/// The student learns from the treebanks and from the trees that the teacher made of free text. With `--teacher`, the teacher
/// is trained and makes them first, which takes an hour more; without, they must lie in the working folder. What stands behind
/// `--` goes to `student.py`, as `-- --epochs 1 --passes 0` for a trial of minutes.
enum TrainCommand {
    static func run(_ arguments: [String]) throws {
        let parts = arguments.split(separator: "--", maxSplits: 1, omittingEmptySubsequences: false)
        let arguments = Array(parts[0])
        let student = parts.count > 1 ? Array(parts[1]) : []
        let data = try arguments.required("--data")
        let work = try arguments.required("--work")
        let output = try arguments.required("--output")
        try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
        let python = work + "/venv/bin/python"
        if !FileManager.default.fileExists(atPath: python) {
            try call("/usr/bin/env", ["python3", "-m", "venv", work + "/venv"])
            try call(python, ["-m", "pip", "install", "--quiet", "-r", scripts + "/requirements.txt"])
        }
        let own = CommandLine.arguments[0]
        func script(_ name: String, _ arguments: [String]) throws {
            try call(python, [scripts + "/" + name] + arguments)
        }
        let vectors = work + "/vectors.npz"
        if !FileManager.default.fileExists(atPath: vectors) {
            try script("text.py", ["vectors", "--data", data, "--program", own, "--out", vectors])
        }
        if arguments.contains("--teacher") {
            try script("teacher.py", ["train", data + "/treebank", work + "/teacher.pt"])
            try script("text.py", ["choose", "--data", data, "--program", own, "--out", work + "/silver.tokens"])
            try script(
                "teacher.py",
                ["label", work + "/teacher.pt", work + "/silver.tokens", work + "/silver.npz"])
        }
        let silver = try FileManager.default.contentsOfDirectory(atPath: work).filter {
            $0.hasPrefix("silver") && $0.hasSuffix(".npz")
        }.sorted().map { work + "/" + $0 }
        if silver.isEmpty {
            throw CommandError("\(work) has no silver*.npz: add --teacher to train a teacher that makes them.")
        }
        try script(
            "student.py",
            ["--data", data, "--program", own, "--work", work, "--vectors", vectors, "--out", work + "/student.pt"]
                + student + ["--silver"] + silver)
        try script("export.py", [work + "/student.pt", output, "--data", data, "--program", own])
    }

    /// Beside the sources, from where the command is run.
    private static let scripts = "scripts/syntax"

    private static func call(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        // Sums do not depend on how many cores the machine has.
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"]
        ) { $1 }
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CommandError(
                "“\(([program] + arguments).joined(separator: " "))” ended with \(process.terminationStatus).")
        }
    }
}
