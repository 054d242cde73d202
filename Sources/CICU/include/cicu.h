/// An opaque shim over the system's libicu: none of ICU's own headers is included here, since they
/// rename functions by macro and clash with those that Foundation brings.
#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stdint.h>

/// ICU's version, as "72.1".
const char *cicu_version(void);

#endif
