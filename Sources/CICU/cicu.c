#include "cicu.h"
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uregex.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>
#include <unicode/utrans.h>
#include <unicode/uvernum.h>

enum {
    longest_text = 1 << 30,
    regex_time_limit = 100,
    regex_stack_limit = 1 << 19,
    small_text = 256,
};

const char *cicu_version(void) { return U_ICU_VERSION; }

static bool is_text(const void *text, int32_t length) {
    return length >= 0 && length < longest_text && (text != NULL || length == 0);
}

static cicu_status status_of(UErrorCode error) {
    if (U_SUCCESS(error)) return CICU_OK;
    switch (error) {
    case U_MEMORY_ALLOCATION_ERROR: return CICU_NO_MEMORY;
    case U_BUFFER_OVERFLOW_ERROR: return CICU_NO_ROOM;
    case U_ILLEGAL_ARGUMENT_ERROR: return CICU_BAD_ARGUMENT;
    case U_INVALID_CHAR_FOUND: return CICU_INVALID_UTF8;
    case U_REGEX_TIME_OUT:
    case U_REGEX_STACK_OVERFLOW: return CICU_LIMIT;
    default: return CICU_FAILED;
    }
}

// MARK: Conversion

int32_t cicu_utf16(const uint8_t *text, int32_t length, uint16_t *units, int32_t capacity, int32_t *offsets) {
    if (!is_text(text, length) || capacity < 0 || (units == NULL && capacity > 0)) return -CICU_BAD_ARGUMENT;
    int32_t at = 0, count = 0;
    while (at < length) {
        int32_t start = at;
        UChar32 c = text[at];
        if (c < 0x80) {
            at++;
        } else {
            U8_NEXT(text, at, length, c);
            if (c < 0) return -CICU_INVALID_UTF8;
        }
        if (count >= capacity - (c > 0xFFFF)) return -CICU_NO_ROOM;
        if (c > 0xFFFF) {
            if (offsets != NULL) offsets[count] = start;
            units[count++] = U16_LEAD(c);
            c = U16_TRAIL(c);
        }
        if (offsets != NULL) offsets[count] = start;
        units[count++] = (uint16_t)c;
    }
    if (offsets != NULL) offsets[count] = length;
    return count;
}

/// A text in UTF-16: in `small` if it fits, else allocated.
typedef struct units {
    UChar small[small_text];
    UChar *start;
    int32_t count;
} units;

static cicu_status units_open(units *u, const uint8_t *text, int32_t length) {
    u->start = u->small;
    if (!is_text(text, length)) return CICU_BAD_ARGUMENT;
    if (length > small_text) {
        UChar *room = malloc((size_t)length * sizeof(UChar));
        if (room == NULL) return CICU_NO_MEMORY;
        u->start = room;
    }
    u->count = cicu_utf16(text, length, (uint16_t *)u->start, length > small_text ? length : small_text, NULL);
    if (u->count >= 0) return CICU_OK;
    cicu_status status = (cicu_status)-u->count;
    if (u->start != u->small) free(u->start);
    u->start = u->small;
    return status;
}

static void units_close(units *u) {
    if (u->start != u->small) free(u->start);
}

static int32_t utf8_result(const UChar *from, int32_t count, uint8_t *result, int32_t capacity) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t needed = 0;
    u_strToUTF8WithSub((char *)result, capacity, &needed, from, count, 0xFFFD, NULL, &error);
    if (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR) return -(int32_t)status_of(error);
    return needed;
}

// MARK: Characters

