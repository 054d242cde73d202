/// What Swift cannot call of the C library: variadic functions, macros, and what a signal handler does.
#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stdbool.h>

/// Columns of the terminal behind a file descriptor, or 0.
int csystem_columns(int descriptor);

/// Processors that this process may run on; at least 1.
int csystem_processors(void);

/// From now on an interrupt, a hang-up and a request to terminate remove the temporary files and end
/// the process with 128 + the signal's number (130, 129, 143). A signal that was ignored at the start
/// (`nohup`) stays ignored. A write to a closed pipe, or beyond the allowed size of a file, fails with
/// EPIPE or EFBIG instead of killing the process.
void csystem_handle_signals(void);

/// Interrupts and requests to terminate no longer end the process: they wait for `csystem_await_signal`. To be called
/// before threads are started. One that was ignored at the start stays ignored.
void csystem_hold_signals(void);

/// The number of a held signal that has come, or 0 after this time.
int csystem_await_signal(int milliseconds);

/// From now on held signals end the process again.
void csystem_release_signals(void);

/// Remembers a file that is to be removed when the process is interrupted: its slot, or -1 when there
/// is no room for another.
int csystem_add_temporary(const char *path);

/// Forgets a file: it has its final name, or is removed.
void csystem_forget_temporary(int slot);

/// Removes all files that are remembered.
void csystem_remove_temporaries(void);

/// What is written when a guarded thread is lost: 16 bytes.
struct csystem_fault {
    /// The job that the thread was at.
    long long job;
    /// The signal: SIGILL or SIGTRAP where Swift found a fault, SIGSEGV where the stack was used up.
    int signal;
    int unused;
};

/// Makes this thread ready to be guarded. A fault outside of a guarded stretch ends the process as ever.
void csystem_guard_thread(void);

/// From here to `csystem_guard_end`, a fault of this thread does not end the process: a `csystem_fault` is written to
/// the descriptor, and the thread stands still for ever. It must hold no lock that others want.
void csystem_guard_begin(int descriptor, long long job);
void csystem_guard_end(void);

#endif
