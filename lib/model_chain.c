/* model_chain.c - linear models over a row of tokens: names, best path. */
#include "model_chain.h"

#include <string.h>

enum { PAIRS_SIZE = 2 * CHAIN_TAGS * CHAIN_TAGS, ROW_HEAD = 5 };

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

bool
chain_allows(int before, int after)
{
	int part = before == 0 ? CHAIN_UNIT : (before - 1) % CHAIN_TYPES;
	int next = after == 0 ? CHAIN_UNIT : (after - 1) % CHAIN_TYPES;

	if (part == CHAIN_LAST || part == CHAIN_UNIT)
		return next == CHAIN_BEGIN || next == CHAIN_UNIT;
	return (next == CHAIN_INSIDE || next == CHAIN_LAST) &&
	       (before - 1) / CHAIN_TYPES == (after - 1) / CHAIN_TYPES &&
	       after != 0;
}

static size_t
row_size(const unsigned char *row)
{
	return ROW_HEAD + (size_t)__builtin_popcount(get16(row + 2));
}

bool
chain_check(const struct chain *c)
{
	size_t at = 0;
	size_t size = (size_t)(c->end - c->row);

	for (uint32_t b = 0; b <= c->mask; b++) {
		size_t end = get32(c->start + 4 * (b + 1));

		if (get32(c->start + 4 * (size_t)b) != at || end > size)
			return false;
		while (at < end) {
			if (end - at < ROW_HEAD)
				return false;
			at += row_size(c->row + at);
		}
		if (at != end)
			return false;
	}
	return at == size;
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
find_row(const struct chain *c, uint32_t feature)
{
	const unsigned char *bucket = c->start + 4 * (size_t)(feature &
	                                                      c->mask);
	const unsigned char *row = c->row + get32(bucket);
	const unsigned char *end = c->row + get32(bucket + 4);

	for (; row < end; row += row_size(row))
		if (get16(row) == feature >> 16)
			return row;
	return NULL;
}

void
chain_score(const struct chain *c, const uint32_t *feature, size_t n,
            int32_t score[CHAIN_TAGS])
{
	for (size_t i = 0; i < n; i++) {
		const unsigned char *row = find_row(c, feature[i]);
		const signed char *w;
		uint32_t tags;

		if (row == NULL)
			continue;
		w = (const signed char *)row + 4;
		score[0] += *w++;
		for (tags = get16(row + 2); tags != 0; tags &= tags - 1)
			score[1 + __builtin_ctz(tags)] += *w++;
	}
}

static const int32_t never = INT32_MIN / 2;

/* The best tag before `after`, and its score with the pair. */
static int
best_before(const struct chain *c, const int32_t *score, int after,
            int32_t *value)
{
	int best = 0;

	*value = never;
	for (int before = 0; before < CHAIN_TAGS; before++) {
		int32_t s;

		if (score[before] <= never || !chain_allows(before, after))
			continue;
		s = score[before] + c->pair[before][after];
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
			score[i][t] = value <= never ? never
			                             : value + score[i][t];
		}
		memcpy(last, score[i], sizeof(last));
	}
	best = best_before(c, last, 0, &value);
	for (size_t i = n; i-- > 0; best = from[i][best])
		tag[i] = (unsigned char)best;
}