static uint8_t script_of(UChar32 c) {
    UErrorCode error = U_ZERO_ERROR;
    switch (uscript_getScript(c, &error)) {
    case USCRIPT_INVALID_CODE:
    case USCRIPT_UNKNOWN:
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED: return CICU_SCRIPT_NONE;
    case USCRIPT_LATIN: return CICU_SCRIPT_LATIN;
    case USCRIPT_CYRILLIC: return CICU_SCRIPT_CYRILLIC;
    case USCRIPT_GREEK: return CICU_SCRIPT_GREEK;
    case USCRIPT_HAN:
    case USCRIPT_BOPOMOFO: return CICU_SCRIPT_HAN;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA: return CICU_SCRIPT_KANA;
    case USCRIPT_HANGUL: return CICU_SCRIPT_HANGUL;
    case USCRIPT_ARABIC: return CICU_SCRIPT_ARABIC;
    case USCRIPT_HEBREW: return CICU_SCRIPT_HEBREW;
    case USCRIPT_DEVANAGARI: return CICU_SCRIPT_DEVANAGARI;
    case USCRIPT_THAI: return CICU_SCRIPT_THAI;
    case USCRIPT_GEORGIAN: return CICU_SCRIPT_GEORGIAN;
    case USCRIPT_ARMENIAN: return CICU_SCRIPT_ARMENIAN;
    default: return CICU_SCRIPT_OTHER;
    }
}

cicu_character cicu_character_of(uint32_t code_point) {
    cicu_character result = {.lower = code_point, .upper = code_point, .title = code_point};
    if (code_point > 0x10FFFF) return result;
    UChar32 c = (UChar32)code_point;
    result.category = (uint8_t)u_charType(c);
    result.script = script_of(c);
    result.white_space = u_isUWhiteSpace(c);
    result.default_ignorable = u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
    result.emoji = u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION)
        || u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC);
    result.may_denormalize = u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK) != UNORM_YES;
    result.lower = (uint32_t)u_tolower(c);
    result.upper = (uint32_t)u_toupper(c);
    result.title = (uint32_t)u_totitle(c);
    return result;
}

// MARK: Strings

static int32_t map_nfc(const uint8_t *text, int32_t length, uint8_t *result, int32_t capacity) {
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
    if (U_FAILURE(error)) return -(int32_t)status_of(error);
    units from;
    cicu_status status = units_open(&from, text, length);
    if (status != CICU_OK) return -(int32_t)status;
    UChar small[small_text];
    UChar *to = small;
    int32_t count = unorm2_normalize(nfc, from.start, from.count, to, small_text, &error);
    if (error == U_BUFFER_OVERFLOW_ERROR && count > 0) {
        error = U_ZERO_ERROR;
        to = malloc((size_t)count * sizeof(UChar));
        if (to == NULL) {
            units_close(&from);
            return -CICU_NO_MEMORY;
        }
        count = unorm2_normalize(nfc, from.start, from.count, to, count, &error);
    }
    int32_t needed = U_FAILURE(error) ? -(int32_t)status_of(error) : utf8_result(to, count, result, capacity);
    if (to != small) free(to);
    units_close(&from);
    return needed;
}

int32_t cicu_map(cicu_mapping mapping, const uint8_t *text, int32_t length, uint8_t *result, int32_t capacity) {
    if (!is_text(text, length) || capacity < 0 || (result == NULL && capacity > 0)) return -CICU_BAD_ARGUMENT;
    if (length == 0) return 0;
    if (mapping == CICU_NFC) return map_nfc(text, length, result, capacity);
    UErrorCode error = U_ZERO_ERROR;
    uint32_t options = mapping == CICU_TITLE ? U_TITLECASE_NO_LOWERCASE : 0;
    UCaseMap *map = ucasemap_open("", options, &error);
    if (U_FAILURE(error)) return -(int32_t)status_of(error);
    const char *from = (const char *)text;
    char *to = (char *)result;
    int32_t needed = 0;
    switch (mapping) {
    case CICU_LOWER: needed = ucasemap_utf8ToLower(map, to, capacity, from, length, &error); break;
    case CICU_UPPER: needed = ucasemap_utf8ToUpper(map, to, capacity, from, length, &error); break;
    case CICU_TITLE: needed = ucasemap_utf8ToTitle(map, to, capacity, from, length, &error); break;
    case CICU_FOLD: needed = ucasemap_utf8FoldCase(map, to, capacity, from, length, &error); break;
    default: error = U_ILLEGAL_ARGUMENT_ERROR;
    }
    ucasemap_close(map);
    if (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR) return -(int32_t)status_of(error);
    return needed;
}

// MARK: Boundaries

struct cicu_breaks {
    UBreakIterator *iterator;
    bool has_text;
};

