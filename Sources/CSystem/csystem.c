#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "csystem.h"
#include <errno.h>
#include <pthread.h>
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

static void held_signals(sigset_t *set) {
    sigemptyset(set);
    const int signals[] = {SIGINT, SIGTERM};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction action;
        if (sigaction(signals[i], NULL, &action) != 0 || action.sa_handler != SIG_IGN) sigaddset(set, signals[i]);
    }
}

void csystem_hold_signals(void) {
    sigset_t set;
    held_signals(&set);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
}

int csystem_await_signal(int milliseconds) {
    sigset_t set;
    held_signals(&set);
    struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    int number = sigtimedwait(&set, NULL, &time);
    return number > 0 ? number : 0;
}

void csystem_release_signals(void) {
    sigset_t set;
    held_signals(&set);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

// Guarded threads. The state is one thread's own: its handler runs on it.
static _Thread_local int guard_descriptor = -1;
static _Thread_local long long guard_job;

static const int faults[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};

static void handle_fault(int number) {
    if (guard_descriptor < 0) {
        // The instruction fails again when the handler returns, and that ends the process.
        signal(number, SIG_DFL);
        if (number == SIGABRT || number == SIGTRAP) raise(number);
        return;
    }
    struct csystem_fault fault = {guard_job, number, 0};
    while (write(guard_descriptor, &fault, sizeof fault) < 0 && errno == EINTR) {}
    for (;;) pause();
}

static void guard_process(void) {
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct sigaction action = {.sa_handler = handle_fault, .sa_flags = SA_ONSTACK | SA_NODEFER};
        sigemptyset(&action.sa_mask);
        sigaction(faults[i], &action, NULL);
    }
}

void csystem_guard_thread(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, guard_process);
    // A stack of its own for the handler, since the thread's may be used up. Threads live as long as the process.
    enum { size = 1 << 16 };
    stack_t stack = {.ss_sp = malloc(size), .ss_size = size};
    if (stack.ss_sp) sigaltstack(&stack, NULL);
}

void csystem_guard_begin(int descriptor, long long job) {
    guard_job = job;
    guard_descriptor = descriptor;
}

void csystem_guard_end(void) { guard_descriptor = -1; }
