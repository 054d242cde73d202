#include <jansson.h>

static inline json_error_t calque_json_error(void) {
    json_error_t error = {0};
    return error;
}
