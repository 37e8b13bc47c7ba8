/*
 * model_index.h - where the buckets of a table of a model begin.
 *
 * Section: 1 byte: log2 of the number of buckets (3 to 16); for each eight
 * buckets a uint32: how many entries come before them, and 8 bytes: how many
 * entries each of them has (at most 31, so that seven of them fit a byte).
 * Little-endian. An entry's bucket is told by the low bits of its hash.
 */
#ifndef MODEL_INDEX_H
#define MODEL_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "str.h"

enum { INDEX_ENTRIES_MAX = 31 /* of a bucket */ };

struct model_index {
	const unsigned char *block; /* 12 bytes for eight buckets */
	uint32_t mask;
};

/* Takes the index off the front of a section, which is kept; false when it is
 * too short. */
bool model_index_open(struct model_index *x, struct str *section);
/* Whether an index from a stranger is that of n entries. */
bool model_index_check(const struct model_index *x, size_t n);
/* Asks the processor for the block that model_index_find() will read. */
void model_index_fetch(const struct model_index *x, uint32_t hash);
/* The number of entries in the bucket of hash, and the first one's. */
uint32_t model_index_find(const struct model_index *x, uint32_t hash,
                          uint32_t *first);

/* log2 of the number of buckets for n entries, about `each` in one. */
int model_index_bits(size_t n, size_t each);
/* Bytes of an index with 2^bits buckets. */
size_t model_index_size(int bits);
/* Appends an index; count: of each of the 2^bits buckets. */
void model_index_write(struct buf *out, const uint32_t *count, int bits);

#endif
