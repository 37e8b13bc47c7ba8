/*
 * freq_class.h - 64 bytes of text at once as bit masks; bit i is byte i.
 *
 * freq_class_best() picks the variant for this processor; every variant gives
 * the same masks, which a test proves.
 */
#ifndef FREQ_CLASS_H
#define FREQ_CLASS_H

#include <stddef.h>
#include <stdint.h>

enum { FREQ_BLOCK = 64 };

struct freq_masks {
	uint64_t word; /* ASCII letters and digits, and what is rare: # / @ _ */
	uint64_t high; /* bytes of 0x80 and above */
	uint64_t mark; /* " # & ' + , - . / : ; @ _ to be looked at one by
	                * one between others, and those of word always */
};

typedef void freq_class_fn(const char p[FREQ_BLOCK], struct freq_masks *m);

freq_class_fn *freq_class_best(void);
/* All variants that this processor can run, the scalar one first; NULL ends
 * them. */
freq_class_fn *const *freq_class_all(void);

#endif
