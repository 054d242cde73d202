#include "cmodel.h"

_Alignas(64) static const uint8_t calque_model[] = {
#embed "model.bin"
};
const size_t calque_model_size = sizeof calque_model;

const void *calque_model_start(void) { return calque_model; }

_Alignas(64) static const uint8_t calque_sequences[] = {
#embed "sequences.bin"
};
const size_t calque_sequences_size = sizeof calque_sequences;

const void *calque_sequences_start(void) { return calque_sequences; }
