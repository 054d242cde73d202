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

/// Remembers a file that is to be removed when the process is interrupted: its slot, or -1 when there
/// is no room for another.
int csystem_add_temporary(const char *path);

/// Forgets a file: it has its final name, or is removed.
void csystem_forget_temporary(int slot);

/// Removes all files that are remembered.
void csystem_remove_temporaries(void);

#endif
