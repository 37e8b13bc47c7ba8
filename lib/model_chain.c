/* model_chain.c - linear models over a row of tokens: names, best path. */
#include "model_chain.h"

#include <string.h>

enum { PAIRS_SIZE = 2 * CHAIN_TAGS * CHAIN_TAGS };

static uint32_t
get16(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8;
}

static uint64_t
get64(const unsigned char *p)
{
	return (uint64_t)get16(p) | (uint64_t)get16(p + 2) << 16 |
	       (uint64_t)get16(p + 4) << 32 | (uint64_t)get16(p + 6) << 48;
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

bool
chain_check(const struct chain *c)
{
	return model_index_check(&c->index, c->nrow);
}

bool
chain_open(struct chain *c, struct str section)
{
	const unsigned char *p = (const unsigned char *)section.p;

	if (section.n < PAIRS_SIZE)
		return false;
	for (int i = 0; i < CHAIN_TAGS; i++)
		for (int j = 0; j < CHAIN_TAGS; j++)
			c->pair[i][j] = (int16_t)get16(p +
			    2 * (i * CHAIN_TAGS + j));
	section = str_from(section, PAIRS_SIZE);
	if (!model_index_open(&c->index, &section))
		return false;
	c->row = (const unsigned char *)section.p;
	c->nrow = section.n / (CHAIN_HASH + CHAIN_ROW);
	return true;
}

/* Where a bucket is, and the number of its rows. */
struct bucket {
	const unsigned char *p;
	uint32_t n;
};

static struct bucket
bucket_of(const struct chain *c, uint32_t feature)
{
	uint32_t first, n = model_index_find(&c->index, feature, &first);

	return (struct bucket){
		c->row + (size_t)first * (CHAIN_HASH + CHAIN_ROW), n };
}

/* The row of a feature, or NULL. */
static const unsigned char *
find_row(struct bucket b, uint32_t feature)
{
	uint32_t k;

	for (k = 0; k < b.n && get16(b.p + CHAIN_HASH * k) != feature >> 16;
	    k++)
		;
	return k == b.n ? NULL : b.p + CHAIN_HASH * b.n + CHAIN_ROW * k;
}

/* Sums of levels times steps: four tags in the 16-bit parts of a word, which
 * are never negative and hold 250 times 15 times 16. */
struct sums {
	uint64_t part[4];
	uint32_t none, steps;
};

static void
add_row(struct sums *s, const unsigned char *w)
{
	const uint64_t every = 0x000F000F000F000FU;
	uint64_t x = get64(w + 1);
	uint32_t step = (uint32_t)(*w >> 4) + 1;

	s->steps += step;
	s->none += (*w & 15) * step;
	for (int k = 0; k < 4; k++)
		s->part[k] += (x >> 4 * k & every) * step;
}

/* Two rounds ahead tell the processor what will be read: the table is larger
 * than its caches, and waiting for one row after the other took half of all
 * time. */
void
chain_score(const struct chain *c, const uint32_t *feature, size_t n,
            int16_t score[CHAIN_TAGS])
{
	struct bucket at[CHAIN_FEATURES_MAX];
	struct sums s = { 0 };
	int low;

	for (size_t i = 0; i < n; i++)
		model_index_fetch(&c->index, feature[i]);
	for (size_t i = 0; i < n; i++) {
		at[i] = bucket_of(c, feature[i]);
		__builtin_prefetch(at[i].p);
		__builtin_prefetch(at[i].p + at[i].n * CHAIN_ROW);
	}
	for (size_t i = 0; i < n; i++) {
		const unsigned char *w = find_row(at[i], feature[i]);

		if (w != NULL)
			add_row(&s, w);
	}
	low = (int)s.steps * CHAIN_LEVELS;
	score[0] = (int16_t)((int)s.none - low);
	for (int k = 0; k < CHAIN_TAGS - 1; k++)
		score[1 + k] = (int16_t)((int)(s.part[k % 4] >> k / 4 * 16 &
		                               0xFFFF) - low);
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

/* The first token of a row comes after O. */
static void
begin(const struct chain *c, int32_t *score)
{
	for (int t = 0; t < CHAIN_TAGS; t++)
		score[t] += chain_before[t].tag[0] == 0 ? c->pair[0][t]
		                                        : never;
}

void
chain_decode(const struct chain *c, int32_t (*score)[CHAIN_TAGS], size_t n,
             unsigned char *tag)
{
	unsigned char from[CHAIN_MAX][CHAIN_TAGS];
	int32_t value;
	int best;

	if (n == 0)
		return;
	begin(c, score[0]);
	memset(from[0], 0, sizeof(from[0]));
	for (size_t i = 1; i < n; i++)
		for (int t = 0; t < CHAIN_TAGS; t++) {
			from[i][t] = (unsigned char)best_before(c,
			    score[i - 1], t, &value);
			score[i][t] += value;
		}
	best = best_before(c, score[n - 1], 0, &value);
	for (size_t i = n; i-- > 0; best = from[i][best])
		tag[i] = (unsigned char)best;
}

/* Best sums of rows up to each token and tag, in place. */
static void
sum_ahead(const struct chain *c, int32_t (*score)[CHAIN_TAGS], size_t n)
{
	int32_t value;

	begin(c, score[0]);
	for (size_t i = 1; i < n; i++)
		for (int t = 0; t < CHAIN_TAGS; t++) {
			best_before(c, score[i - 1], t, &value);
			score[i][t] += value;
		}
}

/* Given the best whole rows through the tags of a token, those through the
 * tags of the token before it, whose sums are ahead. */
static void
step_back(const struct chain *c, const int32_t *ahead, int32_t *through)
{
	int32_t found[CHAIN_TAGS], value;

	for (int t = 0; t < CHAIN_TAGS; t++)
		found[t] = never;
	for (int t = 0; t < CHAIN_TAGS; t++) {
		const struct chain_before *b = &chain_before[t];

		best_before(c, ahead, t, &value);
		for (int i = 0; i < b->n; i++) {
			int k = b->tag[i];
			int64_t s = (int64_t)ahead[k] + c->pair[k][t] -
			            value + through[t];

			if (s > found[k])
				found[k] = (int32_t)s;
		}
	}
	memcpy(through, found, sizeof(found));
}

static void
margins_of(const int32_t *through, int32_t *margin)
{
	int32_t best = through[0];

	margin[0] = through[0];
	for (int y = 0; y < CHAIN_TYPES; y++)
		margin[1 + y] = never;
	for (int t = 1; t < CHAIN_TAGS; t++) {
		int32_t *m = &margin[1 + (t - 1) / 4];

		*m = through[t] > *m ? through[t] : *m;
		best = through[t] > best ? through[t] : best;
	}
	for (int y = 0; y <= CHAIN_TYPES; y++)
		margin[y] = margin[y] < never / 2 ? never : margin[y] - best;
}

void
chain_margins(const struct chain *c, int32_t (*score)[CHAIN_TAGS], size_t n,
              int32_t (*margin)[1 + CHAIN_TYPES])
{
	int32_t through[CHAIN_TAGS];

	if (n == 0)
		return;
	sum_ahead(c, score, n);
	for (int t = 0; t < CHAIN_TAGS; t++)
		through[t] = chain_allows(t, 0) ? score[n - 1][t] +
		                                  c->pair[t][0] : never;
	margins_of(through, margin[n - 1]);
	for (size_t i = n - 1; i-- > 0;) {
		step_back(c, score[i], through);
		margins_of(through, margin[i]);
	}
}
