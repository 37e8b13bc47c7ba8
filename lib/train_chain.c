/* train_chain.c - the trainer of chain models: a conditional random field. */
#include "train_chain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "train_rows.h"
#include "train_sums.h"

enum { TOKEN_FEATURES_MAX = 256, SHOWN_WORDS = TOKEN_FEATURES_MAX / 32 };

struct token {
	size_t at;         /* of its features */
	uint16_t end[CHAIN_GROUPS]; /* of each group */
	uint16_t n;
	uint32_t tags;
};

struct row {
	size_t at; /* of its first token */
	size_t n;
};

typedef float tags_row[CHAIN_TAGS];

struct chain_train {
	struct chain_train_opts opts;
	uint32_t *feature; /* hashes, then indices of weights */
	size_t nfeature, feature_room;
	struct token *token;
	size_t ntoken, token_room;
	struct row *row;
	size_t nrow, row_room;
	struct train_rows weights;
	tags_row pair[CHAIN_TAGS], pair_g2[CHAIN_TAGS], pair_sum[CHAIN_TAGS];
	uint64_t random;
	size_t open; /* first token of the current row */
	struct train_sums sums; /* of the row that is learnt from */
	uint32_t shown[CHAIN_MAX][SHOWN_WORDS]; /* a bit for each feature */
};

static void *
grown(void *v, size_t n, size_t more, size_t *room, size_t size)
{
	if (n + more <= *room)
		return v;
	*room = *room * 2 + more + 1024;
	return mem_resize(v, *room, size);
}

struct chain_train *
chain_train_new(const struct chain_train_opts *opts)
{
	struct chain_train *t = mem_alloc(1, sizeof(*t));

	t->opts = *opts;
	t->random = 0x2545F4914F6CDD1DU;
	return t;
}

static uint16_t
at_most(size_t n)
{
	return (uint16_t)(n > TOKEN_FEATURES_MAX ? TOKEN_FEATURES_MAX : n);
}

void
chain_train_token(struct chain_train *t, const uint32_t *feature,
                  const size_t end[CHAIN_GROUPS], uint32_t tags)
{
	size_t n = at_most(end[CHAIN_GROUPS - 1]);
	struct token *tok;

	t->feature = grown(t->feature, t->nfeature, n, &t->feature_room,
	                   sizeof(*t->feature));
	t->token = grown(t->token, t->ntoken, 1, &t->token_room,
	                 sizeof(*t->token));
	tok = &t->token[t->ntoken++];
	*tok = (struct token){ .at = t->nfeature, .n = (uint16_t)n,
		               .tags = tags };
	for (int g = 0; g < CHAIN_GROUPS; g++)
		tok->end[g] = at_most(end[g]);
	memcpy(t->feature + t->nfeature, feature, n * sizeof(*feature));
	t->nfeature += n;
}

void
chain_train_end(struct chain_train *t)
{
	size_t n = t->ntoken - t->open;

	if (n == 0)
		return;
	t->row = grown(t->row, t->nrow, 1, &t->row_room, sizeof(*t->row));
	t->row[t->nrow++] = (struct row){ t->open, n };
	t->open = t->ntoken;
}

/* xorshift64* (Vigna 2016). */
static uint32_t
draw(struct chain_train *t)
{
	t->random ^= t->random >> 12;
	t->random ^= t->random << 25;
	t->random ^= t->random >> 27;
	return (uint32_t)(t->random * 0x2545F4914F6CDD1DU >> 32);
}

static bool
chance(struct chain_train *t, double p)
{
	return draw(t) < p * 4294967296.0;
}

static bool
is_shown(const struct chain_train *t, size_t i, size_t feature)
{
	return (t->shown[i][feature / 32] >> feature % 32 & 1) != 0;
}

/* Draws what is hidden this time: dropout keeps the model from leaning on a
 * few features (Srivastava et al., JMLR 2014). */
static void
hide(struct chain_train *t, size_t i, const struct token *tok)
{
	size_t f = 0;

	memset(t->shown[i], 0, sizeof(t->shown[i]));
	for (int g = 0; g < CHAIN_GROUPS; g++) {
		bool all = chance(t, t->opts.drop[g]);

		for (; f < tok->end[g]; f++)
			if (!all && !chance(t, t->opts.thin))
				t->shown[i][f / 32] |= 1U << f % 32;
	}
}

static void
score_token(struct chain_train *t, size_t i, const struct token *tok)
{
	enum { AHEAD = 8 };
	const uint32_t *row = t->feature + tok->at;
	float score[CHAIN_TAGS] = { 0 };
	float best;

	for (size_t f = 0; f < tok->n; f++) {
		if (f + AHEAD < tok->n)
			train_rows_fetch(&t->weights, row[f + AHEAD]);
		if (is_shown(t, i, f))
			train_rows_score(&t->weights, row[f], score);
	}
	best = score[0];
	for (int j = 1; j < CHAIN_TAGS; j++)
		best = score[j] > best ? score[j] : best;
	for (int j = 0; j < CHAIN_TAGS; j++)
		t->sums.score[i][j] = train_power((double)(score[j] - best));
}

