/* train_chain.c - the trainer of chain models: a conditional random field. */
#include "train_chain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "model_chain.h"
#include "train_rows.h"

enum { TOKEN_FEATURES_MAX = 256, SHOWN_WORDS = TOKEN_FEATURES_MAX / 32 };

struct token {
	size_t at;         /* of its features */
	uint16_t n, nidentity;
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
	/* Of the row that is learnt from: score, forward, backward sums (in
	 * logarithms), first with all tags, then with the allowed ones. */
	double score[CHAIN_MAX][CHAIN_TAGS];
	double ahead[CHAIN_MAX + 1][CHAIN_TAGS];
	double back[CHAIN_MAX + 1][CHAIN_TAGS];
	double grad[CHAIN_MAX][CHAIN_TAGS];
	double pair_grad[CHAIN_TAGS][CHAIN_TAGS];
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

void
chain_train_token(struct chain_train *t, const uint32_t *feature, size_t n,
                  size_t nidentity, uint32_t tags)
{
	if (n > TOKEN_FEATURES_MAX)
		n = TOKEN_FEATURES_MAX;
	t->feature = grown(t->feature, t->nfeature, n, &t->feature_room,
	                   sizeof(*t->feature));
	t->token = grown(t->token, t->ntoken, 1, &t->token_room,
	                 sizeof(*t->token));
	t->token[t->ntoken++] = (struct token){
		.at = t->nfeature, .n = (uint16_t)n,
		.nidentity = (uint16_t)nidentity, .tags = tags };
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

static double
log_add(double a, double b)
{
	double high = a > b ? a : b;
	double low = a > b ? b : a;

	return low - high < -30 || low < -1e30
	    ? high : high + log1p(exp(low - high));
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
	bool nameless = chance(t, t->opts.drop);

	memset(t->shown[i], 0, sizeof(t->shown[i]));
	for (size_t f = 0; f < tok->n; f++)
		if ((f >= tok->nidentity || !nameless) &&
		    !chance(t, t->opts.thin))
			t->shown[i][f / 32] |= 1U << f % 32;
}

static void
score_row(struct chain_train *t, const struct row *r)
{
	for (size_t i = 0; i < r->n; i++) {
		const struct token *tok = &t->token[r->at + i];
		float score[CHAIN_TAGS] = { 0 };

		hide(t, i, tok);
		for (size_t f = 0; f < tok->n; f++)
			if (is_shown(t, i, f))
				train_rows_score(&t->weights,
				    t->feature[tok->at + f], score);
		for (int j = 0; j < CHAIN_TAGS; j++)
			t->score[i][j] = (double)score[j];
	}
}

static bool
may_have(const struct token *tok, bool all, int tag)
{
	return all || (tok->tags >> tag & 1) != 0;
}

static void
run_ahead(struct chain_train *t, const struct row *r, bool all)
{
	for (int j = 0; j < CHAIN_TAGS; j++)
		t->ahead[0][j] = j == 0 ? 0 : -INFINITY;
	for (size_t i = 0; i < r->n; i++) {
		for (int j = 0; j < CHAIN_TAGS; j++) {
			double sum = -INFINITY;

			if (!may_have(&t->token[r->at + i], all, j)) {
				t->ahead[i + 1][j] = sum;
				continue;
			}
			for (int b = 0; b < chain_before[j].n; b++) {
				int k = chain_before[j].tag[b];

				if (t->ahead[i][k] > -1e30)
					sum = log_add(sum, t->ahead[i][k] +
					              (double)t->pair[k][j]);
			}
			t->ahead[i + 1][j] = sum + t->score[i][j];
		}
	}
}

static void
run_back(struct chain_train *t, const struct row *r, bool all)
{
	for (int k = 0; k < CHAIN_TAGS; k++)
		t->back[r->n][k] = chain_allows(k, 0) ? (double)t->pair[k][0]
		                                      : -INFINITY;
	for (size_t i = r->n; i-- > 0;) {
		for (int k = 0; k < CHAIN_TAGS; k++)
			t->back[i][k] = -INFINITY;
		for (int j = 0; j < CHAIN_TAGS; j++) {
			double s = t->back[i + 1][j] + t->score[i][j];

			if (!may_have(&t->token[r->at + i], all, j) ||
			    s < -1e30)
				continue;
			for (int b = 0; b < chain_before[j].n; b++) {
				int k = chain_before[j].tag[b];

				t->back[i][k] = log_add(t->back[i][k], s +
				    (double)t->pair[k][j]);
			}
		}
	}
}

/* The pairs that end in tag j of token i. */
static void
expect_pairs(struct chain_train *t, size_t i, int j, double total,
             double sign)
{
	for (int b = 0; b < chain_before[j].n; b++) {
		int k = chain_before[j].tag[b];
		double p = t->ahead[i][k] + (double)t->pair[k][j] +
		           t->score[i][j] + t->back[i + 1][j] - total;

		if (p > -30)
			t->pair_grad[k][j] += sign * exp(p);
	}
}

/* Adds sign times the expected counts of tags and pairs to the gradient. */
static void
add_expected(struct chain_train *t, const struct row *r, bool all,
             double sign)
{
	double total;

	run_ahead(t, r, all);
	run_back(t, r, all);
	total = t->back[0][0];
	for (size_t i = 0; i < r->n; i++)
		for (int j = 0; j < CHAIN_TAGS; j++) {
			double p = t->ahead[i + 1][j] + t->back[i + 1][j] -
			           total;

			if (p > -30)
				t->grad[i][j] += sign * exp(p);
		}
	for (size_t i = 0; i < r->n; i++)
		for (int j = 0; j < CHAIN_TAGS; j++)
			if (may_have(&t->token[r->at + i], all, j))
				expect_pairs(t, i, j, total, sign);
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
		struct train_grad g = gradient(t->grad[i]);

		for (size_t f = 0; f < tok->n && g.n > 0; f++)
			if (is_shown(t, i, f))
				train_rows_step(&t->weights,
				    t->feature[tok->at + f], &g,
				    (float)t->opts.rate);
	}
	for (int k = 0; k < CHAIN_TAGS; k++)
		for (int j = 0; j < CHAIN_TAGS; j++) {
			float g = (float)t->pair_grad[k][j];

			t->pair_g2[k][j] += g * g;
			t->pair[k][j] += (float)t->opts.rate * g /
			                 sqrtf(t->pair_g2[k][j] + 1e-6f);
		}
}

static void
learn_row(struct chain_train *t, const struct row *r)
{
	score_row(t, r);
	memset(t->grad, 0, r->n * sizeof(*t->grad));
	memset(t->pair_grad, 0, sizeof(t->pair_grad));
	add_expected(t, r, false, 1);
	add_expected(t, r, true, -1);
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

/* The weights in the end are the mean of those after each epoch of the second
 * half (averaging: Polyak and Juditsky 1992). */
static void
learn(struct chain_train *t, int epochs)
{
	int n = 0;

	for (int e = 0; e < epochs; e++) {
		shuffle(t);
		for (size_t i = 0; i < t->nrow; i++)
			if (t->row[i].n <= CHAIN_MAX)
				learn_row(t, &t->row[i]);
		if (e < epochs / 2)
			continue;
		train_rows_remember(&t->weights);
		remember_pairs(t);
		n++;
	}
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
	learn(t, t->opts.epochs);
	train_rows_prune(&t->weights, t->opts.room);
	learn(t, t->opts.refit);
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
