/*
 * sent_scan.h - skips to the bytes that can end a sentence.
 *
 * They are the newline, . ! ? " ( ) [ ] and 0xE2, with which the ellipsis and
 * the curly quotation marks begin. Blocks of SCAN_BLOCK bytes become masks of
 * bits, and these a list, some blocks at a time: by AVX2 or SSE2 where the
 * processor has them, else by arithmetic on words of eight bytes. All ways give
 * the same marks.
 */
#ifndef SENT_SCAN_H
#define SENT_SCAN_H

#include <stddef.h>
#include <stdint.h>

#include "str.h"

enum { SCAN_BLOCK = 64, SCAN_BLOCKS = 32, SCAN_SLACK = 3 };

/* Writes where the marks of the blocks at p are, less p, and returns the end
 * of these; SCAN_SLACK more may be written over. */
typedef uint16_t *scan_marker(uint16_t *to, const char *p, size_t blocks);

/* The ways that this processor has, best first; NULL after the last. */
scan_marker *scan_way(size_t i);

struct scan {
	scan_marker *way;
	struct str text;
	size_t base; /* the marks of the bytes from there on are known */
	uint32_t n;  /* of so many bytes */
	uint32_t at; /* the last one found, in mark */
	/* Less base; n is behind the last. */
	uint16_t mark[SCAN_BLOCK * SCAN_BLOCKS + SCAN_SLACK];
};

void scan_begin(struct scan *s, struct str text);
/* The same as scan_next(), when no mark is known at or behind at. */
size_t scan_on(struct scan *s, size_t at);

/* The first mark at or after at, or text.n. */
static inline size_t
scan_next(struct scan *s, size_t at)
{
	size_t i = at - s->base; /* past n when at is before base */
	uint32_t k = s->at;

	if (i >= s->n)
		return scan_on(s, at);
	if (s->mark[k] < i) {
		do
			k++;
		while (s->mark[k] < i);
	} else {
		while (k > 0 && s->mark[k - 1] >= i)
			k--;
	}
	s->at = k;
	at = s->base + s->mark[k];
	return s->mark[k] < s->n ? at : scan_on(s, at);
}

#endif
