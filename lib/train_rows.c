/* train_rows.c - the weights of a chain model while it is trained. */
#include "train_rows.h"

#include <math.h>
#include <stdlib.h>

#include "arena.h"

/* A row's bytes with its part of the hash and its share of the table of
 * buckets; buckets hold 255 at most. */
enum { ROWS_A_BUCKET = 2, ROW_SIZE = 2 + CHAIN_TAGS + 2, BUCKET_MAX = 255 };

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
	r->w = mem_alloc(r->n, sizeof(*r->w));
	r->g2 = mem_alloc(r->n, sizeof(*r->g2));
	r->sum = mem_alloc(r->n, sizeof(*r->sum));
	r->dropped = mem_alloc(r->n, sizeof(*r->dropped));
	r->dropped[0] = true;
}

void
train_rows_score(const struct train_rows *r, uint32_t row,
                 float score[CHAIN_TAGS])
{
	const float *w = r->w[row];

	if (r->dropped[row])
		return;
	for (int j = 0; j < CHAIN_TAGS; j++)
		score[j] += w[j];
}

void
train_rows_step(struct train_rows *r, uint32_t row,
                const struct train_grad *g, float rate)
{
	float *w = r->w[row], *g2 = r->g2[row];

	if (r->dropped[row])
		return;
	for (int i = 0; i < g->n; i++) {
		int j = g->tag[i];

		g2[j] += g->value[i] * g->value[i];
		w[j] += rate * g->value[i] / sqrtf(g2[j] + 1e-6f);
	}
}

static int
rounded(float w)
{
	long q = lrintf(w * CHAIN_ONE);

	return q > 127 ? 127 : q < -127 ? -127 : (int)q;
}

static bool
is_written(const struct train_rows *r, size_t row)
{
	bool any = false;

	for (int j = 0; j < CHAIN_TAGS; j++)
		any |= rounded(r->w[row][j]) != 0;
	return any && !r->dropped[row];
}

/* How much of the training data's scores a row moves. */
static float
usefulness(const struct train_rows *r, size_t row)
{
	float sum = 0;

	for (int j = 0; j < CHAIN_TAGS; j++)
		sum += r->w[row][j] * r->w[row][j];
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

void
train_rows_prune(struct train_rows *r, size_t room)
{
	struct ranked *v = mem_alloc(r->n, sizeof(*v));
	size_t kept = 0;

	for (size_t i = 1; i < r->n; i++)
		v[i - 1] = (struct ranked){ usefulness(r, i), (uint32_t)i };
	qsort(v, r->n - 1, sizeof(*v), by_use);
	for (size_t i = 0; i + 1 < r->n; i++) {
		if (is_written(r, v[i].row) && (kept + 1) * ROW_SIZE <= room)
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
			r->sum[i][j] += r->w[i][j];
}

void
train_rows_average(struct train_rows *r, int n)
{
	for (size_t i = 0; i < r->n; i++)
		for (int j = 0; j < CHAIN_TAGS; j++) {
			r->w[i][j] = r->sum[i][j] / (float)n;
			r->sum[i][j] = 0;
		}
}

void
train_rows_scale(struct train_rows *r, double by)
{
	for (size_t i = 0; i < r->n; i++)
		for (int j = 0; j < CHAIN_TAGS; j++)
			r->w[i][j] *= (float)by;
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
	for (int j = 0; j < CHAIN_TAGS; j++)
		buf_char(out, (char)rounded(r->w[row][j]));
}

static void
put_bucket(const struct train_rows *r, uint32_t first, const uint32_t *next,
           struct buf *out)
{
	int n = 0, left;

	for (uint32_t i = first; i != 0 && n < BUCKET_MAX; i = next[i])
		n++;
	buf_char(out, (char)n);
	left = n;
	for (uint32_t i = first; left > 0; i = next[i], left--)
		put_number(out, r->hash[i] >> 16, 2);
	left = n;
	for (uint32_t i = first; left > 0; i = next[i], left--)
		put_row(r, i, out);
}

/* Rows in the order of their buckets: a list a bucket, filled from behind so
 * that hashes ascend in it. */
static void
put_buckets(const struct train_rows *r, uint32_t mask, struct buf *out)
{
	uint32_t *head = mem_alloc((size_t)mask + 1, sizeof(*head));
	uint32_t *next = mem_alloc(r->n, sizeof(*next));
	struct buf rows = { 0 };

	for (size_t i = r->n - 1; i > 0; i--)
		if (is_written(r, i)) {
			next[i] = head[r->hash[i] & mask];
			head[r->hash[i] & mask] = (uint32_t)i;
		}
	for (uint32_t b = 0; b <= mask; b++) {
		put_number(out, (uint32_t)rows.n, 4);
		if (head[b] != 0)
			put_bucket(r, head[b], next, &rows);
	}
	put_number(out, (uint32_t)rows.n, 4);
	buf_add(out, buf_str(&rows));
	buf_release(&rows);
	free(head);
	free(next);
}

void
train_rows_write(const struct train_rows *r, struct buf *out)
{
	size_t kept = 0;
	int bits = 0;

	for (size_t i = 1; i < r->n; i++)
		kept += is_written(r, i);
	while (bits < 16 && kept >> bits > ROWS_A_BUCKET)
		bits++;
	buf_char(out, (char)bits);
	put_buckets(r, (1U << bits) - 1, out);
}

void
train_rows_free(struct train_rows *r)
{
	free(r->w);
	free(r->g2);
	free(r->sum);
	free(r->hash);
	free(r->count);
	free(r->dropped);
}
