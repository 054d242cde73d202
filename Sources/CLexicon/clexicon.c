#include "clexicon.h"

_Alignas(16) const uint8_t calque_lexicon[] = {
#embed "lexicon.bin"
};
const size_t calque_lexicon_size = sizeof calque_lexicon;

const void *calque_lexicon_start(void) { return calque_lexicon; }
