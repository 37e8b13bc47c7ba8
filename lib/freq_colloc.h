/*
 * freq_colloc.h - the words around a word or phrase.
 *
 * A token is near when it is at most `window` words from an occurrence of the
 * node, in the same sentence, and not of one itself; it counts once however
 * many occurrences it is near to.
 */
#ifndef FREQ_COLLOC_H
#define FREQ_COLLOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "buf.h"
#include "freq_assoc.h"
#include "freq_vocab.h"
#include "input.h"
#include "str.h"

enum { FREQ_NODE_MAX = 16 };

enum freq_colloc_order {
	FREQ_BY_LOGDICE,
	FREQ_BY_MI,
	FREQ_BY_T,
	FREQ_BY_G2,
	FREQ_BY_OBSERVED
};

struct freq_colloc_row {
	struct str word;
	uint64_t count, observed;
	double expected, mi, t, logdice, g2;
};

struct freq_colloc {
	unsigned rules;
	size_t window;
	bool across;
	uint32_t node[FREQ_NODE_MAX]; /* numbers of its words */
	size_t node_n;

	struct freq_vocab vocab;
	uint64_t *count, *observed;   /* by number - 1 */
	size_t room;
	uint64_t words, nodes, near;  /* tokens: all, of nodes, near one */
	uint64_t node_count;          /* occurrences */
	uint32_t *token;              /* of the sentence */
	unsigned char *mark;          /* of each: enum in freq_colloc.c */
	size_t tokens, token_room;
	struct freq_colloc_row *row;
	size_t rows;
	struct arena a;
	struct buf key;
};

/* False when node has no word, or more than FREQ_NODE_MAX. The fields up to
 * across are the caller's to set before. */
bool freq_colloc_open(struct freq_colloc *c, struct str node);
void freq_colloc_part(struct freq_colloc *c, const struct doc *part);
/* Rows of words that are near min times, the strongest first, equal ones by
 * observed, then code points. */
void freq_colloc_finish(struct freq_colloc *c, uint64_t min,
                        enum freq_colloc_order order);
void freq_colloc_close(struct freq_colloc *c);

#endif
