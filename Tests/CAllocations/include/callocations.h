/// Counts what a thread asks the C library for: tests link it, and their `malloc` is this one.
#ifndef CALLOCATIONS_H
#define CALLOCATIONS_H

#include <stdbool.h>

/// Whether the allocator is this one: not with a sanitizer, which has its own, nor another C library than glibc.
bool callocations_are_counted(void);

/// How many pieces of memory this thread has asked for so far.
long callocations_count(void);

#endif
