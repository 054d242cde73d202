#include "callocations.h"

#include <stddef.h>
#include <features.h>

static _Thread_local long count;

long callocations_count(void) { return count; }

#if defined(__GLIBC__) && !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t number, size_t size);
void *__libc_realloc(void *old, size_t size);

void *malloc(size_t size) {
    count++;
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    count++;
    return __libc_calloc(number, size);
}

void *realloc(void *old, size_t size) {
    count++;
    return __libc_realloc(old, size);
}

bool callocations_are_counted(void) {
    long before = count;
    __builtin_free(__builtin_malloc(16));
    void *(*volatile ask)(size_t) = malloc;
    void *piece = ask(16);
    __builtin_free(piece);
    return count > before;
}

#else

bool callocations_are_counted(void) { return false; }

#endif
