/* fuzz.h - what every fuzz target needs. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* A law that must hold for any input: a crash that the fuzzer keeps. */
#define LAW(condition)                  \
	do {                            \
		if (!(condition))       \
			abort();        \
	} while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
