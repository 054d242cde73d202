import CSystem
import Glibc

csystem_handle_signals()
let arguments = (1..<max(Int(CommandLine.argc), 1)).map { index in
    CommandLine.unsafeArgv[index].map {
        Array(UnsafeBufferPointer(start: $0, count: strlen($0))).map { UInt8(bitPattern: $0) }
    } ?? []
}
let status = MainCommand.run(arguments[...])
csystem_remove_temporaries()
// Threads may still be at work when writing failed; nothing is to be torn down under them.
_exit(status.rawValue)
