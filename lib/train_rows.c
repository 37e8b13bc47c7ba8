/* train_rows.c - the weights of a chain model while it is trained. */
#include "train_rows.h"

#include <math.h>
#include <stdlib.h>

#include "arena.h"

enum {
	ROWS_A_BUCKET = 4,
	ROW_SIZE = CHAIN_HASH + CHAIN_ROW
};

static int
by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

/* One run of equal hashes after the other: a row for each that is long. */
static void
make_rows(struct train_rows *r, const uint32_t *sorted, size_t n,
          size_t at_least)
{
	for (size_t i = 0, end; i < n; i = end) {
		for (end = i; end < n && sorted[end] == sorted[i]; end++)
			;
		if (end - i < at_least)
			continue;
		r->hash[r->n] = sorted[i];
		r->count[r->n++] = (uint32_t)(end - i);
	}
}

static uint32_t
row_of(const struct train_rows *r, uint32_t hash)
{
	size_t lo = 1, hi = r->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (r->hash[mid] == hash)
			return (uint32_t)mid;
		if (r->hash[mid] > hash)
			hi = mid;
		else
			lo = mid + 1;
	}
	return 0;
}

void
train_rows_index(struct train_rows *r, uint32_t *feature, size_t n,
                 size_t at_least)
{
	uint32_t *sorted = mem_alloc(n + 1, sizeof(*sorted));

	for (size_t i = 0; i < n; i++)
		sorted[i] = feature[i];
	qsort(sorted, n, sizeof(*sorted), by_number);
	r->hash = mem_alloc(n / at_least + 1, sizeof(*r->hash));
	r->count = mem_alloc(n / at_least + 1, sizeof(*r->count));
	r->n = 1;
	make_rows(r, sorted, n, at_least);
	free(sorted);
	for (size_t i = 0; i < n; i++)
		feature[i] = row_of(r, feature[i]);
	r->row = mem_alloc(r->n, sizeof(*r->row));
	r->sum = mem_alloc(r->n, sizeof(*r->sum));
	r->dropped = mem_alloc(r->n, sizeof(*r->dropped));
	r->dropped[0] = true;
}

void
train_rows_fetch(const struct train_rows *r, uint32_t row)
{
	const char *p = (const char *)&r->row[row];

	for (size_t i = 0; i < sizeof(*r->row); i += 64)
		__builtin_prefetch(p + i);
}

void
train_rows_score(const struct train_rows *r, uint32_t row,
                 float score[CHAIN_TAGS])
{
	const float *w = r->row[row].w;

	if (r->dropped[row])
		return;
	for (int j = 0; j < CHAIN_TAGS; j++)
		score[j] += w[j];
}

void
train_rows_step(struct train_rows *r, uint32_t row,
                const struct train_grad *g, float rate)
{
	float *w = r->row[row].w, *g2 = r->row[row].g2;

	if (r->dropped[row])
		return;
	for (int i = 0; i < g->n; i++) {
		int j = g->tag[i];

		g2[j] += g->value[i] * g->value[i];
		w[j] += rate * g->value[i] / sqrtf(g2[j] + 1e-6f);
	}
}

/* The level that is nearest to a weight. */
static int
level(float w, int step)
{
	long q = lrintf(w * CHAIN_ONE / (float)step);

	return q >= CHAIN_LEVELS ? CHAIN_LEVELS - 1
	     : q < -CHAIN_LEVELS ? -CHAIN_LEVELS : (int)q;
}

/* What a step loses of a row: the sum of squared errors. */
static float
loss(const float *w, int step)
{
	float sum = 0;

	for (int j = 0; j < CHAIN_TAGS; j++) {
		float e = w[j] * CHAIN_ONE - (float)(level(w[j], step) * step);

		sum += e * e;
	}
	return sum;
}

static int
best_step(const float *w)
{
	float least = loss(w, 1);
	int best = 1;

	for (int step = 2; step <= CHAIN_STEPS; step++) {
		float l = loss(w, step);

		if (l < least) {
			least = l;
			best = step;
		}
	}
	return best;
}

static bool
is_written(const struct train_rows *r, size_t row)
{
	bool any = false;

	for (int j = 0; j < CHAIN_TAGS; j++)
		any |= level(r->row[row].w[j], 1) != 0;
	return any && !r->dropped[row];
}

/* How much of the training data's scores a row moves. */
static float
usefulness(const struct train_rows *r, size_t row)
{
	float sum = 0;

	for (int j = 0; j < CHAIN_TAGS; j++)
		sum += r->row[row].w[j] * r->row[row].w[j];
	return sqrtf(sum) * sqrtf((float)r->count[row]);
}

