/* freq_keyness.c - the words that one list has more often than another. */
#include "freq_keyness.h"

#include <math.h>
#include <stdlib.h>

#include "freq_assoc.h"
#include "freq_merge.h"

static struct freq_key_row *
row_of(struct freq_keyness *k, struct str word)
{
	bool fresh;
	struct table_slot *s = table_add(&k->at, word, &fresh);

	if (!fresh)
		return &k->row[s->value];
	if (k->n == k->room) {
		k->room = k->room == 0 ? 1024 : k->room * 2;
		k->row = mem_resize(k->row, k->room, sizeof(*k->row));
	}
	s->key = arena_dup(&k->text, word);
	s->value = k->n;
	k->row[k->n] = (struct freq_key_row){ .word = s->key };
	return &k->row[k->n++];
}

/* A list and where its counts go. */
struct target {
	struct freq_keyness *k;
	bool ref;
};

static void
add_count(void *context, struct str word, uint64_t count)
{
	struct target *t = context;
	struct freq_key_row *row = row_of(t->k, word);

	if (t->ref) {
		row->ref_count += count;
		t->k->ref_words += count;
	} else {
		row->count += count;
		t->k->words += count;
	}
}

void
freq_keyness_part(struct freq_keyness *k, const struct doc *part, bool ref)
{
	struct target t = { k, ref };

	buf_add(&k->list, part->text);
	if (!part->last)
		return;
	freq_merge_read(part->name, buf_str(&k->list), add_count, &t);
	buf_clear(&k->list);
}

/* LRC costs, and most of the rare words have the same two counts. */
static double
lrc_of(struct table *known, struct arena *a, const struct freq_pair *p,
       double alpha)
{
	bool fresh;
	struct str key = { (const char *)p, sizeof(*p) };
	struct table_slot *s = table_add(known, key, &fresh);
	union {
		double real;
		uint64_t bits;
	} lrc;

	if (fresh) {
		s->key = arena_dup(a, key);
		lrc.real = freq_lrc(p, alpha);
		s->value = lrc.bits;
	}
	lrc.bits = s->value;
	return lrc.real;
}

static double
per_million(uint64_t count, uint64_t words)
{
	return words == 0 ? (double)NAN
	                  : (double)count * 1e6 / (double)words;
}

static void
compute(struct freq_key_row *row, const struct freq_pair *p)
{
	struct freq_assoc a = { p->k, p->n, p->k + p->ref_k,
		                p->n + p->ref_n };

	row->per_million = per_million(p->k, p->n);
	row->ref_per_million = per_million(p->ref_k, p->ref_n);
	if (p->n == 0 || p->ref_n == 0) {
		row->g2 = row->p = row->log_ratio = row->diff = NAN;
		return;
	}
	row->g2 = freq_g2(&a);
	row->p = freq_g2_p(row->g2);
	row->log_ratio = freq_log_ratio(p);
	row->diff = freq_diff(p);
}

double
freq_key_figure(const struct freq_key_row *row, enum freq_key_order order)
{
	switch (order) {
	case FREQ_KEY_G2:
		return row->g2;
	case FREQ_KEY_RATIO:
		return row->log_ratio;
	case FREQ_KEY_DIFF:
		return row->diff;
	default:
		return row->lrc;
	}
}

/* Below 0 for what is rarer in the target. */
static double
signed_g2(const struct freq_key_row *row)
{
	return row->log_ratio < 0 ? -row->g2 : row->g2;
}

static int
by_score(const void *a, const void *b, void *order)
{
	const struct freq_key_row *x = a, *y = b;
	const enum freq_key_order *by = order;
	double s = freq_key_figure(x, *by), t = freq_key_figure(y, *by);

	if (isless(s, t) || isgreater(s, t))
		return s < t ? 1 : -1;
	s = signed_g2(x);
	t = signed_g2(y);
	if (isless(s, t) || isgreater(s, t))
		return s < t ? 1 : -1;
	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return str_cmp(x->word, y->word);
}

static void
select_rows(struct freq_keyness *k, uint64_t min)
{
	size_t n = 0;

	for (size_t i = 0; i < k->n; i++)
		if (k->row[i].count >= min || k->row[i].ref_count >= min)
			k->row[n++] = k->row[i];
	k->n = n;
}

void
freq_keyness_finish(struct freq_keyness *k, uint64_t min, double alpha,
                    enum freq_key_order order)
{
	struct table known = { 0 };
	struct arena a = { 0 };

	select_rows(k, min);
	for (size_t i = 0; i < k->n; i++) {
		struct freq_key_row *row = &k->row[i];
		struct freq_pair p = { row->count, k->words, row->ref_count,
			               k->ref_words };

		compute(row, &p);
		row->lrc = p.n == 0 || p.ref_n == 0
		               ? (double)NAN
		               : lrc_of(&known, &a, &p,
		                        alpha / (double)k->n);
	}
	table_release(&known);
	arena_release(&a);
	if (k->n > 0)
		qsort_r(k->row, k->n, sizeof(*k->row), by_score, &order);
}

void
freq_keyness_close(struct freq_keyness *k)
{
	table_release(&k->at);
	arena_release(&k->text);
	free(k->row);
	buf_release(&k->list);
}
