/* train.c - the trainer of binary linear models. */
#include "train.h"

#include <math.h>
#include <stdlib.h>

#include "arena.h"
#include "model.h"

struct example {
	size_t at; /* of its first feature */
	size_t n;
	float target; /* 1 or 0 */
	float weight;
};

struct train {
	struct train_opts opts;
	struct example *example;
	size_t count, room;
	uint32_t *feature; /* of all examples, one after another */
	size_t nfeature, feature_room;
	uint32_t *kept; /* features of one step; room for any example's */
	size_t longest; /* features of an example */
	float *w, *g2; /* weights, and sums of squared gradients */
	uint64_t random;
};

struct train *
train_new(const struct train_opts *opts)
{
	struct train *t = mem_alloc(1, sizeof(*t));

	t->opts = *opts;
	t->w = mem_alloc((size_t)1 << opts->bits, sizeof(*t->w));
	t->g2 = mem_alloc((size_t)1 << opts->bits, sizeof(*t->g2));
	t->random = 0x2545F4914F6CDD1DU;
	return t;
}

size_t
train_count(const struct train *t)
{
	return t->count;
}

void
train_add(struct train *t, const uint32_t *feature, size_t n, bool yes,
          double weight)
{
	uint32_t mask = (uint32_t)((1U << t->opts.bits) - 1);

	if (t->count == t->room) {
		t->room = t->room * 2 + 1024;
		t->example = mem_resize(t->example, t->room,
		                        sizeof(*t->example));
	}
	while (t->nfeature + n > t->feature_room) {
		t->feature_room = t->feature_room * 2 + 4096;
		t->feature = mem_resize(t->feature, t->feature_room,
		                        sizeof(*t->feature));
	}
	t->example[t->count++] = (struct example){
		t->nfeature, n, yes ? 1 : 0, (float)weight };
	for (size_t i = 0; i < n; i++)
		t->feature[t->nfeature++] = feature[i] & mask;
	t->longest = n > t->longest ? n : t->longest;
}

/* xorshift64 (Marsaglia 2003). */
static uint64_t
draw(struct train *t)
{
	t->random ^= t->random << 13;
	t->random ^= t->random >> 7;
	t->random ^= t->random << 17;
	return t->random;
}

static void
shuffle(struct train *t)
{
	for (size_t i = t->count; i > 1; i--) {
		size_t j = (size_t)(draw(t) % i);
		struct example e = t->example[i - 1];

		t->example[i - 1] = t->example[j];
		t->example[j] = e;
	}
}

/* Writes the features that a step uses to to, and returns their number. */
static size_t
drop_out(struct train *t, const struct example *e, uint32_t *to)
{
	uint64_t limit = (uint64_t)(t->opts.dropout * 65536);
	const uint32_t *f = t->feature + e->at;
	uint64_t bits = 0;
	size_t n = 0;

	for (size_t i = 0; i < e->n; i++, bits >>= 16) {
		if (i % 4 == 0)
			bits = draw(t);
		if ((bits & 0xFFFF) >= limit)
			to[n++] = f[i];
	}
	return n;
}

static void
step(struct train *t, const struct example *e)
{
	const uint32_t *f = t->feature + e->at;
	size_t n = e->n;
	double score = 0;
	double error;

	if (t->opts.dropout > 0) {
		n = drop_out(t, e, t->kept);
		f = t->kept;
	}
	for (size_t i = 0; i < n; i++)
		score += (double)t->w[f[i]];
	error = (double)e->weight *
	        (1 / (1 + exp(-score / (1 - t->opts.dropout))) -
	         (double)e->target);
	for (size_t i = 0; i < n; i++) {
		double w = (double)t->w[f[i]];
		double g = error + t->opts.decay * w;
		double sum = (double)t->g2[f[i]] + g * g;

		t->g2[f[i]] = (float)sum;
		t->w[f[i]] = (float)(w - t->opts.rate * g /
		                     sqrt(sum + 1e-8));
	}
}

static int16_t
rounded(double w)
{
	double x = round(w * MODEL_ONE);

	if (x > INT16_MAX)
		return INT16_MAX;
	return x < INT16_MIN ? INT16_MIN : (int16_t)x;
}

void
train_write(struct train *t, const char *task, struct buf *out)
{
	size_t size = (size_t)1 << t->opts.bits;
	int16_t *table = mem_alloc(size, sizeof(*table));

	t->kept = mem_resize(t->kept, t->longest + 1, sizeof(*t->kept));
	for (int epoch = 0; epoch < t->opts.epochs; epoch++) {
		shuffle(t);
		for (size_t i = 0; i < t->count; i++)
			step(t, &t->example[i]);
	}
	for (size_t i = 0; i < size; i++)
		table[i] = rounded((double)t->w[i]);
	model_write(out, task, table, size);
	free(table);
}

void
train_free(struct train *t)
{
	free(t->example);
	free(t->feature);
	free(t->kept);
	free(t->w);
	free(t->g2);
	free(t);
}
