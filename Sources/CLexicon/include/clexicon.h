/// The embedded lexicon of English (`lexicon.bin`, made by `calque-dev lexicon`), used in place.
#ifndef CLEXICON_H
#define CLEXICON_H

#include <stddef.h>
#include <stdint.h>

extern const uint8_t calque_lexicon[];
extern const size_t calque_lexicon_size;

/// The first byte of the table (Swift cannot take the address of an array of unknown length).
const void *calque_lexicon_start(void);

#endif
