/*
 * sent_scan.h - skips to the bytes that can end a sentence.
 *
 * They are the newline, . ! ? " ( ) [ ] and 0xE2, with which the ellipsis and
 * the curly quotation marks begin. Blocks of SCAN_BLOCK bytes become masks of
 * bits, some blocks at a time: by AVX2 or SSE2 where the processor has them,
 * else by arithmetic on words of eight bytes. All ways give the same bits.
 */
#ifndef SENT_SCAN_H
#define SENT_SCAN_H

#include <stddef.h>
#include <stdint.h>

#include "str.h"

enum { SCAN_BLOCK = 64, SCAN_BLOCKS = 32 };

/* Bit i of mask[k]: p[k * SCAN_BLOCK + i] is a mark. */
typedef void scan_masker(uint64_t *mask, const char *p, size_t blocks);

/* The ways that this processor has, best first; NULL after the last. */
scan_masker *scan_way(size_t i);

struct scan {
	scan_masker *way;
	struct str text;
	size_t base; /* the masks are of the bytes from there on */
	size_t n;    /* bytes that they are of; a set bit is behind them */
	uint64_t mask[SCAN_BLOCKS + 1];
};

void scan_begin(struct scan *s, struct str text);
/* The same as scan_next(), when no mask is of at. */
size_t scan_on(struct scan *s, size_t at);

/* The first mark of the masks from the byte base + i on, or n: less base. */
static inline size_t
scan_masks(const struct scan *s, size_t i)
{
	size_t k = i / SCAN_BLOCK;
	uint64_t mask = s->mask[k] & UINT64_MAX << i % SCAN_BLOCK;

	while (mask == 0)
		mask = s->mask[++k];
	return k * SCAN_BLOCK + (size_t)__builtin_ctzll(mask);
}

/* The first mark at or after at, or text.n. */
static inline size_t
scan_next(struct scan *s, size_t at)
{
	size_t i = at - s->base; /* past n when at is before base */

	if (i < s->n) {
		i = scan_masks(s, i);
		at = s->base + i;
	}
	return i < s->n ? at : scan_on(s, at);
}

#endif
