/*
 * sent_scan.h - skips to the bytes that can end a sentence.
 *
 * They are the newline, . ! ? " ( ) [ ] and 0xE2, with which the ellipsis and
 * the curly quotation marks begin. Blocks of SCAN_BLOCK bytes become masks of
 * bits: by AVX2 or SSE2 where the processor has them, else by arithmetic on
 * words of eight bytes. All ways give the same bits.
 */
#ifndef SENT_SCAN_H
#define SENT_SCAN_H

#include <stddef.h>
#include <stdint.h>

#include "str.h"

enum { SCAN_BLOCK = 64 };

/* Bit i: p[i] is a mark. */
typedef uint64_t scan_masker(const char *p);

/* The ways that this processor has, best first; NULL after the last. */
scan_masker *scan_way(size_t i);

struct scan {
	scan_masker *mask_of;
	struct str text;
	size_t base;   /* of the block that mask is of */
	uint64_t mask;
};

void scan_begin(struct scan *s, struct str text);
/* The same as scan_next(), when no mark is left in the block. */
size_t scan_on(struct scan *s, size_t at);

/* The first mark at or after at, or text.n. */
static inline size_t
scan_next(struct scan *s, size_t at)
{
	size_t i = at - s->base;

	if (i < SCAN_BLOCK && s->mask >> i != 0)
		return at + (size_t)__builtin_ctzll(s->mask >> i);
	return scan_on(s, at);
}

#endif
