/// How wide a terminal shows a character.
#ifndef CICU_WIDTH_H
#define CICU_WIDTH_H

#include <stdint.h>

/// Columns that a terminal gives a Unicode scalar: 2 for what is wide or fullwidth (Unicode Standard
/// Annex 11), 0 for marks that combine, for format and control characters and for the Hangul vowels and
/// finals that join the syllable before them, 1 for all else.
int cicu_width(uint32_t scalar);

#endif
