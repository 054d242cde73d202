#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "csystem.h"
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

int csystem_columns(int descriptor) {
    struct winsize size;
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

int csystem_processors(void) {
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0) return CPU_COUNT(&set);
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online > 0 ? (int)online : 1;
}

// Paths are never freed once they have been seen here, since a handler may be reading them.
enum { slots = 64 };
static _Atomic(char *) temporaries[slots];

int csystem_add_temporary(const char *path) {
    char *copy = strdup(path);
    if (!copy) return -1;
    for (int slot = 0; slot < slots; slot++) {
        char *none = NULL;
        if (atomic_compare_exchange_strong(&temporaries[slot], &none, copy)) return slot;
    }
    free(copy);
    return -1;
}

void csystem_forget_temporary(int slot) {
    if (slot >= 0 && slot < slots) atomic_store(&temporaries[slot], NULL);
}

void csystem_remove_temporaries(void) {
    for (int slot = 0; slot < slots; slot++) {
        char *path = atomic_exchange(&temporaries[slot], NULL);
        if (path) unlink(path);
    }
}

static void handle(int signal) {
    csystem_remove_temporaries();
    _exit(128 + signal);
}

void csystem_handle_signals(void) {
    const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction old;
        if (sigaction(signals[i], NULL, &old) == 0 && old.sa_handler == SIG_IGN) continue;
        struct sigaction action = {.sa_handler = handle};
        sigfillset(&action.sa_mask);
        sigaction(signals[i], &action, NULL);
    }
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGPIPE, &ignore, NULL);
    sigaction(SIGXFSZ, &ignore, NULL);
}
