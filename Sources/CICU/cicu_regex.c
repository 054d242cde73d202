#include "cicu_regex.h"
#include <stdlib.h>
#include <unicode/uregex.h>
#include <unicode/ustring.h>

enum {
    /// Texts longer than this many bytes match nothing.
    longest_text = 4096,
    /// ICU counts time in its own steps, each about a millisecond at most.
    time_limit = 20,
    stack_limit = 256 * 1024,
};

struct cicu_regex {
    URegularExpression *expression;
    UChar text[longest_text];
};

static enum cicu_regex_error error_of(UErrorCode status) {
    switch (status) {
    case U_REGEX_MISMATCHED_PAREN: return cicu_regex_error_parenthesis;
    case U_REGEX_MISSING_CLOSE_BRACKET:
    case U_REGEX_INVALID_RANGE:
    case U_REGEX_SET_CONTAINS_STRING: return cicu_regex_error_bracket;
    case U_REGEX_BAD_INTERVAL:
    case U_REGEX_MAX_LT_MIN:
    case U_REGEX_NUMBER_TOO_BIG: return cicu_regex_error_interval;
    case U_REGEX_LOOK_BEHIND_LIMIT: return cicu_regex_error_look_behind;
    case U_REGEX_INVALID_BACK_REF:
    case U_REGEX_INVALID_CAPTURE_GROUP_NAME: return cicu_regex_error_reference;
    case U_REGEX_PROPERTY_SYNTAX: return cicu_regex_error_property;
    case U_REGEX_BAD_ESCAPE_SEQUENCE: return cicu_regex_error_escape;
    case U_REGEX_UNIMPLEMENTED:
    case U_REGEX_INVALID_FLAG: return cicu_regex_error_unsupported;
    case U_REGEX_PATTERN_TOO_BIG: return cicu_regex_error_too_big;
    case U_MEMORY_ALLOCATION_ERROR: return cicu_regex_error_memory;
    default: return cicu_regex_error_syntax;
    }
}

cicu_regex *cicu_regex_open(
    const uint8_t *pattern, size_t length, bool ignores_case, enum cicu_regex_error *error, int32_t *offset) {
    *offset = 0;
    *error = cicu_regex_error_none;
    if (length > longest_text) {
        *error = cicu_regex_error_too_big;
        return NULL;
    }
    cicu_regex *regex = malloc(sizeof *regex);
    if (regex == NULL) {
        *error = cicu_regex_error_memory;
        return NULL;
    }
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = 0;
    u_strFromUTF8(regex->text, longest_text, &count, (const char *)pattern, (int32_t)length, &status);
    if (U_FAILURE(status)) {
        *error = cicu_regex_error_utf8;
        free(regex);
        return NULL;
    }
    UParseError place = {0};
    regex->expression = uregex_open(
        regex->text, count, ignores_case ? UREGEX_CASE_INSENSITIVE : 0, &place, &status);
    if (U_SUCCESS(status)) uregex_setTimeLimit(regex->expression, time_limit, &status);
    if (U_SUCCESS(status)) uregex_setStackLimit(regex->expression, stack_limit, &status);
    if (U_FAILURE(status)) {
        *error = error_of(status);
        int32_t units = place.offset < 0 ? 0 : place.offset > count ? count : place.offset;
        *offset = u_countChar32(regex->text, units);
        cicu_regex_close(regex);
        return NULL;
    }
    return regex;
}

int cicu_regex_matches(cicu_regex *regex, const uint8_t *text, size_t length) {
    if (length > longest_text) return 0;
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = 0;
    u_strFromUTF8(regex->text, longest_text, &count, (const char *)text, (int32_t)length, &status);
    if (U_FAILURE(status)) return 0;
    uregex_setText(regex->expression, regex->text, count, &status);
    UBool matches = uregex_matches(regex->expression, 0, &status);
    if (U_FAILURE(status)) return -1;
    return matches ? 1 : 0;
}

void cicu_regex_close(cicu_regex *regex) {
    if (regex == NULL) return;
    if (regex->expression != NULL) uregex_close(regex->expression);
    free(regex);
}