cicu_breaks *cicu_breaks_open(cicu_break_kind kind) {
    UBreakIteratorType type;
    switch (kind) {
    case CICU_WORDS: type = UBRK_WORD; break;
    case CICU_SENTENCES: type = UBRK_SENTENCE; break;
    case CICU_GRAPHEMES: type = UBRK_CHARACTER; break;
    default: return NULL;
    }
    UErrorCode error = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(type, "en", NULL, 0, &error);
    if (U_FAILURE(error) || iterator == NULL) return NULL;
    cicu_breaks *breaks = malloc(sizeof *breaks);
    if (breaks == NULL) {
        ubrk_close(iterator);
        return NULL;
    }
    *breaks = (cicu_breaks){.iterator = iterator};
    return breaks;
}

void cicu_breaks_close(cicu_breaks *breaks) {
    if (breaks == NULL) return;
    ubrk_close(breaks->iterator);
    free(breaks);
}

cicu_status cicu_breaks_set_text(cicu_breaks *breaks, const uint16_t *units, int32_t length) {
    if (breaks == NULL || !is_text(units, length)) return CICU_BAD_ARGUMENT;
    UErrorCode error = U_ZERO_ERROR;
    static const UChar empty[1] = {0};
    ubrk_setText(breaks->iterator, length == 0 ? empty : (const UChar *)units, length, &error);
    breaks->has_text = U_SUCCESS(error);
    return status_of(error);
}

int32_t cicu_breaks_next(cicu_breaks *breaks) {
    if (breaks == NULL || !breaks->has_text) return -1;
    return ubrk_next(breaks->iterator);
}

// MARK: Transliteration

struct cicu_transform {
    UTransliterator *transliterator;
};

cicu_transform *cicu_transform_open(
    const uint8_t *id, int32_t id_length, const uint8_t *filter, int32_t filter_length, cicu_status *status) {
    cicu_status ignored;
    if (status == NULL) status = &ignored;
    units name;
    *status = units_open(&name, id, id_length);
    if (*status != CICU_OK) return NULL;
    UErrorCode error = U_ZERO_ERROR;
    UTransliterator *transliterator =
        utrans_openU(name.start, name.count, UTRANS_FORWARD, NULL, 0, NULL, &error);
    units_close(&name);
    if (U_SUCCESS(error) && filter != NULL) {
        units set;
        *status = units_open(&set, filter, filter_length);
        if (*status != CICU_OK) {
            utrans_close(transliterator);
            return NULL;
        }
        utrans_setFilter(transliterator, set.start, set.count, &error);
        units_close(&set);
    }
    cicu_transform *transform = U_SUCCESS(error) ? malloc(sizeof *transform) : NULL;
    if (transform == NULL) {
        *status = U_SUCCESS(error) || error == U_MEMORY_ALLOCATION_ERROR ? CICU_NO_MEMORY : CICU_BAD_PATTERN;
        if (transliterator != NULL) utrans_close(transliterator);
        return NULL;
    }
    transform->transliterator = transliterator;
    return transform;
}

void cicu_transform_close(cicu_transform *transform) {
    if (transform == NULL) return;
    utrans_close(transform->transliterator);
    free(transform);
}

int32_t cicu_transform_apply(
    cicu_transform *transform, const uint8_t *text, int32_t length, uint8_t *result, int32_t capacity) {
    if (transform == NULL || capacity < 0 || (result == NULL && capacity > 0)) return -CICU_BAD_ARGUMENT;
    units from;
    cicu_status status = units_open(&from, text, length);
    if (status != CICU_OK) return -(int32_t)status;
    // The transform works in place, so the room must hold whatever stands there in between.
    int64_t room = (int64_t)from.count * 4 + 64;
    int32_t needed = -CICU_NO_ROOM;
    while (needed == -CICU_NO_ROOM && room < longest_text) {
        UChar *text16 = malloc((size_t)room * sizeof(UChar));
        if (text16 == NULL) {
            needed = -CICU_NO_MEMORY;
            break;
        }
        if (from.count > 0) memcpy(text16, from.start, (size_t)from.count * sizeof(UChar));
        UErrorCode error = U_ZERO_ERROR;
        int32_t count = from.count, limit = from.count;
        utrans_transUChars(transform->transliterator, text16, &count, (int32_t)room, 0, &limit, &error);
        needed = U_FAILURE(error) ? -(int32_t)status_of(error) : utf8_result(text16, count, result, capacity);
        free(text16);
        room *= 4;
    }
    units_close(&from);
    return needed;
}