static void
score_row(struct chain_train *t, const struct row *r)
{
	struct train_sums *s = &t->sums;

	for (size_t i = 0; i < r->n; i++) {
		const struct token *tok = &t->token[r->at + i];

		hide(t, i, tok);
		score_token(t, i, tok);
		s->allowed[i] = tok->tags;
	}
	for (int k = 0; k < CHAIN_TAGS; k++)
		for (int j = 0; j < CHAIN_TAGS; j++)
			s->pair[k][j] = train_power((double)t->pair[k][j]);
	memset(s->grad, 0, r->n * sizeof(*s->grad));
	memset(s->pair_grad, 0, sizeof(s->pair_grad));
}

/* The gradient of a token, without what would move nothing. */
static struct train_grad
gradient(const double grad[CHAIN_TAGS])
{
	struct train_grad g = { 0 };

	for (int j = 0; j < CHAIN_TAGS; j++) {
		if (fabs(grad[j]) < 1e-3)
			continue;
		g.tag[g.n] = (unsigned char)j;
		g.value[g.n++] = (float)grad[j];
	}
	return g;
}

static void
step_row(struct chain_train *t, const struct row *r)
{
	for (size_t i = 0; i < r->n; i++) {
		const struct token *tok = &t->token[r->at + i];
		struct train_grad g = gradient(t->sums.grad[i]);

		for (size_t f = 0; f < tok->n && g.n > 0; f++)
			if (is_shown(t, i, f))
				train_rows_step(&t->weights,
				    t->feature[tok->at + f], &g,
				    (float)t->opts.rate);
	}
	for (int k = 0; k < CHAIN_TAGS; k++)
		for (int j = 0; j < CHAIN_TAGS; j++) {
			float g = (float)t->sums.pair_grad[k][j];

			t->pair_g2[k][j] += g * g;
			t->pair[k][j] += (float)t->opts.rate * g /
			                 sqrtf(t->pair_g2[k][j] + 1e-6f);
		}
}

/* Makes wrong tags likelier than they are, so that right ones must win by a
 * margin (softmax-margin: Gimpel and Smith, NAACL 2010), and allows them. */
static void
allow_all(struct chain_train *t, size_t n)
{
	struct train_sums *s = &t->sums;
	double cost = train_power(t->opts.margin);

	for (size_t i = 0; i < n; i++) {
		for (int j = 0; j < CHAIN_TAGS; j++)
			if ((s->allowed[i] >> j & 1) == 0)
				s->score[i][j] *= cost;
		s->allowed[i] = UINT32_MAX;
	}
}

static void
learn_row(struct chain_train *t, const struct row *r)
{
	score_row(t, r);
	train_sums_add(&t->sums, r->n, 1);
	allow_all(t, r->n);
	train_sums_add(&t->sums, r->n, -1);
	step_row(t, r);
}

static void
shuffle(struct chain_train *t)
{
	for (size_t i = t->nrow; i > 1; i--) {
		size_t j = draw(t) % i;
		struct row swap = t->row[i - 1];

		t->row[i - 1] = t->row[j];
		t->row[j] = swap;
	}
}

static void
remember_pairs(struct chain_train *t)
{
	for (int k = 0; k < CHAIN_TAGS; k++)
		for (int j = 0; j < CHAIN_TAGS; j++)
			t->pair_sum[k][j] += t->pair[k][j];
}

static void
average_pairs(struct chain_train *t, int n)
{
	for (int k = 0; k < CHAIN_TAGS; k++)
		for (int j = 0; j < CHAIN_TAGS; j++) {
			t->pair[k][j] = t->pair_sum[k][j] / (float)n;
			t->pair_sum[k][j] = 0;
		}
}

static void
learn_some(struct chain_train *t, size_t beg, size_t end)
{
	for (size_t i = beg; i < end; i++)
		if (t->row[i].n <= CHAIN_MAX)
			learn_row(t, &t->row[i]);
}

/* The weights in the end are the mean of those at some moments, from epoch
 * `from` on (averaging: Polyak and Juditsky 1992). */
static void
learn(struct chain_train *t, int epochs, int from)
{
	enum { MOMENTS = 8 /* of an epoch */ };
	int n = 0;

	for (int e = 0; e < epochs; e++) {
		shuffle(t);
		for (size_t m = 0; m < MOMENTS; m++) {
			learn_some(t, t->nrow * m / MOMENTS,
			           t->nrow * (m + 1) / MOMENTS);
			if (e < from)
				continue;
			train_rows_remember(&t->weights);
			remember_pairs(t);
			n++;
		}
	}
	if (n == 0)
		return;
	train_rows_average(&t->weights, n);
	average_pairs(t, n);
}

static void
put16(struct buf *out, long value)
{
	buf_char(out, (char)(value & 0xFF));
	buf_char(out, (char)(value >> 8 & 0xFF));
}

/* Features that are not kept stay in the rows and score nothing: learning
 * goes on without them. */
void
chain_train_write(struct chain_train *t, struct buf *out)
{
	train_rows_index(&t->weights, t->feature, t->nfeature,
	                 t->opts.at_least);
	learn(t, t->opts.epochs, t->opts.epochs / 2);
	train_rows_prune(&t->weights, t->opts.room);
	learn(t, t->opts.refit, 0);
	train_rows_scale(&t->weights, 1 - t->opts.thin);
	for (int k = 0; k < CHAIN_TAGS; k++)
		for (int j = 0; j < CHAIN_TAGS; j++)
			put16(out, lrintf(t->pair[k][j] * CHAIN_ONE));
	train_rows_write(&t->weights, out);
}

void
chain_train_free(struct chain_train *t)
{
	free(t->feature);
	free(t->token);
	free(t->row);
	train_rows_free(&t->weights);
	free(t);
}
