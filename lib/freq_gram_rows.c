/* freq_gram_rows.c - puts what has been counted in order. */
#include "freq_gram_rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { KEY = FREQ_GRAM_KEY, WIDE = KEY + 2 + 6 };

/* Rows on their way out: in `sorted` a record has the group's place, ~count
 * and the words' places (or, by words, ~count behind them), then docs, spread
 * and dp. */
struct rows {
	struct freq_gram *g;
	struct freq_spill sorted;
	bool by_word;
	uint32_t *place, *number;             /* of words */
	uint32_t *group_place, *group_number; /* of groups */
	uint32_t part[KEY + 4];               /* the next one of g->parts */
	bool has_part;
	uint64_t rank;
	uint32_t group;
	struct buf text;
};

static uint64_t
get64(const uint32_t *from)
{
	return (uint64_t)from[0] << 32 | from[1];
}

static void
put64(uint32_t *to, uint64_t x)
{
	to[0] = (uint32_t)(x >> 32);
	to[1] = (uint32_t)x;
}

static void
add_row(struct rows *r, const uint32_t *key, uint64_t count,
        const uint32_t *docs, double dp)
{
	uint32_t record[WIDE];
	uint32_t *words = record + (r->by_word ? 1 : 3);
	uint64_t bits;

	if (count < r->g->o->order.min)
		return;
	record[0] = r->group_place[key[0]];
	put64(record + (r->by_word ? KEY : 1), ~count);
	for (size_t i = 0; i < FREQ_GRAM_MAX; i++)
		words[i] = r->place[key[1 + i]];
	memcpy(record + KEY + 2, docs, 4 * sizeof(*docs));
	memcpy(&bits, &dp, sizeof(bits));
	put64(record + KEY + 6, bits);
	freq_spill_add(&r->sorted, record);
}

/* Deviation of proportions (Gries, "Dispersions and adjusted frequencies in
 * corpora", 2008): half the sum over documents of |v / f - n / N|. Documents
 * without the word add their share n / N. */
static double
take_dp(struct rows *r, const uint32_t *key, uint64_t f)
{
	double words = (double)r->g->group_words[key[0]];
	double sum = 1;

	while (r->has_part && memcmp(r->part, key, KEY * sizeof(*key)) == 0) {
		double v = (double)get64(r->part + KEY) / (double)f;
		double share = (double)get64(r->part + KEY + 2) / words;

		sum += fabs(v - share) - share;
		r->has_part = freq_spill_next(&r->g->parts, r->part);
	}
	return sum / 2;
}

/* Adds up equal keys of what has been spilled. */
static void
add_spilled(struct rows *r)
{
	uint32_t sum[KEY + 6], next[KEY + 6];
	bool more = freq_spill_next(&r->g->sums, sum);

	if (r->g->o->dp)
		r->has_part = freq_spill_next(&r->g->parts, r->part);
	while (more) {
		double dp = 0;

		while ((more = freq_spill_next(&r->g->sums, next)) &&
		       memcmp(sum, next, KEY * sizeof(*sum)) == 0)
			for (size_t i = KEY; i < KEY + 6; i += 2)
				put64(sum + i,
				      get64(sum + i) + get64(next + i));
		if (r->g->o->dp)
			dp = take_dp(r, sum, get64(sum + KEY));
		add_row(r, sum, get64(sum + KEY), sum + KEY + 2, dp);
		memcpy(sum, next, sizeof(sum));
	}
}

static void
add_counted(struct rows *r)
{
	const struct freq_slot *s;
	uint32_t key[KEY], docs[4] = { 0 };

	for (size_t i = 0; (s = freq_gram_slot(&r->g->all, &i)) != NULL;) {
		freq_gram_read(r->g, s, key);
		if (r->g->by_doc) {
			const struct freq_wide *w = (const void *)s;

			put64(docs, w->docs);
			put64(docs + 2, (uint64_t)w->spread);
		}
		add_row(r, key, s->count, docs, 0);
	}
}

static void
put_text(const struct freq_gram *g, const uint32_t *number, struct buf *text)
{
	buf_clear(text);
	for (size_t i = 0; i < g->longest && number[i] > 0; i++) {
		if (i > 0)
			buf_char(text, ' ');
		buf_add(text, freq_vocab_word(&g->vocab, number[i]));
	}
}

static void
put_record(struct rows *r, const uint32_t *record)
{
	const uint32_t *places = record + (r->by_word ? 1 : 3);
	uint32_t number[FREQ_GRAM_MAX];
	uint32_t group = r->group_number[record[0]];
	struct freq_row row = { 0 };
	uint64_t bits = get64(record + KEY + 6);

	for (size_t i = 0; i < FREQ_GRAM_MAX; i++)
		number[i] = r->number[places[i]];
	put_text(r->g, number, &r->text);
	row.word = buf_str(&r->text);
	if (group > 0)
		row.group = freq_vocab_word(&r->g->groups, group);
	row.count = ~get64(record + (r->by_word ? KEY : 1));
	row.docs = get64(record + KEY + 2);
	row.spread = (int64_t)get64(record + KEY + 4);
	memcpy(&row.dp, &bits, sizeof(row.dp));
	row.words = r->g->group_words[group];
	row.rank = r->rank;
	if (r->g->o->matrix) {
		r->g->column[number[0]] = ++r->g->columns;
		r->g->ncells += row.docs;
	}
	r->g->o->put(r->g->o->context, &row);
}

