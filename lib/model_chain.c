/* model_chain.c - linear models over a row of tokens: names, best path. */
#include "model_chain.h"

#include <string.h>

enum { PAIRS_SIZE = 2 * CHAIN_TAGS * CHAIN_TAGS };

static uint32_t
get16(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8;
}

static uint32_t
get32(const unsigned char *p)
{
	return get16(p) | get16(p + 2) << 16;
}

/* After the end of a name, or none, comes O or a name's start; after its start
 * or inside comes its inside or end. */
#define CLOSED { 9, { 0, 3, 4, 7, 8, 11, 12, 15, 16 } }
#define OPEN(t) { 2, { CHAIN_TAG(t, CHAIN_BEGIN), CHAIN_TAG(t, CHAIN_INSIDE) } }
#define TYPE(t) CLOSED, OPEN(t), OPEN(t), CLOSED

const struct chain_before chain_before[CHAIN_TAGS] = {
	CLOSED, TYPE(0), TYPE(1), TYPE(2), TYPE(3)
};

bool
chain_allows(int before, int after)
{
	const struct chain_before *b = &chain_before[after];

	for (int i = 0; i < b->n; i++)
		if (b->tag[i] == before)
			return true;
	return false;
}

/* Rows fill the bucket exactly. */
static bool
bucket_is_sound(const unsigned char *p, const unsigned char *end)
{
	return (size_t)(end - p) == 1 + (size_t)*p * (2 + CHAIN_TAGS);
}

bool
chain_check(const struct chain *c)
{
	size_t size = (size_t)(c->end - c->row);

	if (get32(c->start) != 0)
		return false;
	for (size_t b = 0; b <= c->mask; b++) {
		size_t at = get32(c->start + 4 * b);
		size_t end = get32(c->start + 4 * (b + 1));

		if (at > end || end > size || (at < end &&
		    !bucket_is_sound(c->row + at, c->row + end)))
			return false;
	}
	return true;
}

bool
chain_open(struct chain *c, struct str section)
{
	const unsigned char *p = (const unsigned char *)section.p;
	size_t buckets;

	if (section.n < PAIRS_SIZE + 1 || p[PAIRS_SIZE] > 24)
		return false;
	for (int i = 0; i < CHAIN_TAGS; i++)
		for (int j = 0; j < CHAIN_TAGS; j++)
			c->pair[i][j] = (int16_t)get16(p +
			    2 * (i * CHAIN_TAGS + j));
	buckets = (size_t)1 << p[PAIRS_SIZE];
	if (section.n < PAIRS_SIZE + 1 + 4 * (buckets + 1))
		return false;
	c->mask = (uint32_t)buckets - 1;
	c->start = p + PAIRS_SIZE + 1;
	c->row = c->start + 4 * (buckets + 1);
	c->end = p + section.n;
	return true;
}

static const unsigned char *
bucket_of(const struct chain *c, uint32_t feature)
{
	return c->start + 4 * (size_t)(feature & c->mask);
}

/* The row of a feature, or NULL. */
static const signed char *
find_row(const struct chain *c, uint32_t feature)
{
	const unsigned char *bucket = bucket_of(c, feature);
	const unsigned char *p = c->row + get32(bucket);
	size_t n, k;

	if (p == c->row + get32(bucket + 4))
		return NULL;
	n = *p++;
	for (k = 0; k < n && get16(p + 2 * k) != feature >> 16; k++)
		;
	return k == n ? NULL
	              : (const signed char *)p + 2 * n + k * CHAIN_TAGS;
}

/* Two rounds ahead tell the processor what will be read: the table is larger
 * than its caches, and waiting for one row after the other took half of all
 * time. The sums are 16 bits wide so that compilers add a row at once. */
void
chain_score(const struct chain *c, const uint32_t *feature, size_t n,
            int16_t score[CHAIN_TAGS])
{
	int16_t sum[CHAIN_TAGS - 1] = { 0 };
	int16_t none = 0;

	for (size_t i = 0; i < n; i++)
		__builtin_prefetch(bucket_of(c, feature[i]));
	for (size_t i = 0; i < n; i++)
		__builtin_prefetch(c->row + get32(bucket_of(c, feature[i])));
	for (size_t i = 0; i < n; i++) {
		const signed char *w = find_row(c, feature[i]);

		if (w == NULL)
			continue;
		none = (int16_t)(none + w[0]);
		for (int k = 0; k < CHAIN_TAGS - 1; k++)
			sum[k] = (int16_t)(sum[k] + w[1 + k]);
	}
	score[0] = none;
	memcpy(score + 1, sum, sizeof(sum));
}

static const int32_t never = INT32_MIN / 2;

/* The best tag before `after`, and its score with the pair. */
static int
best_before(const struct chain *c, const int32_t *score, int after,
            int32_t *value)
{
	const struct chain_before *b = &chain_before[after];
	int best = b->tag[0];

	*value = never;
	for (int i = 0; i < b->n; i++) {
		int before = b->tag[i];
		int32_t s = score[before] + c->pair[before][after];

		if (s > *value) {
			*value = s;
			best = before;
		}
	}
	return best;
}

void
chain_decode(const struct chain *c, int32_t (*score)[CHAIN_TAGS], size_t n,
             unsigned char *tag)
{
	unsigned char from[CHAIN_MAX][CHAIN_TAGS];
	int32_t last[CHAIN_TAGS], value;
	int best;

	for (int t = 0; t < CHAIN_TAGS; t++)
		last[t] = t == 0 ? 0 : never;
	for (size_t i = 0; i < n; i++) {
		for (int t = 0; t < CHAIN_TAGS; t++) {
			from[i][t] = (unsigned char)best_before(c, last, t,
			                                        &value);
			score[i][t] += value;
		}
		memcpy(last, score[i], sizeof(last));
	}
	best = best_before(c, last, 0, &value);
	for (size_t i = n; i-- > 0; best = from[i][best])
		tag[i] = (unsigned char)best;
}
