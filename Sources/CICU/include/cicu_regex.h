/// Regular expressions of ICU (UTS 18, level 1) over UTF-8, always anchored at both ends.
#ifndef CICU_REGEX_H
#define CICU_REGEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A compiled expression with the state of its matcher: one a task, never shared.
typedef struct cicu_regex cicu_regex;

/// Why an expression could not be compiled.
enum cicu_regex_error {
    cicu_regex_error_none = 0,
    cicu_regex_error_utf8,
    cicu_regex_error_memory,
    cicu_regex_error_parenthesis,
    cicu_regex_error_bracket,
    cicu_regex_error_interval,
    cicu_regex_error_look_behind,
    cicu_regex_error_reference,
    cicu_regex_error_property,
    cicu_regex_error_escape,
    cicu_regex_error_unsupported,
    cicu_regex_error_syntax,
    cicu_regex_error_too_big,
};

/// Compiles an expression; NULL with `*error` and `*offset` (code points into the expression) on failure.
cicu_regex *cicu_regex_open(
    const uint8_t *pattern, size_t length, bool ignores_case, enum cicu_regex_error *error, int32_t *offset);

/// Whether the whole text matches: 1 yes, 0 no, -1 when the limit of time or stack was exceeded.
int cicu_regex_matches(cicu_regex *regex, const uint8_t *text, size_t length);

void cicu_regex_close(cicu_regex *regex);

#endif
