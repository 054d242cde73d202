/// The embedded pattern rules (`rules.bin`, made by `calque-dev rules` from `rules/`), used in place.
#ifndef CRULES_H
#define CRULES_H

#include <stddef.h>
#include <stdint.h>

extern const uint8_t calque_rules[];
extern const size_t calque_rules_size;

#endif