// MARK: Regular expressions

struct cicu_regex {
    URegularExpression *expression;
};

static cicu_regex *regex_wrap(URegularExpression *expression) {
    cicu_regex *regex = malloc(sizeof *regex);
    if (regex == NULL) {
        uregex_close(expression);
        return NULL;
    }
    UErrorCode error = U_ZERO_ERROR;
    uregex_setTimeLimit(expression, regex_time_limit, &error);
    uregex_setStackLimit(expression, regex_stack_limit, &error);
    regex->expression = expression;
    return regex;
}

/// ICU tells line and column of an error, in code points; this is the offset from the start.
static int32_t offset_of_error(const units *pattern, const UParseError *error) {
    int32_t at = 0, points = 0;
    for (int32_t line = 1; line < error->line && at < pattern->count; points++) {
        UChar32 c;
        U16_NEXT(pattern->start, at, pattern->count, c);
        if (c == '\r' && at < pattern->count && pattern->start[at] == '\n') continue;
        line += c == '\n' || c == '\r' || c == 0x85 || c == 0x2028;
    }
    return points + (error->offset > 0 ? error->offset : 0);
}

cicu_regex *cicu_regex_open(
    const uint8_t *pattern, int32_t length, uint32_t flags, cicu_status *status, int32_t *error_offset) {
    cicu_status ignored;
    if (status == NULL) status = &ignored;
    if (error_offset != NULL) *error_offset = 0;
    units text;
    *status = units_open(&text, pattern, length);
    if (*status != CICU_OK) return NULL;
    UParseError place = {0};
    UErrorCode error = U_ZERO_ERROR;
    uint32_t options = (flags & CICU_REGEX_IGNORE_CASE ? UREGEX_CASE_INSENSITIVE : 0)
        | (flags & CICU_REGEX_LITERAL ? UREGEX_LITERAL : 0);
    URegularExpression *expression =
        text.count > 0 ? uregex_open(text.start, text.count, options, &place, &error) : NULL;
    if (text.count == 0) {
        // ICU takes no empty pattern; this one matches the same.
        static const UChar empty[] = {'(', '?', ':', ')'};
        expression = uregex_open(empty, 4, 0, &place, &error);
    }
    if (U_FAILURE(error) || expression == NULL) {
        *status = error == U_MEMORY_ALLOCATION_ERROR ? CICU_NO_MEMORY : CICU_BAD_PATTERN;
        if (error_offset != NULL) *error_offset = offset_of_error(&text, &place);
        units_close(&text);
        return NULL;
    }
    units_close(&text);
    cicu_regex *regex = regex_wrap(expression);
    if (regex == NULL) *status = CICU_NO_MEMORY;
    return regex;
}

cicu_regex *cicu_regex_clone(const cicu_regex *regex) {
    if (regex == NULL) return NULL;
    UErrorCode error = U_ZERO_ERROR;
    URegularExpression *copy = uregex_clone(regex->expression, &error);
    return U_FAILURE(error) || copy == NULL ? NULL : regex_wrap(copy);
}

void cicu_regex_close(cicu_regex *regex) {
    if (regex == NULL) return;
    uregex_close(regex->expression);
    free(regex);
}

int32_t cicu_regex_matches(cicu_regex *regex, const uint8_t *text, int32_t length) {
    if (regex == NULL) return -CICU_BAD_ARGUMENT;
    units subject;
    cicu_status status = units_open(&subject, text, length);
    if (status != CICU_OK) return -(int32_t)status;
    UErrorCode error = U_ZERO_ERROR;
    uregex_setText(regex->expression, subject.start, subject.count, &error);
    UBool matched = uregex_matches(regex->expression, 0, &error);
    int32_t result = U_FAILURE(error) ? -(int32_t)status_of(error) : matched ? 1 : 0;
    // The subject goes away: leave the expression with a text that stays.
    static const UChar empty[1] = {0};
    error = U_ZERO_ERROR;
    uregex_setText(regex->expression, empty, 0, &error);
    units_close(&subject);
    return result;
}
