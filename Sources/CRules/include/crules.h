/// The embedded pattern rules (`rules.bin`, made by `calque-dev rules` from `rules/`), used in place.
#ifndef CRULES_H
#define CRULES_H

#include <stddef.h>
#include <stdint.h>

extern const uint8_t calque_rules[];
extern const size_t calque_rules_size;

/// The first byte of the program (Swift cannot take the address of an array of unknown length).
const void *calque_rules_start(void);

#endif
