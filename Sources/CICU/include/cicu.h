/// An opaque shim over the system's libicu: none of ICU's own headers is included here, since they
/// rename functions by macro and clash with those that Foundation brings.
///
/// Every function takes lengths and bounds, never reads or writes beyond them, never aborts, and
/// says by its result what went wrong. Handles are not to be shared between threads; everything
/// else may be called from any number of threads at once. Text comes as UTF-8 unless told otherwise.
#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What became of a call. Functions that return a count return the negative of one of these instead.
typedef enum cicu_status {
    CICU_OK = 0,
    /// Bytes that are not well-formed UTF-8.
    CICU_INVALID_UTF8 = 1,
    CICU_NO_MEMORY = 2,
    /// The room given is too small.
    CICU_NO_ROOM = 3,
    /// A null pointer, a negative length, a text of a gigabyte or more.
    CICU_BAD_ARGUMENT = 4,
    /// A regular expression, a filter or the id of a transform that ICU does not accept.
    CICU_BAD_PATTERN = 5,
    /// A regular expression took too many steps or too much memory on this text.
    CICU_LIMIT = 6,
    /// ICU failed otherwise: its data are missing, say.
    CICU_FAILED = 7,
} cicu_status;

/// ICU's version, as "72.1".
const char *cicu_version(void);

// MARK: Conversion

/// Converts UTF-8 into UTF-16, into room for `capacity` units. If `offsets` is not null it has room for
/// `capacity + 1` and receives where in `text` the character of each unit begins, and at last `length`.
/// `length` units are always room enough.
/// Returns the number of units, or the negative of a status.
int32_t cicu_utf16(const uint8_t *text, int32_t length, uint16_t *units, int32_t capacity, int32_t *offsets);

// MARK: Characters

/// Unicode's general category, in the order of ICU's `UCharCategory`.
typedef enum cicu_category {
    CICU_CN, CICU_LU, CICU_LL, CICU_LT, CICU_LM, CICU_LO, CICU_MN, CICU_ME, CICU_MC, CICU_ND, CICU_NL, CICU_NO,
    CICU_ZS, CICU_ZL, CICU_ZP, CICU_CC, CICU_CF, CICU_CO, CICU_CS, CICU_PD, CICU_PS, CICU_PE, CICU_PC, CICU_PO,
    CICU_SM, CICU_SC, CICU_SK, CICU_SO, CICU_PI, CICU_PF,
} cicu_category;

/// Scripts that are told apart; all others are `CICU_SCRIPT_OTHER`.
typedef enum cicu_script {
    /// Common and Inherited: characters of no script of their own.
    CICU_SCRIPT_NONE,
    CICU_SCRIPT_LATIN, CICU_SCRIPT_CYRILLIC, CICU_SCRIPT_GREEK, CICU_SCRIPT_HAN, CICU_SCRIPT_KANA,
    CICU_SCRIPT_HANGUL, CICU_SCRIPT_ARABIC, CICU_SCRIPT_HEBREW, CICU_SCRIPT_DEVANAGARI, CICU_SCRIPT_THAI,
    CICU_SCRIPT_GEORGIAN, CICU_SCRIPT_ARMENIAN, CICU_SCRIPT_OTHER,
} cicu_script;

/// What the Unicode Character Database says of a character.
typedef struct cicu_character {
    uint8_t category;
    uint8_t script;
    bool white_space;
    bool default_ignorable;
    /// Emoji_Presentation or Extended_Pictographic.
    bool emoji;
    /// NFC_Quick_Check is not Yes: text that holds it may not be in Normalization Form C.
    bool may_denormalize;
    /// Simple lower-case mapping (the character itself if it has none).
    uint32_t lower;
    uint32_t upper;
    uint32_t title;
} cicu_character;

/// The properties of a code point; of a number that is none, those of an unassigned one.
cicu_character cicu_character_of(uint32_t code_point);

// MARK: Strings

typedef enum cicu_mapping {
    CICU_LOWER,
    CICU_UPPER,
    /// The first letter of each word (Unicode annex 29) gets its title case, the others stay.
    CICU_TITLE,
    /// Case folding.
    CICU_FOLD,
    /// Normalization Form C.
    CICU_NFC,
} cicu_mapping;

/// Maps a whole string, in the root locale, into room for `capacity` bytes.
/// Returns the number of bytes that the result has, also where that is more than `capacity` (then the
/// room holds nothing of use: call again with more), or the negative of a status.
int32_t cicu_map(cicu_mapping mapping, const uint8_t *text, int32_t length, uint8_t *result, int32_t capacity);

// MARK: Boundaries

typedef struct cicu_breaks cicu_breaks;

typedef enum cicu_break_kind { CICU_WORDS, CICU_SENTENCES, CICU_GRAPHEMES } cicu_break_kind;

/// Opens a break iterator for English; null if there is no memory or ICU's data are missing.
cicu_breaks *cicu_breaks_open(cicu_break_kind kind);
void cicu_breaks_close(cicu_breaks *breaks);

/// Sets the text, in UTF-16, which is not copied: it must stay in place until the next call of this function.
cicu_status cicu_breaks_set_text(cicu_breaks *breaks, const uint16_t *units, int32_t length);

/// The next boundary behind the last one, in units; -1 if there is none left, or no text.
int32_t cicu_breaks_next(cicu_breaks *breaks);

// MARK: Transliteration

typedef struct cicu_transform cicu_transform;

/// Opens a transform by its ICU id ("Cyrillic-Latin", "NFD; [:M:] Remove; NFC"), restricted to the characters of
/// `filter`, a set in ICU's notation ("[:Cyrillic:]"), unless that is null. Null, with `*status` set, on failure.
cicu_transform *cicu_transform_open(
    const uint8_t *id, int32_t id_length, const uint8_t *filter, int32_t filter_length, cicu_status *status);
void cicu_transform_close(cicu_transform *transform);

/// Transforms a text into room for `capacity` bytes; result as of `cicu_map`.
int32_t cicu_transform_apply(
    cicu_transform *transform, const uint8_t *text, int32_t length, uint8_t *result, int32_t capacity);

// MARK: Regular expressions

typedef struct cicu_regex cicu_regex;

enum { CICU_REGEX_IGNORE_CASE = 1, CICU_REGEX_LITERAL = 2 };

/// Compiles a regular expression in ICU's notation. Null, with `*status` set, on failure; if the expression is wrong
/// `*error_offset` then tells where, in code points from its start.
///
/// A match may take a fraction of a second and half a megabyte of stack; over it, it fails with `CICU_LIMIT`.
cicu_regex *cicu_regex_open(
    const uint8_t *pattern, int32_t length, uint32_t flags, cicu_status *status, int32_t *error_offset);
/// A copy for another thread; null if there is no memory.
cicu_regex *cicu_regex_clone(const cicu_regex *regex);
void cicu_regex_close(cicu_regex *regex);

/// Whether the expression matches the whole text: 1 or 0, or the negative of a status.
int32_t cicu_regex_matches(cicu_regex *regex, const uint8_t *text, int32_t length);

#endif
