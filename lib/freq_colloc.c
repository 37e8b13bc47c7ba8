/* freq_colloc.c - the words around a word or phrase. */
#include "freq_colloc.h"

#include <stdlib.h>
#include <string.h>

#include "freq_key.h"
#include "freq_word.h"
#include "sent.h"

enum mark { FAR, NEAR, NODE };

static uint32_t
number_of(struct freq_colloc *c, struct str text, struct span word)
{
	freq_word_key(&c->key, str_sub(text, word), c->rules);
	return c->key.n == 0 ? 0
	                     : freq_vocab_number(&c->vocab, buf_str(&c->key));
}

bool
freq_colloc_open(struct freq_colloc *c, struct str node)
{
	struct span word;
	size_t at = 0;

	freq_vocab_open(&c->vocab);
	while (freq_word_next(node, &at, c->rules, &word)) {
		if (c->node_n == FREQ_NODE_MAX)
			return false;
		c->node[c->node_n++] = number_of(c, node, word);
	}
	return c->node_n > 0;
}

static void
add_token(struct freq_colloc *c, uint32_t number)
{
	if (c->tokens == c->token_room) {
		c->token_room = c->token_room == 0 ? 256 : c->token_room * 2;
		c->token = mem_resize(c->token, c->token_room,
		                      sizeof(*c->token));
		c->mark = mem_resize(c->mark, c->token_room, 1);
	}
	c->token[c->tokens++] = number;
}

/* Marks the nodes, from left to right, none over another. */
static bool
mark_nodes(struct freq_colloc *c)
{
	bool found = false;

	memset(c->mark, FAR, c->tokens);
	for (size_t i = 0; i + c->node_n <= c->tokens;) {
		if (memcmp(c->token + i, c->node,
		           c->node_n * sizeof(*c->node)) != 0) {
			i++;
			continue;
		}
		memset(c->mark + i, NODE, c->node_n);
		i += c->node_n;
		c->node_count++;
		found = true;
	}
	return found;
}

/* Marks what is near on one side: one walk, whatever the window. */
static void
mark_near(struct freq_colloc *c, bool backward)
{
	size_t left = 0;

	for (size_t i = 0; i < c->tokens; i++) {
		size_t at = backward ? c->tokens - 1 - i : i;

		if (c->mark[at] == NODE) {
			left = c->window;
		} else if (left > 0) {
			c->mark[at] = NEAR;
			left--;
		}
	}
}

static void
make_room(struct freq_colloc *c)
{
	size_t old = c->room;

	if (c->vocab.n <= c->room)
		return;
	c->room = (size_t)c->vocab.n * 2;
	c->count = mem_resize(c->count, c->room, sizeof(*c->count));
	c->observed = mem_resize(c->observed, c->room, sizeof(*c->observed));
	memset(c->count + old, 0, (c->room - old) * sizeof(*c->count));
	memset(c->observed + old, 0, (c->room - old) * sizeof(*c->observed));
}

static void
end_sentence(struct freq_colloc *c)
{
	if (c->tokens == 0)
		return;
	make_room(c);
	if (mark_nodes(c)) {
		mark_near(c, false);
		mark_near(c, true);
	}
	for (size_t i = 0; i < c->tokens; i++) {
		c->nodes += c->mark[i] == NODE;
		c->near += c->mark[i] == NEAR;
		if (c->mark[i] != NODE)
			c->count[c->token[i] - 1]++;
		if (c->mark[i] == NEAR)
			c->observed[c->token[i] - 1]++;
	}
	c->words += c->tokens;
	c->tokens = 0;
}

void
freq_colloc_part(struct freq_colloc *c, const struct doc *part)
{
	struct spans sents = { 0 };
	struct str text = part->text;
	struct span word;
	size_t at = 0, next = 0;

	if (!c->across)
		sents = sent_split(&c->a, text);
	while (freq_word_next(text, &at, c->rules, &word)) {
		uint32_t number = number_of(c, text, word);

		for (; next < sents.n && sents.v[next].beg <= word.beg; next++)
			end_sentence(c);
		if (number > 0)
			add_token(c, number);
	}
	end_sentence(c);
	arena_reset(&c->a);
}

static double
score(const struct freq_colloc_row *row, enum freq_colloc_order order)
{
	switch (order) {
	case FREQ_BY_MI:
		return row->mi;
	case FREQ_BY_T:
		return row->t;
	case FREQ_BY_G2:
		return row->g2;
	case FREQ_BY_OBSERVED:
		return (double)row->observed;
	default:
		return row->logdice;
	}
}

static int
by_score(const void *a, const void *b, void *order)
{
	const struct freq_colloc_row *x = a, *y = b;
	const enum freq_colloc_order *by = order;
	double s = score(x, *by), t = score(y, *by);

	if (s < t || s > t)
		return s < t ? 1 : -1;
	if (x->observed != y->observed)
		return x->observed < y->observed ? 1 : -1;
	return str_cmp(x->word, y->word);
}

/* Node tokens are in no cell of the table: all others are near one or not. */
static void
compute(const struct freq_colloc *c, uint32_t number,
        struct freq_colloc_row *row)
{
	struct freq_assoc a = { c->observed[number - 1], c->near,
		                c->count[number - 1], c->words - c->nodes };

	row->word = freq_vocab_word(&c->vocab, number);
	row->count = a.c;
	row->observed = a.o;
	row->expected = freq_expected(&a);
	row->mi = freq_mi(&a);
	row->t = freq_t(&a);
	row->logdice = freq_logdice(a.o, c->node_count, a.c);
	row->g2 = freq_g2(&a);
}

void
freq_colloc_finish(struct freq_colloc *c, uint64_t min,
                   enum freq_colloc_order order)
{
	uint32_t known;

	make_room(c);
	known = c->vocab.n;
	c->row = mem_alloc(known, sizeof(*c->row));
	for (uint32_t number = 1; number <= known; number++)
		if (c->observed[number - 1] >= min)
			compute(c, number, &c->row[c->rows++]);
	qsort_r(c->row, c->rows, sizeof(*c->row), by_score, &order);
}

void
freq_colloc_close(struct freq_colloc *c)
{
	freq_vocab_close(&c->vocab);
	arena_release(&c->a);
	buf_release(&c->key);
	free(c->count);
	free(c->observed);
	free(c->token);
	free(c->mark);
	free(c->row);
}
