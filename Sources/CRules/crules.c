#include "crules.h"

_Alignas(16) const uint8_t calque_rules[] = {
#embed "rules.bin"
};
const size_t calque_rules_size = sizeof calque_rules;
