/// What Swift cannot call of the C library: variadic functions and macros.
#ifndef CSYSTEM_H
#define CSYSTEM_H

/// Columns of the terminal behind a file descriptor, or 0.
int csystem_columns(int descriptor);

#endif
