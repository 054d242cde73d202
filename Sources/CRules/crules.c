#include "crules.h"

_Alignas(16) const uint8_t calque_rules[] = {
#embed "rules.bin"
};
const size_t calque_rules_size = sizeof calque_rules;

const void *calque_rules_start(void) { return calque_rules; }
