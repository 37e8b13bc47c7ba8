/*
 * model_chain.h - linear models over a row of tokens: names, best path.
 *
 * A tag is O (0) or, of each of four types, the begin, inside, last token of a
 * longer name, or a name of one token (BILOU). The weights of a feature are
 * one row, found by its 32-bit hash; a feature that training did not keep has
 * none. Scores are sums of integers.
 *
 * Section: 17 x 17 int16 for pairs of tags; a model_index; the buckets. A
 * bucket: of each row the high 16 bits of the hash; the rows, 9 bytes each. A
 * weight is one of 16 levels, -8 to 7, times the row's step: the first byte
 * has the step less one in its high half and the level of O, plus 8, in the
 * low half; then come the levels of the other tags, half a byte each, the low
 * half first. Little-endian.
 */
#ifndef MODEL_CHAIN_H
#define MODEL_CHAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model_index.h"

enum {
	CHAIN_TYPES = 4,
	CHAIN_TAGS = 1 + 4 * CHAIN_TYPES,
	CHAIN_ONE = 32,  /* a score of 32 is a log-odds of 1 */
	CHAIN_MAX = 1024, /* tokens of one row */
	CHAIN_GROUPS = 3, /* of features, for training */
	CHAIN_FEATURES_MAX = 250, /* of a token: sums fit 16 bits */
	CHAIN_HASH = 2, /* bytes of a row's hash */
	CHAIN_ROW = 1 + (CHAIN_TAGS - 1) / 2, /* bytes of its weights */
	CHAIN_STEPS = 16, /* a step is 1 to 16 */
	CHAIN_LEVELS = 8  /* a level is at least -8 and below 8 */
};

enum chain_part { CHAIN_BEGIN, CHAIN_INSIDE, CHAIN_LAST, CHAIN_UNIT };

struct chain {
	int16_t pair[CHAIN_TAGS][CHAIN_TAGS]; /* before, after */
	struct model_index index;
	const unsigned char *row;
	size_t nrow;
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
/* Whether a section from a stranger can be searched. */
bool chain_check(const struct chain *c);
/* The sums of the weights of n <= CHAIN_FEATURES_MAX features. */
void chain_score(const struct chain *c, const uint32_t *feature, size_t n,
                 int16_t score[CHAIN_TAGS]);
/* The best allowed row of tags for n <= CHAIN_MAX scores. */
void chain_decode(const struct chain *c, int32_t (*score)[CHAIN_TAGS],
                  size_t n, unsigned char *tag);

/* How far the best row of tags with a type at a token is behind the best of
 * all: 0 or less; margin[i][0] is that of O, then come the types. score
 * becomes sums. */
void chain_margins(const struct chain *c, int32_t (*score)[CHAIN_TAGS],
                   size_t n, int32_t (*margin)[1 + CHAIN_TYPES]);

#endif