/* The top of each group; in the end, or for another order. */
static void
take_rows(struct rows *r, struct freq_spill *to)
{
	uint64_t top = r->g->o->order.top;
	uint32_t record[WIDE], other[WIDE];

	r->group = UINT32_MAX;
	while (freq_spill_next(&r->sorted, record)) {
		r->rank = record[0] == r->group ? r->rank + 1 : 1;
		r->group = record[0];
		if (top > 0 && r->rank > top && (to != NULL || !r->by_word))
			continue;
		if (to == NULL) {
			put_record(r, record);
			continue;
		}
		memcpy(other, record, sizeof(other));
		memcpy(other + 1, record + 3,
		       FREQ_GRAM_MAX * sizeof(*record));
		memcpy(other + KEY, record + 1, 2 * sizeof(*record));
		freq_spill_add(to, other);
	}
}

static void
open_sorted(const struct freq_gram *g, struct freq_spill *s)
{
	size_t budget = g->o->budget == 0 ? FREQ_BUDGET : g->o->budget;

	freq_spill_open(s, WIDE, KEY + 2, budget / 4);
}

static void
put_rows(struct rows *r)
{
	struct freq_spill other;

	if (r->g->o->order.by_word && !r->by_word) {
		open_sorted(r->g, &other);
		take_rows(r, &other);
		freq_spill_close(&r->sorted);
		r->sorted = other;
		r->by_word = true;
	}
	take_rows(r, NULL);
}

void
freq_gram_finish(struct freq_gram *g)
{
	struct rows r = { .g = g };

	if (g->o->by == FREQ_BY_DOC)
		return; /* all rows are out */
	freq_adder_flush(&g->adder);
	r.by_word = g->o->order.by_word && g->o->order.top == 0;
	open_sorted(g, &r.sorted);
	g->column = mem_alloc((size_t)g->vocab.n + 1, sizeof(*g->column));
	freq_vocab_order(&g->vocab, &r.place, &r.number);
	freq_vocab_order(&g->groups, &r.group_place, &r.group_number);
	if (g->spilled || g->o->dp) {
		freq_gram_spill(g);
		add_spilled(&r);
	} else {
		add_counted(&r);
	}
	put_rows(&r);
	freq_spill_close(&r.sorted);
	free(r.place);
	free(r.number);
	free(r.group_place);
	free(r.group_number);
	buf_release(&r.text);
}

/* A key of the document at work and its text. */
struct doc_item {
	uint64_t count;
	struct str text;
};

static int
by_count(const void *a, const void *b)
{
	const struct doc_item *x = a, *y = b;

	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return str_cmp(x->text, y->text);
}

static int
by_text(const void *a, const void *b)
{
	const struct doc_item *x = a, *y = b;

	return str_cmp(x->text, y->text);
}

static void
put_item(struct freq_gram *g, const struct doc_item *item, uint64_t rank)
{
	struct freq_row row = { .group = buf_str(&g->name),
		                .word = item->text,
		                .count = item->count,
		                .docs = 1,
		                .words = g->doc_words,
		                .rank = rank };

	row.spread = freq_spread(item->count, g->doc_words);
	g->o->put(g->o->context, &row);
}

void
freq_gram_put_doc(struct freq_gram *g)
{
	struct doc_item *item = mem_alloc(g->doc.n, sizeof(*item));
	const struct freq_slot *s;
	uint32_t key[KEY];
	size_t n = 0, top = (size_t)g->o->order.top;

	for (size_t i = 0; (s = freq_gram_slot(&g->doc, &i)) != NULL;) {
		if (s->count < g->o->order.min)
			continue;
		freq_gram_read(g, s, key);
		put_text(g, key + 1, &g->key);
		item[n++] = (struct doc_item){
			s->count, arena_dup(&g->a, buf_str(&g->key))
		};
	}
	qsort(item, n, sizeof(*item), by_count);
	if (top > 0 && top < n)
		n = top;
	if (g->o->order.by_word)
		qsort(item, n, sizeof(*item), by_text);
	for (size_t i = 0; i < n; i++)
		put_item(g, &item[i], i + 1);
	free(item);
	arena_reset(&g->a);
}

struct cell {
	uint32_t column;
	uint64_t count;
};

static int
by_column(const void *a, const void *b)
{
	const struct cell *x = a, *y = b;

	return (x->column > y->column) - (x->column < y->column);
}

static void
put_line(uint32_t doc, struct cell *cell, size_t n, struct out *out)
{
	struct buf b = { 0 };

	qsort(cell, n, sizeof(*cell), by_column);
	for (size_t i = 0; i < n; i++) {
		buf_num(&b, doc);
		buf_char(&b, ' ');
		buf_num(&b, cell[i].column);
		buf_char(&b, ' ');
		buf_num(&b, cell[i].count);
		buf_char(&b, '\n');
	}
	out_raw(out, buf_str(&b));
	buf_release(&b);
}

void
freq_gram_cells(struct freq_gram *g, struct out *out)
{
	struct cell *cell = mem_alloc((size_t)g->columns + 1, sizeof(*cell));
	uint32_t record[4], doc = 0;
	size_t n = 0;

	while (freq_spill_next(&g->cells, record)) {
		uint32_t column = g->column[record[1]];

		if (record[0] != doc)
			put_line(doc, cell, n, out);
		n = record[0] != doc ? 0 : n;
		doc = record[0];
		if (column > 0)
			cell[n++] = (struct cell){ column,
				                   get64(record + 2) };
	}
	put_line(doc, cell, n, out);
	free(cell);
}
