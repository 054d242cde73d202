/// What a command ends with.
enum ExitStatus: Int32 {
    /// Nothing at or above the bar.
    case clean = 0
    case findings = 1
    /// Usage, configuration or input trouble.
    case trouble = 2
    /// 128 + SIGPIPE.
    case closedPipe = 141
}
