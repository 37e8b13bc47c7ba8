/*
 * model_chain.h - linear models over a row of tokens: names, best path.
 *
 * A tag is O (0) or, of each of four types, the begin, inside, last token of a
 * longer name, or a name of one token (BILOU). The weights of a feature are
 * one row of bytes, found by its 32-bit hash; a feature that training did not
 * keep has none. Scores are sums of integers.
 *
 * Section: 17 x 17 int16 for pairs of tags; 1 byte: log2 of the number of
 * buckets; a uint32 a bucket and one more: where it starts; the buckets. A
 * bucket: 1 byte: its number of rows; of each row the high 16 bits of the
 * hash; the rows: a signed byte a tag. An empty bucket has no bytes.
 * Little-endian.
 */
#ifndef MODEL_CHAIN_H
#define MODEL_CHAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "str.h"

enum {
	CHAIN_TYPES = 4,
	CHAIN_TAGS = 1 + 4 * CHAIN_TYPES,
	CHAIN_ONE = 32,  /* a score of 32 is a log-odds of 1 */
	CHAIN_MAX = 1024, /* tokens of one row */
	CHAIN_FEATURES_MAX = 250 /* of a token: sums fit 16 bits */
};

enum chain_part { CHAIN_BEGIN, CHAIN_INSIDE, CHAIN_LAST, CHAIN_UNIT };

struct chain {
	int16_t pair[CHAIN_TAGS][CHAIN_TAGS]; /* before, after */
	const unsigned char *start; /* 4 bytes a bucket */
	const unsigned char *row, *end;
	uint32_t mask;
};

/* The tag after one of type and part. */
#define CHAIN_TAG(type, part) (1 + 4 * (int)(type) + (int)(part))

enum { CHAIN_BEFORE_MAX = 1 + 2 * CHAIN_TYPES };

/* The tags that may come before a tag; O stands for both ends of a row. */
extern const struct chain_before {
	unsigned char n;
	unsigned char tag[CHAIN_BEFORE_MAX];
} chain_before[CHAIN_TAGS];

/* Whether `after` may follow `before`. */
bool chain_allows(int before, int after);
/* section is kept and must outlive the chain; false when it is too short. */
bool chain_open(struct chain *c, struct str section);
/* Whether a section from a stranger can be searched: rows fill their buckets
 * exactly, and buckets come in order. */
bool chain_check(const struct chain *c);
/* The sums of the weights of n <= CHAIN_FEATURES_MAX features. */
void chain_score(const struct chain *c, const uint32_t *feature, size_t n,
                 int16_t score[CHAIN_TAGS]);
/* The best allowed row of tags for n <= CHAIN_MAX scores. */
void chain_decode(const struct chain *c, int32_t (*score)[CHAIN_TAGS],
                  size_t n, unsigned char *tag);

#endif