struct ranked {
	float use;
	uint32_t row;
};

static int
by_use(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->use > y->use || x->use < y->use)
		return x->use > y->use ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

/* Of a section with so many rows, without the pairs of tags. */
static size_t
size_of(size_t rows)
{
	return rows * ROW_SIZE +
	       model_index_size(model_index_bits(rows, ROWS_A_BUCKET));
}

void
train_rows_prune(struct train_rows *r, size_t room)
{
	struct ranked *v = mem_alloc(r->n, sizeof(*v));
	size_t kept = 0;

	for (size_t i = 1; i < r->n; i++)
		v[i - 1] = (struct ranked){ usefulness(r, i), (uint32_t)i };
	qsort(v, r->n - 1, sizeof(*v), by_use);
	for (size_t i = 0; i + 1 < r->n; i++) {
		if (is_written(r, v[i].row) &&
		    size_of(kept + 1) <= room)
			kept++;
		else
			r->dropped[v[i].row] = true;
	}
	free(v);
}

void
train_rows_remember(struct train_rows *r)
{
	for (size_t i = 0; i < r->n; i++)
		for (int j = 0; j < CHAIN_TAGS; j++)
			r->sum[i][j] += r->row[i].w[j];
}

void
train_rows_average(struct train_rows *r, int n)
{
	for (size_t i = 0; i < r->n; i++)
		for (int j = 0; j < CHAIN_TAGS; j++) {
			r->row[i].w[j] = r->sum[i][j] / (float)n;
			r->sum[i][j] = 0;
		}
}

void
train_rows_scale(struct train_rows *r, double by)
{
	for (size_t i = 0; i < r->n; i++)
		for (int j = 0; j < CHAIN_TAGS; j++)
			r->row[i].w[j] *= (float)by;
}

static void
put_number(struct buf *out, uint32_t value, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buf_char(out, (char)(value >> 8 * i & 0xFF));
}

static void
put_row(const struct train_rows *r, size_t row, struct buf *out)
{
	const float *w = r->row[row].w;
	int step = best_step(w);

	put_number(out, (uint32_t)(level(w[0], step) + CHAIN_LEVELS +
	                           (step - 1) * 16), 1);
	for (int k = 1; k < CHAIN_ROW; k++) {
		int low = level(w[2 * k - 1], step);
		int high = level(w[2 * k], step);

		put_number(out, (uint32_t)(low + CHAIN_LEVELS +
		                           (high + CHAIN_LEVELS) * 16), 1);
	}
}

static void
put_bucket(const struct train_rows *r, uint32_t first, const uint32_t *next,
           struct buf *out)
{
	int left = INDEX_ENTRIES_MAX;

	for (uint32_t i = first; i != 0 && left > 0; i = next[i], left--)
		put_number(out, r->hash[i] >> 16, CHAIN_HASH);
	left = INDEX_ENTRIES_MAX;
	for (uint32_t i = first; i != 0 && left > 0; i = next[i], left--)
		put_row(r, i, out);
}

/* Rows in the order of their buckets: a list a bucket, filled from behind so
 * that hashes ascend in it. */
static void
put_buckets(const struct train_rows *r, int bits, struct buf *out)
{
	uint32_t mask = (1U << bits) - 1;
	uint32_t *head = mem_alloc((size_t)mask + 1, sizeof(*head));
	uint32_t *count = mem_alloc((size_t)mask + 1, sizeof(*count));
	uint32_t *next = mem_alloc(r->n, sizeof(*next));

	for (size_t i = r->n - 1; i > 0; i--)
		if (is_written(r, i)) {
			uint32_t b = r->hash[i] & mask;

			next[i] = head[b];
			head[b] = (uint32_t)i;
			count[b] += count[b] < INDEX_ENTRIES_MAX;
		}
	model_index_write(out, count, bits);
	for (uint32_t b = 0; b <= mask; b++)
		put_bucket(r, head[b], next, out);
	free(head);
	free(count);
	free(next);
}

void
train_rows_write(const struct train_rows *r, struct buf *out)
{
	size_t kept = 0;

	for (size_t i = 1; i < r->n; i++)
		kept += is_written(r, i);
	put_buckets(r, model_index_bits(kept, ROWS_A_BUCKET), out);
}

void
train_rows_free(struct train_rows *r)
{
	free(r->row);
	free(r->sum);
	free(r->hash);
	free(r->count);
	free(r->dropped);
}
